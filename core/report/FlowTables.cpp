#include "core/report/FlowTables.h"

#include "core/report/CsvWriter.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace foretrail {
namespace {

struct FlowTablesText { Q_DECLARE_TR_FUNCTIONS(foretrail::FlowTables) };

QString shareCell(double share) { return std::isfinite(share) ? QString::number(share, 'g', 6) : QString(); }

QStringList columnNames(const char *names) { return QString::fromLatin1(names).split(QLatin1Char(',')); }

/// All that left from each end of a transition.
qint64 leftFrom(const PathResult &result, int from)
{
    qint64 all = 0;
    for (const PathLink &link : result.transitions)
        all += link.from == from ? link.count : 0;
    return all;
}

} // namespace

QString GroupFloor::text(qint64 count) const { return hides(count) ? QStringLiteral("<%1").arg(least) : QString::number(told(count)); }

double GroupFloor::share(qint64 part, qint64 whole) const
{
    return told(whole) > 0 ? double(told(part)) / double(told(whole)) : missing;
}

QString GroupFloor::note() const
{
    return least > 1 ? FlowTablesText::tr("Groups of fewer than %1 are withheld. Where there are any, numbers that they would follow from are withheld too or told in multiples of %1.").arg(least) : QString();
}

Result<void> GroupFloor::allowsList(qint64 users) const
{
    if (!hides(users))
        return {};
    return fail(ErrorCode::InvalidInput, FlowTablesText::tr("The list has %1 users, and lists of fewer than %2 are not handed on. Choose a larger group, or change the smallest one in the settings (on the command line: --min-group).").arg(users).arg(least));
}

FunnelShown::FunnelShown(const FunnelResult &result, GroupFloor floor)
{
    const qint64 first = result.steps.isEmpty() ? 0 : result.steps.front().count;
    units = !floor.hidesPart(first, result.units);
    qint64 last = first; // the count that was told last
    for (const FunnelStepCount &step : result.steps) {
        counts.push_back(!floor.hides(step.count) && !floor.hides(last - step.count));
        if (counts.back())
            last = step.count;
    }
    for (size_t i = 0; i < counts.size(); ++i)
        losses.push_back(i + 1 == counts.size() || (counts[i] && counts[i + 1]));
}

QStringList funnelNotes(const FunnelResult &result, GroupFloor floor)
{
    QStringList notes = result.notes;
    if (result.stillRunning > 0)
        notes.prepend(FlowTablesText::tr("%1 began less than %2 before the end of the log and may still go on.")
                          .arg(floor.hides(result.stillRunning) ? floor.text(result.stillRunning) : QLocale().toString(result.stillRunning),
                               durationText(double(result.request.withinMs))));
    return notes;
}

QStringList pathNotes(const PathResult &result, GroupFloor floor)
{
    QStringList notes = result.notes;
    if (result.skipped > 0)
        notes << FlowTablesText::tr("%1 have no step: their events name none.")
                     .arg(floor.hides(result.skipped) ? floor.text(result.skipped) : QLocale().toString(floor.told(result.skipped)));
    return notes;
}

GroupFloor floorFor(const RetentionResult &result, GroupFloor floor)
{
    for (const RetentionCohort &one : result.cohorts) {
        floor.rounds |= floor.hides(one.size);
        for (const auto *counts : {&one.back, &one.orLater})
            for (const qint64 count : *counts)
                floor.rounds |= floor.hidesPart(count, one.size);
    }
    return floor;
}

GroupFloor floorFor(const PathResult &result, GroupFloor floor)
{
    const auto isSmall = [&floor](const auto &one) { return floor.hides(one.count); };
    floor.rounds = std::ranges::any_of(result.links, isSmall) || std::ranges::any_of(result.transitions, isSmall) || std::ranges::any_of(result.wholePaths, isSmall)
                   || floor.hides(result.skipped);
    return floor;
}

GroupFloor floorFor(const LifecycleResult &result, GroupFloor floor)
{
    const auto isSmall = [&floor](qint64 count) { return floor.hides(count); };
    for (const LifecyclePeriod &period : result.counts) {
        floor.rounds |= std::ranges::any_of(period.users, isSmall);
        for (const auto &from : period.moved)
            floor.rounds |= std::ranges::any_of(from, isSmall);
    }
    return floor;
}

FlowTable funnelTable(const FunnelResult &result, GroupFloor floor)
{
    FlowTable table{columnNames("step,count,share_of_first,share_of_previous,lost,median_seconds")};
    const FunnelShown shown(result, floor);
    const QString withheld = QStringLiteral("withheld");
    for (qsizetype i = 0; i < result.steps.size(); ++i) {
        const FunnelStepCount &step = result.steps[i];
        table << QStringList{step.name, shown.counts[size_t(i)] || floor.hides(step.count) ? floor.text(step.count) : withheld,
                             shown.share(i) ? shareCell(step.shareOfFirst) : QString(), shown.shareOfPrevious(i) ? shareCell(step.shareOfPrevious) : QString(),
                             shown.losses[size_t(i)] ? QString::number(step.lost) : withheld, floor.hides(step.count) ? QString() : shareCell(step.medianMs / 1000)};
    }
    return table;
}

