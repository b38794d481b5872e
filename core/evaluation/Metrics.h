#pragma once

#include "core/series/Series.h"

#include <QJsonObject>

namespace foretrail {

/// Errors of one forecast against what happened. NaN where a metric has no meaning (a scale of zero).
/// Pairs in which the actual or the forecast is missing are left out; `count` tells how many are used.
struct Metrics {
    double mae = missing;   ///< mean |e|, unit of the series
    double rmse = missing;  ///< sqrt(mean e^2)
    double wape = missing;  ///< sum |e| / sum |y|, a share
    double smape = missing; ///< M4's: mean of 200 |e| / (|y| + |f|), 0..200
    double mase = missing;  ///< MAE over the in-sample error of the seasonal naive (season m)
    double bias = missing;  ///< sum e / sum |y|, e = actual - forecast
    double coverage80 = missing; ///< share of actuals inside the 80 % band
    double coverage95 = missing;
    qint64 count = 0;
    QJsonObject toJson() const; ///< keys MAE RMSE WAPE sMAPE MASE bias coverage80 coverage95 count; null for NaN
    static Metrics fromJson(const QJsonObject &json);
};

/// actual, forecast: the same length; history: the training part, for the scale of MASE.
Metrics pointMetrics(Values actual, Values forecast, Values history, int season);

/// Mean absolute error of the seasonal naive inside `history`: (1/(n-m)) sum |y_t - y_{t-m}|; NaN when n <= m.
double naiveScale(Values history, int season);

/// Share of actuals inside [low, high]; NaN without actuals.
double coverage(Values actual, Values low, Values high);

} // namespace foretrail
