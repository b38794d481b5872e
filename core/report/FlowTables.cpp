#include "core/report/FlowTables.h"

#include "core/report/CsvWriter.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <cmath>

namespace foretrail {
namespace {

struct FlowTablesText { Q_DECLARE_TR_FUNCTIONS(foretrail::FlowTables) };

QString shareCell(double share) { return std::isfinite(share) ? QString::number(share, 'g', 6) : QString(); }

QString shareCell(qint64 part, qint64 whole) { return whole > 0 ? shareCell(double(part) / double(whole)) : QString(); }

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

QString GroupFloor::text(qint64 count) const { return hides(count) ? QStringLiteral("<%1").arg(least) : QString::number(count); }

QString GroupFloor::note() const
{
    return least > 1 ? FlowTablesText::tr("Groups of fewer than %1 are withheld.").arg(least) : QString();
}

Result<void> GroupFloor::allowsList(qint64 users) const
{
    if (!hides(users))
        return {};
    return fail(ErrorCode::InvalidInput, FlowTablesText::tr("The list has %1 users, and lists of fewer than %2 are not handed on. Choose a larger group, or change the smallest one in the settings.").arg(users).arg(least));
}

FlowTable funnelTable(const FunnelResult &result, GroupFloor floor)
{
    FlowTable table{columnNames("step,count,share_of_first,share_of_previous,lost,median_seconds")};
    for (qsizetype i = 0; i < result.steps.size(); ++i) {
        const FunnelStepCount &step = result.steps[i];
        const bool isHidden = floor.hides(step.count);
        const bool isLossHidden = isHidden || floor.hides(step.lost) || (i + 1 < result.steps.size() && floor.hides(result.steps[i + 1].count));
        table << QStringList{step.name, floor.text(step.count), isHidden ? QString() : shareCell(step.shareOfFirst),
                             isHidden ? QString() : shareCell(step.shareOfPrevious), isLossHidden ? floor.text(std::min<qint64>(1, step.lost)) : QString::number(step.lost),
                             isHidden ? QString() : shareCell(step.medianMs / 1000)};
    }
    return table;
}

FlowTable retentionTable(const RetentionResult &result, bool orLater, bool asShares, GroupFloor floor)
{
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
                row << (asShares ? shareCell(counts[k], one.size) : QString::number(counts[k]));
        }
        table << row;
    }
    return table;
}

FlowTable transitionTable(const PathResult &result, GroupFloor floor)
{
    FlowTable table{columnNames("from,to,count,share")};
    qint64 small = 0;
    for (const PathLink &link : result.transitions) {
        if (floor.hides(link.count))
            small += link.count;
        else
            table << QStringList{result.labelText(link.from), result.labelText(link.to), QString::number(link.count), shareCell(link.count, leftFrom(result, link.from))};
    }
    if (small > 0)
        table << QStringList{FlowTablesText::tr("smaller groups"), {}, floor.text(small), {}};
    return table;
}

FlowTable wholePathTable(const PathResult &result, GroupFloor floor)
{
    FlowTable table{columnNames("path,count,share")};
    qint64 small = result.units;
    for (const WholePath &path : result.wholePaths) {
        if (floor.hides(path.count))
            continue;
        small -= path.count;
        table << QStringList{result.pathText(path), QString::number(path.count), shareCell(path.count, result.units)};
    }
    if (small > 0)
        table << QStringList{FlowTablesText::tr("other paths"), floor.text(small), floor.hides(small) ? QString() : shareCell(small, result.units)};
    return table;
}

FlowTable lifecycleTable(const LifecycleResult &result, GroupFloor floor)
{
    FlowTable table{columnNames("period,new,active,returned,dormant,lapsed,newly_dormant,quick_ratio,finished")};
    for (int period = 0; period < result.periods.count(); ++period) {
        const LifecyclePeriod &counts = result.counts[size_t(period)];
        QStringList row{result.periods.label(period)};
        bool isHidden = floor.hides(counts.newlyDormant());
        for (int state = 1; state < lifeStates; ++state) {
            row << floor.text(counts.users[size_t(state)]);
            isHidden |= state != int(LifeState::Lapsed) && floor.hides(counts.users[size_t(state)]);
        }
        row << floor.text(counts.newlyDormant()) << (isHidden ? QString() : shareCell(counts.quickRatio()))
            << (result.periods.isFinished(period) ? QStringLiteral("yes") : QStringLiteral("no"));
        table << row;
    }
    return table;
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
        (*writer)->row({row.key, time(row, row.firstSeen), time(row, row.lastSeen), QString::number(row.events), QString::number(row.orders), CsvWriter::number(row.value)});
    return (*writer)->commit();
}

} // namespace foretrail
