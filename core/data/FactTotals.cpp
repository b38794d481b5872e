#include "core/data/FactTotals.h"

#include <QFileInfo>

#include <algorithm>
#include <cmath>

namespace foretrail {
namespace {

void countOne(std::vector<qint64> &counts, qint64 id)
{
    if (size_t(id) >= counts.size())
        counts.resize(std::max(size_t(id) + 1, counts.size() * 2), 0);
    ++counts[size_t(id)];
}

void writeCounts(Connection &connection, const char *table, const std::vector<qint64> &counts)
{
    Statement statement = connection.prepare("UPDATE " + std::string(table) + " SET events = events + ?2 WHERE id = ?1");
    for (size_t id = 1; id < counts.size(); ++id) {
        if (counts[id] == 0)
            continue;
        statement.bind(1, qint64(id));
        statement.bind(2, counts[id]);
        statement.run();
    }
}

} // namespace

FactTotals::FactTotals(Connection &connection, bool hasClock, const ImportBudget &budget)
    : m_connection(connection), m_hasClock(hasClock), m_users(connection, budget)
{
}

void FactTotals::add(const Event &event)
{
    m_firstTime = std::min(m_firstTime, event.time);
    m_lastTime = std::max(m_lastTime, event.time);
    m_netAmount += std::isnan(event.amount) ? 0 : event.amount;
    ++m_events;
    m_amounts += std::isnan(event.amount) ? 0 : 1;
    countOne(m_kinds, event.kind);
    countOne(m_items, event.item);
    countOne(m_categories, event.category);
    if (m_moves)
        logMove(event);
    if (event.user != 0)
        m_users.add({event.time, event.user, event.session, event.amount, m_hasClock, event.isPurchase, event.isReturn,
                     event.isStoredSession});
}

void FactTotals::logMoves(qint64 firstId) { m_moves.emplace(QFileInfo(m_connection.path()).absolutePath(), firstId); }

void FactTotals::logMove(const Event &event)
{
    if (event.user != 0 && event.item != 0 && (event.isPurchase || event.isReturn))
        m_moves->add(event.id, returnPair(event.user, event.item), event.isReturn);
}

void FactTotals::write()
{
    writeCounts(m_connection, "kinds", m_kinds);
    writeCounts(m_connection, "items", m_items);
    writeCounts(m_connection, "categories", m_categories);
    m_users.write();
}

void FactTotals::writeImport(qint64 importId)
{
    Statement statement = m_connection.prepare("UPDATE imports SET events = events + ?2, first_time = coalesce(min(first_time, ?3), first_time, ?3), "
                                             "last_time = coalesce(max(last_time, ?4), last_time, ?4), amounts = amounts + ?5, "
                                             "net_amount = net_amount + ?6 WHERE id = ?1");
    statement.bind(1, importId);
    statement.bind(2, m_events);
    if (m_events > 0) {
        statement.bind(3, m_firstTime);
        statement.bind(4, m_lastTime);
    }
    statement.bind(5, m_amounts);
    statement.bind(6, m_netAmount);
    statement.run();
}

} // namespace foretrail
