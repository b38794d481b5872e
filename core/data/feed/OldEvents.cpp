#include "core/data/feed/OldEvents.h"

#include "core/data/LiveTotals.h"
#include "core/data/sqlite/Connection.h"

namespace foretrail {
namespace {

constexpr auto oldEvents = " FROM events WHERE time < ?1 AND import_id IN (SELECT id FROM imports WHERE has_clock)";

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
    return connection.guarded([&] { return forget(connection, before, job); });
}

} // namespace foretrail
