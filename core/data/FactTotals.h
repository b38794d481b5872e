#pragma once

#include "core/base/Calendar.h"
#include "core/data/ExternalSort.h"
#include "core/data/HashSet64.h"
#include "core/data/ImportBudget.h"
#include "core/data/MoveLog.h"
#include "core/data/sqlite/Connection.h"

#include <deque>
#include <limits>
#include <optional>
#include <unordered_map>
#include <vector>

namespace foretrail {

/// The totals over events that a workspace keeps beside them (per import, per kind, per user), gathered while rows are
/// added and written in the same transaction. A test compares them with a count of the events themselves.
class FactTotals {
public:
    /// Without a clock, times are an order: they say nothing of when a user was seen.
    FactTotals(Connection &connection, bool hasClock, const ImportBudget &budget);

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
    void write();
    /// Those of the import itself.
    void writeImport(qint64 importId);
    /// From now on the rows of sales and returns are noted; the next event has this id, and ids grow by one.
    void logMoves(qint64 firstId);
    /// Null unless they are noted.
    MoveLog *moves() { return m_moves ? &*m_moves : nullptr; }
    /// Users with an event in this load; of very many, all with returns.
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
    void logMove(const Event &event);
    void addOrders();
    void writeUser(qint64 id, const User &user);
    void writeUsers();
    void recountOrders();

    Connection &m_connection;
    bool m_hasClock;
    size_t m_mostUsers, m_mostOthers;
    std::deque<User> m_users;      ///< by user id
    std::unordered_map<qint64, User> m_otherUsers; ///< with ids beyond those; written whenever they are too many
    bool m_isPartlyWritten = false;
    std::optional<Statement> m_writeUser;
    std::vector<qint64> m_kinds, m_items, m_categories; ///< events by id
    ExternalSort<quint64> m_orders; ///< purchases seen, as (user, session); the same several times
    quint64 m_lastOrder = 0;
    HashSet64 m_recountedUsers;    ///< bought in a session that was there before: orders are counted again
    std::vector<qint64> m_recount;
    std::optional<MoveLog> m_moves;
    User m_all;
    qint64 m_events = 0;
    qint64 m_amounts = 0;
};

} // namespace foretrail
