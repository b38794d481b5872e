#include "core/evaluation/DieboldMariano.h"

#include "core/series/Statistics.h"

#include <boost/math/distributions/students_t.hpp>

#include <algorithm>
#include <cmath>

namespace foretrail {
namespace {

double autocovarianceOf(Values values, double mean, size_t lag)
{
    double sum = 0;
    for (size_t i = lag; i < values.size(); ++i)
        sum += (values[i] - mean) * (values[i - lag] - mean);
    return sum / double(values.size());
}

/// gamma_0 + 2 (gamma_1 + .. + gamma_{h-1})
double longRunVariance(Values values, double mean, int horizon)
{
    double variance = autocovarianceOf(values, mean, 0);
    for (int lag = 1; lag < horizon; ++lag)
        variance += 2 * autocovarianceOf(values, mean, size_t(lag));
    return variance;
}

} // namespace

DieboldMariano dieboldMariano(Values differences, int horizon)
{
    const auto origins = double(differences.size());
    if (differences.size() < 2 || horizon < 1 || differences.size() < size_t(horizon))
        return {};
    if (std::all_of(differences.begin(), differences.end(), [](double value) { return value == 0; }))
        return {0, 1};
    const double mean = meanOf(differences);
    const double least = 1e-24 * mean * mean; // what rounding leaves of differences that are all alike
    double h = horizon;
    double variance = longRunVariance(differences, mean, horizon);
    if (!(variance > least)) {
        h = 1;
        variance = longRunVariance(differences, mean, 1);
    }
    if (!(variance > least))
        return {};
    const double correction = (origins + 1 - 2 * h + h * (h - 1) / origins) / origins;
    if (!(correction > 0))
        return {};
    const double statistic = mean / std::sqrt(variance / origins) * std::sqrt(correction);
    const boost::math::students_t distribution(origins - 1);
    return {statistic, 2 * boost::math::cdf(boost::math::complement(distribution, std::abs(statistic)))};
}

} // namespace foretrail
