#pragma once

#include "core/data/ImportBudget.h"
#include "core/data/ImportGroup.h"
#include "core/data/Workspace.h"

namespace foretrail {

/// Takes an import back: its rows no longer count anywhere, and can be brought back with redoImport. What it replaced
/// counts again. One transaction; progress in rows; cancelled or killed it leaves everything as it was.
/// NotFound when there is no such import, InvalidInput when it is taken back already.
Result<ImportReport> undoImport(Workspace &workspace, qint64 importId, JobContext &job);
/// Brings a taken-back import back. Rows that another import has stored meanwhile stay aside, and are said in the notes.
/// InvalidInput when it is not taken back, or when its file, imported as a whole, is there again.
Result<ImportReport> redoImport(Workspace &workspace, qint64 importId, JobContext &job);

/// Takes back what of a group is not taken back yet, in one transaction: all of it, or nothing when it fails, is cancelled or
/// killed. NotFound when there is no such group, InvalidInput when all of it is taken back already.
Result<ImportGroup> undoGroup(Workspace &workspace, qint64 group, JobContext &job);
/// Brings back what of a group is taken back, all or nothing. InvalidInput when nothing is, or as with redoImport.
Result<ImportGroup> redoGroup(Workspace &workspace, qint64 group, JobContext &job);

/// The ledger entry of one import as it stands, with the notes that follow from later undoing and replacing.
Result<ImportReport> importReport(Workspace &workspace, qint64 importId);

/// The import that holds events of this file (by its SHA-256 and part) and is not taken back; 0: none.
Result<qint64> importOfFile(Workspace &workspace, const QByteArray &sha256, const QString &part);

/// A rejected row with its fields as a person corrected them.
struct Correction {
    qint64 rejectId = 0;
    QStringList fields;
};
/// Reads rejected rows again by the plan of their import; what can be read now is stored as part of that import and is no
/// reject any more, the rest keeps the new text with its new reason. The sum of the ledger holds. One transaction.
Result<ImportReport> feedAgain(Workspace &workspace, qint64 importId, const QList<Correction> &corrections, JobContext &job,
                               const ImportBudget &budget = {});

} // namespace foretrail
