#pragma once

#include "core/data/BulkIndexes.h"
#include "core/data/FactTotals.h"
#include "core/data/ReturningEvents.h"
#include "core/data/sqlite/Imposter.h"
#include "core/jobs/JobContext.h"

#include <optional>
#include <vector>

namespace foretrail {

/// Brings back the events of an import that was taken back, where none of them is there by now: as quick as importing them was,
/// since it is done in the same way, with the indexes and the totals gathered as the rows pass. Inside a transaction, and
/// while the indexes of events are in use.
class EventReload {
public:
    EventReload(Connection &connection, qint64 import, ReturningEvents meeting);

    /// Those between two ids, the last included; ids grow from call to call.
    void bring(qint64 firstId, qint64 lastId);
    /// After the last. Cancelled.
    Result<void> finish(JobContext &job);

private:
    void readKinds();
    void add(const Statement &row);
    void removeAside();

    Connection &m_connection;
    qint64 m_import;
    ReturningEvents m_meeting;
    bool m_isAlone; ///< no other event counts
    std::vector<char> m_isPurchase, m_isReturn; ///< by kind
    FactTotals m_totals;
    BulkIndexes m_indexes;
    std::optional<Imposter> m_table;
    std::optional<Statement> m_insert, m_read;
};

} // namespace foretrail
