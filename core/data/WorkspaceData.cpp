#include "core/data/WorkspaceData.h"

#include "core/data/EventSeries.h"
#include "core/data/NearestKeys.h"
#include "core/data/SourceSeries.h"
#include "core/data/sqlite/ReadTransaction.h"

#include <QCoreApplication>
#include <QCryptographicHash>

namespace foretrail {
namespace {

struct Text { Q_DECLARE_TR_FUNCTIONS(foretrail::WorkspaceData) };

constexpr auto userColumns = "SELECT id, key, first_seen, last_seen, events, orders, value FROM users ";

UserRow userFrom(const Statement &row)
{
    return {{row.integer(0)}, row.text(1), row.integer(2), row.integer(3), row.integer(4), row.integer(5), row.real(6)};
}

QStringList texts(Connection &connection, const char *sql)
{
    QStringList list;
    Statement rows = connection.prepare(sql);
    while (rows.step())
        list.append(rows.text(0));
    return list;
}

QString settingOr(Connection &connection, const char *key, const QString &otherwise)
{
    Statement query = connection.prepare("SELECT value FROM settings WHERE key = ?");
    query.bind(1, std::string_view(key));
    return query.step() && !query.view(0).empty() ? query.text(0) : otherwise;
}

// Sums that every import keeps of itself.
void readTotals(Connection &connection, DataSummary &summary)
{
    Statement totals = connection.prepare("SELECT coalesce(sum(events), 0), min(first_time), max(last_time), "
                                          "coalesce(sum(net_amount), 0), coalesce(sum(amounts), 0) FROM imports");
    totals.step();
    summary.events = totals.integer(0);
    if (!totals.isNull(1)) {
        summary.firstEvent = totals.integer(1);
        summary.lastEvent = totals.integer(2);
    }
    summary.netRevenue = totals.real(3);
    summary.hasAmounts = totals.integer(4) > 0;
}

} // namespace

Result<DataSummary> WorkspaceData::summary()
{
    return m_connection.guarded([&]() -> Result<DataSummary> {
        ReadTransaction snapshot(m_connection);
        DataSummary summary;
        readTotals(m_connection, summary);
        summary.users = m_connection.integer("SELECT count(*) FROM users");
        summary.items = m_connection.integer("SELECT count(*) FROM items");
        summary.categories = m_connection.integer("SELECT count(*) FROM categories");
        summary.importedSeries = m_connection.integer("SELECT count(*) FROM source_series");
        summary.observations = m_connection.integer("SELECT count(*) FROM observations");
        summary.timeZone = settingOr(m_connection, "timeZone", QStringLiteral("UTC"));
        summary.currency = settingOr(m_connection, "currency", {});
        summary.attributes = texts(m_connection, "SELECT name FROM attributes ORDER BY slot");
        summary.kindNames = texts(m_connection, "SELECT key FROM kinds ORDER BY events DESC, id");
        summary.kinds = summary.kindNames.size();
        return summary;
    });
}

Result<QList<SeriesInfo>> WorkspaceData::listSeries(const SeriesQuery &query, JobContext &job)
{
    return m_connection.guarded([&] {
        ReadTransaction snapshot(m_connection);
        return query.by == GroupBy::Series ? SourceSeries(m_connection, query).list(job)
                                           : EventSeries(m_connection, query).list(job);
    });
}

Result<QList<Series>> WorkspaceData::series(const SeriesQuery &query, JobContext &job)
{
    return m_connection.guarded([&] {
        ReadTransaction snapshot(m_connection);
        return query.by == GroupBy::Series ? SourceSeries(m_connection, query).series(job)
                                           : EventSeries(m_connection, query).series(job);
    });
}

Result<QList<UserRow>> WorkspaceData::users(JobContext &job)
{
    return m_connection.guarded([&]() -> Result<QList<UserRow>> {
        StopScope scope(m_connection, job);
        QList<UserRow> users;
        Statement rows = m_connection.prepare(userColumns);
        while (rows.step())
            users.append(userFrom(rows));
        return users;
    });
}

Result<UserRow> WorkspaceData::user(const QString &key)
{
    return m_connection.guarded([&]() -> Result<UserRow> {
        Statement row = m_connection.prepare(std::string(userColumns) + "WHERE key = ?");
        row.bind(1, key);
        if (row.step())
            return userFrom(row);
        if (m_connection.integer("SELECT EXISTS (SELECT 1 FROM users)") == 0)
            return fail(ErrorCode::NotFound, Text::tr("The workspace knows no users yet. Import a log with a user column first."));
        return fail(unknownKey(m_connection, "users", Text::tr("There is no user \"%1\"."), key));
    });
}

Result<QList<UserEvent>> WorkspaceData::eventsOf(UserId user, JobContext &job)
{
    return m_connection.guarded([&]() -> Result<QList<UserEvent>> {
        StopScope scope(m_connection, job);
        Statement rows = m_connection.prepare(
            "SELECT e.time, k.key, i.key, i.name, c.key, s.key, e.quantity, e.amount FROM events e "
            "JOIN kinds k ON k.id = e.kind_id LEFT JOIN items i ON i.id = e.item_id "
            "LEFT JOIN categories c ON c.id = e.category_id LEFT JOIN sessions s ON s.id = e.session_id "
            "WHERE e.user_id = ? ORDER BY e.time, e.id");
        rows.bind(1, user.value);
        QList<UserEvent> events;
        while (rows.step())
            events.append({rows.integer(0), rows.text(1), rows.text(2), rows.text(3), rows.text(4), rows.text(5),
                           rows.real(6), rows.real(7)});
        return events;
    });
}

// Every change of the data is an import, so the ledger tells data apart; so does the calendar days are cut by.
Result<QString> WorkspaceData::fingerprint()
{
    return m_connection.guarded([&]() -> Result<QString> {
        QCryptographicHash hash(QCryptographicHash::Sha256);
        Statement imports = m_connection.prepare("SELECT id, sha256, started, report FROM imports ORDER BY id");
        while (imports.step())
            for (int column = 0; column < 4; ++column)
                hash.addData(imports.text(column).toUtf8() + '\n');
        hash.addData(settingOr(m_connection, "timeZone", QStringLiteral("UTC")).toUtf8());
        return QString::fromLatin1(hash.result().toHex().left(16));
    });
}

} // namespace foretrail
