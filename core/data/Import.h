#pragma once

#include "core/data/ImportPlan.h"
#include "core/data/ImportReport.h"
#include "core/data/ImportSources.h"
#include "core/data/Workspace.h"

namespace foretrail {

/// Reads a file (plain or packed) as far as guessing needs it, and guesses everything; never fails on odd content, only on
/// files that cannot be read, are empty, are a folder or are not text.
Result<ImportPreview> previewFile(const SourceFile &source, JobContext &job);
inline Result<ImportPreview> previewFile(const QString &path, JobContext &job) { return previewFile(SourceFile{path, {}}, job); }
/// The same file under a changed plan: what the first rows become. Quick (tens of milliseconds).
Result<ImportPreview> previewFile(const QString &path, const ImportPlan &plan, JobContext &job);

/// How an import of the file would read it, with what only the whole file tells: which day is meant by 03/04. InvalidInput where a person has to say more.
Result<ImportPreview> settledPreview(const QString &path, const ImportPlan &plan, JobContext &job);

/// Imports a file in one transaction: all of it, or nothing when it fails, is cancelled or the machine dies.
/// Progress is in bytes of the file. Rejected rows are kept in the workspace.
/// InvalidInput when no row at all could be read: then the plan is wrong, not the rows; and when the dates can be read in
/// two ways, nobody has said which, and nothing in the file speaks clearly for one of them.
/// `group`: the first import of the same go (ImportReport::group); 0: this one is the first, or the only one.
Result<ImportReport> importFile(Workspace &workspace, const QString &path, const ImportPlan &plan, JobContext &job, qint64 group = 0);

/// Imports kept in a workspace, newest first, without their rejected rows.
Result<QList<ImportReport>> listImports(Workspace &workspace);
/// What rejected rows are listed by; those that are alike stand by their lines.
struct RejectOrder {
    enum class By { Line, Column, Value, Reason }; ///< Value: numbers by their size, then texts
    By by = By::Line;
    bool isDescending = false;
    bool operator==(const RejectOrder &) const = default;
};
/// At most `limit` rejected rows of an import from the `first` on; fewer where the rows are wide, none at the end.
Result<QList<RejectedRow>> listRejects(Workspace &workspace, qint64 importId, qint64 first, int limit, const RejectOrder &order = {});

} // namespace foretrail
