#include "core/data/UserTotals.h"

#include "core/data/OrderCount.h"

#include <QFileInfo>

#include <algorithm>
#include <cmath>
#include <utility>

namespace foretrail {

UserTotals::UserTotals(Connection &connection, const ImportBudget &budget)
    : m_connection(connection), m_mostUsers(budget.isShort ? 1 : std::max<size_t>(budget.users / 4 * 3 / sizeof(User), 1)),
      m_mostOthers(std::max<size_t>(budget.users / 4 / (2 * sizeof(User)), 1)),
      m_orders(QFileInfo(connection.path()).absolutePath(), budget.sorting)
{
}

void UserTotals::add(const Event &event)
{
    User &user = userOf(event.user);
    if (event.hasTime) {
        user.firstSeen = std::min(user.firstSeen, event.time);
        user.lastSeen = std::max(user.lastSeen, event.time);
    }
    ++user.events;
    user.value += std::isnan(event.amount) ? 0 : event.amount;
    user.returns += event.isReturn ? 1 : 0;
    if (event.isPurchase && event.session == 0)
        ++user.orders;
    else if (event.isPurchase)
        countOrder(event);
}

UserTotals::User &UserTotals::userOf(qint64 id)
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
void UserTotals::countOrder(const Event &event)
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
void UserTotals::addOrders()
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

void UserTotals::write()
{
    addOrders();
    writeUsers();
    recountOrders();
}

std::vector<qint64> UserTotals::users() const
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

void UserTotals::writeUser(qint64 id, const User &user)
{
    if (!m_writeUser)
        m_writeUser.emplace(m_connection.handle(),
            "UPDATE users SET first_seen = coalesce(min(coalesce(first_seen, ?2), ?2), first_seen), "
            "last_seen = coalesce(max(coalesce(last_seen, ?3), ?3), last_seen), "
            "events = events + ?4, orders = orders + ?5, value = value + ?6, returns = returns + ?7 WHERE id = ?1", true);
    Statement &statement = *m_writeUser;
    statement.bind(1, id);
    if (user.firstSeen <= user.lastSeen) {
        statement.bind(2, user.firstSeen);
        statement.bind(3, user.lastSeen);
    } else {
        statement.bindNull(2);
        statement.bindNull(3);
    }
    statement.bind(4, qint64(user.events));
    statement.bind(5, qint64(user.orders));
    statement.bind(6, user.value);
    statement.bind(7, qint64(user.returns));
    statement.run();
}

void UserTotals::writeUsers()
{
    for (size_t id = 0; id < m_users.size(); ++id)
        if (m_users[id].events > 0)
            writeUser(qint64(id), m_users[id]);
    for (const auto &[id, user] : m_otherUsers)
        writeUser(id, user);
}

// Whether a purchase in an older session is a new order only the older rows can tell.
void UserTotals::recountOrders()
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
