#include "core/data/feed/OldEvents.h"

#include "core/data/LiveTotals.h"
#include "core/data/sqlite/Connection.h"

namespace foretrail {
namespace {

constexpr auto oldEvents = " FROM events WHERE time < ?1 AND import_id IN (SELECT id FROM imports WHERE has_clock)";

/// The ledger knows when the first event of each log was, so that a day on which nothing is old costs no pass over them.
bool hasOldEvents(Connection &connection, UtcMs before)
{
    Statement row = connection.prepare("SELECT EXISTS (SELECT 1 FROM imports WHERE undone IS NULL AND has_clock AND events > 0 AND first_time < ?1)");
    row.bind(1, before);
    return row.step() && row.integer(0) != 0;
}

Result<qint64> forget(Connection &connection, UtcMs before, JobContext &job)
{
    WriteTransaction transaction(connection);
    StopScope scope(connection, job);
    LiveTotals totals(connection);
    Statement rows = connection.prepare(std::string("SELECT ") + LiveTotals::columns + oldEvents);
    rows.bind(1, before);
    qint64 count = 0;
    for (; rows.step(); ++count)
        totals.take(rows, -1);
    if (count == 0)
        return 0;
    Statement drop = connection.prepare(std::string("DELETE") + oldEvents);
    drop.bind(1, before);
    drop.run();
    if (const Result<void> counted = totals.write(job); !counted)
        return fail(counted.error());
    transaction.commit();
    return count;
}

} // namespace

Result<qint64> forgetEventsBefore(Workspace &workspace, UtcMs before, JobContext &job)
{
    Connection &connection = workspace.connection();
    return connection.guarded([&] { return hasOldEvents(connection, before) ? forget(connection, before, job) : Result<qint64>(0); });
}

} // namespace foretrail
