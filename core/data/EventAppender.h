#pragma once

#include "core/data/sqlite/Imposter.h"
#include "core/data/sqlite/RowFeed.h"

#include <array>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace foretrail {

/// A row of the table of events: ids as in the database, 0 where there is none; NaN where there is no number.
struct EventEntry {
    qint64 id = 0;
    qint64 time = 0;
    qint64 user = 0, item = 0, kind = 0, category = 0, session = 0;
    std::optional<qint64> position;
    double quantity = 0, price = 0, amount = 0;
    quint64 fingerprint = 0;
    std::array<qint64, 12> attributes{}; ///< in the order of the slots
};

/// The columns of events from the id to attribute `lastSlot`, for SQL.
std::string eventColumns(int lastSlot);
/// The same as the definition of an imposter of the table: rows are shorter so, and SQLite reads what is not there as NULL.
std::string shortEventTable(int lastSlot);

/// Writes events behind the others, some hundred at once.
class EventAppender {
public:
    /// `slots`: the attribute columns that are used. Without `keepsIndexes` the indexes of events know nothing of the new
    /// rows, and the caller sees to that.
    EventAppender(Connection &connection, qint64 importId, const std::vector<int> &slots, bool keepsIndexes);
    ~EventAppender();

    /// Each id is the next one.
    void add(const EventEntry &event)
    {
        m_rows.push_back(event);
        if (m_rows.size() == rowsAtOnce)
            flush();
    }
    /// Afterwards every row is in the table.
    void flush();

private:
    static constexpr size_t rowsAtOnce = 256;
    class Feed;

    std::vector<EventEntry> m_rows;
    std::optional<Imposter> m_table;
    std::unique_ptr<Feed> m_feed;
    std::optional<Statement> m_insert;     ///< with ids of its own
    std::optional<Statement> m_insertNext; ///< where nothing is removed meanwhile: with the next ids, which need no search
    bool m_isBehindOwn = false;            ///< the last row of the table is one of these
};

} // namespace foretrail
