#include "core/data/SeriesSketch.h"

#include <algorithm>
#include <cmath>

namespace foretrail {

std::vector<float> sketchOf(Values values)
{
    constexpr size_t mostPoints = 48;
    const size_t points = std::min(values.size(), mostPoints);
    std::vector<float> sketch(points);
    for (size_t i = 0; i < points; ++i) {
        const size_t from = i * values.size() / points;
        const size_t to = (i + 1) * values.size() / points;
        double sum = 0;
        int known = 0;
        for (double value : values.subspan(from, to - from)) {
            if (std::isnan(value))
                continue;
            sum += value;
            ++known;
        }
        sketch[i] = known ? float(sum / known) : std::numeric_limits<float>::quiet_NaN();
    }
    return sketch;
}

} // namespace foretrail
