#pragma once

#include "core/base/Calendar.h"
#include "core/base/Ids.h"
#include "core/base/Result.h"

#include <QString>

#include <optional>

namespace foretrail {

/// When a model is looked at.
enum class UpdateSchedule { ByHand, EachStep, Daily, Weekly, OnDrift };
QString updateScheduleName(UpdateSchedule schedule); ///< "hand", "step", "daily", "weekly", "drift"
Result<UpdateSchedule> updateScheduleFromName(const QString &name); ///< InvalidInput lists the names there are

constexpr double usualWarningScore = 2.0 / 3; ///< a drift score is the share of the way to an alarm; DDM (Gama et al. 2004) warns at 2 of 3 deviations

/// What is known when one asks whether a model is to be updated.
struct UpdateMoment {
    Step step = Step::Day;  ///< of the series; None has no clock: each of its steps counts as a day
    qint64 closedSteps = 0; ///< since the last update
    WallMs updated = 0;     ///< up to where the series was known then
    WallMs now = 0;         ///< and is now
    std::optional<double> score; ///< of drift; unset: nobody has measured it yet, so that it may be any
};

/// Nothing is due without a closed step, whatever the schedule; by hand nothing ever.
bool isUpdateDue(UpdateSchedule schedule, const UpdateMoment &moment, double warningScore = usualWarningScore);

/// A run that is updated by itself while time goes on. A value without a clock: whoever has one asks. A step that nobody asked about is not
/// lost, since what is due is counted from the last look.
struct FollowedSchedule {
    RunId run;
    QString name; ///< of the run
    UpdateSchedule schedule = UpdateSchedule::EachStep;
    Step step = Step::Day;
    WallMs looked = 0; ///< all steps before it were over when it was looked at last

    /// The end of the steps that are over at `now`.
    WallMs closedAt(WallMs now) const;
    /// Whether it is time to look; with OnDrift at each closed step, since only a look tells what drift there is.
    bool isDue(WallMs now) const;
    void look(WallMs now) { looked = closedAt(now); }
    bool operator==(const FollowedSchedule &) const = default;
};

} // namespace foretrail
