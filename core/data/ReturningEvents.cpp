#include "core/data/ReturningEvents.h"

#include <algorithm>

namespace foretrail {
namespace {

constexpr size_t mostFilterBytes = size_t(32) << 20;
constexpr size_t filterBytesOfAnEvent = 1;

/// Calls `use` with fingerprint and session of each row; false when the job was stopped.
template<class Use>
bool readMeetings(Statement rows, JobContext &job, const Use &use)
{
    for (qint64 row = 0; rows.step(); ++row) {
        if (row % 65'536 == 0 && job.stopRequested())
            return false;
        use(quint64(rows.integer(0)), quint64(rows.integer(1)));
    }
    return true;
}

Statement rowsOf(Connection &connection, qint64 import)
{
    Statement rows = connection.prepare("SELECT fingerprint, session_id FROM set_aside_events WHERE import_id = ?1 AND replaced_by IS NULL");
    rows.bind(1, import);
    return rows;
}

} // namespace

Result<ReturningEvents> ReturningEvents::of(Connection &connection, qint64 import, JobContext &job)
{
    ReturningEvents found;
    const qint64 count = connection.integer("SELECT coalesce(sum(last_id - first_id + 1), 0) FROM event_ranges WHERE import_id = "
                                            + std::to_string(import));
    const size_t bytes = std::clamp(size_t(count) * filterBytesOfAnEvent, sizeof(quint64), mostFilterBytes);
    BloomFilter rows(bytes), sessions(bytes);
    const auto note = [&](quint64 fingerprint, quint64 session) {
        rows.insert(fingerprint);
        if (session != 0)
            sessions.insert(session);
    };
    HashSet64 likely; // fingerprints of rows that count and look like one of the import
    const auto compare = [&](quint64 fingerprint, quint64 session) {
        if (rows.mayContain(fingerprint))
            likely.insert(fingerprint);
        if (session != 0 && sessions.mayContain(session))
            found.m_sessions.insert(session);
    };
    const auto look = [&](quint64 fingerprint, quint64) { found.m_areThere = found.m_areThere || likely.contains(fingerprint); };
    const bool isWhole = readMeetings(rowsOf(connection, import), job, note)
                      && readMeetings(connection.prepare("SELECT fingerprint, session_id FROM events"), job, compare)
                      && (likely.size() == 0 || readMeetings(rowsOf(connection, import), job, look));
    if (!isWhole)
        return fail(Error::cancelled());
    return found;
}

} // namespace foretrail
