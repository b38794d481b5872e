#include "core/live/LiveSnapshot.h"

#include "core/base/JsonNumber.h"

#include <QDateTime>
#include <QJsonArray>

#include <algorithm>

namespace foretrail {
namespace {

constexpr qsizetype sessionsInJson = 10;

QString timeText(UtcMs time) { return QDateTime::fromMSecsSinceEpoch(time, Qt::UTC).toString(Qt::ISODateWithMs); }

QJsonObject todayJson(const TodayReading &today)
{
    QJsonObject json{{QStringLiteral("day"), formatTime(today.day, Step::Day)}, {QStringLiteral("measure"), measureName(today.measure)},
                     {QStringLiteral("so_far"), today.soFar}, {QStringLiteral("forecast"), jsonNumber(today.forecast)}, {QStringLiteral("expected"), jsonNumber(today.expected)},
                     {QStringLiteral("low"), jsonNumber(today.low)}, {QStringLiteral("high"), jsonNumber(today.high)}};
    if (!today.note.isEmpty())
        json.insert(QStringLiteral("note"), today.note);
    return json;
}

QJsonObject funnelJson(const HourFunnel &funnel)
{
    return {{QStringLiteral("users"), funnel.users}, {QStringLiteral("viewed"), funnel.viewed}, {QStringLiteral("carted"), funnel.carted}, {QStringLiteral("bought"), funnel.bought}};
}

QJsonArray itemsJson(const QList<RecommendedItem> &items)
{
    QJsonArray array;
    for (const RecommendedItem &item : items) {
        QJsonObject one{{QStringLiteral("item"), item.item}, {QStringLiteral("score"), item.score}, {QStringLiteral("popular"), item.isPopular}};
        if (!item.name.isEmpty())
            one.insert(QStringLiteral("name"), item.name);
        if (!item.reasons.isEmpty())
            one.insert(QStringLiteral("reason"), reasonText(item));
        array.append(one);
    }
    return array;
}

} // namespace

QJsonObject ToldUser::toJson() const
{
    return {{QStringLiteral("user"), key}, {QStringLiteral("time"), timeText(user.visit.last)}, {QStringLiteral("events"), qint64(user.figures.events)},
            {QStringLiteral("orders"), qint64(user.figures.orders)}, {QStringLiteral("value"), user.figures.value}, {QStringLiteral("session_events"), user.visit.events},
            {QStringLiteral("last_item"), lastItem}, {QStringLiteral("intent"), jsonNumber(user.intent)}, {QStringLiteral("averaged_intent"), jsonNumber(user.averagedIntent)},
            {QStringLiteral("active"), jsonNumber(user.active)}, {QStringLiteral("purchases_expected"), jsonNumber(user.purchases)}, {QStringLiteral("next"), itemsJson(next)},
            {QStringLiteral("update_ms"), user.updateMs}};
}

QJsonObject LiveSnapshot::toJson() const
{
    QJsonArray running;
    for (const ToldUser &one : sessions.first(std::min<qsizetype>(sessions.size(), sessionsInJson)))
        running.append(one.toJson());
    QJsonArray recommended;
    for (const ToldUser &one : newest)
        recommended.append(QJsonObject{{QStringLiteral("user"), one.key}, {QStringLiteral("next"), itemsJson(one.next)}});
    QJsonArray told;
    for (const LiveAlert &alert : alerts)
        told.append(QJsonObject{{QStringLiteral("time"), timeText(alert.time)}, {QStringLiteral("kind"), alert.kind}, {QStringLiteral("text"), alert.text}});
    return {{QStringLiteral("shop_time"), timeText(now)}, {QStringLiteral("online"), online}, {QStringLiteral("running"), this->running},
            {QStringLiteral("funnel"), funnelJson(funnel)}, {QStringLiteral("today"), todayJson(today)}, {QStringLiteral("sessions"), running}, {QStringLiteral("newest"), recommended},
            {QStringLiteral("alerts"), told}, {QStringLiteral("profiles"), profiles}, {QStringLiteral("update_ms_usual"), jsonNumber(usualUpdateMs)},
            {QStringLiteral("update_ms_slow"), jsonNumber(slowUpdateMs)}, {QStringLiteral("learning"), learning}, {QStringLiteral("untold"), QJsonArray::fromStringList(untold)}};
}

} // namespace foretrail
