#include "core/behaviour/recommend/RecentSessions.h"

#include "core/data/UserFlags.h"

#include <algorithm>

namespace foretrail {
namespace {

std::vector<bool> maskOf(const std::vector<qint64> &rows)
{
    std::vector<bool> mask(rows.empty() ? 1 : size_t(rows.back()) + 1, false);
    for (const qint64 row : rows)
        mask[size_t(row)] = true;
    return mask;
}

bool hasRow(const std::vector<bool> &mask, quint32 row) { return row < mask.size() && mask[row]; }

quint32 userOfSession(const ShopLog &shop, quint32 row) { return shop.log().events[shop.eventsOf({0, row}).front()].user; }

} // namespace

std::vector<quint32> recentSessions(const ShopLog &shop, const UserSet *users)
{
    const UserFlags wanted(users);
    std::vector<bool> isSeen;
    std::vector<quint32> rows;
    for (const InteractionLog::Event &event : shop.log().events) {
        if (event.session >= isSeen.size())
            isSeen.resize(std::max<size_t>(2 * isSeen.size(), size_t(event.session) + 1), false);
        if (event.session == 0 || isSeen[event.session] || !wanted.contains(event.user))
            continue;
        isSeen[event.session] = true;
        rows.push_back(event.session);
    }
    std::reverse(rows.begin(), rows.end());
    return rows;
}

Result<std::vector<quint32>> sessionsWith(const ShopLog &shop, ShopData &data, const std::vector<quint32> &rows, const QString &text, JobContext &job)
{
    const Result<std::vector<qint64>> sessions = data.rowsWith(QStringLiteral("session"), text, job);
    if (!sessions)
        return fail(sessions.error());
    const Result<std::vector<qint64>> users = data.rowsWith(QStringLiteral("user"), text, job);
    if (!users)
        return fail(users.error());
    const std::vector<bool> isSession = maskOf(*sessions), isUser = maskOf(*users);
    std::vector<quint32> found;
    for (const quint32 row : rows)
        if (hasRow(isSession, row) || hasRow(isUser, userOfSession(shop, row)))
            found.push_back(row);
    return found;
}

Result<QList<ToldSession>> toldSessions(const ShopLog &shop, ShopData &data, std::span<const quint32> rows, JobContext &job)
{
    const InteractionLog &log = shop.log();
    QList<ToldSession> told;
    for (const quint32 row : rows) {
        if (job.stopRequested())
            return fail(Error::cancelled());
        const auto places = shop.eventsOf({0, row});
        const InteractionLog::Event &first = log.events[places.front()], &last = log.events[places.back()];
        const Result<QString> key = data.keyOf(QStringLiteral("session"), row);
        if (!key)
            return fail(key.error());
        const Result<QString> user = first.user > 0 ? data.keyOf(QStringLiteral("user"), first.user) : Result<QString>(QString());
        if (!user)
            return fail(user.error());
        const QString &name = log.itemNames[last.item];
        told.append({*key, *user, name.isEmpty() ? log.itemKeys[last.item] : name, first.time, qint64(places.size())});
    }
    return told;
}

} // namespace foretrail
