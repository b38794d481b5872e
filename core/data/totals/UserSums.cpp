#include "core/data/totals/UserSums.h"

#include "core/data/EventSeries.h"
#include "core/data/sqlite/SqlText.h"

#include <QCoreApplication>
#include <QTimeZone>

#include <cmath>
#include <unordered_map>

namespace foretrail {
namespace {

struct UserSumsText { Q_DECLARE_TR_FUNCTIONS(foretrail::UserSums) };

constexpr qint64 sumRowsBetweenLooks = 1 << 16;

const char *summedColumn(const SeriesQuery &query)
{
    if (query.by == GroupBy::Series)
        return nullptr;
    switch (query.measure) {
    case Measure::Revenue: return "amount";
    case Measure::Quantity: return "quantity";
    case Measure::Events: return "1";
    case Measure::Orders:
    case Measure::Users:
    case Measure::Value: break;
    }
    return nullptr;
}

Result<std::vector<UserSum>> sumsOf(Connection &connection, const SeriesQuery &query, const char *column, WallMs from, WallMs change, WallMs until, JobContext &job)
{
    EventSeries series(connection, query);
    const Result<std::string> condition = series.rowCondition();
    if (!condition)
        return fail(condition.error());
    StopScope scope(connection, job);
    ZoneClock clock(QTimeZone(series.timeZone().toLatin1()));
    const UtcMs turn = clock.toUtc(change);
    Statement rows = connection.prepare(sqlOf({"SELECT time, user_id, ", column, " FROM events WHERE time >= ?1 AND time < ?2 AND ", *condition}));
    rows.bind(1, clock.toUtc(from));
    rows.bind(2, clock.toUtc(until));
    std::unordered_map<qint64, UserSum> sums;
    for (qint64 read = 1; rows.step(); ++read) {
        const UserId user{rows.integer(1)};
        if (query.users && !query.users->contains(user))
            continue;
        UserSum &sum = sums[user.value];
        sum.user = user;
        (rows.integer(0) < turn ? sum.before : sum.since) += rows.real(2);
        if (read % sumRowsBetweenLooks == 0 && job.stopRequested())
            return fail(Error::cancelled());
    }
    std::vector<UserSum> all;
    all.reserve(sums.size());
    for (const auto &[id, sum] : sums)
        all.push_back(sum);
    return all;
}

} // namespace

Result<std::vector<UserSum>> userSums(Workspace &workspace, const SeriesQuery &query, WallMs from, WallMs change, WallMs until, JobContext &job)
{
    const char *column = summedColumn(query);
    if (!column)
        return fail(ErrorCode::InvalidInput, UserSumsText::tr("Users add up to revenue, quantity and events alone."));
    Connection &connection = workspace.connection();
    return connection.guarded([&] { return sumsOf(connection, query, column, from, change, until, job); });
}

} // namespace foretrail
