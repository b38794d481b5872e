#pragma once

#include "core/data/HashSet64.h"
#include "core/data/sqlite/Connection.h"

#include <set>
#include <vector>

namespace foretrail {

/// The totals beside the events when stored rows leave or come back: those of kinds, items and categories change by the rows
/// that moved; those of users and imports are counted anew, so that they are what a fresh import would have written.
class LiveTotals {
public:
    explicit LiveTotals(Connection &connection) : m_connection(connection) {}

    /// Columns that take() reads, in this order.
    static constexpr auto columns = "import_id, user_id, item_id, kind_id, category_id";
    /// One event that came (1) or left (-1).
    void take(const Statement &row, int sign);
    /// The totals of the import are counted anew even where no row of it moved.
    void touchImport(qint64 import) { m_imports.insert(import); }
    /// The same of a user.
    void touchUser(qint64 user);

    /// Needs the indexes of events. Matches the returns of the touched users again. Cancelled.
    Result<void> write(JobContext &job);
    /// The totals of one import counted from its events.
    static void countImport(Connection &connection, qint64 import);

private:
    void addTo(const char *table, const std::vector<qint64> &changes);
    Result<void> countUsers(JobContext &job);
    Result<void> countByReading(JobContext &job);
    Result<void> countOneByOne(JobContext &job);

    Connection &m_connection;
    std::set<qint64> m_imports;
    HashSet64 m_knownUsers;
    std::vector<qint64> m_users;
    std::vector<qint64> m_items, m_kinds, m_categories; ///< change by id
    qint64 m_moved = 0; ///< events
};

} // namespace foretrail
