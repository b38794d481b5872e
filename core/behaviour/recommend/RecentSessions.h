#pragma once

#include "core/behaviour/recommend/ShopLog.h"

namespace foretrail {

/// A session as a list tells it. Events are those that name an item.
struct ToldSession {
    QString key;
    QString user;     ///< of the first event; empty where the log does not say
    QString lastItem; ///< its name, or its key
    UtcMs start = 0;
    qint64 events = 0;
};

/// Rows of all sessions of the log with an event of `users` (none: of anybody), the one that began last first. 4 bytes each.
std::vector<quint32> recentSessions(const ShopLog &shop, const UserSet *users);

/// Those among `rows` whose key, or that of their user, contains the text. Cancelled.
Result<std::vector<quint32>> sessionsWith(const ShopLog &shop, ShopData &data, const std::vector<quint32> &rows, const QString &text, JobContext &job);

/// What a list of sessions is sorted by; Key: where the log has no clock.
enum class SessionOrder { Start, Key, User, Events, LastItem };
/// The rows in that order, of those that are alike as they came; shorter numbers first among keys that are numbers. Sessions of nobody are
/// last in either direction. Cancelled.
Result<std::vector<quint32>> sessionsBy(const ShopLog &shop, ShopData &data, const std::vector<quint32> &rows, SessionOrder by, bool isDescending, JobContext &job);

/// Cancelled.
Result<QList<ToldSession>> toldSessions(const ShopLog &shop, ShopData &data, std::span<const quint32> rows, JobContext &job);

} // namespace foretrail
