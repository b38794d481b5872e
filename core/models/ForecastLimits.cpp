#include "core/models/ForecastLimits.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace foretrail {
namespace {

constexpr double unlimited = std::numeric_limits<double>::infinity();

// Adding zero leaves no negative zero behind.
double nearestWhole(double value) { return std::round(value) + 0.0; }

/// Whole but for the rounding of what was computed before: a band around a constant 3 must not become 2 to 4.
bool isAlmostWhole(double value)
{
    return std::abs(value - std::round(value)) <= std::min(1e-9 * std::max(1.0, std::abs(value)), 1e-3);
}

double wholeBelow(double value) { return isAlmostWhole(value) ? nearestWhole(value) : std::floor(value) + 0.0; }
double wholeAbove(double value) { return isAlmostWhole(value) ? nearestWhole(value) : std::ceil(value) + 0.0; }

} // namespace

double ForecastLimits::least() const
{
    const double value = floor.value_or(-unlimited);
    return isWhole ? std::ceil(value) + 0.0 : value;
}

double ForecastLimits::most() const
{
    const double value = cap.value_or(unlimited);
    return isWhole ? std::floor(value) + 0.0 : value;
}

ForecastLimits ForecastLimits::forNonNegative() const
{
    ForecastLimits limits = *this;
    if (!floor && most() >= 0)
        limits.floor = 0.0;
    return limits;
}

double ForecastLimits::limited(double value) const
{
    return std::min(std::max(isWhole ? nearestWhole(value) : value, least()), most());
}

Forecast ForecastLimits::limited(Forecast forecast) const
{
    for (double &value : forecast.mean)
        value = limited(value);
    std::vector<Band *> outwards;
    for (Band &band : forecast.bands)
        outwards.push_back(&band);
    std::stable_sort(outwards.begin(), outwards.end(), [](const Band *a, const Band *b) { return a->level < b->level; });
    const std::vector<double> *low = &forecast.mean;
    const std::vector<double> *high = &forecast.mean;
    for (Band *band : outwards) {
        for (size_t h = 0; h < forecast.mean.size(); ++h) {
            band->low[h] = std::min(limited(isWhole ? wholeBelow(band->low[h]) : band->low[h]), (*low)[h]);
            band->high[h] = std::max(limited(isWhole ? wholeAbove(band->high[h]) : band->high[h]), (*high)[h]);
        }
        low = &band->low;
        high = &band->high;
    }
    return forecast;
}

} // namespace foretrail
