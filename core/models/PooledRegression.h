#pragma once

#include "core/models/ForecastParts.h"
#include "core/models/Panel.h"

namespace foretrail {

/// The fit of `shape` on the windows of `series`, at most some ten thousand, spread evenly; windows in which nothing happens are
/// left out; without any, a window says that its centre goes on. The centre and the penalty (a share of the mean of the Gram matrix's
/// diagonal) are chosen by the scaled absolute error on each series' last window (of one step ahead: the last up to twenty), which the fits
/// to choose from have not seen.
/// A fit of one step ahead whose recursion would run away (levelCoefficients) is held back ten times as strongly, until it does not.
std::shared_ptr<const PooledFit> fitPooled(const std::vector<Values> &series, const PooledShape &shape);

/// What each value of the last window of `history` does to a step ahead, as it was held inside its reach: forecast = centre +
/// sum_i weights[h][i] (value i - centre) + gains[h], oldest value first.
struct PooledWeights {
    std::vector<std::vector<double>> weights;
    std::vector<double> gains;
};
PooledWeights weightsOf(const PooledFit &fit, Values history);

/// The `horizon` values behind `history` (at least a window long) as PooledFit::forecast() makes them, forecasts standing for values where its shape ends,
/// taken apart: the centre of the last window is the level, what its values do are lags, what all series gained is the trend. Exact.
ForecastParts pooledParts(const PooledFit &fit, Values history, int horizon);

/// fitPooled() with centre and penalty given.
PooledFit fitPooledWith(const std::vector<Values> &series, const PooledShape &shape, bool isCentredOnLast, double penalty);

/// The first step ahead as an autoregression of the values themselves: value = sum_i coefficients[i-1] x the i-th last. They add up to 1.
std::vector<double> levelCoefficients(const PooledFit &fit);

} // namespace foretrail
