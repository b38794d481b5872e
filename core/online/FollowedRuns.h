#pragma once

#include "core/online/UpdateLadder.h"

#include <QHash>

namespace foretrail {

/// By which schedules stored runs follow their data, as somebody chose; kept in the workspace. Runs that are gone, and those updated by hand, are
/// not among them.
Result<QHash<RunId, UpdateSchedule>> chosenSchedules(Workspace &workspace);
/// NotFound where there is no such run; Io where it cannot be written.
Result<void> chooseSchedule(Workspace &workspace, RunId run, UpdateSchedule schedule);

/// A run as it begins to follow: looked at last when it was updated last, or else trained. Reads its series; what reopenRun() says of errors.
Result<FollowedSchedule> followedSchedule(Workspace &workspace, RunId run, UpdateSchedule schedule, JobContext &job);
/// What is asked of the ladder when it is due: the rung that the run's own drift asks for, on what is over by then.
UpdateRequest followRequest(const FollowedSchedule &followed, WallMs now);

} // namespace foretrail
