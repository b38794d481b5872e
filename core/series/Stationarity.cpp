#include "core/series/Stationarity.h"

#include "core/series/Mstl.h"
#include "core/series/Statistics.h"

#include <algorithm>
#include <cmath>

namespace foretrail {
namespace {

/// Sum of e_t e_{t-lag} over n.
double autocovariance(const std::vector<double> &e, size_t lag)
{
    double sum = 0;
    for (size_t t = lag; t < e.size(); ++t)
        sum += e[t] * e[t - lag];
    return sum / double(e.size());
}

double longRunVariance(const std::vector<double> &e, int lags)
{
    double variance = autocovariance(e, 0);
    for (int lag = 1; lag <= lags; ++lag)
        variance += 2 * (1 - double(lag) / (lags + 1)) * autocovariance(e, size_t(lag));
    return variance;
}

double strengthOfSeason(Values values, int season)
{
    const auto parts = mstl(values, {season});
    return parts && !parts->seasonal.empty() ? seasonalStrength(*parts, 0) : 0.0;
}

std::vector<double> differences(Values values, size_t lag)
{
    std::vector<double> changes;
    for (size_t t = lag; t < values.size(); ++t)
        changes.push_back(values[t] - values[t - lag]);
    return changes;
}

} // namespace

double kpssStatistic(Values values, int lags)
{
    const double mean = meanOf(values);
    std::vector<double> e;
    double largest = 0;
    for (const double value : values) {
        e.push_back(value - mean);
        largest = std::max(largest, std::abs(value));
    }
    const double variance = longRunVariance(e, std::min(lags, int(e.size()) - 1));
    if (!(variance > 1e-24 * largest * largest)) // what rounding leaves of equal values
        return 0;
    double partial = 0, squares = 0;
    for (const double value : e) {
        partial += value;
        squares += partial * partial;
    }
    return squares / (double(e.size()) * double(e.size()) * variance);
}

int usualKpssLags(qint64 n) { return int(3 * std::sqrt(double(n)) / 13); }

Differencing neededDifferencing(Values values, int season)
{
    constexpr double strongSeason = 0.64;
    Differencing needed;
    std::vector<double> rest(values.begin(), values.end());
    if (season > 1 && values.size() > 2 * size_t(season) && strengthOfSeason(values, season) > strongSeason) {
        needed.season = season;
        rest = differences(values, size_t(season));
    }
    needed.isFirst = kpssStatistic(rest, usualKpssLags(qint64(rest.size()))) > kpssLevelLimit;
    return needed;
}

} // namespace foretrail
