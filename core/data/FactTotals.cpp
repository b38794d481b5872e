#include "core/data/FactTotals.h"

#include "core/data/OrderCount.h"

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
    m_amounts += std::isnan(event.amount) ? 0 : 1;
    countOne(m_kinds, event.kind);
    countOne(m_items, event.item);
    countOne(m_categories, event.category);
    if (event.user == 0)
        return;
    if (size_t(event.user) >= m_users.size())
        m_users.resize(std::max(size_t(event.user) + 1, m_users.size() * 2));
    User &user = m_users[size_t(event.user)];
    take(user);
    user.returns += event.isReturn ? 1 : 0;
    if (event.isPurchase)
        countOrder(user, event);
}

void FactTotals::countOrder(User &user, const Event &event)
{
    if (event.session == 0)
        ++user.orders;
    else if (event.isStoredSession) {
        if (m_recountedUsers.insert(quint64(event.user)))
            m_recount.push_back(event.user);
    } else if (m_orders.insert((quint64(event.session) << 32) ^ quint64(event.user)))
        ++user.orders;
}

void FactTotals::write(Connection &connection)
{
    writeCounts(connection, "kinds", m_kinds);
    writeCounts(connection, "items", m_items);
    writeCounts(connection, "categories", m_categories);
    writeUsers(connection);
    recountOrders(connection);
}

std::vector<qint64> FactTotals::users() const
{
    std::vector<qint64> ids;
    for (size_t id = 0; id < m_users.size(); ++id)
        if (m_users[id].events > 0)
            ids.push_back(qint64(id));
    return ids;
}

void FactTotals::writeImport(Connection &connection, qint64 importId)
{
    Statement statement = connection.prepare("UPDATE imports SET events = ?2, first_time = ?3, last_time = ?4, "
                                             "amounts = ?5, net_amount = ?6 WHERE id = ?1");
    statement.bind(1, importId);
    statement.bind(2, m_all.events);
    if (m_all.events > 0) {
        statement.bind(3, m_all.firstSeen);
        statement.bind(4, m_all.lastSeen);
    }
    statement.bind(5, m_amounts);
    statement.bind(6, m_all.value);
    statement.run();
}

void FactTotals::writeUsers(Connection &connection)
{
    Statement statement = connection.prepare(
        "UPDATE users SET first_seen = coalesce(min(coalesce(first_seen, ?2), ?2), first_seen), "
        "last_seen = coalesce(max(coalesce(last_seen, ?3), ?3), last_seen), "
        "events = events + ?4, orders = orders + ?5, value = value + ?6, returns = returns + ?7 WHERE id = ?1");
    for (size_t id = 0; id < m_users.size(); ++id) {
        const User &user = m_users[id];
        if (user.events == 0)
            continue;
        statement.bind(1, qint64(id));
        if (m_hasClock) {
            statement.bind(2, user.firstSeen);
            statement.bind(3, user.lastSeen);
        }
        statement.bind(4, user.events);
        statement.bind(5, user.orders);
        statement.bind(6, user.value);
        statement.bind(7, user.returns);
        statement.run();
    }
}

// Whether a purchase in an older session is a new order only the older rows can tell.
void FactTotals::recountOrders(Connection &connection)
{
    std::ranges::sort(m_recount);
    Statement update = connection.prepare("UPDATE users SET orders = ?2 WHERE id = ?1");
    OrderCount orders(connection);
    for (qint64 user : m_recount) {
        update.bind(1, user);
        update.bind(2, orders.ofUser(user));
        update.run();
    }
}

} // namespace foretrail
