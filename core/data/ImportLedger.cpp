#include "core/base/Phrase.h"
#include "core/data/Import.h"
#include "core/data/ImportGroup.h"
#include "core/data/ImportHistory.h"
#include "core/data/ReturnMatching.h"

#include "core/data/sqlite/Connection.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonDocument>

namespace foretrail {
namespace {

struct ImportLedgerText { Q_DECLARE_TR_FUNCTIONS(foretrail::ImportLedger) };

constexpr auto entries = "SELECT id, file, kind, started, report, undone, part, coalesce(group_id, id) FROM imports ";

ImportReport reportFrom(const Statement &row)
{
    ImportReport report = ImportReport::fromJson(QJsonDocument::fromJson(row.text(4).toUtf8()).object());
    for (QString &note : report.notes)
        note = Phrase::shown(note);
    report.importId = row.integer(0);
    report.file = row.text(1);
    report.kind = row.text(2);
    report.started = QDateTime::fromMSecsSinceEpoch(row.integer(3), Qt::UTC);
    report.part = row.text(6);
    report.group = row.integer(7);
    if (!row.isNull(5)) {
        report.undone = QDateTime::fromMSecsSinceEpoch(row.integer(5), Qt::UTC);
        report.notes.prepend(ImportLedgerText::tr("Taken back: its rows do not count."));
    }
    return report;
}

/// Whether an import that counts was made after this one and left rows out, some of which this one may have had.
bool mayBeMissedBelow(Connection &connection, qint64 import)
{
    Statement later = connection.prepare("SELECT EXISTS (SELECT 1 FROM imports WHERE id > ?1 AND undone IS NULL "
                                         "AND json_extract(report, '$.duplicate') > 0)");
    later.bind(1, import);
    later.step();
    return later.integer(0) != 0;
}

Error noSuchGroup(Connection &connection, qint64 number)
{
    Statement row = connection.prepare("SELECT group_id FROM imports WHERE id = ?1");
    row.bind(1, number);
    if (row.step())
        return {ErrorCode::NotFound, ImportLedgerText::tr("There is no group %1. Import %1 is part of group %2.").arg(number).arg(row.integer(0)), {}};
    return {ErrorCode::NotFound, ImportLedgerText::tr("There is no group %1. The ledger lists those that there are.").arg(number), {}};
}

// What later imports and their undoing change is counted when asked for: matched returns, and rows that give way to others.
void bringUpToDate(Connection &connection, ImportReport &report)
{
    if (report.returns > 0 && !report.undone)
        report.returnsMatched = matchedReturns(connection, report.importId);
    if (report.undone && mayBeMissedBelow(connection, report.importId))
        report.notes.insert(1, ImportLedgerText::tr("Rows that later imports left out as its duplicates count nowhere either; import those files again "
                                        "to have them."));
    Statement rows = connection.prepare(
        "SELECT replaced_by, sum(n) FROM ("
        "SELECT replaced_by, count(*) AS n FROM set_aside_events WHERE replaced_by IS NOT NULL AND import_id = ?1 GROUP BY replaced_by "
        "UNION ALL SELECT replaced_by, count(*) FROM set_aside_observations WHERE replaced_by IS NOT NULL AND import_id = ?1 "
        "GROUP BY replaced_by UNION ALL SELECT replaced_by, count(*) FROM set_aside_attributes WHERE replaced_by IS NOT NULL "
        "AND import_id = ?1 GROUP BY replaced_by) GROUP BY replaced_by ORDER BY replaced_by");
    rows.bind(1, report.importId);
    while (rows.step())
        report.standBack[rows.integer(0)] = rows.integer(1);
    report.notes = standBackNotes(report.standBack) + report.notes;
}

} // namespace

Result<QList<ImportReport>> listImports(Workspace &workspace)
{
    Connection &connection = workspace.connection();
    return connection.guarded([&]() -> Result<QList<ImportReport>> {
        QList<ImportReport> reports;
        Statement rows = connection.prepare(std::string(entries) + "ORDER BY id DESC");
        while (rows.step()) {
            reports.append(reportFrom(rows));
            bringUpToDate(connection, reports.back());
        }
        return reports;
    });
}

Result<ImportReport> importReport(Workspace &workspace, qint64 importId)
{
    Connection &connection = workspace.connection();
    return connection.guarded([&]() -> Result<ImportReport> {
        Statement row = connection.prepare(std::string(entries) + "WHERE id = ?1");
        row.bind(1, importId);
        if (!row.step())
            return fail(ErrorCode::NotFound, ImportLedgerText::tr("There is no import %1. The ledger lists those that there are.").arg(importId));
        ImportReport report = reportFrom(row);
        bringUpToDate(connection, report);
        return report;
    });
}

Result<ImportGroup> importGroup(Workspace &workspace, qint64 group)
{
    Connection &connection = workspace.connection();
    return connection.guarded([&]() -> Result<ImportGroup> {
        ImportGroup found{group, {}};
        Statement rows = connection.prepare(std::string(entries) + "WHERE coalesce(group_id, id) = ?1 ORDER BY id");
        rows.bind(1, group);
        while (rows.step()) {
            ImportReport report = reportFrom(rows);
            bringUpToDate(connection, report);
            found.imports.append(std::move(report));
        }
        return found.imports.isEmpty() ? fail(noSuchGroup(connection, group)) : Result<ImportGroup>(found);
    });
}

Result<qint64> importOfFile(Workspace &workspace, const QByteArray &sha256, const QString &part)
{
    Connection &connection = workspace.connection();
    return connection.guarded([&]() -> Result<qint64> {
        if (sha256.isEmpty())
            return 0;
        Statement row = connection.prepare("SELECT id FROM imports WHERE undone IS NULL AND events > 0 AND sha256 = ?1 AND part = ?2");
        row.bind(1, QString::fromLatin1(sha256));
        row.bind(2, part);
        return row.step() ? row.integer(0) : 0;
    });
}

} // namespace foretrail
