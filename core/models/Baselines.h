#pragma once

#include "core/models/Forecaster.h"

namespace foretrail {

/// The simple models everything else is measured against. Intervals are normal with the spread of the fitted one-step
/// errors widened as in Hyndman & Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., section 5.5.
std::unique_ptr<Forecaster> makeNaive(const ModelSpec &spec);         ///< the last value
std::unique_ptr<Forecaster> makeSeasonalNaive(const ModelSpec &spec); ///< the value one season before
std::unique_ptr<Forecaster> makeDrift(const ModelSpec &spec);         ///< the line through first and last value
std::unique_ptr<Forecaster> makeMean(const ModelSpec &spec);          ///< the mean of the training part
/// The mean of the last `lookback` values, own forecasts taking the place of what has not happened yet.
std::unique_ptr<Forecaster> makeMovingAverage(const ModelSpec &spec);

} // namespace foretrail
