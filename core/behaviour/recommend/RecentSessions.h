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

/// Cancelled.
Result<QList<ToldSession>> toldSessions(const ShopLog &shop, ShopData &data, std::span<const quint32> rows, JobContext &job);

} // namespace foretrail
