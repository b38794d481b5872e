#pragma once

#include "core/data/Workspace.h"

#include <QHash>

namespace foretrail {

/// The category of each item, by key: what a table says, else that of the item's first event that has one. Items without one are left out.
/// Cancelled.
Result<QHash<QString, QString>> itemCategories(Workspace &workspace, JobContext &job);

} // namespace foretrail
