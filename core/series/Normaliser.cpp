#include "core/series/Normaliser.h"

#include <algorithm>
#include <cmath>

namespace foretrail {

Normaliser Normaliser::fit(Values values)
{
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    for (double value : values) {
        if (std::isfinite(value)) {
            low = std::min(low, value);
            high = std::max(high, value);
        }
    }
    if (low > high)
        return {};
    return {low, high > low ? high - low : 1.0};
}

std::vector<float> Normaliser::normalise(Values values) const
{
    std::vector<float> scaled(values.size());
    std::transform(values.begin(), values.end(), scaled.begin(), [this](double value) { return float(normalise(value)); });
    return scaled;
}

} // namespace foretrail
