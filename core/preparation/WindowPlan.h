#pragma once

#include "core/preparation/Recipe.h"
#include "core/series/Series.h"

#include <optional>

namespace foretrail {

/// Lengths of the three parts, in observations, oldest first; never shuffled.
struct SplitPlan {
    qint64 train = 0;
    qint64 validation = 0;
    qint64 test = 0;
    bool operator==(const SplitPlan &) const = default;
};

/// What a recipe says of windows.
struct WindowPlan {
    int lookback = 30;
    int horizon = 28;
    int stride = 1;
    bool operator==(const WindowPlan &) const = default;
};

QString windowStepKind(); ///< "windows"
int windowStepOf(const Recipe &recipe); ///< place of the windows step that is on; -1: none
inline bool plannedSplit(const Recipe &recipe) { return windowStepOf(recipe) >= 0; }
qint64 plannedHorizon(const Recipe &recipe); ///< 0 without a windows step
std::optional<WindowPlan> windowPlan(const Recipe &recipe);

/// The split of a series of this axis and length. Without a windows step all of it is training. TooShort or InvalidInput, with
/// the parameter to blame, when a part would be empty that must not be.
Result<SplitPlan> planSplit(const Recipe &recipe, const TimeAxis &axis, qint64 size, const QString &name);

} // namespace foretrail
