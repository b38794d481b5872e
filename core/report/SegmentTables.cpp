#include "core/report/SegmentTables.h"

#include "core/base/JsonNumber.h"

#include <QJsonArray>

#include <algorithm>
#include <tuple>

namespace foretrail {
namespace {

/// "rfm" of "rfm:champions".
QString kindOf(const SegmentInfo &info) { return info.key.section(u':', 0, 0); }

/// Of one kind: rounds the users of all, and withholds a second value where one alone is.
void withholdInKind(QList<ToldSegment *> &kind)
{
    const auto withheld = std::ranges::count_if(kind, [](const ToldSegment *one) { return one->isWithheld; });
    if (withheld == 0)
        return;
    for (ToldSegment *one : kind)
        one->floor.rounds = true;
    if (withheld > 1)
        return;
    ToldSegment *smallest = nullptr;
    for (ToldSegment *one : kind)
        if (one->hasValue && one->info->count() > 0 && (!smallest || one->info->count() < smallest->info->count()))
            smallest = one;
    if (smallest)
        smallest->hasValue = false;
}

/// Saved ones overlap with whatever there is: the later one of two that are told to the user is told less of.
void withholdSaved(QList<ToldSegment> &told, GroupFloor floor, qint64 all)
{
    for (qsizetype i = 0; i < told.size(); ++i) {
        if ((!told[i].info->isSaved() && told[i].info->key != QStringLiteral("rule")) || !told[i].info->users || told[i].isWithheld)
            continue;
        const auto isNear = [&](const ToldSegment &other) { return other.info->users && !other.floor.rounds && leavesSmallGroup(*told[i].info->users, *other.info->users, floor); };
        if (!floor.hides(all - told[i].info->count()) && std::none_of(told.cbegin(), told.cbegin() + i, isNear))
            continue;
        told[i].floor.rounds = true;
        told[i].hasValue = false;
    }
}

} // namespace

bool leavesSmallGroup(const UserSet &a, const UserSet &b, GroupFloor floor)
{
    const auto &[larger, smaller] = a.count() >= b.count() ? std::tie(a.users(), b.users()) : std::tie(b.users(), a.users());
    return floor.hides(qint64(larger.size() - smaller.size())) && std::ranges::includes(larger, smaller);
}

QList<ToldSegment> toldSegments(const QList<SegmentInfo> &segments, GroupFloor floor, qint64 all)
{
    QList<ToldSegment> told;
    for (const SegmentInfo &info : segments)
        told.append({&info, floor, floor.hides(info.count()), !floor.hides(info.count())});
    QMap<QString, QList<ToldSegment *>> kinds;
    for (ToldSegment &one : told)
        kinds[kindOf(*one.info)] << &one;
    for (QList<ToldSegment *> &kind : kinds)
        withholdInKind(kind);
    withholdSaved(told, floor, all);
    return told;
}

QJsonObject ToldSegment::toJson() const
{
    const auto number = [this](double value) { return hasValue ? jsonNumber(value) : QJsonValue(); };
    return {{QStringLiteral("key"), info->key}, {QStringLiteral("name"), info->title}, {QStringLiteral("definition"), info->words},
            {QStringLiteral("rule"), info->rule.toJson()}, {QStringLiteral("users"), info->users && !isWithheld ? QJsonValue(floor.told(info->count())) : QJsonValue()},
            {QStringLiteral("value"), number(info->value)}, {QStringLiteral("share"), number(info->share)}, {QStringLiteral("problem"), info->problem}};
}

QJsonObject withheldSummary()
{
    QJsonObject json = SegmentSummary().toJson();
    for (const QString &key : json.keys())
        json[key] = QJsonValue();
    json[QStringLiteral("top_categories")] = QJsonArray();
    return json;
}

QJsonObject summaryJson(const SegmentSummary &summary, GroupFloor floor)
{
    QJsonObject json = floor.hides(summary.users) ? withheldSummary() : summary.toJson();
    if (floor.hidesPart(summary.robots, summary.users))
        json[QStringLiteral("robots")] = QJsonValue();
    QJsonArray top;
    for (const QJsonArray array = json[QStringLiteral("top_categories")].toArray(); const QJsonValue &category : array)
        if (!floor.hides(category[QStringLiteral("users")].toInteger()))
            top.append(category);
    json[QStringLiteral("top_categories")] = top;
    return json;
}

} // namespace foretrail
