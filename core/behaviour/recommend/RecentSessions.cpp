#include "core/behaviour/recommend/RecentSessions.h"

#include "core/data/UserFlags.h"

#include <QHash>

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

/// What a session is sorted by: a number, or a text where there is one.
struct SessionPlace {
    quint32 row = 0;
    qint64 number = 0;
    QString text;
    bool isNobody = false;
};

bool standsBefore(const SessionPlace &a, const SessionPlace &b)
{
    if (a.number != b.number)
        return a.number < b.number;
    const bool areNumbers = !a.text.isEmpty() && !b.text.isEmpty() && a.text.front().isDigit() && b.text.front().isDigit();
    if (areNumbers && a.text.size() != b.text.size())
        return a.text.size() < b.text.size();
    return a.text.compare(b.text, Qt::CaseInsensitive) < 0;
}

/// Keys of users, who have many sessions, are asked for once.
class SessionPlaces {
public:
    SessionPlaces(const ShopLog &shop, ShopData &data, SessionOrder by) : m_shop(shop), m_data(data), m_by(by) {}

    Result<SessionPlace> of(quint32 row)
    {
        const auto places = m_shop.eventsOf({0, row});
        const InteractionLog &log = m_shop.log();
        const InteractionLog::Event &first = log.events[places.front()], &last = log.events[places.back()];
        switch (m_by) {
        case SessionOrder::Start: return SessionPlace{row, first.time, {}};
        case SessionOrder::Events: return SessionPlace{row, qint64(places.size()), {}};
        case SessionOrder::LastItem: return SessionPlace{row, 0, log.itemNames[last.item].isEmpty() ? log.itemKeys[last.item] : log.itemNames[last.item]};
        case SessionOrder::Key: return named(row, m_data.keyOf(QStringLiteral("session"), row));
        case SessionOrder::User: break;
        }
        if (first.user == 0)
            return SessionPlace{row, 0, {}, true};
        auto known = m_users.constFind(first.user);
        if (known == m_users.cend()) {
            const Result<QString> key = m_data.keyOf(QStringLiteral("user"), first.user);
            if (!key)
                return fail(key.error());
            known = m_users.insert(first.user, *key);
        }
        return SessionPlace{row, 0, *known};
    }

private:
    static Result<SessionPlace> named(quint32 row, const Result<QString> &key)
    {
        return key ? Result<SessionPlace>(SessionPlace{row, 0, *key}) : fail(key.error());
    }

    const ShopLog &m_shop;
    ShopData &m_data;
    SessionOrder m_by;
    QHash<quint32, QString> m_users;
};

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

Result<std::vector<quint32>> sessionsBy(const ShopLog &shop, ShopData &data, const std::vector<quint32> &rows, SessionOrder by, bool isDescending, JobContext &job)
{
    SessionPlaces places(shop, data, by);
    std::vector<SessionPlace> sorted;
    sorted.reserve(rows.size());
    for (const quint32 row : rows) {
        if (job.stopRequested())
            return fail(Error::cancelled());
        Result<SessionPlace> place = places.of(row);
        if (!place)
            return fail(place.error());
        sorted.push_back(std::move(*place));
    }
    std::stable_sort(sorted.begin(), sorted.end(), [isDescending](const SessionPlace &a, const SessionPlace &b) {
        if (a.isNobody != b.isNobody)
            return b.isNobody;
        return isDescending ? standsBefore(b, a) : standsBefore(a, b);
    });
    std::vector<quint32> found;
    found.reserve(rows.size());
    for (const SessionPlace &place : sorted)
        found.push_back(place.row);
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
