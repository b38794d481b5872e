#include "core/data/RejectQueries.h"

#include "core/data/sqlite/Connection.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace foretrail {
namespace {

struct Text { Q_DECLARE_TR_FUNCTIONS(foretrail::RejectQueries) };

QStringList fieldsOf(const QString &json)
{
    QStringList fields;
    for (const QJsonValue value : QJsonDocument::fromJson(json.toUtf8()).array())
        fields << value.toString();
    return fields;
}

} // namespace

Result<ImportPlan> planOfImport(Workspace &workspace, qint64 importId)
{
    Connection &connection = workspace.connection();
    return connection.guarded([&]() -> Result<ImportPlan> {
        Statement row = connection.prepare("SELECT plan FROM imports WHERE id = ?1");
        row.bind(1, importId);
        if (!row.step())
            return fail(ErrorCode::NotFound, Text::tr("This workspace has no import %1.").arg(importId));
        return ImportPlan::fromJson(QJsonDocument::fromJson(row.text(0).toUtf8()).object());
    });
}

Result<QList<RejectReason>> rejectReasons(Workspace &workspace, qint64 importId)
{
    Connection &connection = workspace.connection();
    return connection.guarded([&]() -> Result<QList<RejectReason>> {
        QList<RejectReason> reasons;
        Statement rows = connection.prepare("SELECT reason, count(*) FROM rejects WHERE import_id = ?1 "
                                            "GROUP BY reason ORDER BY 2 DESC, 1");
        rows.bind(1, importId);
        while (rows.step())
            reasons.append({rows.text(0), rows.integer(1)});
        return reasons;
    });
}

Result<QList<RejectedRow>> listRejectsFor(Workspace &workspace, qint64 importId, const QString &reason, qint64 first, int limit)
{
    Connection &connection = workspace.connection();
    return connection.guarded([&]() -> Result<QList<RejectedRow>> {
        QList<RejectedRow> rejects;
        Statement rows = connection.prepare("SELECT line, column_name, value, reason, fields, rowid FROM rejects "
                                            "WHERE import_id = ?1 AND reason = ?4 ORDER BY line, rowid LIMIT ?2 OFFSET ?3");
        rows.bind(1, importId);
        rows.bind(2, qint64(limit));
        rows.bind(3, first);
        rows.bind(4, reason);
        while (rows.step())
            rejects.append({rows.integer(0), rows.text(1), rows.text(2), rows.text(3), fieldsOf(rows.text(4)), rows.integer(5)});
        return rejects;
    });
}

} // namespace foretrail
