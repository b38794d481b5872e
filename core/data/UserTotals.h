#pragma once

#include "core/base/Calendar.h"
#include "core/data/ExternalSort.h"
#include "core/data/HashSet64.h"
#include "core/data/ImportBudget.h"
#include "core/data/sqlite/Connection.h"

#include <deque>
#include <limits>
#include <optional>
#include <unordered_map>
#include <vector>

namespace foretrail {

/// What a workspace keeps of each user beside the events, gathered from any number of events in bounded memory.
class UserTotals {
public:
    UserTotals(Connection &connection, const ImportBudget &budget);

    struct Event {
        UtcMs time = 0;
        qint64 user = 0;    ///< not 0
        qint64 session = 0; ///< 0: none
        double amount = 0;
        bool hasTime = true; ///< otherwise the time is only an order
        bool isPurchase = false;
        bool isReturn = false;
        bool isStoredSession = false; ///< other events of the session were there before: its orders are counted again
    };
    void add(const Event &event);
    /// Adds what was gathered to what is stored. Needs the indexes of events where sessions were stored.
    void write();
    /// Users with an event here; of very many, all with returns.
    std::vector<qint64> users() const;

private:
    struct User {
        UtcMs firstSeen = std::numeric_limits<UtcMs>::max();
        UtcMs lastSeen = std::numeric_limits<UtcMs>::min();
        double value = 0;
        quint32 events = 0;
        quint32 orders = 0;
        quint32 returns = 0;
    };
    User &userOf(qint64 id);
    void countOrder(const Event &event);
    void addOrders();
    void writeUser(qint64 id, const User &user);
    void writeUsers();
    void recountOrders();

    Connection &m_connection;
    size_t m_mostUsers, m_mostOthers;
    std::deque<User> m_users;      ///< by user id
    std::unordered_map<qint64, User> m_otherUsers; ///< with ids beyond those; written whenever they are too many
    bool m_isPartlyWritten = false;
    std::optional<Statement> m_writeUser;
    ExternalSort<quint64> m_orders; ///< purchases seen, as (user, session); the same several times
    quint64 m_lastOrder = 0;
    HashSet64 m_recountedUsers;    ///< bought in a session that was there before: orders are counted again
    std::vector<qint64> m_recount;
};

} // namespace foretrail
