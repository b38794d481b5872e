#include "core/behaviour/UserProfile.h"

#include "core/base/JsonNumber.h"

#include <QDateTime>
#include <QJsonArray>

namespace foretrail {
namespace {

QString utc(UtcMs time) { return QDateTime::fromMSecsSinceEpoch(time).toUTC().toString(Qt::ISODate); }

QJsonArray numbers(const std::vector<double> &values)
{
    QJsonArray array;
    for (const double value : values)
        array.append(jsonNumber(value));
    return array;
}

QJsonArray counts(const QList<NamedCount> &rows)
{
    QJsonArray array;
    for (const NamedCount &row : rows)
        array.append(QJsonObject{{QStringLiteral("key"), row.key}, {QStringLiteral("name"), row.name},
                                 {QStringLiteral("count"), row.count}, {QStringLiteral("value"), jsonNumber(row.value)}});
    return array;
}

QJsonArray timeline(const QList<UserEvent> &events)
{
    QJsonArray array;
    for (const UserEvent &event : events)
        array.append(QJsonObject{{QStringLiteral("time"), utc(event.time)}, {QStringLiteral("kind"), event.kind},
                                 {QStringLiteral("item"), event.itemKey}, {QStringLiteral("session"), event.session},
                                 {QStringLiteral("quantity"), jsonNumber(event.quantity)}, {QStringLiteral("amount"), jsonNumber(event.amount)}});
    return array;
}

QJsonObject activityJson(const Series &activity)
{
    return {{QStringLiteral("step"), stepName(activity.axis.step)},
            {QStringLiteral("start"), formatTime(activity.axis.start, activity.axis.step)},
            {QStringLiteral("values"), numbers(activity.values)}};
}

QJsonObject aheadJson(const QString &model, const Forecast &forecast, double active)
{
    QJsonObject json{{QStringLiteral("model"), model}, {QStringLiteral("mean"), numbers(forecast.mean)}, {QStringLiteral("weighted_with_p_active"), jsonNumber(active)}};
    for (const Band &band : forecast.bands) {
        json.insert(QStringLiteral("lo%1").arg(band.level), numbers(band.low));
        json.insert(QStringLiteral("hi%1").arg(band.level), numbers(band.high));
    }
    return json;
}

QJsonArray sessionsJson(const QList<UserSession> &sessions)
{
    QJsonArray array;
    for (const UserSession &session : sessions)
        array.append(QJsonObject{{QStringLiteral("start"), utc(session.start)}, {QStringLiteral("end"), utc(session.end)},
                                 {QStringLiteral("events"), session.events}, {QStringLiteral("purchases"), session.purchases}, {QStringLiteral("items"), session.items},
                                 {QStringLiteral("value"), jsonNumber(session.value)}, {QStringLiteral("session"), session.key}});
    return array;
}

/// Sums of the clock over one of its sides.
QJsonArray clockSums(const UserProfile &profile, bool byHour)
{
    QJsonArray array;
    for (size_t place = 0; place < (byHour ? 24U : 7U); ++place) {
        qint64 sum = 0;
        for (size_t other = 0; other < (byHour ? 7U : 24U); ++other)
            sum += byHour ? profile.clock[other][place] : profile.clock[place][other];
        array.append(sum);
    }
    return array;
}

QJsonObject attributesJson(const QList<KeyAttribute> &attributes)
{
    QJsonObject json;
    for (const KeyAttribute &attribute : attributes)
        json.insert(attribute.name, attribute.value);
    return json;
}

} // namespace

QJsonObject UserProfile::toJson() const
{
    return {{QStringLiteral("user"), user.key},
            {QStringLiteral("first_seen"), user.hasTimes ? QJsonValue(utc(user.firstSeen)) : QJsonValue()},
            {QStringLiteral("last_seen"), user.hasTimes ? QJsonValue(utc(user.lastSeen)) : QJsonValue()},
            {QStringLiteral("events"), user.events},
            {QStringLiteral("stray_times"), strayTimes},
            {QStringLiteral("recency_days"), jsonNumber(recencyDays)},
            {QStringLiteral("frequency"), user.orders},
            {QStringLiteral("monetary"), jsonNumber(user.value)},
            {QStringLiteral("average_basket"), jsonNumber(averageBasket)},
            {QStringLiteral("usual_gap_days"), jsonNumber(usualGapDays)},
            {QStringLiteral("kinds"), counts(kinds)},
            {QStringLiteral("top_items"), counts(topItems)},
            {QStringLiteral("top_categories"), counts(topCategories)},
            {QStringLiteral("attributes"), attributesJson(attributes)},
            {QStringLiteral("activity"), activityJson(activity)},
            {QStringLiteral("forecast"), aheadJson(activityModel, activityForecast, forecastActive)},
            {QStringLiteral("spend"), activityJson(spend)},
            {QStringLiteral("spend_forecast"), aheadJson(spendModel, spendForecast, forecastActive)},
            {QStringLiteral("sessions"), sessionsJson(sessions)},
            {QStringLiteral("hours"), clockSums(*this, true)},
            {QStringLiteral("weekdays"), clockSums(*this, false)},
            {QStringLiteral("standing"), standing.toJson()},
            {QStringLiteral("outlook"), outlook.toJson()},
            {QStringLiteral("funnel"), funnel.toJson()},
            {QStringLiteral("timeline"), timeline(events)},
            {QStringLiteral("note"), note}};
}

} // namespace foretrail
