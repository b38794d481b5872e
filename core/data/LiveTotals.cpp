#include "core/data/LiveTotals.h"

#include "core/data/EventKinds.h"
#include "core/data/OrderCount.h"
#include "core/data/ReturnMatching.h"
#include "core/data/UserTotals.h"

#include <QCoreApplication>

#include <algorithm>

namespace foretrail {
namespace {

struct LiveTotalsText { Q_DECLARE_TR_FUNCTIONS(foretrail::LiveTotals) };

void change(std::vector<qint64> &changes, qint64 id, int sign)
{
    if (size_t(id) >= changes.size())
        changes.resize(std::max(size_t(id) + 1, changes.size() * 2), 0);
    changes[size_t(id)] += sign;
}

// Times of logs without a clock are no times: they say nothing of when a user was first seen.
std::string timesOfUsers(Connection &connection)
{
    std::string list;
    Statement clockless = connection.prepare("SELECT id FROM imports WHERE has_clock = 0");
    while (clockless.step())
        list += (list.empty() ? "" : ",") + std::to_string(clockless.integer(0));
    return list.empty() ? "time" : "CASE WHEN import_id NOT IN (" + list + ") THEN time END";
}

} // namespace

void LiveTotals::take(const Statement &row, int sign)
{
    ++m_moved;
    m_imports.insert(row.integer(0));
    touchUser(row.integer(1));
    change(m_items, row.integer(2), sign);
    change(m_kinds, row.integer(3), sign);
    change(m_categories, row.integer(4), sign);
}

void LiveTotals::touchUser(qint64 user)
{
    if (user != 0 && m_knownUsers.insert(quint64(user)))
        m_users.push_back(user);
}

void LiveTotals::addTo(const char *table, const std::vector<qint64> &changes)
{
    Statement statement = m_connection.prepare("UPDATE " + std::string(table) + " SET events = events + ?2 WHERE id = ?1");
    for (size_t id = 1; id < changes.size(); ++id) {
        if (changes[id] == 0)
            continue;
        statement.bind(1, qint64(id));
        statement.bind(2, changes[id]);
        statement.run();
    }
}

void LiveTotals::countImport(Connection &connection, qint64 import)
{
    Statement count = connection.prepare(
        "UPDATE imports SET (events, first_time, last_time, amounts, net_amount) = "
        "(SELECT count(*), min(e.time), max(e.time), count(e.amount), total(e.amount) FROM event_ranges r "
        "CROSS JOIN events e ON e.id BETWEEN r.first_id AND r.last_id AND e.import_id = r.import_id "
        "WHERE r.import_id = ?1) WHERE id = ?1");
    count.bind(1, import);
    count.run();
}

// Fetching a row through an index costs about as much as reading so many in their order.
Result<void> LiveTotals::countUsers(JobContext &job)
{
    constexpr qint64 readsPerFetch = 8;
    if (m_users.empty())
        return {};
    const qint64 stored = m_connection.integer("SELECT coalesce(sum(events), 0) FROM imports");
    std::ranges::sort(m_users);
    return m_moved * readsPerFetch < stored ? countOneByOne(job) : countByReading(job);
}

Result<void> LiveTotals::countByReading(JobContext &job)
{
    constexpr qint64 rowsBetweenLooks = 65'536;
    Statement empty = m_connection.prepare("UPDATE users SET first_seen = NULL, last_seen = NULL, events = 0, orders = 0, returns = 0, "
                                           "value = 0 WHERE id = ?1");
    for (qint64 user : m_users) {
        empty.bind(1, user);
        empty.run();
    }
    UserTotals totals(m_connection, {});
    const std::string kinds = "kind_id IN " + purchaseKindList(m_connection) + ", kind_id IN " + kindList(m_connection, returnMeaning);
    Statement rows = m_connection.prepare("SELECT user_id, session_id, amount, " + timesOfUsers(m_connection) + ", " + kinds
                                          + " FROM events WHERE +user_id > 0");
    for (qint64 row = 0; rows.step(); ++row) {
        if (row % rowsBetweenLooks == 0 && job.stopRequested())
            return fail(Error::cancelled());
        if (m_knownUsers.contains(quint64(rows.integer(0))))
            totals.add({rows.integer(3), rows.integer(0), rows.integer(1), rows.real(2), !rows.isNull(3), rows.integer(4) != 0,
                        rows.integer(5) != 0});
    }
    totals.write();
    return {};
}

Result<void> LiveTotals::countOneByOne(JobContext &job)
{
    const std::string time = timesOfUsers(m_connection);
    Statement count = m_connection.prepare(
        "UPDATE users SET (first_seen, last_seen, events, returns, value) = "
        "(SELECT min(" + time + "), max(" + time + "), count(*), coalesce(sum(kind_id IN "
        + kindList(m_connection, returnMeaning) + "), 0), total(amount) FROM events WHERE user_id = ?1), orders = ?2 WHERE id = ?1");
    OrderCount orders(m_connection);
    for (size_t i = 0; i < m_users.size(); ++i) {
        if (i % 1024 == 0) {
            if (job.stopRequested())
                return fail(Error::cancelled());
            job.report(qint64(i), qint64(m_users.size()), LiveTotalsText::tr("Counting users"));
        }
        count.bind(1, m_users[i]);
        count.bind(2, orders.ofUser(m_users[i]));
        count.run();
    }
    return {};
}

Result<void> LiveTotals::write(JobContext &job)
{
    addTo("items", m_items);
    addTo("kinds", m_kinds);
    addTo("categories", m_categories);
    for (qint64 import : m_imports)
        countImport(m_connection, import);
    if (Result<void> counted = countUsers(job); !counted)
        return counted;
    return matchReturns(m_connection, m_users, job);
}

} // namespace foretrail
