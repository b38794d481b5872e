#pragma once

#include "core/behaviour/UserOutlook.h"
#include "core/data/Workspace.h"

namespace foretrail {

/// The model of buyers that the profiles of a workspace speak from: of all its purchases, in weeks, the usual model. Kept in the
/// workspace together with the fingerprint of the data, so that it is learnt once and anew when rows came or went.
/// Reads it where it is there, NotFound otherwise.
Result<WorkspaceCustomers> keptCustomers(Workspace &workspace);

/// Reads it or learns it, and keeps it where the workspace can be written. Errors as of analyseCustomers().
Result<WorkspaceCustomers> workspaceCustomers(Workspace &workspace, JobContext &job);

} // namespace foretrail
