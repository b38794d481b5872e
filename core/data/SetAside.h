#pragma once

#include "core/data/EventIndexes.h"
#include "core/data/LiveTotals.h"
#include "core/data/ReturningEvents.h"

#include <functional>
#include <span>

namespace foretrail {

/// Moves the facts of one import between the tables of what counts and of what is set aside, and keeps this rule: of rows
/// that mean the same (equal fingerprint; the same series and time; the same attribute of a key) and whose imports are not
/// taken back, one counts, and the others say in replaced_by which import's row stands in their place.
/// Inside a transaction; events move in chunks, so that memory stays bounded.
class SetAside {
public:
    /// `indexes`: shared by all imports of one transaction, whose owner restores them.
    SetAside(Connection &connection, EventIndexes &indexes, qint64 import, LiveTotals &totals, JobContext &job)
        : m_connection(connection), m_indexes(indexes), m_import(import), m_totals(totals), m_job(job) {}

    /// How many ids of events the import has: as many rows move at most.
    static qint64 sizeOf(Connection &connection, qint64 import);

    /// All facts of the import leave; what stood back for them comes in their place.
    Result<void> takeAway();
    /// All facts of the import come back. With `replaces`, those of older imports stand back; other rows that are there by
    /// now stay, and the import's own stay aside. `isMatched`: its events are told apart by their fingerprints at all.
    Result<void> bringBack(bool replaces, bool isMatched);

private:
    struct Table;
    struct Range { qint64 first = 0; qint64 last = 0; };
    static std::span<const Table> tables();
    std::vector<Range> ranges(const Table &table) const;
    void bind(Statement &statement, const std::string &sql, Range range) const;
    qint64 run(const std::string &sql, Range range);
    void count(const Table &table, const std::string &condition, Range range, int sign);
    Result<void> inChunks(const Table &table, const std::function<void(Range)> &work);
    void sendAside(const Table &table, const std::string &condition, const std::string &replacedBy, Range range);
    void bringIn(const Table &table, const std::string &condition, Range range);
    void release(const Table &table);
    Result<void> bringBack(const Table &table, bool replaces, bool isMatched);
    Result<void> bringEventsBack(const Table &table, bool replaces, bool isMatched);
    Result<void> reloadEvents(const Table &table, ReturningEvents &&meeting);
    void keepUnfitAside();
    void fitSteps();

    Connection &m_connection;
    EventIndexes &m_indexes;
    qint64 m_import;
    LiveTotals &m_totals;
    JobContext &m_job;
    qint64 m_done = 0;
    qint64 m_total = 0;
};

} // namespace foretrail
