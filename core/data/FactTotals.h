#pragma once

#include "core/data/MoveLog.h"
#include "core/data/UserTotals.h"

#include <limits>
#include <optional>
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
        qint64 id = 0;     ///< of the event, needed where moves are noted
        bool isPurchase = false;
        bool isReturn = false;
        bool isStoredSession = false; ///< the session was there before this load
    };
    void add(const Event &event);

    /// Adds what was gathered to the stored totals of users, items, kinds and categories. Needs the indexes of events.
    void write();
    /// To those of the import itself.
    void writeImport(qint64 importId);
    /// From now on the rows of sales and returns are noted; the next event has at least this id, and ids grow.
    void logMoves(qint64 firstId);
    /// Null unless they are noted.
    MoveLog *moves() { return m_moves ? &*m_moves : nullptr; }
    /// Users with an event in this load; of very many, all with returns.
    std::vector<qint64> users() const { return m_users.users(); }

private:
    void logMove(const Event &event);

    Connection &m_connection;
    bool m_hasClock;
    UserTotals m_users;
    std::vector<qint64> m_kinds, m_items, m_categories; ///< events by id
    std::optional<MoveLog> m_moves;
    UtcMs m_firstTime = std::numeric_limits<UtcMs>::max();
    UtcMs m_lastTime = std::numeric_limits<UtcMs>::min();
    double m_netAmount = 0;
    qint64 m_events = 0;
    qint64 m_amounts = 0;
};

} // namespace foretrail
