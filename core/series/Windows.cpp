#include "core/series/Windows.h"

#include <algorithm>

namespace foretrail {

SlidingWindows slidingWindows(std::span<const float> values, int lookback, qint64 firstTarget, qint64 endTarget)
{
    SlidingWindows windows{0, lookback, {}, {}};
    const qint64 first = std::max<qint64>(firstTarget, lookback);
    const qint64 end = std::min<qint64>(endTarget, qint64(values.size()));
    if (lookback < 1 || first >= end)
        return windows;
    windows.count = int(end - first);
    windows.inputs.reserve(size_t(windows.count) * size_t(lookback));
    for (qint64 target = first; target < end; ++target)
        windows.inputs.insert(windows.inputs.end(), values.begin() + (target - lookback), values.begin() + target);
    windows.targets.assign(values.begin() + first, values.begin() + end);
    return windows;
}

SlidingWindows slidingWindows(std::span<const float> values, int lookback)
{
    return slidingWindows(values, lookback, 0, qint64(values.size()));
}

} // namespace foretrail
