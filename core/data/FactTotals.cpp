#include "core/data/FactTotals.h"

#include "core/data/OrderCount.h"

#include <QFileInfo>

#include <algorithm>
#include <cmath>
#include <utility>

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
    : m_connection(connection), m_hasClock(hasClock),
      m_mostUsers(std::max<size_t>(budget.users / 4 * 3 / sizeof(User), 1)),
      m_mostOthers(std::max<size_t>(budget.users / 4 / (2 * sizeof(User)), 1)),
      m_orders(QFileInfo(connection.path()).absolutePath(), budget.sorting)
{
}

void FactTotals::add(const Event &event)
{
    const double amount = std::isnan(event.amount) ? 0 : event.amount;
    const auto take = [&](User &total) {
        total.firstSeen = std::min(total.firstSeen, event.time);
        total.lastSeen = std::max(total.lastSeen, event.time);
        ++total.events;
        total.value += amount;
    };
    take(m_all);
    ++m_events;
    m_amounts += std::isnan(event.amount) ? 0 : 1;
    countOne(m_kinds, event.kind);
    countOne(m_items, event.item);
    countOne(m_categories, event.category);
    if (m_moves)
        logMove(event);
    if (event.user == 0)
        return;
    User &user = userOf(event.user);
    take(user);
    user.returns += event.isReturn ? 1 : 0;
    if (event.isPurchase && event.session == 0)
        ++user.orders;
    else if (event.isPurchase)
        countOrder(event);
}

void FactTotals::logMoves(qint64 firstId) { m_moves.emplace(QFileInfo(m_connection.path()).absolutePath(), firstId); }

void FactTotals::logMove(const Event &event)
{
    if (event.user != 0 && event.item != 0 && (event.isPurchase || event.isReturn))
        m_moves->addMove(returnPair(event.user, event.item), event.isReturn);
    else
        m_moves->addOther();
}

FactTotals::User &FactTotals::userOf(qint64 id)
{
    if (size_t(id) < m_mostUsers) {
        if (size_t(id) >= m_users.size())
            m_users.resize(size_t(id) + 1);
        return m_users[size_t(id)];
    }
    if (m_otherUsers.size() >= m_mostOthers) {
        for (const auto &[other, user] : m_otherUsers)
            writeUser(other, user);
        m_otherUsers.clear();
        m_isPartlyWritten = true;
    }
    return m_otherUsers[id];
}

// The lines of an order usually stand together.
void FactTotals::countOrder(const Event &event)
{
    if (event.isStoredSession) {
        if (m_recountedUsers.insert(quint64(event.user)))
            m_recount.push_back(event.user);
        return;
    }
    const quint64 order = (quint64(event.user) << 32) | quint64(event.session);
    if (order != m_lastOrder)
        m_orders.add(order);
    m_lastOrder = order;
}

// The distinct sessions of each user.
void FactTotals::addOrders()
{
    Statement update = m_connection.prepare("UPDATE users SET orders = orders + 1 WHERE id = ?1");
    m_orders.sort();
    quint64 last = 0;
    for (quint64 order = 0; m_orders.next(order);) {
        if (order == std::exchange(last, order))
            continue;
        const qint64 id = qint64(order >> 32);
        if (size_t(id) < m_users.size()) {
            ++m_users[size_t(id)].orders;
        } else if (const auto other = m_otherUsers.find(id); other != m_otherUsers.end()) {
            ++other->second.orders;
        } else {
            update.bind(1, id);
            update.run();
        }
    }
}

void FactTotals::write()
{
    writeCounts(m_connection, "kinds", m_kinds);
    writeCounts(m_connection, "items", m_items);
    writeCounts(m_connection, "categories", m_categories);
    addOrders();
    writeUsers();
    recountOrders();
}

std::vector<qint64> FactTotals::users() const
{
    std::vector<qint64> ids;
    if (m_isPartlyWritten) {
        Statement returning = m_connection.prepare("SELECT id FROM users WHERE returns > 0");
        while (returning.step())
            ids.push_back(returning.integer(0));
        return ids;
    }
    for (size_t id = 0; id < m_users.size(); ++id)
        if (m_users[id].events > 0)
            ids.push_back(qint64(id));
    for (const auto &[id, user] : m_otherUsers)
        ids.push_back(id);
    return ids;
}

void FactTotals::writeImport(qint64 importId)
{
    Statement statement = m_connection.prepare("UPDATE imports SET events = ?2, first_time = ?3, last_time = ?4, "
                                             "amounts = ?5, net_amount = ?6 WHERE id = ?1");
    statement.bind(1, importId);
    statement.bind(2, m_events);
    if (m_events > 0) {
        statement.bind(3, m_all.firstSeen);
        statement.bind(4, m_all.lastSeen);
    }
    statement.bind(5, m_amounts);
    statement.bind(6, m_all.value);
    statement.run();
}

void FactTotals::writeUser(qint64 id, const User &user)
{
    if (!m_writeUser)
        m_writeUser.emplace(m_connection.handle(),
            "UPDATE users SET first_seen = coalesce(min(coalesce(first_seen, ?2), ?2), first_seen), "
            "last_seen = coalesce(max(coalesce(last_seen, ?3), ?3), last_seen), "
            "events = events + ?4, orders = orders + ?5, value = value + ?6, returns = returns + ?7 WHERE id = ?1", true);
    Statement &statement = *m_writeUser;
    statement.bind(1, id);
    if (m_hasClock) {
        statement.bind(2, user.firstSeen);
        statement.bind(3, user.lastSeen);
    }
    statement.bind(4, qint64(user.events));
    statement.bind(5, qint64(user.orders));
    statement.bind(6, user.value);
    statement.bind(7, qint64(user.returns));
    statement.run();
}

void FactTotals::writeUsers()
{
    for (size_t id = 0; id < m_users.size(); ++id)
        if (m_users[id].events > 0)
            writeUser(qint64(id), m_users[id]);
    for (const auto &[id, user] : m_otherUsers)
        writeUser(id, user);
}

// Whether a purchase in an older session is a new order only the older rows can tell.
void FactTotals::recountOrders()
{
    std::ranges::sort(m_recount);
    Statement update = m_connection.prepare("UPDATE users SET orders = ?2 WHERE id = ?1");
    OrderCount orders(m_connection);
    for (qint64 user : m_recount) {
        update.bind(1, user);
        update.bind(2, orders.ofUser(user));
        update.run();
    }
}

} // namespace foretrail
