#include "core/evaluation/ResidualGroups.h"

#include "core/series/WallDays.h"

#include <cmath>

namespace foretrail {
namespace {

bool tellsApart(Step step, ResidualGroup by)
{
    switch (step) {
    case Step::Hour:
    case Step::Day: return true;
    case Step::Week:
    case Step::Month: return by == ResidualGroup::Month;
    default: return false;
    }
}

int residualGroupOf(WallMs time, ResidualGroup by)
{
    const qint64 day = dayOf(time);
    return by == ResidualGroup::Weekday ? weekdayOf(day) : dateOfDay(day).month() - 1;
}

} // namespace

std::vector<GroupedResidual> groupedResiduals(Values residuals, const TimeAxis &axis, ResidualGroup by)
{
    if (!tellsApart(axis.step, by))
        return {};
    std::vector<GroupedResidual> groups(by == ResidualGroup::Weekday ? 7 : 12);
    std::vector<double> sums(groups.size()), sizes(groups.size());
    for (size_t i = 0; i < residuals.size(); ++i) {
        if (std::isnan(residuals[i]))
            continue;
        const auto group = size_t(residualGroupOf(axis.timeAt(qint64(i)), by));
        sums[group] += residuals[i];
        sizes[group] += std::abs(residuals[i]);
        ++groups[group].count;
    }
    for (size_t i = 0; i < groups.size(); ++i) {
        groups[i].group = int(i);
        if (groups[i].count == 0)
            continue;
        groups[i].mean = sums[i] / double(groups[i].count);
        groups[i].absolute = sizes[i] / double(groups[i].count);
    }
    return groups;
}

} // namespace foretrail
