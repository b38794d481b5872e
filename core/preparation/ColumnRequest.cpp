#include "core/preparation/ColumnRequest.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

namespace foretrail {

namespace {

struct ColumnRequestText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::ColumnRequest)
};

QStringList membersOfColumns() { return {QStringLiteral("by"), QStringLiteral("key"), QStringLiteral("measure"), QStringLiteral("name"), QStringLiteral("knownAhead")}; }

/// "{1}/Temperature" is the temperature: what differs from series to series names no column.
QString nameFrom(const ColumnRequest &request)
{
    static const QRegularExpression places(QStringLiteral("\\{\\w+\\}"));
    QStringList parts = request.key.split(QLatin1Char('/'));
    parts.removeIf([](const QString &part) { return QString(part).remove(places).isEmpty(); });
    const QString name = parts.join(QLatin1Char('/'));
    return name.isEmpty() ? request.measure : name;
}

} // namespace

QString ColumnRequest::id() const { return QStringList{measure, by, key}.join(QLatin1Char('|')); }

QString ColumnRequest::keyFor(const QString &seriesKey) const
{
    QString made = key;
    made.replace(QStringLiteral("{key}"), seriesKey);
    const QStringList parts = seriesKey.split(QLatin1Char('/'));
    for (int i = 0; i < parts.size(); ++i)
        made.replace(QStringLiteral("{%1}").arg(i + 1), parts[i]);
    return made;
}

Result<ColumnRequest> columnRequestFrom(const QJsonObject &json)
{
    const QStringList members = membersOfColumns();
    for (const QString &member : json.keys())
        if (!members.contains(member))
            return fail(ErrorCode::InvalidInput, ColumnRequestText::tr("%1 is not a member of a column. Allowed: %2.").arg(member, members.join(QStringLiteral(", "))));
    ColumnRequest request{json.value(u"by").toString(QStringLiteral("series")), json.value(u"key").toString(),
                          json.value(u"measure").toString(QStringLiteral("value")), json.value(u"name").toString(), json.value(u"knownAhead").toBool(false)};
    if (request.key.isEmpty() && request.by != u"total")
        return fail(ErrorCode::InvalidInput, ColumnRequestText::tr("A column needs a member \"key\" with the key of a series."));
    if (request.name.isEmpty())
        request.name = nameFrom(request);
    return request;
}

QJsonObject toJson(const ColumnRequest &request)
{
    return {{QStringLiteral("by"), request.by}, {QStringLiteral("key"), request.key}, {QStringLiteral("measure"), request.measure},
            {QStringLiteral("name"), request.name}, {QStringLiteral("knownAhead"), request.isKnownAhead}};
}

QStringList keysToChoose(const QStringList &keys, const QString &seriesKey)
{
    const QStringList own = seriesKey.split(QLatin1Char('/'));
    QStringList patterns;
    for (const QString &key : keys) {
        QStringList parts = key.split(QLatin1Char('/'));
        int same = 0;
        for (qsizetype i = 0; i < std::min(parts.size(), own.size()); ++i) {
            if (parts[i] != own[i])
                continue;
            parts[i] = QStringLiteral("{%1}").arg(i + 1);
            ++same;
        }
        if (same > 0 && same < parts.size()) // all of it is the series itself
            patterns << parts.join(QLatin1Char('/'));
    }
    patterns.removeDuplicates();
    return patterns + keys;
}

QList<ColumnRequest> columnRequests(const Recipe &recipe)
{
    QList<ColumnRequest> requests;
    for (const RecipeStep &step : recipe.steps) {
        if (!step.isOn || step.kind != u"join")
            continue;
        for (const QJsonArray array = step.parameters.value(u"columns").toArray(); const QJsonValue &one : array)
            if (const Result<ColumnRequest> request = columnRequestFrom(one.toObject()); request && !requests.contains(*request))
                requests.append(*request);
    }
    return requests;
}

} // namespace foretrail
