#include "core/series/Hampel.h"

#include "core/series/SortedWindow.h"

#include <algorithm>
#include <cmath>

namespace foretrail {

HampelMarks hampel(Values values, const HampelOptions &options)
{
    const auto size = qint64(values.size());
    const qint64 half = std::clamp<qint64>(options.half, 0, size);
    HampelMarks marks;
    SortedWindow window;
    for (qint64 i = 0; i < std::min(half, size); ++i)
        window.add(values[size_t(i)]);
    for (qint64 i = 0; i < size; ++i) {
        if (i + half < size)
            window.add(values[size_t(i + half)]);
        if (i - half > 0)
            window.remove(values[size_t(i - half - 1)]);
        marks.median.push_back(window.median());
        marks.scale.push_back(1.4826 * window.medianDistance(marks.median.back()));
        const double distance = std::abs(values[size_t(i)] - marks.median.back());
        if (std::isfinite(values[size_t(i)]) && marks.scale.back() > 0 && distance > options.sigmas * marks.scale.back())
            marks.outliers.push_back(i);
    }
    return marks;
}

} // namespace foretrail
