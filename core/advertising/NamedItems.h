#pragma once

#include "core/data/Workspace.h"
#include "core/jobs/JobContext.h"

#include <QStringList>

namespace foretrail {

/// The keys of items that a person said: keys, or names that one item alone has, whatever their case. NotFound names all that are neither;
/// InvalidInput names the keys where several items are called so. Cancelled.
Result<QStringList> itemKeysOf(Workspace &workspace, const QStringList &said, JobContext &job);

} // namespace foretrail
