#pragma once

#include "core/data/ImportPlan.h"
#include "core/data/Workspace.h"

#include <optional>

namespace foretrail {

/// Where lines come in from, how they are read, and how far they are stored.
struct FeedState {
    qint64 id = 0;
    QString source;       ///< as core/live/FeedSpec writes it; one feed has it
    ImportPlan plan;
    QJsonObject position; ///< what the source needs to go on; empty: it begins
    qint64 lines = 0;     ///< taken so far, those of rejected rows too
};

/// Those that a workspace knows, the latest first.
Result<QList<FeedState>> feedsOf(Workspace &workspace);
/// The one with this source, as it was left; made with `plan` where there is none. A plan takes the place of the one that is kept.
/// InvalidInput where there is neither, and for a plan that no line can be read by alone: workbooks, wide series, UTF-16.
Result<FeedState> feedOf(Workspace &workspace, const QString &source, const std::optional<ImportPlan> &plan);

/// How the latest log of the workspace was read; none where there is no log.
Result<std::optional<ImportPlan>> latestPlan(Workspace &workspace);

} // namespace foretrail
