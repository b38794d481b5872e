#pragma once

#include "core/data/ImportPlan.h"
#include "core/data/Workspace.h"

namespace foretrail {

/// The first log of a workspace brings the clock that its days are cut by, the first amounts their currency. Before its rows, in their
/// transaction.
Result<void> adoptSettings(Workspace &workspace, const ImportPlan &plan);

} // namespace foretrail
