#pragma once

#include "core/data/Import.h"
#include "core/data/ImportPlan.h"
#include "core/data/ImportReport.h"
#include "core/data/Workspace.h"

namespace foretrail {

/// The plan by which an import was read. NotFound when there is no such import.
Result<ImportPlan> planOfImport(Workspace &workspace, qint64 importId);

/// Why rows of one import were rejected, and how many for each reason.
struct RejectReason {
    QString reason; ///< as Phrase keeps it
    qint64 rows = 0;
};
/// The most frequent first.
Result<QList<RejectReason>> rejectReasons(Workspace &workspace, qint64 importId);
/// Of the rows rejected for one reason, as listRejects().
Result<QList<RejectedRow>> listRejectsFor(Workspace &workspace, qint64 importId, const QString &reason, qint64 first, int limit, const RejectOrder &order = {});

} // namespace foretrail
