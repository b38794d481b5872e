#include "core/training/ForecastScore.h"

#include "core/evaluation/IntervalScores.h"

#include <algorithm>

namespace foretrail {

Metrics scoreOf(const Forecast &forecast, Values actual, const ErrorScales &scales, size_t first)
{
    const size_t count = first < forecast.mean.size() ? std::min(actual.size(), forecast.mean.size() - first) : 0;
    const auto steps = [&](const std::vector<double> &values) { return Values(values).subspan(count > 0 ? first : 0, count); };
    const Values happened = actual.first(count);
    std::vector<Interval> intervals;
    for (const Band &band : forecast.bands)
        intervals.push_back({band.level, steps(band.low), steps(band.high)});
    Metrics metrics = pointMetrics(happened, steps(forecast.mean), scales);
    addIntervalScores(metrics, happened, steps(forecast.mean), intervals, scales);
    return metrics;
}

} // namespace foretrail
