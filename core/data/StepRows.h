#pragma once

#include "core/data/Quality.h"
#include "core/data/Workspace.h"

namespace foretrail {

/// One step of one series: query.keys names it.
struct StepQuestion {
    SeriesQuery query;
    WallMs from = 0; ///< the step's own time
    WallMs to = 0;   ///< the time of the step after it
};

/// The rows of the log that the value of the step is made of, oldest first: at most `limit` from `first` on, and how many there are. Of an
/// imported series its observation. NotFound names a series that is not there; Unsupported for sums of imported series. Cancelled.
Result<FindingRows> stepRows(Workspace &workspace, const StepQuestion &question, qint64 first, int limit, JobContext &job);

} // namespace foretrail
