#include "core/online/UpdateSchedule.h"

#include "core/online/NamedKinds.h"

#include <algorithm>

namespace foretrail {

namespace {

constexpr std::array schedules{UpdateSchedule::ByHand, UpdateSchedule::EachStep, UpdateSchedule::Daily, UpdateSchedule::Weekly, UpdateSchedule::OnDrift};

Step clockStep(Step step) { return step == Step::None ? Step::Day : step; }

} // namespace

QString updateScheduleName(UpdateSchedule schedule)
{
    switch (schedule) {
    case UpdateSchedule::ByHand: return QStringLiteral("hand");
    case UpdateSchedule::EachStep: return QStringLiteral("step");
    case UpdateSchedule::Daily: return QStringLiteral("daily");
    case UpdateSchedule::Weekly: return QStringLiteral("weekly");
    case UpdateSchedule::OnDrift: return QStringLiteral("drift");
    }
    return {};
}

Result<UpdateSchedule> updateScheduleFromName(const QString &name) { return kindFromName(name, schedules, updateScheduleName); }

bool isUpdateDue(UpdateSchedule schedule, const UpdateMoment &moment, double warningScore)
{
    if (moment.closedSteps <= 0)
        return false;
    const bool hasClock = moment.step != Step::None;
    const WallMs passed = moment.now - moment.updated;
    switch (schedule) {
    case UpdateSchedule::ByHand: return false;
    case UpdateSchedule::EachStep: return true;
    case UpdateSchedule::Daily: return !hasClock || passed >= dayMs;
    case UpdateSchedule::Weekly: return !hasClock || passed >= 7 * dayMs;
    case UpdateSchedule::OnDrift: return !moment.score || *moment.score >= warningScore;
    }
    return false;
}

WallMs FollowedSchedule::closedAt(WallMs now) const { return floorToStep(now, clockStep(step)); }

bool FollowedSchedule::isDue(WallMs now) const
{
    const WallMs closed = closedAt(now);
    const qint64 steps = closed > looked ? std::max<qint64>(1, stepsBetween(closedAt(looked), closed, clockStep(step))) : 0;
    return isUpdateDue(schedule, {clockStep(step), steps, looked, closed, {}});
}

} // namespace foretrail
