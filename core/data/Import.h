#pragma once

#include "core/data/ImportPlan.h"
#include "core/data/Workspace.h"

namespace foretrail {

/// Reads the beginning of a file (plain or gzip) and guesses everything; never fails on odd content, only on
/// files that cannot be read, are empty, are a directory or are not text.
Result<ImportPreview> previewFile(const QString &path, JobContext &job);
/// The same file under a changed plan: what the first rows become. Quick (tens of milliseconds).
Result<ImportPreview> previewFile(const QString &path, const ImportPlan &plan, JobContext &job);

/// Imports a file in one transaction: all of it, or nothing when it fails, is cancelled or the machine dies.
/// Progress is in bytes of the file. Rejected rows are kept in the workspace and go, with a path, to a CSV too.
Result<ImportReport> importFile(Workspace &workspace, const QString &path, const ImportPlan &plan, JobContext &job);

/// Imports kept in a workspace, newest first, without their rejected rows.
Result<QList<ImportReport>> listImports(Workspace &workspace);
/// At most `limit` rejected rows of an import from the `first` on.
Result<QList<RejectedRow>> listRejects(Workspace &workspace, qint64 importId, qint64 first, int limit);
/// line,column,value,reason of every rejected row.
Result<void> writeRejects(Workspace &workspace, qint64 importId, const QString &csvPath);

} // namespace foretrail
