#include "core/models/SeasonalIndices.h"

#include "core/series/Statistics.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace foretrail {
namespace {

double centredProduct(Values centred, int lag)
{
    return std::inner_product(centred.begin() + lag, centred.end(), centred.begin(), 0.0);
}

} // namespace

bool SeasonTest::isSeasonal() const { return limit > 0 && std::abs(correlation) > limit; }

SeasonTest testSeason(Values values, int season)
{
    const auto n = qint64(values.size());
    if (season < 2 || n < 3 * qint64(season))
        return {};
    const double mean = meanOf(values);
    std::vector<double> centred(values.begin(), values.end());
    for (double &value : centred)
        value -= mean;
    const double variance = centredProduct(centred, 0);
    if (!(variance > 1e-20 * mean * mean * double(n))) // equal values, but for rounding
        return {};
    double squares = 0;
    for (int lag = 1; lag < season; ++lag)
        squares += std::pow(centredProduct(centred, lag) / variance, 2);
    return {centredProduct(centred, season) / variance, 1.645 * std::sqrt((1 + 2 * squares) / double(n))};
}

double SeasonalIndices::at(qint64 place) const
{
    const qint64 m = season();
    return index[size_t(((place % m) + m) % m)];
}

double SeasonalIndices::without(double value, qint64 place) const
{
    return index.empty() ? value : isMultiplicative ? value / at(place) : value - at(place);
}

std::vector<double> SeasonalIndices::removedFrom(Values values, qint64 place) const
{
    std::vector<double> rest(values.begin(), values.end());
    for (size_t t = 0; t < rest.size(); ++t)
        rest[t] = without(rest[t], place + qint64(t));
    return rest;
}

double SeasonalIndices::with(double value, qint64 place) const
{
    return index.empty() ? value : isMultiplicative ? value * at(place) : value + at(place);
}

double SeasonalIndices::scaleAt(qint64 place) const
{
    return isMultiplicative && !index.empty() ? at(place) : 1.0;
}

std::vector<double> seasonalTrend(Values values, int season)
{
    const auto m = size_t(season);
    const size_t width = m % 2 == 0 ? m + 1 : m;
    std::vector<double> trend;
    for (size_t t = 0; t + width <= values.size(); ++t) {
        double sum = std::accumulate(values.begin() + long(t), values.begin() + long(t + width), 0.0);
        if (m % 2 == 0)
            sum -= (values[t] + values[t + m]) / 2;
        trend.push_back(sum / double(m));
    }
    return trend;
}

SeasonalIndices classicalIndices(Values values, int season, bool isMultiplicative)
{
    const auto m = size_t(season);
    const std::vector<double> trend = seasonalTrend(values, season);
    std::vector<double> sums(m, 0.0);
    std::vector<double> counts(m, 0.0);
    for (size_t i = 0; i < trend.size(); ++i) {
        const size_t t = i + m / 2;
        sums[t % m] += isMultiplicative ? values[t] / trend[i] : values[t] - trend[i];
        ++counts[t % m];
    }
    SeasonalIndices result{isMultiplicative, std::vector<double>(m, isMultiplicative ? 1.0 : 0.0)};
    for (size_t place = 0; place < m; ++place)
        if (counts[place] > 0)
            result.index[place] = sums[place] / counts[place];
    const double mean = meanOf(result.index);
    for (double &value : result.index)
        value = isMultiplicative ? value / mean : value - mean;
    return result;
}

SeasonalIndices indicesToRemove(Values values, int season, bool isOriginalScale)
{
    if (!testSeason(values, season).isSeasonal())
        return {};
    const bool isPositive = *std::min_element(values.begin(), values.end()) > 0;
    return classicalIndices(values, season, isOriginalScale && isPositive);
}

} // namespace foretrail
