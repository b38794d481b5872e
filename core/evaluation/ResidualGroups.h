#pragma once

#include "core/series/Series.h"

#include <vector>

namespace foretrail {

/// Residuals of one weekday or one month.
struct GroupedResidual {
    int group = 0;             ///< 0 for Monday or January
    double mean = missing;     ///< NaN where there are none
    double absolute = missing; ///< mean of their sizes
    qint64 count = 0;
};

enum class ResidualGroup { Weekday, Month };

/// `residuals`: on the axis, NaN where there is none. All seven or twelve groups; empty where the steps of the axis do not tell them apart
/// (weekdays of weeks, months of years).
std::vector<GroupedResidual> groupedResiduals(Values residuals, const TimeAxis &axis, ResidualGroup by);

} // namespace foretrail
