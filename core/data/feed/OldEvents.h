#pragma once

#include "core/data/Workspace.h"

namespace foretrail {

/// Removes the events before a moment for good, those of all logs with a clock, with what they count in: afterwards all totals are as if they had
/// never come. Keys of users and items stay. One transaction. Returns how many there were; Cancelled, Io.
Result<qint64> forgetEventsBefore(Workspace &workspace, UtcMs before, JobContext &job);

} // namespace foretrail
