#include "core/data/RejectQueries.h"

#include "core/data/RejectFields.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace foretrail {
namespace {

struct RejectQueriesText { Q_DECLARE_TR_FUNCTIONS(foretrail::RejectQueries) };

/// A page may not hold more than so many characters of fields, however wide the rows are.
constexpr qsizetype mostFields = 4 << 20;

/// Rejects in the order in which they are listed; those of one row share its fields.
class RejectReader {
public:
    RejectReader(Connection &connection, qint64 importId) : m_fields(connection, importId) {}

    QList<RejectedRow> read(Statement &rows)
    {
        QList<RejectedRow> rejects;
        while (m_size <= mostFields && rows.step())
            rejects.append({rows.integer(0), rows.text(1), rows.text(2), rows.text(3),
                            fieldsOf({rows.integer(5), rows.integer(0), rows.integer(6)}, rows.text(4)), rows.integer(5), rows.integer(6)});
        return rejects;
    }

private:
    QStringList fieldsOf(const RejectPlace &place, const QString &own)
    {
        if (own.isEmpty() && place.number >= 0 && place.number == m_number)
            return m_ofRow;
        const QStringList fields = parsed(m_fields.json(place, own));
        if (own.isEmpty()) {
            m_number = place.number;
            m_ofRow = fields;
        }
        return fields;
    }

    QStringList parsed(const QString &json)
    {
        if (json != m_lastJson) {
            m_lastJson = json;
            m_last = fieldsFromJson(json);
            m_size += json.size();
        }
        return m_last;
    }

    RejectFields m_fields;
    qint64 m_number = -1; ///< the row looked up last
    QStringList m_ofRow, m_last;
    QString m_lastJson;
    qsizetype m_size = 0;
};

std::string orderedBy(const RejectOrder &order)
{
    const std::string direction = order.isDescending ? " DESC" : "";
    const auto by = [&](const char *what) { return what + direction + ", line, rowid"; };
    switch (order.by) {
    case RejectOrder::By::Line: break;
    case RejectOrder::By::Column: return by("column_name COLLATE NOCASE");
    case RejectOrder::By::Value: return "CAST(value AS REAL)" + direction + ", " + by("value COLLATE NOCASE");
    case RejectOrder::By::Reason: return by("reason");
    }
    return "line" + direction + ", rowid" + direction;
}

Result<QList<RejectedRow>> rejectsWhere(Workspace &workspace, const char *condition, qint64 importId, const QString &reason, qint64 first,
                                        int limit, const RejectOrder &order)
{
    Connection &connection = workspace.connection();
    return connection.guarded([&]() -> Result<QList<RejectedRow>> {
        Statement rows = connection.prepare(std::string("SELECT line, column_name, value, reason, fields, rowid, row_number FROM rejects "
                                                        "WHERE import_id = ?1 ") + condition + " ORDER BY " + orderedBy(order) + " LIMIT ?2 OFFSET ?3");
        rows.bind(1, importId);
        rows.bind(2, qint64(limit));
        rows.bind(3, first);
        if (!reason.isEmpty())
            rows.bind(4, reason);
        return RejectReader(connection, importId).read(rows);
    });
}

} // namespace

Result<ImportPlan> planOfImport(Workspace &workspace, qint64 importId)
{
    Connection &connection = workspace.connection();
    return connection.guarded([&]() -> Result<ImportPlan> {
        Statement row = connection.prepare("SELECT plan FROM imports WHERE id = ?1");
        row.bind(1, importId);
        if (!row.step())
            return fail(ErrorCode::NotFound, RejectQueriesText::tr("This workspace has no import %1.").arg(importId));
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

Result<QList<RejectedRow>> listRejects(Workspace &workspace, qint64 importId, qint64 first, int limit, const RejectOrder &order)
{
    return rejectsWhere(workspace, "", importId, {}, first, limit, order);
}

Result<QList<RejectedRow>> listRejectsFor(Workspace &workspace, qint64 importId, const QString &reason, qint64 first, int limit, const RejectOrder &order)
{
    return rejectsWhere(workspace, "AND reason = ?4", importId, reason, first, limit, order);
}

} // namespace foretrail
