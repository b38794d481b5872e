#include "core/data/WorkspaceData.h"

#include "core/data/AttributeSeries.h"
#include "core/data/EventCounts.h"
#include "core/data/EventSeries.h"
#include "core/data/EventsOfUser.h"
#include "core/data/InteractionReader.h"
#include "core/data/ItemCategories.h"
#include "core/data/KeySearch.h"
#include "core/data/NearestKeys.h"
#include "core/data/OrderCount.h"
#include "core/data/PurchaseReader.h"
#include "core/data/ShopperReader.h"
#include "core/data/SourceSeries.h"
#include "core/data/UserNames.h"
#include "core/data/sqlite/ReadTransaction.h"

#include <QCoreApplication>
#include <QCryptographicHash>

namespace foretrail {
namespace {

struct WorkspaceDataText { Q_DECLARE_TR_FUNCTIONS(foretrail::WorkspaceData) };

// Users, items and kinds that only an import that was taken back knows are not there.
constexpr auto userColumns = "SELECT id, key, first_seen, last_seen, events, orders, value FROM users WHERE events > 0 ";
constexpr auto liveUsers = "(SELECT key FROM users WHERE events > 0)";

UserRow userFrom(const Statement &row, const UserNames &names)
{
    return {{row.integer(0)}, names.shown(row.integer(0), row.text(1)), row.integer(2), row.integer(3), row.integer(4), row.integer(5), row.real(6), !row.isNull(2)};
}

/// Puts the first and the last credible time into the rows of users whose stored ones are not.
void leaveOutStrayTimes(QList<UserRow> &users, const Connection &connection, const CredibleTimes &times)
{
    Statement query = connection.prepare("SELECT min(time), max(time) FROM events WHERE user_id = ?1 AND time BETWEEN ?2 AND ?3");
    query.bind(2, times.first);
    query.bind(3, times.last);
    for (UserRow &user : users) {
        if (!user.hasTimes || (times.holds(user.firstSeen) && times.holds(user.lastSeen)))
            continue;
        query.reset();
        query.bind(1, user.id.value);
        query.step();
        user.hasTimes = !query.isNull(0);
        user.firstSeen = query.integer(0);
        user.lastSeen = query.integer(1);
    }
}

/// By the row where a hidden name says it, else by the key.
void bindUser(Statement &statement, int place, qint64 row, const QString &key)
{
    if (row > 0)
        statement.bind(place, row);
    else
        statement.bind(place, key);
}

/// Sums of imported series by what a table says of them.
bool isOfImportedSeries(const SeriesQuery &query)
{
    return query.by == GroupBy::Attribute && query.measure == Measure::Value;
}

/// 0 where there is none.
qint64 rowOfUser(Connection &connection, const QString &key)
{
    Statement row = connection.prepare("SELECT id FROM users WHERE key = ?1");
    row.bind(1, key);
    return row.step() ? row.integer(0) : 0;
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
    Statement totals = connection.prepare(
        "SELECT coalesce(sum(events), 0), min(CASE WHEN has_clock THEN first_time END), max(CASE WHEN has_clock THEN last_time END), "
        "coalesce(sum(net_amount), 0), coalesce(sum(amounts), 0) FROM imports WHERE undone IS NULL");
    totals.step();
    summary.events = totals.integer(0);
    if (!totals.isNull(1)) {
        summary.firstEvent = totals.integer(1);
        summary.lastEvent = totals.integer(2);
    }
    summary.hasClock = summary.events == 0 || summary.firstEvent.has_value();
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
        summary.users = m_connection.integer("SELECT count(*) FROM users WHERE events > 0");
        summary.items = m_connection.integer("SELECT count(*) FROM items WHERE events > 0");
        summary.categories = m_connection.integer("SELECT count(*) FROM categories WHERE events > 0");
        if (summary.categories == 0)
            summary.categories = ToldCategories::count(m_connection);
        summary.importedSeries = m_connection.integer("SELECT count(*) FROM source_series s WHERE EXISTS "
                                                      "(SELECT 1 FROM observations o WHERE o.series_id = s.id)");
        summary.observations = m_connection.integer("SELECT count(*) FROM observations");
        summary.timeZone = settingOr(m_connection, "timeZone", QStringLiteral("UTC"));
        summary.currency = settingOr(m_connection, "currency", {});
        summary.attributes = texts(m_connection, "SELECT name FROM attributes ORDER BY slot");
        summary.kindNames = texts(m_connection, "SELECT key FROM kinds WHERE events > 0 ORDER BY events DESC, id");
        summary.kinds = summary.kindNames.size();
        return summary;
    });
}

