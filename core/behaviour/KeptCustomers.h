#pragma once

#include "core/behaviour/UserOutlook.h"
#include "core/data/Workspace.h"

namespace foretrail {

/// Which model of buyers the profiles of a workspace speak from, and how far ahead.
struct CustomersChoice {
    QString model = QString::fromLatin1(usualBuyerModel);
    qint64 horizonDays = usualHorizonDays;
};

/// The model of buyers that the profiles of a workspace speak from: of all its purchases, in weeks. Each model is kept in the
/// workspace together with the fingerprint of the data, so that it is learnt once and anew when rows came or went.
/// Reads it where it is there, NotFound otherwise.
Result<WorkspaceCustomers> keptCustomers(Workspace &workspace, const CustomersChoice &choice = {});

/// Reads it or learns it, and keeps it where the workspace can be written. Errors as of analyseCustomers().
Result<WorkspaceCustomers> workspaceCustomers(Workspace &workspace, const CustomersChoice &choice, JobContext &job);

} // namespace foretrail
