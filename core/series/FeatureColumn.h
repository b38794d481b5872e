#pragma once

#include "core/series/Series.h"

#include <functional>

namespace foretrail {

/// A column beside a series on the same axis, first observation first; it may reach behind the last observation. The value at
/// a step is known before the observation of that step is.
struct FeatureColumn {
    QString name;
    std::vector<double> values;
    bool isKnownAhead = true; ///< false: values of later steps are not known when a forecast is made; the last one is held
};

/// A column that follows from the target itself, such as a lag: what is known of a step once everything before it is.
struct DerivedColumn {
    QString name;
    /// From the observations before the step, oldest first; NaN where there are too few.
    std::function<double(Values before)> next;
};

} // namespace foretrail
