#pragma once

#include "core/data/feed/FeedStore.h"
#include "core/live/FeedSpec.h"

namespace foretrail {

/// A file that shows what the lines of a feed look like: `like` where it is named, else the file itself or the first of the folder; empty where
/// the feed has none yet.
QString exampleOf(const FeedSpec &spec, const QString &like);

/// How the lines of a feed are to be read: unset where the workspace knows from before; guessed from the example; as the latest log of the
/// workspace where there is none. InvalidInput where nothing tells; errors of the example.
Result<std::optional<ImportPlan>> guessedFeedPlan(Workspace &workspace, const FeedSpec &spec, const QString &like, JobContext &job);

/// As the latest log of the workspace was read; InvalidInput, with the remedy, where there is none.
Result<std::optional<ImportPlan>> planOfLatestLog(Workspace &workspace, const FeedSpec &spec);

} // namespace foretrail
