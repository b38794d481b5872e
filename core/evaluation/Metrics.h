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
    double mape = missing;  ///< mean of 100 |e| / |y|, percent; pairs with an actual of zero are left out
    double rmsse = missing; ///< M5's: RMSE over the root of the mean squared step of the history, from its first value that is not zero
    double pinball025 = missing; ///< mean pinball loss of the lower edge of the 95 % band; the unit of the series, as all five
    double pinball10 = missing;  ///< of the lower edge of the 80 % band
    double pinball50 = missing;  ///< of the point forecast, taken for the median: MAE / 2
    double pinball90 = missing;
    double pinball975 = missing;
    double crps = missing;      ///< continuous ranked probability score, approximateCrps()
    double winkler80 = missing; ///< mean interval score of the 80 % band (Winkler 1972), unit of the series
    double winkler95 = missing;
    double msis95 = missing; ///< M4's: winkler95 over the scale of MASE
    double skill = missing;  ///< 1 - MAE / MAE of the baseline on the same steps; 0 is as good, 1 exact
    qint64 count = 0;
    QJsonObject toJson() const; ///< a key for each of metricFields(), and count; null for NaN
    static Metrics fromJson(const QJsonObject &json);
};

/// A metric by the name that it has in JSON and in the header of tables.
struct MetricField {
    const char *name;
    double Metrics::*value;
};

/// MAE RMSE WAPE sMAPE MASE bias coverage80 coverage95, then MAPE RMSSE pinball0.025 pinball0.1 pinball0.5 pinball0.9
/// pinball0.975 CRPS winkler80 winkler95 MSIS95 skill.
std::span<const MetricField> metricFields();

/// What errors are measured against: taken from the history alone. NaN where the history is too short.
struct ErrorScales {
    double seasonal = missing;    ///< naiveScale()
    double squaredStep = missing; ///< stepScale()
};
ErrorScales errorScales(Values history, int season);

/// actual, forecast: the same length; scales: of the training part, for MASE and RMSSE. What needs bands or a baseline stays NaN.
Metrics pointMetrics(Values actual, Values forecast, const ErrorScales &scales);
Metrics pointMetrics(Values actual, Values forecast, Values history, int season);

/// Mean absolute error of the seasonal naive inside `history`: (1/(n-m)) sum |y_t - y_{t-m}|; NaN when n <= m.
double naiveScale(Values history, int season);

/// Mean squared first difference of `history`, counted from its first value that is not zero; NaN when there is none.
double stepScale(Values history);

/// Share of actuals inside [low, high]; NaN without actuals.
double coverage(Values actual, Values low, Values high);

/// 1 - MAE / MAE of the baseline; NaN where the baseline is exact.
double skillOf(const Metrics &model, const Metrics &baseline);

} // namespace foretrail
