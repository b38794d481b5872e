#pragma once

#include "core/data/Workspace.h"
#include "core/data/figures/UserFigures.h"

#include <memory>

namespace foretrail {

using SharedFigures = std::shared_ptr<const ShopFigures>;

/// The figures of all users of a workspace: read where they were kept from the data there is; after imports that only added rows,
/// those of users with new events are counted again; else all are. What was counted is kept where the workspace can be written.
/// Cancelled.
Result<SharedFigures> workspaceFigures(Workspace &workspace, JobContext &job, const FigureOptions &options = {});

/// Reads them where they are kept from the data there is; NotFound otherwise.
Result<SharedFigures> keptFigures(Workspace &workspace);

/// The minutes of silence that end a session: a setting of the workspace, 30 where none was made.
Result<qint64> sessionGapMinutes(Workspace &workspace);
/// 1 to 1,440; InvalidInput otherwise.
Result<void> setSessionGapMinutes(Workspace &workspace, qint64 minutes);

} // namespace foretrail