FlowTable retentionTable(const RetentionResult &result, bool orLater, bool asShares, GroupFloor asked)
{
    const GroupFloor floor = floorFor(result, asked);
    FlowTable table{columnNames("cohort,size")};
    for (int k = 0; k < result.periods.count(); ++k)
        table.front() << QString::number(k);
    for (int cohort = 0; cohort < int(result.cohorts.size()); ++cohort) {
        const RetentionCohort &one = result.cohorts[size_t(cohort)];
        QStringList row{result.periods.label(cohort), floor.text(one.size)};
        const std::vector<qint64> &counts = orLater ? one.orLater : one.back;
        for (size_t k = 0; k < size_t(result.periods.count()); ++k) {
            if (k >= counts.size())
                row << QString();
            else if (floor.hides(one.size) || floor.hides(counts[k]))
                row << floor.text(counts[k] > 0 ? 1 : 0);
            else
                row << (asShares ? shareCell(floor.share(counts[k], one.size)) : floor.text(counts[k]));
        }
        table << row;
    }
    return table;
}

FlowTable transitionTable(const PathResult &result, GroupFloor asked)
{
    const GroupFloor floor = floorFor(result, asked);
    FlowTable table{columnNames("from,to,count,share")};
    qint64 small = 0;
    for (const PathLink &link : result.transitions) {
        if (floor.hides(link.count))
            small += link.count;
        else
            table << QStringList{result.labelText(link.from), result.labelText(link.to), floor.text(link.count), shareCell(floor.share(link.count, leftFrom(result, link.from)))};
    }
    if (small > 0)
        table << QStringList{FlowTablesText::tr("smaller groups"), {}, floor.text(small), {}};
    return table;
}

FlowTable wholePathTable(const PathResult &result, GroupFloor asked)
{
    const GroupFloor floor = floorFor(result, asked);
    FlowTable table{columnNames("path,count,share")};
    qint64 small = result.units;
    for (const WholePath &path : result.wholePaths) {
        if (floor.hides(path.count))
            continue;
        small -= path.count;
        table << QStringList{result.pathText(path), floor.text(path.count), shareCell(floor.share(path.count, result.units))};
    }
    if (small > 0)
        table << QStringList{FlowTablesText::tr("other paths"), floor.text(small), floor.hides(small) ? QString() : shareCell(floor.share(small, result.units))};
    return table;
}

FlowTable lifecycleTable(const LifecycleResult &result, GroupFloor asked)
{
    const GroupFloor floor = floorFor(result, asked);
    FlowTable table{columnNames("period,new,active,returned,dormant,lapsed,newly_dormant,quick_ratio,finished")};
    for (int period = 0; period < result.periods.count(); ++period) {
        const LifecyclePeriod &counts = result.counts[size_t(period)];
        QStringList row{result.periods.label(period)};
        for (int state = 1; state < lifeStates; ++state)
            row << floor.text(counts.users[size_t(state)]);
        row << floor.text(counts.newlyDormant()) << shareCell(toldQuickRatio(counts, floor))
            << (result.periods.isFinished(period) ? QStringLiteral("yes") : QStringLiteral("no"));
        table << row;
    }
    return table;
}

double toldQuickRatio(const LifecyclePeriod &period, GroupFloor floor)
{
    if (floor.hides(period.newlyDormant()) || floor.hides(period.at(LifeState::New)) || floor.hides(period.at(LifeState::Returned)))
        return missing;
    const double ratio = period.quickRatio();
    return floor.rounds && std::isfinite(ratio) ? floor.share(std::llround(ratio * double(period.newlyDormant())), period.newlyDormant()) : ratio;
}

Result<void> writeTable(const FlowTable &table, const QString &path)
{
    auto writer = CsvWriter::open(path);
    if (!writer)
        return fail(writer.error());
    for (const QStringList &row : table)
        (*writer)->row(row);
    return (*writer)->commit();
}

Result<void> writeUserSet(ShopData &data, const UserSet &users, const QString &path, GroupFloor floor, JobContext &job)
{
    if (const Result<void> allowed = floor.allowsList(users.count()); !allowed)
        return allowed;
    Result<QList<UserRow>> rows = data.users(job);
    if (!rows)
        return fail(rows.error());
    rows->removeIf([&](const UserRow &row) { return !users.contains(row.id); });
    std::sort(rows->begin(), rows->end(), [](const UserRow &a, const UserRow &b) { return a.key < b.key; });
    auto writer = CsvWriter::open(path);
    if (!writer)
        return fail(writer.error());
    const auto time = [](const UserRow &row, UtcMs utc) { return row.hasTimes ? QDateTime::fromMSecsSinceEpoch(utc, Qt::UTC).toString(Qt::ISODate) : QString(); };
    (*writer)->row(columnNames("user,first_seen,last_seen,events,orders,value"));
    for (const UserRow &row : *rows)
        (*writer)->row({row.key, time(row, row.firstSeen), time(row, row.lastSeen), QString::number(row.events), QString::number(row.orders), CsvWriter::sum(row.value)});
    return (*writer)->commit();
}

} // namespace foretrail
