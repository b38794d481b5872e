#pragma once

#include "core/base/Calendar.h"
#include "core/data/HashSet64.h"
#include "core/data/sqlite/Connection.h"

#include <limits>
#include <vector>

namespace foretrail {

/// The totals over events that a workspace keeps beside them (per import, per kind, per user), gathered while rows are
/// added and written in the same transaction. A test compares them with a count of the events themselves.
class FactTotals {
public:
    /// Without a clock, times are an order: they say nothing of when a user was seen.
    explicit FactTotals(bool hasClock = true) : m_hasClock(hasClock) {}

    /// Ids as in the database; 0 means none. `lastStoredSession`: sessions above it are new in this load.
    struct Event {
        UtcMs time = 0;
        qint64 user = 0;
        qint64 item = 0;
        qint64 category = 0;
        qint64 kind = 0;
        qint64 session = 0;
        double amount = 0; ///< NaN where there is none
        bool isPurchase = false;
        bool isReturn = false;
        bool isStoredSession = false; ///< the session was there before this load
    };
    void add(const Event &event);

    /// Adds what was gathered to the stored totals of users, items, kinds and categories. Needs the indexes of events.
    void write(Connection &connection);
    /// Those of the import itself.
    void writeImport(Connection &connection, qint64 importId);
    /// Users with an event in this load.
    std::vector<qint64> users() const;

private:
    struct User {
        UtcMs firstSeen = std::numeric_limits<UtcMs>::max();
        UtcMs lastSeen = std::numeric_limits<UtcMs>::min();
        qint64 events = 0;
        qint64 orders = 0;
        qint64 returns = 0;
        double value = 0;
    };
    void countOrder(User &user, const Event &event);
    void writeUsers(Connection &connection);
    void recountOrders(Connection &connection);

    bool m_hasClock;
    std::vector<User> m_users;     ///< by user id
    std::vector<qint64> m_kinds, m_items, m_categories; ///< events by id
    HashSet64 m_orders;            ///< purchases seen, as (session, user)
    HashSet64 m_recountedUsers;    ///< bought in a session that was there before: orders are counted again
    std::vector<qint64> m_recount;
    User m_all;
    qint64 m_amounts = 0;
};

} // namespace foretrail
