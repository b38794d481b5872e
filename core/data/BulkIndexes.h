#pragma once

#include "core/data/SortedAhead.h"
#include "core/data/sqlite/Connection.h"
#include "core/jobs/JobContext.h"

#include <compare>
#include <memory>
#include <string>
#include <vector>

namespace foretrail {

/// The indexes of events during a large load: put out of use before it, complete after it.
/// Where rows are only added, their entries are gathered beside the rows, sorted and merged on another thread and put in in
/// their order: half the time of letting SQLite read all rows again, and no look at the rows that were there before.
/// Otherwise, and for indexes of another kind, they are dropped and made again.
class BulkIndexes {
public:
    /// `onlyAdds`: no row that is there will change or go.
    BulkIndexes(Connection &connection, bool onlyAdds, size_t sortBytes);
    /// An event that was added; ids grow.
    void add(qint64 id, qint64 time, qint64 user, qint64 item);
    /// Progress in entries of the indexes that were gathered. Cancelled.
    Result<void> build(JobContext &job);

private:
    /// An entry, packed so that it sorts as SQLite would: key (0 is NULL), time, row.
    struct Entry {
        quint64 high = 0, low = 0;
        auto operator<=>(const Entry &) const = default;
    };
    struct Gathered {
        std::string name;
        bool isByUser = false;
        std::unique_ptr<ExternalSort<Entry>> entries;
        std::unique_ptr<SortedAhead<Entry>> sorted{};
        qint64 count = 0;
    };
    class Feed;
    /// user_id or item_id for an index on that and the time; empty for any other.
    std::string keyOf(const std::string &index) const;
    static Entry pack(qint64 key, qint64 time, qint64 id);
    bool fits(qint64 key, qint64 time, qint64 id) const;
    void dropAll(const std::vector<std::pair<std::string, std::string>> &indexes);
    bool putIn(Gathered &index, JobContext &job);
    void make(const std::string &sql);

    Connection &m_connection;
    std::vector<Gathered> m_gathered;
    std::vector<std::pair<std::string, std::string>> m_dropped; ///< name, and the statement that makes it
    bool m_isUnpackable = false; ///< an id or a time beyond what an entry holds
};

} // namespace foretrail