Result<QList<SeriesInfo>> WorkspaceData::listSeries(const SeriesQuery &query, JobContext &job)
{
    return m_connection.guarded([&] {
        ReadTransaction snapshot(m_connection);
        if (isOfImportedSeries(query))
            return AttributeSeries(m_connection, query).list(job);
        return query.by == GroupBy::Series ? SourceSeries(m_connection, query).list(job)
                                           : EventSeries(m_connection, query).list(job);
    });
}

Result<QList<Series>> WorkspaceData::series(const SeriesQuery &query, JobContext &job)
{
    return m_connection.guarded([&] {
        ReadTransaction snapshot(m_connection);
        if (isOfImportedSeries(query))
            return AttributeSeries(m_connection, query).series(job);
        return query.by == GroupBy::Series ? SourceSeries(m_connection, query).series(job)
                                           : EventSeries(m_connection, query).series(job);
    });
}

Result<QList<UserRow>> WorkspaceData::users(JobContext &job)
{
    return m_connection.guarded([&]() -> Result<QList<UserRow>> {
        StopScope scope(m_connection, job);
        QList<UserRow> users;
        const UserNames names = UserNames::of(m_connection);
        Statement rows = m_connection.prepare(userColumns);
        while (rows.step())
            users.append(userFrom(rows, names));
        const Result<CredibleTimes> times = foretrail::credibleTimes(m_connection, job);
        if (!times)
            return fail(times.error());
        leaveOutStrayTimes(users, m_connection, *times);
        return users;
    });
}

Result<UserRow> WorkspaceData::user(const QString &key)
{
    return m_connection.guarded([&]() -> Result<UserRow> {
        const UserNames names = UserNames::of(m_connection);
        const qint64 hidden = names.userOf(key);
        Statement row = m_connection.prepare(std::string(userColumns) + (hidden > 0 ? "AND id = ?1" : "AND key = ?1"));
        bindUser(row, 1, hidden, key);
        if (row.step())
            return userFrom(row, names);
        if (m_connection.integer(std::string("SELECT EXISTS ") + liveUsers) == 0)
            return fail(ErrorCode::NotFound, WorkspaceDataText::tr("The workspace knows no users yet. Import a log with a user column first."));
        const QString what = WorkspaceDataText::tr("There is no user \"%1\".");
        if (names.areHidden()) // the nearest keys are what is hidden
            return fail(ErrorCode::NotFound, what.arg(key));
        return fail(unknownKey(m_connection, liveUsers, what, key));
    });
}

Result<CredibleTimes> WorkspaceData::credibleTimes(JobContext &job)
{
    return m_connection.guarded([&] {
        ReadTransaction snapshot(m_connection);
        return foretrail::credibleTimes(m_connection, job);
    });
}

Result<QList<UserEvent>> WorkspaceData::latestEventsOf(UserId user, qint64 most, JobContext &job)
{
    return m_connection.guarded([&] { return latestEventsOfUser(m_connection, user, most, job); });
}

Result<std::vector<UtcMs>> WorkspaceData::timesOf(UserId user, JobContext &job)
{
    return m_connection.guarded([&] { return timesOfUser(m_connection, user, job); });
}

Result<PurchaseHistories> WorkspaceData::purchaseHistories(const PurchaseQuery &query, JobContext &job)
{
    return m_connection.guarded([&] {
        ReadTransaction snapshot(m_connection);
        return PurchaseReader(m_connection, query).read(job);
    });
}

Result<QList<KeyAttribute>> WorkspaceData::attributesOf(const QString &dimension, const QString &key)
{
    return m_connection.guarded([&]() -> Result<QList<KeyAttribute>> {
        QList<KeyAttribute> attributes;
        const qint64 hidden = dimension == u"user" ? UserNames::of(m_connection).userOf(key) : 0;
        Statement rows = m_connection.prepare(std::string("SELECT name, value FROM key_attributes WHERE dimension = ?1 AND key = ")
                                              + (hidden > 0 ? "(SELECT key FROM users WHERE id = ?2)" : "?2") + " ORDER BY name");
        rows.bind(1, dimension);
        bindUser(rows, 2, hidden, key);
        while (rows.step())
            attributes.append({rows.text(0), rows.text(1)});
        if (dimension == QStringLiteral("user"))
            addUsualValues(m_connection, {hidden > 0 ? hidden : rowOfUser(m_connection, key)}, attributes);
        return attributes;
    });
}

Result<ItemAttributes> WorkspaceData::itemAttributes(JobContext &job)
{
    return m_connection.guarded([&]() -> Result<ItemAttributes> {
        StopScope scope(m_connection, job);
        ItemAttributes attributes;
        Statement rows = m_connection.prepare("SELECT name, key, value FROM key_attributes WHERE dimension = 'item'");
        while (rows.step())
            attributes[rows.text(0)].insert(rows.text(1), rows.text(2));
        return attributes;
    });
}

