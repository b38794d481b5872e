#include "core/data/ImportHistory.h"

#include "core/data/ImportPlan.h"
#include "core/data/ItemNames.h"
#include "core/data/SetAside.h"
#include "core/data/sqlite/ReferencesUnchecked.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>
#include <QJsonDocument>

#include <algorithm>
#include <optional>

namespace foretrail {
namespace {

struct ImportHistoryText { Q_DECLARE_TR_FUNCTIONS(foretrail::ImportHistory) };

/// What the ledger knows of an import besides its report.
struct PastImport {
    QString file;
    bool isUndone = false;
    ConflictPolicy conflict = ConflictPolicy::Skip;
    DuplicateRule duplicates = DuplicateRule::WholeRow;
};

Result<PastImport> pastImport(Connection &connection, qint64 id)
{
    Statement row = connection.prepare("SELECT file, undone IS NOT NULL, plan FROM imports WHERE id = ?1");
    row.bind(1, id);
    if (!row.step())
        return fail(ErrorCode::NotFound, ImportHistoryText::tr("There is no import %1. The ledger lists those that there are.").arg(id));
    PastImport entry{QFileInfo(row.text(0)).fileName(), row.integer(1) != 0};
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

// A file whose rows are not told apart counts once as a whole. The counts of the ledger are behind within a transaction.
Result<void> checkWholeFile(Connection &connection, qint64 id)
{
    Statement other = connection.prepare(
        "SELECT o.id FROM imports o JOIN imports i ON i.id = ?1 WHERE o.id <> i.id AND o.undone IS NULL AND o.sha256 = i.sha256 "
        "AND o.part = i.part AND o.sha256 <> '' AND EXISTS (SELECT 1 FROM event_ranges r CROSS JOIN events e "
        "ON e.id BETWEEN r.first_id AND r.last_id AND e.import_id = r.import_id WHERE r.import_id = o.id)");
    other.bind(1, id);
    if (!other.step())
        return {};
    return fail(ErrorCode::InvalidInput,
                ImportHistoryText::tr("The same file is there as import %1. Take that one back first.").arg(other.integer(0)));
}

/// One transaction in which imports leave or come back.
class Change {
public:
    Change(Workspace &workspace, JobContext &job)
        : m_connection(workspace.connection()), m_job(job), m_totals(m_connection), m_indexes(m_connection) {}

    /// Takes these imports back, in this order, or brings them back.
    Result<void> run(const QList<qint64> &imports, bool isUndo)
    {
        const Result<void> done = m_connection.guarded([&]() -> Result<void> {
            std::optional<ReferencesUnchecked> unchecked;
            if (!isUndo && !replaceAny(imports))
                unchecked.emplace(m_connection);
            PatientScope patience(m_connection, m_job);
            WriteTransaction transaction(m_connection);
            StopScope scope(m_connection, m_job);
            if (Result<void> moved = moveAll(imports, isUndo); !moved)
                return moved;
            if (Result<void> counted = m_totals.write(m_job); !counted)
                return counted;
            for (const qint64 import : imports)
                ItemNames::choose(m_connection, import);
            transaction.commit();
            return {};
        });
        if (done)
            sqlite3_wal_checkpoint_v2(m_connection.handle(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
        return done;
    }

private:
    /// Rows that give way take their reversals with them, which the references see to.
    bool replaceAny(const QList<qint64> &imports) const
    {
        return std::ranges::any_of(imports, [this](qint64 import) {
            const Result<PastImport> entry = pastImport(m_connection, import);
            return entry && entry->conflict == ConflictPolicy::Replace;
        });
    }

    Result<void> moveAll(const QList<qint64> &imports, bool isUndo)
    {
        qint64 total = 0, before = 0;
        for (const qint64 import : imports)
            total += SetAside::sizeOf(m_connection, import);
        if (isUndo)
            m_indexes.dropFor(total);
        for (const qint64 import : imports) {
            const qint64 size = SetAside::sizeOf(m_connection, import);
            JobContext part = m_job.part(before, size, total);
            if (Result<void> moved = isUndo ? takeAway(import, part) : bringBack(import, part); !moved)
                return moved;
            before += size;
        }
        m_indexes.restore();
        return {};
    }

    Result<void> takeAway(qint64 import, JobContext &job)
    {
        const Result<PastImport> entry = pastImport(m_connection, import);
        if (!entry)
            return fail(entry.error());
        if (entry->isUndone)
            return fail(ErrorCode::InvalidInput, ImportHistoryText::tr("Import %1 (%2) is taken back already.").arg(import).arg(entry->file));
        setUndone(m_connection, import, true);
        return SetAside(m_connection, m_indexes, import, m_totals, job).takeAway();
    }

    Result<void> bringBack(qint64 import, JobContext &job)
    {
        const Result<PastImport> entry = pastImport(m_connection, import);
        if (!entry)
            return fail(entry.error());
        if (!entry->isUndone)
            return fail(ErrorCode::InvalidInput, ImportHistoryText::tr("Import %1 (%2) is not taken back: its rows count.").arg(import).arg(entry->file));
        const bool isMatched = entry->duplicates != DuplicateRule::None;
        const bool hasRows = SetAside::sizeOf(m_connection, import) > 0; // else all of them were duplicates from the start
        if (!isMatched && hasRows)
            if (Result<void> once = checkWholeFile(m_connection, import); !once)
                return once;
        setUndone(m_connection, import, false);
        return SetAside(m_connection, m_indexes, import, m_totals, job).bringBack(entry->conflict == ConflictPolicy::Replace, isMatched);
    }

    Connection &m_connection;
    JobContext &m_job;
    LiveTotals m_totals;
    EventIndexes m_indexes;
};

Result<ImportReport> changeOne(Workspace &workspace, qint64 import, bool isUndo, JobContext &job)
{
    const Result<void> changed = Change(workspace, job).run({import}, isUndo);
    return changed ? importReport(workspace, import) : fail(changed.error());
}

/// Imports leave latest first and come back earliest first, so that each step is one that a person could have made.
Result<ImportGroup> changeGroup(Workspace &workspace, qint64 number, bool isUndo, JobContext &job)
{
    const Result<ImportGroup> group = importGroup(workspace, number);
    if (!group)
        return fail(group.error());
    QList<qint64> imports;
    for (const ImportReport &report : group->imports)
        if (report.undone.has_value() != isUndo)
            isUndo ? imports.prepend(report.importId) : imports.append(report.importId);
    if (imports.isEmpty())
        return fail(ErrorCode::InvalidInput, isUndo ? ImportHistoryText::tr("All of group %1 is taken back already.").arg(number)
                                                    : ImportHistoryText::tr("Nothing of group %1 is taken back: its rows count.").arg(number));
    if (const Result<void> changed = Change(workspace, job).run(imports, isUndo); !changed)
        return fail(changed.error());
    return importGroup(workspace, number);
}

} // namespace

Result<ImportReport> undoImport(Workspace &workspace, qint64 importId, JobContext &job) { return changeOne(workspace, importId, true, job); }

Result<ImportReport> redoImport(Workspace &workspace, qint64 importId, JobContext &job) { return changeOne(workspace, importId, false, job); }

Result<ImportGroup> undoGroup(Workspace &workspace, qint64 group, JobContext &job) { return changeGroup(workspace, group, true, job); }

Result<ImportGroup> redoGroup(Workspace &workspace, qint64 group, JobContext &job) { return changeGroup(workspace, group, false, job); }

} // namespace foretrail
