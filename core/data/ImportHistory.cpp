#include "core/data/ImportHistory.h"

#include "core/data/ImportPlan.h"
#include "core/data/ItemNames.h"
#include "core/data/SetAside.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>
#include <QJsonDocument>
#include <QLocale>

namespace foretrail {
namespace {

struct Text { Q_DECLARE_TR_FUNCTIONS(foretrail::ImportHistory) };

/// What the ledger knows of an import besides its report.
struct Entry {
    QString file;
    bool isUndone = false;
    ConflictPolicy conflict = ConflictPolicy::Skip;
    DuplicateRule duplicates = DuplicateRule::WholeRow;
};

Result<Entry> entryOf(Connection &connection, qint64 id)
{
    Statement row = connection.prepare("SELECT file, undone IS NOT NULL, plan FROM imports WHERE id = ?1");
    row.bind(1, id);
    if (!row.step())
        return fail(ErrorCode::NotFound, Text::tr("There is no import %1. The ledger lists those that there are.").arg(id));
    Entry entry{row.text(0), row.integer(1) != 0};
    // Of an import by an older version, whose plan says less, the usual policy holds.
    if (const Result<ImportPlan> plan = ImportPlan::fromJson(QJsonDocument::fromJson(row.text(2).toUtf8()).object())) {
        entry.conflict = plan->conflict;
        entry.duplicates = plan->duplicates;
    }
    return entry;
}

void setUndone(Connection &connection, qint64 id, bool isUndone)
{
    Statement statement = connection.prepare("UPDATE imports SET undone = ?2 WHERE id = ?1");
    statement.bind(1, id);
    if (isUndone)
        statement.bind(2, QDateTime::currentMSecsSinceEpoch());
    statement.run();
}

// A file whose rows are not told apart counts once as a whole.
Result<void> checkWholeFile(Connection &connection, qint64 id)
{
    Statement other = connection.prepare("SELECT o.id FROM imports o JOIN imports i ON i.id = ?1 WHERE o.id <> i.id AND o.undone IS NULL "
                                         "AND o.events > 0 AND o.sha256 = i.sha256 AND o.part = i.part AND o.sha256 <> ''");
    other.bind(1, id);
    if (!other.step())
        return {};
    return fail(ErrorCode::InvalidInput,
                Text::tr("The same file is there as import %1. Take that one back first.").arg(other.integer(0)));
}

/// Runs `work` in a transaction with the totals counted anew at its end.
template<class Work>
Result<ImportReport> change(Workspace &workspace, qint64 id, JobContext &job, const Work &work)
{
    Connection &connection = workspace.connection();
    const Result<void> done = connection.guarded([&]() -> Result<void> {
        PatientScope patience(connection, job);
        WriteTransaction transaction(connection);
        StopScope scope(connection, job);
        LiveTotals totals(connection);
        totals.touchImport(id);
        Result<void> worked = work(connection, totals);
        if (worked)
            worked = totals.write(job);
        if (!worked)
            return worked;
        ItemNames::choose(connection, id);
        transaction.commit();
        return {};
    });
    if (!done)
        return fail(done.error());
    sqlite3_wal_checkpoint_v2(connection.handle(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
    return importReport(workspace, id);
}

} // namespace

Result<ImportReport> undoImport(Workspace &workspace, qint64 importId, JobContext &job)
{
    return change(workspace, importId, job, [&](Connection &connection, LiveTotals &totals) -> Result<void> {
        const Result<Entry> entry = entryOf(connection, importId);
        if (!entry)
            return fail(entry.error());
        if (entry->isUndone)
            return fail(ErrorCode::InvalidInput, Text::tr("Import %1 (%2) is taken back already.")
                                                     .arg(importId).arg(QFileInfo(entry->file).fileName()));
        setUndone(connection, importId, true);
        return SetAside(connection, importId, totals, job).takeAway();
    });
}

Result<ImportReport> redoImport(Workspace &workspace, qint64 importId, JobContext &job)
{
    return change(workspace, importId, job, [&](Connection &connection, LiveTotals &totals) -> Result<void> {
        const Result<Entry> entry = entryOf(connection, importId);
        if (!entry)
            return fail(entry.error());
        if (!entry->isUndone)
            return fail(ErrorCode::InvalidInput, Text::tr("Import %1 (%2) is not taken back: its rows count.")
                                                     .arg(importId).arg(QFileInfo(entry->file).fileName()));
        const bool isMatched = entry->duplicates != DuplicateRule::None;
        if (!isMatched)
            if (Result<void> once = checkWholeFile(connection, importId); !once)
                return once;
        setUndone(connection, importId, false);
        return SetAside(connection, importId, totals, job).bringBack(entry->conflict == ConflictPolicy::Replace, isMatched);
    });
}

} // namespace foretrail
