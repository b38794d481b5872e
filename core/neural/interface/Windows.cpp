#include "core/neural/interface/Windows.h"

#include <algorithm>

namespace foretrail {

StoredWindows::StoredWindows(std::span<const float> inputs, std::span<const float> targets, int count, int lookback, int features)
    : m_inputs(inputs), m_targets(targets), m_count(count),
      m_size{lookback, features, 0, count > 0 && !targets.empty() ? int(targets.size()) / count : 1}
{
}

void StoredWindows::gather(std::span<const qint64> windows, const WindowBatch &batch) const
{
    const auto features = size_t(m_size.features);
    const size_t width = size_t(m_size.lookback) * features;
    const size_t targets = size_t(m_size.targets);
    for (size_t r = 0; r < windows.size(); ++r) {
        const float *window = m_inputs.data() + size_t(windows[r]) * width;
        for (size_t t = 0; t < size_t(m_size.lookback); ++t)
            std::copy_n(window + t * features, features, batch.inputs + (t * windows.size() + r) * size_t(batch.stride));
        if (batch.targets && !m_targets.empty())
            std::copy_n(m_targets.data() + size_t(windows[r]) * targets, targets, batch.targets + r * targets);
    }
}

} // namespace foretrail
