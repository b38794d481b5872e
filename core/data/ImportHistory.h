#pragma once

#include "core/data/ImportReport.h"
#include "core/data/Workspace.h"

namespace foretrail {

/// Takes an import back: its rows no longer count anywhere, and can be brought back with redoImport. What it replaced
/// counts again. One transaction; progress in rows; cancelled or killed it leaves everything as it was.
/// NotFound when there is no such import, InvalidInput when it is taken back already.
Result<ImportReport> undoImport(Workspace &workspace, qint64 importId, JobContext &job);
/// Brings a taken-back import back. Rows that another import has stored meanwhile stay aside, and are said in the notes.
Result<ImportReport> redoImport(Workspace &workspace, qint64 importId, JobContext &job);

/// A rejected row with its fields as a person corrected them.
struct Correction {
    qint64 rejectId = 0;
    QStringList fields;
};
/// Reads rejected rows again by the plan of their import; what can be read now is stored as part of that import and is no
/// reject any more, the rest keeps the new text with its new reason. The sum of the ledger holds. One transaction.
Result<ImportReport> feedAgain(Workspace &workspace, qint64 importId, const QList<Correction> &corrections, JobContext &job);

} // namespace foretrail
