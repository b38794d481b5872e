#pragma once

#include "core/data/Workspace.h"

namespace foretrail {

/// What one user brought to a sum before and since a moment.
struct UserSum {
    UserId user; ///< 0: rows of nobody known
    double before = 0;
    double since = 0;
};

/// Of revenue, quantity or events, over the rows that count in the one series that the query names: those of [from, change) and of
/// [change, until) on the calendar of the workspace. One pass; in no order. InvalidInput for other measures and imported series; Cancelled.
Result<std::vector<UserSum>> userSums(Workspace &workspace, const SeriesQuery &query, WallMs from, WallMs change, WallMs until, JobContext &job);

} // namespace foretrail
