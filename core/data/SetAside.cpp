#include "core/data/SetAside.h"

#include "core/data/EventReload.h"

#include <QCoreApplication>
#include <QLocale>

namespace foretrail {
namespace {

struct SetAsideText { Q_DECLARE_TR_FUNCTIONS(foretrail::SetAside) };

constexpr qint64 chunk = 50'000;

constexpr auto allOfEvents = "id, import_id, time, user_id, item_id, kind_id, category_id, session_id, position, quantity, price, "
                             "amount, fingerprint, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12";
// Parameters of every statement: ?1 the import, ?2 and ?3 the ids of a chunk.
constexpr auto inRange = " AND id BETWEEN ?2 AND ?3";
constexpr auto everywhere = " AND ?2 <= ?3";

} // namespace

/// One kind of fact: where it counts, where it is set aside, and which columns say that two rows mean the same.
struct SetAside::Table {
    const char *live;
    const char *aside;
    const char *columns;
    std::vector<std::string> key;
    bool isEvents = false;

    std::string keys() const
    {
        std::string list;
        for (const std::string &column : key)
            list += (list.empty() ? "" : ", ") + column;
        return list;
    }
    /// "a.x = b.x AND a.y = b.y" for the tables themselves.
    std::string same() const
    {
        std::string condition;
        for (const std::string &column : key)
            condition += (condition.empty() ? "" : " AND ") + (live + ("." + column)) + " = " + aside + "." + column;
        return condition;
    }
    std::string isTaken() const { return std::string("EXISTS (SELECT 1 FROM ") + live + " WHERE " + same() + ")"; }
    std::string holder() const { return std::string("(SELECT import_id FROM ") + live + " WHERE " + same() + " LIMIT 1)"; }
    std::string range() const { return isEvents ? inRange : everywhere; }
};

std::span<const SetAside::Table> SetAside::tables()
{
    static const std::vector<Table> all{
        {"events", "set_aside_events", allOfEvents, {"fingerprint"}, true},
        {"observations", "set_aside_observations", "series_id, time, import_id, value", {"series_id", "time"}, false},
        {"key_attributes", "set_aside_attributes", "dimension, key, name, import_id, value", {"dimension", "key", "name"}, false}};
    return all;
}

qint64 SetAside::sizeOf(Connection &connection, qint64 import)
{
    return connection.integer("SELECT coalesce(sum(last_id - first_id + 1), 0) FROM event_ranges WHERE import_id = " + std::to_string(import));
}

std::vector<SetAside::Range> SetAside::ranges(const Table &table) const
{
    if (!table.isEvents)
        return {{0, 0}};
    std::vector<Range> found;
    Statement rows = m_connection.prepare("SELECT first_id, last_id FROM event_ranges WHERE import_id = ?1 ORDER BY first_id");
    rows.bind(1, m_import);
    while (rows.step())
        found.push_back({rows.integer(0), rows.integer(1)});
    return found;
}

void SetAside::bind(Statement &statement, const std::string &sql, Range range) const
{
    statement.bind(1, m_import);
    if (sql.find("?3") == std::string::npos)
        return;
    statement.bind(2, range.first);
    statement.bind(3, range.last);
}

qint64 SetAside::run(const std::string &sql, Range range)
{
    Statement statement = m_connection.prepare(sql);
    bind(statement, sql, range);
    statement.run();
    return sqlite3_changes(m_connection.handle());
}

void SetAside::count(const Table &table, const std::string &condition, Range range, int sign)
{
    if (!table.isEvents)
        return;
    Statement rows = m_connection.prepare(std::string("SELECT ") + LiveTotals::columns + " FROM events WHERE " + condition);
    bind(rows, condition, range);
    while (rows.step())
        m_totals.take(rows, sign);
}

Result<void> SetAside::inChunks(const Table &table, const std::function<void(Range)> &work)
{
    for (const Range &range : ranges(table)) {
        for (qint64 first = range.first; first <= range.last; first += chunk) {
            if (m_job.stopRequested())
                return fail(Error::cancelled());
            const qint64 last = std::min(range.last, first + chunk - 1);
            work({first, last});
            m_done += last - first + 1;
            m_job.report(std::min(m_done, m_total), m_total, SetAsideText::tr("row %1").arg(QLocale().toString(m_done)));
        }
    }
    return {};
}

void SetAside::sendAside(const Table &table, const std::string &condition, const std::string &replacedBy, Range range)
{
    count(table, condition, range, -1);
    const std::string from = std::string(" FROM ") + table.live + " WHERE " + condition;
    run(std::string("INSERT INTO ") + table.aside + "(" + table.columns + ", replaced_by) SELECT " + table.columns + ", " + replacedBy + from,
        range);
    run("DELETE" + from, range);
}

void SetAside::bringIn(const Table &table, const std::string &condition, Range range)
{
    run(std::string("INSERT INTO ") + table.live + "(" + table.columns + ") SELECT " + table.columns + " FROM " + table.aside + " WHERE "
            + condition,
        range);
    run(std::string("DELETE FROM ") + table.aside + " WHERE " + condition, range);
}

Result<void> SetAside::takeAway()
{
    m_total = sizeOf(m_connection, m_import);
    m_totals.touchImport(m_import);
    for (const Table &table : tables()) {
        // What stood back for others need not say so while its import is taken back.
        run(std::string("UPDATE ") + table.aside + " SET replaced_by = NULL WHERE import_id = ?1 AND replaced_by IS NOT NULL", {});
        const std::string own = "import_id = ?1" + table.range();
        Result<void> moved = inChunks(table, [&](Range range) { sendAside(table, own, "NULL", range); });
        if (!moved)
            return moved;
        release(table);
    }
    return {};
}

// Rows that stood back for this import count again: of several that mean the same, that of the latest import.
void SetAside::release(const Table &table)
{
    const std::string waiting = "replaced_by = ?1";
    Statement any = m_connection.prepare(std::string("SELECT EXISTS (SELECT 1 FROM ") + table.aside + " WHERE replaced_by = ?1)");
    any.bind(1, m_import);
    any.step();
    if (any.integer(0) == 0)
        return;
    any.reset();
    if (table.isEvents)
        m_indexes.addByFingerprint();
    const std::string update = std::string("UPDATE ") + table.aside + " SET replaced_by = " + table.holder();
    run(update + " WHERE " + waiting + " AND " + table.isTaken(), {});
    const std::string latest = waiting + " AND (" + table.keys() + ", import_id) IN (SELECT " + table.keys() + ", max(import_id) FROM "
                             + table.aside + " WHERE replaced_by = ?1 GROUP BY " + table.keys() + ")";
    m_connection.execute("CREATE TEMP TABLE IF NOT EXISTS coming_events (id INTEGER PRIMARY KEY)");
    if (table.isEvents) {
        m_connection.execute("DELETE FROM temp.coming_events");
        run("INSERT INTO temp.coming_events SELECT id FROM set_aside_events WHERE " + latest, {});
        const std::string chosen = "?1 > 0 AND id IN (SELECT id FROM temp.coming_events)";
        bringIn(table, chosen, {});
        count(table, chosen, {}, 1);
    } else {
        run("UPDATE " + std::string(table.aside) + " SET replaced_by = NULL WHERE " + latest, {});
        bringIn(table, "?1 > 0 AND replaced_by IS NULL AND import_id IN (SELECT id FROM imports WHERE undone IS NULL AND id <> ?1)", {});
    }
    run(update + " WHERE " + waiting, {});
    if (!table.isEvents)
        fitSteps();
}

// The step of a series is that of the import whose values it holds.
void SetAside::fitSteps()
{
    run("UPDATE source_series SET step = coalesce((SELECT json_extract(i.plan, '$.step') FROM observations o "
        "JOIN imports i ON i.id = o.import_id WHERE o.series_id = source_series.id LIMIT 1), step) WHERE ?1 > 0", {});
}

Result<void> SetAside::bringBack(bool replaces, bool isMatched)
{
    m_total = sizeOf(m_connection, m_import);
    keepUnfitAside();
    for (const Table &table : tables()) {
        Result<void> moved = table.isEvents ? bringEventsBack(table, replaces, isMatched) : bringBack(table, replaces, isMatched);
        if (!moved)
            return moved;
    }
    return {};
}

// Where none of them meets another like it there is nothing to weigh.
Result<void> SetAside::bringEventsBack(const Table &table, bool replaces, bool isMatched)
{
    if (m_total == 0)
        return {};
    Result<ReturningEvents> meeting = ReturningEvents::of(m_connection, m_import, m_job);
    if (!meeting)
        return fail(meeting.error());
    if (m_indexes.areInUse() && !(isMatched && meeting->areThere()))
        return reloadEvents(table, std::move(*meeting));
    m_indexes.dropFor(m_total);
    return bringBack(table, replaces, isMatched);
}

Result<void> SetAside::reloadEvents(const Table &table, ReturningEvents &&meeting)
{
    EventReload reload(m_connection, m_import, std::move(meeting));
    Result<void> moved = inChunks(table, [&](Range range) { reload.bring(range.first, range.last); });
    return moved ? reload.finish(m_job) : moved;
}

Result<void> SetAside::bringBack(const Table &table, bool replaces, bool isMatched)
{
    const bool checks = isMatched || !table.isEvents;
    if (table.isEvents)
        m_totals.touchImport(m_import);
    if (table.isEvents && checks)
        m_indexes.addByFingerprint();
    const std::string own = "import_id = ?1 AND replaced_by IS NULL" + table.range();
    const std::string older = "import_id < ?1 AND (" + table.keys() + ") IN (SELECT " + table.keys() + " FROM " + table.aside + " WHERE "
                            + own + ")";
    return inChunks(table, [&](Range range) {
        if (checks && replaces)
            sendAside(table, older, "?1", range);
        if (checks)
            run(std::string("UPDATE ") + table.aside + " SET replaced_by = " + table.holder() + " WHERE " + own + " AND " + table.isTaken(),
                range);
        bringIn(table, own, range);
        count(table, "import_id = ?1" + table.range(), range, 1);
    });
}

// A series that was imported with another step meanwhile cannot hold the old values too.
void SetAside::keepUnfitAside()
{
    run("UPDATE set_aside_observations SET replaced_by = (SELECT import_id FROM observations o "
        "WHERE o.series_id = set_aside_observations.series_id LIMIT 1) WHERE import_id = ?1 AND series_id IN "
        "(SELECT s.id FROM source_series s JOIN imports i ON i.id = ?1 WHERE s.step <> coalesce(json_extract(i.plan, '$.step'), s.step) "
        "AND EXISTS (SELECT 1 FROM observations o WHERE o.series_id = s.id))", {});
    run("UPDATE source_series SET step = (SELECT json_extract(plan, '$.step') FROM imports WHERE id = ?1) WHERE id IN "
        "(SELECT series_id FROM set_aside_observations WHERE import_id = ?1 AND replaced_by IS NULL) "
        "AND NOT EXISTS (SELECT 1 FROM observations o WHERE o.series_id = source_series.id) "
        "AND (SELECT json_extract(plan, '$.step') FROM imports WHERE id = ?1) IS NOT NULL", {});
}

} // namespace foretrail
