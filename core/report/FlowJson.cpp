#include "core/report/FlowTables.h"

#include "core/base/JsonNumber.h"

#include <QJsonArray>

#include <cmath>

namespace foretrail {
namespace {

QJsonValue flowCount(qint64 count, GroupFloor floor) { return floor.hides(count) ? QJsonValue(QJsonValue::Null) : QJsonValue(floor.told(count)); }

QString flowUnitName(FlowUnit unit) { return unit == FlowUnit::User ? QStringLiteral("user") : QStringLiteral("session"); }

QString activityName(FlowActivity activity) { return activity == FlowActivity::Purchase ? QStringLiteral("purchase") : QStringLiteral("event"); }

void close(QJsonObject &json, qint64 strayTimes, const QStringList &notes, GroupFloor floor)
{
    json.insert(QStringLiteral("stray_times"), strayTimes);
    json.insert(QStringLiteral("notes"), QJsonArray::fromStringList(notes));
    if (floor.least > 1)
        json.insert(QStringLiteral("withheld"), floor.note());
}

QJsonArray linksJson(const PathResult &result, GroupFloor floor)
{
    QJsonArray links;
    for (const PathLink &link : result.links)
        if (!floor.hides(link.count))
            links.append(QJsonObject{{QStringLiteral("step"), link.step + 1}, {QStringLiteral("from"), result.labelText(link.from)},
                                     {QStringLiteral("to"), result.labelText(link.to)}, {QStringLiteral("count"), floor.told(link.count)}});
    return links;
}

QJsonArray tableJson(const FlowTable &table)
{
    QJsonArray rows;
    for (const QStringList &row : table.mid(1)) {
        QJsonObject object;
        for (qsizetype i = 0; i < row.size(); ++i) {
            bool isNumber = false;
            const double number = row[i].toDouble(&isNumber);
            const bool isText = table.front()[i] == QStringLiteral("from") || table.front()[i] == QStringLiteral("to") || table.front()[i] == QStringLiteral("path");
            object.insert(table.front()[i], isText ? QJsonValue(row[i]) : isNumber ? QJsonValue(number) : QJsonValue(QJsonValue::Null));
        }
        rows.append(object);
    }
    return rows;
}

QJsonArray movesJson(const LifecyclePeriod &period, GroupFloor floor)
{
    QJsonArray moves;
    for (int from = 0; from < lifeStates; ++from)
        for (int to = 1; to < lifeStates; ++to)
            if (const qint64 count = period.between(LifeState(from), LifeState(to)); count > 0)
                moves.append(QJsonObject{{QStringLiteral("from"), lifeStateName(LifeState(from))}, {QStringLiteral("to"), lifeStateName(LifeState(to))},
                                         {QStringLiteral("users"), flowCount(count, floor)}});
    return moves;
}

} // namespace

QJsonObject funnelJson(const FunnelResult &result, GroupFloor floor)
{
    QJsonArray steps;
    const FunnelShown shown(result, floor);
    const auto told = [](bool isShown, const QJsonValue &value) { return isShown ? value : QJsonValue(); };
    for (qsizetype i = 0; i < result.steps.size(); ++i) {
        const FunnelStepCount &step = result.steps[i];
        steps.append(QJsonObject{{QStringLiteral("step"), step.name},
                                 {QStringLiteral("count"), told(shown.counts[size_t(i)], step.count)},
                                 {QStringLiteral("share_of_first"), told(shown.share(i), jsonNumber(step.shareOfFirst))},
                                 {QStringLiteral("share_of_previous"), told(shown.shareOfPrevious(i), jsonNumber(step.shareOfPrevious))},
                                 {QStringLiteral("lost"), told(shown.losses[size_t(i)], step.lost)},
                                 {QStringLiteral("median_seconds"), told(!floor.hides(step.count), jsonNumber(step.medianMs / 1000))}});
    }
    QJsonObject json{{QStringLiteral("per"), flowUnitName(result.request.unit)},
                     {QStringLiteral("order"), result.request.order == FunnelOrder::Straight ? QStringLiteral("straight") : QStringLiteral("in-order")},
                     {QStringLiteral("within_seconds"), result.request.withinMs > 0 ? QJsonValue(double(result.request.withinMs) / 1000) : QJsonValue()},
                     {QStringLiteral("units"), told(shown.units, result.units)},
                     {QStringLiteral("users"), told(shown.units && !floor.hidesPart(result.people, result.units), result.people)},
                     {QStringLiteral("still_running"), flowCount(result.stillRunning, floor)},
                     {QStringLiteral("steps"), steps}};
    close(json, result.strayTimes, funnelNotes(result, floor), floor);
    return json;
}

QJsonObject retentionJson(const RetentionResult &result, GroupFloor asked)
{
    const GroupFloor floor = floorFor(result, asked);
    QJsonArray cohorts, overall;
    for (int cohort = 0; cohort < int(result.cohorts.size()); ++cohort) {
        const RetentionCohort &one = result.cohorts[size_t(cohort)];
        QJsonArray back, orLater, finished;
        for (size_t k = 0; k < one.back.size(); ++k) {
            back.append(floor.hides(one.size) ? QJsonValue() : flowCount(one.back[k], floor));
            orLater.append(floor.hides(one.size) ? QJsonValue() : flowCount(one.orLater[k], floor));
            finished.append(result.isFinished(cohort, int(k)));
        }
        cohorts.append(QJsonObject{{QStringLiteral("cohort"), result.periods.label(cohort)}, {QStringLiteral("size"), flowCount(one.size, floor)},
                                   {QStringLiteral("back"), back}, {QStringLiteral("back_or_later"), orLater}, {QStringLiteral("finished"), finished}});
    }
    for (int k = 0; k < result.periods.count(); ++k) {
        const qint64 base = result.overallBase(k);
        const auto share = [&](bool orLater) {
            const double exact = result.overall(k, orLater);
            const qint64 back = std::isfinite(exact) ? std::llround(exact * double(base)) : 0;
            return floor.hides(back) || floor.hides(base) ? QJsonValue() : jsonNumber(floor.rounds ? floor.share(back, base) : exact);
        };
        overall.append(QJsonObject{{QStringLiteral("period"), k}, {QStringLiteral("users"), flowCount(base, floor)},
                                   {QStringLiteral("back"), share(false)}, {QStringLiteral("back_or_later"), share(true)}});
    }
    QJsonObject json{{QStringLiteral("cohort_by"), activityName(result.request.cohort)},
                     {QStringLiteral("activity"), activityName(result.request.activity)},
                     {QStringLiteral("by"), stepName(result.request.by)},
                     {QStringLiteral("users"), flowCount(result.users(), floor)},
                     {QStringLiteral("cohorts"), cohorts},
                     {QStringLiteral("overall"), overall}};
    close(json, result.strayTimes, result.notes, floor);
    return json;
}

QJsonObject pathsJson(const PathResult &result, GroupFloor asked)
{
    const GroupFloor floor = floorFor(result, asked);
    QJsonObject json{{QStringLiteral("per"), flowUnitName(result.request.unit)},
                     {QStringLiteral("steps"), result.request.steps},
                     {QStringLiteral("units"), flowCount(result.units, floor)},
                     {QStringLiteral("without_step"), flowCount(result.skipped, floor)},
                     {QStringLiteral("labels"), QJsonArray::fromStringList(result.labels)},
                     {QStringLiteral("links"), linksJson(result, floor)},
                     {QStringLiteral("transitions"), tableJson(transitionTable(result, floor))},
                     {QStringLiteral("paths"), tableJson(wholePathTable(result, floor))},
                     {QStringLiteral("distinct_paths"), result.distinctPaths}};
    close(json, result.strayTimes, pathNotes(result, floor), floor);
    return json;
}

QJsonObject lifecycleJson(const LifecycleResult &result, GroupFloor asked)
{
    const GroupFloor floor = floorFor(result, asked);
    QJsonArray periods;
    QJsonObject meanings;
    for (int state = 1; state < lifeStates && !result.request.rule; ++state)
        meanings.insert(lifeStateName(LifeState(state)), lifeStateMeaning(LifeState(state), result.request.lapsedAfter));
    for (int period = 0; period < result.periods.count(); ++period) {
        const LifecyclePeriod &counts = result.counts[size_t(period)];
        QJsonObject row{{QStringLiteral("period"), result.periods.label(period)}};
        for (int state = 1; state < lifeStates; ++state)
            row.insert(lifeStateName(LifeState(state)), flowCount(counts.users[size_t(state)], floor));
        row.insert(QStringLiteral("newly_dormant"), flowCount(counts.newlyDormant(), floor));
        row.insert(QStringLiteral("quick_ratio"), jsonNumber(toldQuickRatio(counts, floor)));
        row.insert(QStringLiteral("finished"), result.periods.isFinished(period));
        row.insert(QStringLiteral("moves"), movesJson(counts, floor));
        periods.append(row);
    }
    QJsonObject json{{QStringLiteral("by"), stepName(result.request.by)},
                     {QStringLiteral("activity"), activityName(result.request.activity)},
                     {QStringLiteral("lapsed_after"), result.request.lapsedAfter},
                     {QStringLiteral("states"), meanings},
                     {QStringLiteral("periods"), periods}};
    if (result.request.rule) {
        for (const char *unused : {"activity", "lapsed_after", "states"})
            json.remove(QLatin1String(unused));
        json.insert(QStringLiteral("rule"), result.request.rule->toJson());
    }
    close(json, result.strayTimes, result.notes, floor);
    return json;
}

} // namespace foretrail
