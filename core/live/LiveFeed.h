#pragma once

#include "core/data/feed/FeedWriter.h"
#include "core/live/FeedSource.h"

namespace foretrail {

struct LiveOptions {
    std::optional<ImportPlan> plan{}; ///< how lines are read; unset: as the feed was read before
    qint64 forMs = 0;                 ///< 0: until it is stopped, or the feed ends
    qint64 tickMs = 1000;             ///< between two reports
};

/// What came in since the last report, and in all.
struct LiveTick {
    UtcMs time = 0;         ///< of the clock on the wall
    double seconds = 0;     ///< since the last one
    ImportReport since;
    ImportReport total;
    qint64 lines = 0;       ///< of the feed, ever
    QStringList notes;      ///< what a person should know
    QJsonObject toJson() const;
};

/// Follows a feed into the workspace until the time is over, the feed ends or the job is stopped; `tell` gets a report each tick and one at the
/// end. What is read is stored at once, at most a few hundred milliseconds later. Where the workspace cannot be written (another program writes, the
/// disk is full) it is said and tried again, and the source waits. Returns what was stored in all. Errors of the feed; a stop is no error.
Result<ImportReport> followFeed(Workspace &workspace, const FeedSpec &spec, const LiveOptions &options, const std::function<void(const LiveTick &)> &tell,
                                JobContext &job);

} // namespace foretrail
