#pragma once

#include "core/data/BloomFilter.h"
#include "core/data/HashSet64.h"
#include "core/data/sqlite/Connection.h"
#include "core/jobs/JobContext.h"

namespace foretrail {

/// Where the events of an import that was taken back meet events that count meanwhile: the same rows, the same sessions.
/// One pass over each of both; besides what they share, two bytes an event of the import, at most 64 MiB.
class ReturningEvents {
public:
    /// Cancelled.
    static Result<ReturningEvents> of(Connection &connection, qint64 import, JobContext &job);

    /// Whether a row of the import is there already.
    bool areThere() const { return m_areThere; }
    /// Whether an event that counts may have this session; never false where one has.
    bool goesOn(qint64 session) const { return session != 0 && m_sessions.contains(quint64(session)); }

private:
    bool m_areThere = false;
    HashSet64 m_sessions;
};

} // namespace foretrail
