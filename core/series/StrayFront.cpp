#include "core/series/StrayFront.h"

#include <algorithm>
#include <cmath>

namespace foretrail {

namespace {

constexpr double largestShare = 0.01, leastEmpty = 0.75, smallBeside = 0.1;
constexpr size_t fewestBehind = 3; ///< values that make a main part

double sizeOf(double value) { return std::isfinite(value) ? std::fabs(value) : 0; }

double medianOf(std::vector<double> values)
{
    const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

} // namespace

qint64 strayFront(Values values)
{
    double total = 0;
    std::vector<double> sizes; // of what is not empty
    for (const double value : values) {
        total += sizeOf(value);
        if (sizeOf(value) > 0)
            sizes.push_back(sizeOf(value));
    }
    const size_t all = sizes.size();
    if (all <= fewestBehind)
        return 0;
    const double usual = medianOf(std::move(sizes));
    qint64 stray = 0;
    double before = 0, largest = 0;
    size_t filled = 0;
    for (size_t i = 0; i < values.size() && filled + fewestBehind <= all && before <= largestShare * total && largest < smallBeside * usual; ++i) {
        if (sizeOf(values[i]) == 0)
            continue;
        if (filled > 0 && double(filled) <= (1 - leastEmpty) * double(i))
            stray = qint64(i); // all before is little and mostly empty
        ++filled;
        before += sizeOf(values[i]);
        largest = std::max(largest, sizeOf(values[i]));
    }
    return stray;
}

} // namespace foretrail
