#pragma once

#include "core/data/InteractionLog.h"

namespace foretrail::test {

/// Answers from a log in memory; users and sessions are called by the numbers of their rows.
class ShopInMemory : public ShopData {
public:
    explicit ShopInMemory(InteractionLog log, QString fingerprint = QStringLiteral("one")) : m_log(std::move(log)), m_fingerprint(std::move(fingerprint)) {}
    Result<DataSummary> summary() override
    {
        DataSummary summary;
        summary.events = qint64(m_log.events.size());
        summary.timeZone = QStringLiteral("UTC");
        summary.hasClock = m_log.hasClock;
        return summary;
    }
    Result<QList<SeriesInfo>> listSeries(const SeriesQuery &, JobContext &) override { return QList<SeriesInfo>(); }
    Result<QList<Series>> series(const SeriesQuery &, JobContext &) override { return QList<Series>(); }
    Result<QList<UserRow>> users(JobContext &) override
    {
        quint32 last = 0;
        for (const InteractionLog::Event &event : m_log.events)
            last = std::max(last, event.user);
        QList<UserRow> rows;
        for (quint32 user = 1; user <= last; ++user) {
            UserRow row;
            row.id.value = user;
            row.key = QString::number(user);
            rows.append(row);
        }
        return rows;
    }
    Result<UserRow> user(const QString &key) override
    {
        UserRow row;
        row.id.value = key.toInt();
        row.key = key;
        return row.id.isValid() ? Result<UserRow>(row) : fail(ErrorCode::NotFound, QStringLiteral("no such user"));
    }
    Result<QList<UserEvent>> latestEventsOf(UserId, qint64, JobContext &) override { return QList<UserEvent>(); }
    Result<QString> fingerprint() override { return m_fingerprint; }
    Result<InteractionLog> interactions(JobContext &) override
    {
        ++reads;
        return m_log;
    }
    Result<ItemAttributes> itemAttributes(JobContext &) override { return attributes; }
    Result<qint64> session(const QString &key) override { return key.toLongLong(); }
    void setFingerprint(const QString &fingerprint) { m_fingerprint = fingerprint; }

    ItemAttributes attributes;
    int reads = 0; ///< of the log

private:
    InteractionLog m_log;
    QString m_fingerprint;
};

/// A log without events: item0, item1 and so on.
inline InteractionLog emptyLog(int items)
{
    InteractionLog log;
    for (int item = 0; item < items; ++item) {
        log.itemKeys << QStringLiteral("item%1").arg(item);
        log.itemNames << QString();
    }
    return log;
}

/// Users 1 .. 20 look at 0 1 2 and buy 3, users 21 .. 40 look at 4 5 6, one user a day; user 41 looks at 0 and 1. Items 0 to 3 are of
/// the category "a", 4 to 6 of "b", 7 of none.
inline InteractionLog twoTastesLog()
{
    constexpr qint64 minuteMs = 60'000;
    InteractionLog log = emptyLog(8);
    for (quint32 user = 1; user <= 40; ++user)
        for (quint32 step = 0; step < (user <= 20 ? 4U : 3U); ++step)
            log.events.push_back({UtcMs(user) * dayMs + step * minuteMs, (user <= 20 ? 0U : 4U) + step, user, 0, step == 3 ? ItemAction::Purchase : ItemAction::View});
    log.events.push_back({41 * dayMs, 0, 41, 0, ItemAction::View});
    log.events.push_back({41 * dayMs + minuteMs, 1, 41, 0, ItemAction::View});
    log.categoryKeys = QStringList{QStringLiteral("a"), QStringLiteral("b")};
    log.categories = {0, 0, 0, 0, 1, 1, 1, InteractionLog::noCategory};
    return log;
}

} // namespace foretrail::test
