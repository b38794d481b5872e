#pragma once

#include <QtGlobal>

#include <span>
#include <vector>

namespace foretrail {

/// Examples for a model that sees `lookback` observations and predicts the next one: window i of `inputs`
/// (row-major [count][lookback]) belongs to targets[i]. The flat arrays fit those of a WindowSet with one feature.
struct SlidingWindows {
    int count = 0;
    int lookback = 0;
    std::vector<float> inputs;
    std::vector<float> targets;
};

/// One window for each target in [firstTarget, endTarget) that has `lookback` values before it; oldest first.
/// A window never reaches past its target, so one whose targets are all in the training part sees only that part.
SlidingWindows slidingWindows(std::span<const float> values, int lookback, qint64 firstTarget, qint64 endTarget);

/// All windows of the values: count = values.size() - lookback, none when there are too few.
SlidingWindows slidingWindows(std::span<const float> values, int lookback);

} // namespace foretrail
