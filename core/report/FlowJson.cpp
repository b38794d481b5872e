#include "core/report/FlowTables.h"

#include <QJsonArray>

#include <cmath>

namespace foretrail {
namespace {

QJsonValue flowNumber(double value) { return std::isfinite(value) ? QJsonValue(value) : QJsonValue(QJsonValue::Null); }

QJsonValue flowCount(qint64 count, GroupFloor floor) { return floor.hides(count) ? QJsonValue(QJsonValue::Null) : QJsonValue(count); }


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
                                     {QStringLiteral("to"), result.labelText(link.to)}, {QStringLiteral("count"), link.count}});
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
    for (qsizetype i = 0; i < result.steps.size(); ++i) {
        const FunnelStepCount &step = result.steps[i];
        const bool isLossHidden = floor.hides(step.count) || floor.hides(step.lost) || (i + 1 < result.steps.size() && floor.hides(result.steps[i + 1].count));
        const bool isHidden = floor.hides(step.count);
        steps.append(QJsonObject{{QStringLiteral("step"), step.name},
                                 {QStringLiteral("count"), flowCount(step.count, floor)},
                                 {QStringLiteral("share_of_first"), isHidden ? QJsonValue() : flowNumber(step.shareOfFirst)},
                                 {QStringLiteral("share_of_previous"), isHidden ? QJsonValue() : flowNumber(step.shareOfPrevious)},
                                 {QStringLiteral("lost"), isLossHidden ? QJsonValue() : QJsonValue(step.lost)},
                                 {QStringLiteral("median_seconds"), isHidden ? QJsonValue() : flowNumber(step.medianMs / 1000)}});
    }
    QJsonObject json{{QStringLiteral("per"), flowUnitName(result.request.unit)},
                     {QStringLiteral("order"), result.request.order == FunnelOrder::Straight ? QStringLiteral("straight") : QStringLiteral("in-order")},
                     {QStringLiteral("within_seconds"), result.request.withinMs > 0 ? QJsonValue(double(result.request.withinMs) / 1000) : QJsonValue()},
                     {QStringLiteral("units"), result.units},
                     {QStringLiteral("users"), result.people},
                     {QStringLiteral("still_running"), flowCount(result.stillRunning, floor)},
                     {QStringLiteral("steps"), steps}};
    close(json, result.strayTimes, result.notes, floor);
    return json;
}

QJsonObject retentionJson(const RetentionResult &result, GroupFloor floor)
{
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
    for (int k = 0; k < result.periods.count(); ++k)
        overall.append(QJsonObject{{QStringLiteral("period"), k}, {QStringLiteral("users"), result.overallBase(k)},
                                   {QStringLiteral("back"), flowNumber(result.overall(k, false))}, {QStringLiteral("back_or_later"), flowNumber(result.overall(k, true))}});
    QJsonObject json{{QStringLiteral("cohort_by"), activityName(result.request.cohort)},
                     {QStringLiteral("activity"), activityName(result.request.activity)},
                     {QStringLiteral("by"), stepName(result.request.by)},
                     {QStringLiteral("users"), result.users()},
                     {QStringLiteral("cohorts"), cohorts},
                     {QStringLiteral("overall"), overall}};
    close(json, result.strayTimes, result.notes, floor);
    return json;
}

QJsonObject pathsJson(const PathResult &result, GroupFloor floor)
{
    QJsonObject json{{QStringLiteral("per"), flowUnitName(result.request.unit)},
                     {QStringLiteral("steps"), result.request.steps},
                     {QStringLiteral("units"), result.units},
                     {QStringLiteral("without_step"), result.skipped},
                     {QStringLiteral("labels"), QJsonArray::fromStringList(result.labels)},
                     {QStringLiteral("links"), linksJson(result, floor)},
                     {QStringLiteral("transitions"), tableJson(transitionTable(result, floor))},
                     {QStringLiteral("paths"), tableJson(wholePathTable(result, floor))},
                     {QStringLiteral("distinct_paths"), result.distinctPaths}};
    close(json, result.strayTimes, result.notes, floor);
    return json;
}

QJsonObject lifecycleJson(const LifecycleResult &result, GroupFloor floor)
{
    QJsonArray periods;
    QJsonObject meanings;
    for (int state = 1; state < lifeStates; ++state)
        meanings.insert(lifeStateName(LifeState(state)), lifeStateMeaning(LifeState(state), result.request.lapsedAfter));
    for (int period = 0; period < result.periods.count(); ++period) {
        const LifecyclePeriod &counts = result.counts[size_t(period)];
        QJsonObject row{{QStringLiteral("period"), result.periods.label(period)}};
        for (int state = 1; state < lifeStates; ++state)
            row.insert(lifeStateName(LifeState(state)), flowCount(counts.users[size_t(state)], floor));
        row.insert(QStringLiteral("newly_dormant"), flowCount(counts.newlyDormant(), floor));
        row.insert(QStringLiteral("quick_ratio"), floor.hides(counts.newlyDormant()) || floor.hides(counts.at(LifeState::New)) || floor.hides(counts.at(LifeState::Returned))
                                                      ? QJsonValue() : flowNumber(counts.quickRatio()));
        row.insert(QStringLiteral("finished"), result.periods.isFinished(period));
        row.insert(QStringLiteral("moves"), movesJson(counts, floor));
        periods.append(row);
    }
    QJsonObject json{{QStringLiteral("by"), stepName(result.request.by)},
                     {QStringLiteral("activity"), activityName(result.request.activity)},
                     {QStringLiteral("lapsed_after"), result.request.lapsedAfter},
                     {QStringLiteral("states"), meanings},
                     {QStringLiteral("periods"), periods}};
    close(json, result.strayTimes, result.notes, floor);
    return json;
}

} // namespace foretrail
