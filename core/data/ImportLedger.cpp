#include "core/data/Import.h"

#include "core/data/sqlite/Connection.h"

#include <QJsonDocument>

namespace foretrail {
Result<QList<ImportReport>> listImports(Workspace &workspace)
{
    Connection &connection = workspace.connection();
    return connection.guarded([&]() -> Result<QList<ImportReport>> {
        QList<ImportReport> reports;
        Statement rows = connection.prepare("SELECT id, file, kind, started, report FROM imports ORDER BY id DESC");
        while (rows.step()) {
            ImportReport report = ImportReport::fromJson(QJsonDocument::fromJson(rows.text(4).toUtf8()).object());
            report.importId = rows.integer(0);
            report.file = rows.text(1);
            report.kind = rows.text(2);
            report.started = QDateTime::fromMSecsSinceEpoch(rows.integer(3), Qt::UTC);
            reports.append(report);
        }
        return reports;
    });
}

Result<QList<RejectedRow>> listRejects(Workspace &workspace, qint64 importId, qint64 first, int limit)
{
    Connection &connection = workspace.connection();
    return connection.guarded([&]() -> Result<QList<RejectedRow>> {
        QList<RejectedRow> rejects;
        Statement rows = connection.prepare("SELECT line, column_name, value, reason FROM rejects WHERE import_id = ?1 "
                                            "ORDER BY line, rowid LIMIT ?2 OFFSET ?3");
        rows.bind(1, importId);
        rows.bind(2, qint64(limit));
        rows.bind(3, first);
        while (rows.step())
            rejects.append({rows.integer(0), rows.text(1), rows.text(2), rows.text(3)});
        return rejects;
    });
}

} // namespace foretrail