Result<InteractionLog> WorkspaceData::interactions(JobContext &job)
{
    return m_connection.guarded([&]() -> Result<InteractionLog> {
        StopScope scope(m_connection, job);
        ReadTransaction snapshot(m_connection);
        return readInteractions(m_connection, job);
    });
}

Result<ShopperLog> WorkspaceData::shoppers(JobContext &job)
{
    return m_connection.guarded([&]() -> Result<ShopperLog> {
        StopScope scope(m_connection, job);
        ReadTransaction snapshot(m_connection);
        return readShoppers(m_connection, job);
    });
}

Result<qint64> WorkspaceData::session(const QString &key)
{
    return m_connection.guarded([&]() -> Result<qint64> {
        Statement row = m_connection.prepare("SELECT id FROM sessions WHERE key = ?");
        row.bind(1, key);
        if (row.step())
            return row.integer(0);
        if (m_connection.integer("SELECT EXISTS (SELECT 1 FROM sessions)") == 0)
            return fail(ErrorCode::NotFound, WorkspaceDataText::tr("The workspace knows no sessions. Import a log with a session column, or name a user."));
        return fail(unknownKey(m_connection, "sessions", WorkspaceDataText::tr("There is no session \"%1\"."), key));
    });
}

Result<QString> WorkspaceData::categoryOf(const QString &itemKey)
{
    return m_connection.guarded([&]() -> Result<QString> {
        Statement row = m_connection.prepare("SELECT c.key FROM events e JOIN categories c ON c.id = e.category_id "
                                             "WHERE e.item_id = (SELECT id FROM items WHERE key = ?1) ORDER BY e.time, e.id LIMIT 1");
        row.bind(1, itemKey);
        return row.step() ? row.text(0) : ToldCategories::of(m_connection, itemKey);
    });
}

Result<std::vector<quint32>> WorkspaceData::eventCounts(const EventCountQuery &query, JobContext &job)
{
    return m_connection.guarded([&] { return countEvents(m_connection, query, job); });
}

Result<std::vector<qint64>> WorkspaceData::itemsOf(UserId user)
{
    return m_connection.guarded([&]() -> Result<std::vector<qint64>> {
        std::vector<qint64> items;
        for (const std::string &meaning : {" AND kind_id IN " + purchaseKindList(m_connection), std::string()}) {
            Statement rows = m_connection.prepare("SELECT DISTINCT item_id FROM events WHERE user_id = ?1 AND item_id > 0" + meaning + " LIMIT 5000");
            rows.bind(1, user.value);
            while (rows.step())
                items.push_back(rows.integer(0));
            if (!items.empty())
                break;
        }
        std::sort(items.begin(), items.end());
        return items;
    });
}

Result<QString> WorkspaceData::keyOf(const QString &dimension, qint64 id)
{
    return m_connection.guarded([&]() -> Result<QString> {
        Statement row = m_connection.prepare("SELECT key FROM " + tableOfKeys(dimension) + " WHERE id = ?1");
        row.bind(1, id);
        if (!row.step())
            return QString();
        return dimension == u"user" ? UserNames::of(m_connection).shown(id, row.text(0)) : row.text(0);
    });
}

Result<std::vector<qint64>> WorkspaceData::rowsWith(const QString &dimension, const QString &text, JobContext &job)
{
    return m_connection.guarded([&] { return rowsWithText(m_connection, dimension, text, job); });
}

// Every change of the data is an import, or one that was taken back or corrected, so the ledger of what counts tells data
// apart; so do the calendar that days are cut by and the meanings of kinds.
Result<QString> WorkspaceData::fingerprint()
{
    return m_connection.guarded([&]() -> Result<QString> {
        QCryptographicHash hash(QCryptographicHash::Sha256);
        Statement imports = m_connection.prepare("SELECT id, sha256, started, report, events FROM imports WHERE undone IS NULL ORDER BY id");
        while (imports.step())
            for (int column = 0; column < 5; ++column)
                hash.addData(imports.text(column).toUtf8() + '\n');
        Statement kinds = m_connection.prepare("SELECT key, meaning FROM kinds WHERE events > 0 ORDER BY id");
        while (kinds.step())
            hash.addData((kinds.text(0) + QLatin1Char('=') + kinds.text(1)).toUtf8() + '\n');
        hash.addData(settingOr(m_connection, "timeZone", QStringLiteral("UTC")).toUtf8());
        return QString::fromLatin1(hash.result().toHex().left(16));
    });
}

} // namespace foretrail
