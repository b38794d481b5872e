#include "core/series/Series.h"

#include <algorithm>

namespace foretrail {

Series Series::part(qint64 first, qint64 count) const
{
    first = std::clamp<qint64>(first, 0, size());
    count = std::clamp<qint64>(count, 0, size() - first);
    Series result{key, name, unit, axis, {}};
    result.axis.start = axis.timeAt(first);
    result.values.assign(values.begin() + first, values.begin() + first + count);
    return result;
}

} // namespace foretrail
