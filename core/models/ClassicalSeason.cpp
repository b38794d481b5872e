#include "core/models/ClassicalSeason.h"

#include "core/series/Statistics.h"

#include <cmath>
#include <numeric>

namespace foretrail {
namespace {

/// The sum over `season` steps about t; of an even season the two ends count half.
double centredSum(Values values, size_t t, int season)
{
    const size_t half = size_t(season / 2);
    const Values window = values.subspan(t - half, 2 * half + 1);
    const double sum = std::accumulate(window.begin(), window.end(), 0.0);
    return season % 2 == 0 ? sum - (window.front() + window.back()) / 2 : sum;
}

} // namespace

bool SeasonTest::isSeasonal() const { return limit > 0 && std::abs(correlation) > limit; }

SeasonTest testSeason(Values values, int season)
{
    const size_t count = values.size();
    if (season < 2 || count < 3 * size_t(season))
        return {};
    const double mean = meanOf(values);
    const auto covariance = [&](size_t lag) {
        double sum = 0;
        for (size_t t = lag; t < count; ++t)
            sum += (values[t] - mean) * (values[t - lag] - mean);
        return sum;
    };
    const double variance = covariance(0);
    if (!(variance > 1e-20 * mean * mean * double(count)))
        return {};
    double squares = 0;
    for (size_t lag = 1; lag < size_t(season); ++lag)
        squares += std::pow(covariance(lag) / variance, 2);
    return {covariance(size_t(season)) / variance, 1.645 / std::sqrt(double(count)) * std::sqrt(1 + 2 * squares)};
}

std::vector<double> classicalIndices(Values values, int season)
{
    std::vector<double> index(size_t(season), 0);
    std::vector<int> seen(size_t(season), 0);
    const size_t half = size_t(season / 2);
    for (size_t t = half; t + half < values.size(); ++t) {
        const size_t place = t % size_t(season);
        index[place] += values[t] * season / centredSum(values, t, season);
        ++seen[place];
    }
    for (size_t place = 0; place < index.size(); ++place)
        index[place] /= seen[place];
    const double mean = meanOf(index);
    for (double &value : index)
        value /= mean;
    return index;
}

} // namespace foretrail
