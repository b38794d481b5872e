#include "core/data/UserEventLog.h"

#include "core/data/EventOrder.h"
#include "core/data/NearestKeys.h"
#include "core/data/sqlite/ReadTransaction.h"

#include <QCoreApplication>

namespace foretrail {
namespace {

struct UserEventLogText { Q_DECLARE_TR_FUNCTIONS(foretrail::UserEventLog) };

constexpr qint64 userEventsBetweenLooks = 1 << 16;
constexpr quint32 mostCategories = (1U << 20) - 1; ///< rows beyond it read as none
constexpr auto noKindPlace = quint32(1) << 31;

/// The place of each kind, by its id; kinds that nobody does have none.
std::vector<quint32> placesOfKinds(const Connection &connection, UserEventLog &log)
{
    std::vector<quint32> places;
    Statement kinds = connection.prepare("SELECT id, key, meaning, events FROM kinds WHERE events > 0 ORDER BY events DESC, id");
    while (kinds.step()) {
        const auto id = size_t(kinds.integer(0));
        places.resize(std::max(places.size(), id + 1), noKindPlace);
        if (kinds.view(2) == "adjustment")
            continue;
        places[id] = quint32(std::min<qsizetype>(log.kinds.size(), UserEventLog::mostKinds));
        if (log.kinds.size() <= UserEventLog::mostKinds)
            log.kinds.append({kinds.text(1), kinds.text(2), kinds.integer(3)});
    }
    return places;
}

void note(UserEventLog &log, const UserEventLog::Event &event)
{
    log.hasUsers |= event.user != 0;
    log.hasSessions |= event.session != 0;
    log.hasItems |= event.item != 0;
    log.hasCategories |= event.category != 0;
}

/// The positions of the events, or nothing where the log has none.
Result<std::vector<qint64>> fillEvents(Connection &connection, UserEventLog &log, JobContext &job)
{
    const std::vector<quint32> kinds = placesOfKinds(connection, log);
    const qint64 all = connection.integer("SELECT coalesce(sum(events), 0) FROM imports WHERE undone IS NULL");
    log.events.reserve(size_t(all));
    std::vector<qint64> positions;
    qint64 read = 0;
    Statement rows = connection.prepare("SELECT time, user_id, session_id, item_id, category_id, kind_id, position FROM events");
    while (rows.step()) {
        if (++read % userEventsBetweenLooks == 0) {
            if (job.stopRequested())
                return fail(Error::cancelled());
            job.report(read, all, UserEventLogText::tr("Reading events"));
        }
        const auto id = size_t(rows.integer(5));
        const quint32 kind = id < kinds.size() ? kinds[id] : noKindPlace;
        if (kind == noKindPlace)
            continue;
        const auto category = quint32(rows.integer(4));
        UserEventLog::Event event{rows.integer(0), quint32(rows.integer(1)), quint32(rows.integer(2)), quint32(rows.integer(3))};
        event.kind = kind & 0xfffU;
        event.category = (category <= mostCategories ? category : 0) & mostCategories;
        if (event.user == 0 && event.session == 0) {
            ++log.anonymous;
            continue;
        }
        if (!rows.isNull(6) || !positions.empty()) {
            positions.resize(log.events.size(), 0);
            positions.push_back(rows.integer(6));
        }
        note(log, event);
        log.events.push_back(event);
    }
    return positions;
}

const char *tableOf(EventThing thing) { return thing == EventThing::Item ? "items" : "categories"; }

} // namespace

std::vector<bool> UserEventLog::kindsMeaning(const QString &meaning) const
{
    std::vector<bool> places;
    for (const Kind &kind : kinds)
        places.push_back(kind.meaning == meaning);
    return places;
}

Result<UserEventLog> readUserEvents(Workspace &workspace, JobContext &job)
{
    Connection &connection = workspace.connection();
    return connection.guarded([&]() -> Result<UserEventLog> {
        const Result<DataSummary> summary = workspace.data().summary();
        if (!summary)
            return fail(summary.error());
        StopScope scope(connection, job);
        ReadTransaction snapshot(connection);
        UserEventLog log;
        log.timeZone = summary->timeZone;
        log.hasClock = connection.integer("SELECT EXISTS (SELECT 1 FROM imports WHERE undone IS NULL AND events > 0 AND NOT has_clock)") == 0;
        const Result<std::vector<qint64>> positions = fillEvents(connection, log, job);
        if (!positions)
            return fail(positions.error());
        if (const Result<void> settled = settleTimes(connection, log, *positions, job); !settled)
            return fail(settled.error());
        return log;
    });
}

Result<quint32> eventThingId(Workspace &workspace, EventThing thing, const QString &key)
{
    const Connection &connection = workspace.connection();
    return connection.guarded([&]() -> Result<quint32> {
        const std::string table = tableOf(thing);
        Statement row = connection.prepare("SELECT id FROM " + table + " WHERE key = ? AND events > 0");
        row.bind(1, key);
        if (row.step())
            return quint32(row.integer(0));
        return fail(unknownKey(connection, "(SELECT key FROM " + table + " WHERE events > 0)",
                               thing == EventThing::Item ? UserEventLogText::tr("There is no item \"%1\".") : UserEventLogText::tr("There is no category \"%1\"."), key));
    });
}

Result<QStringList> eventThingNames(Workspace &workspace, EventThing thing, const std::vector<quint32> &ids)
{
    const Connection &connection = workspace.connection();
    return connection.guarded([&]() -> Result<QStringList> {
        Statement row = connection.prepare(thing == EventThing::Item ? "SELECT key, name FROM items WHERE id = ?" : "SELECT key, '' FROM categories WHERE id = ?");
        QStringList names;
        for (const quint32 id : ids) {
            row.bind(1, qint64(id));
            const bool isThere = row.step();
            const QString key = isThere ? row.text(0) : QString();
            const QString name = isThere ? row.text(1) : QString();
            names << (name.isEmpty() || name == key ? key : QStringLiteral("%1 (%2)").arg(key, name));
            row.reset();
        }
        return names;
    });
}

} // namespace foretrail
