#include "core/drift/ErrorScale.h"

#include "core/series/SortedWindow.h"

#include <cmath>

namespace foretrail {

ErrorScale usualErrors(Values errors)
{
    constexpr double normal = 1.4826, widest = 4;
    SortedWindow sorted;
    for (const double error : errors)
        sorted.add(error);
    const double centre = sorted.median(), robust = normal * sorted.medianDistance(centre);
    double squares = 0, count = 0;
    for (const double error : errors) {
        if (robust > 0 && std::abs(error - centre) > widest * robust)
            continue;
        squares += (error - centre) * (error - centre);
        ++count;
    }
    return {centre, std::sqrt(squares / std::max(count - 1, 1.0))};
}

} // namespace foretrail
