#pragma once

#include "core/behaviour/flows/Funnel.h"
#include "core/behaviour/flows/Lifecycle.h"
#include "core/behaviour/flows/Paths.h"
#include "core/behaviour/flows/Retention.h"

#include <QJsonObject>

namespace foretrail {

/// Keeps small groups out of what is handed on: counts from 1 to least - 1 are written "<least". 0 or 1: nothing is withheld.
struct GroupFloor {
    int least = 0;
    bool rounds = false; ///< other counts are told in multiples of `least`, so that no withheld one follows from them by subtraction
    bool hides(qint64 count) const { return count > 0 && count < least; }
    bool hidesPart(qint64 part, qint64 whole) const { return hides(part) || hides(whole - part); } ///< or those of the whole that are not in it
    qint64 told(qint64 count) const { return rounds ? (count + least / 2) / least * least : count; }
    QString text(qint64 count) const; ///< the number as it is told, or "<5"
    double share(qint64 part, qint64 whole) const; ///< of numbers as they are told; NaN of nothing
    /// What to say beside a table or object where `table` may hold such groups; empty where nothing is withheld.
    QString note() const;
    /// InvalidInput where a list of so many users may not be handed on.
    Result<void> allowsList(qint64 users) const;
};

/// A table: the names of its columns, then its rows.
using FlowTable = QList<QStringList>;

/// Which numbers of a funnel may be told: no difference between two of the counts that are, the units among them, is a group that is
/// withheld, and no loss is told where a count beside it is not.
struct FunnelShown {
    FunnelShown(const FunnelResult &result, GroupFloor floor);
    bool units = true;
    std::vector<bool> counts; ///< by step
    std::vector<bool> losses;
    bool share(qsizetype step) const { return counts[size_t(step)] && counts.front(); }                                     ///< of the first
    bool shareOfPrevious(qsizetype step) const { return counts[size_t(step)] && (step == 0 ? units : counts[size_t(step) - 1]); }
};
/// The notes of a result and how many may still go on, as far as they may be told.
QStringList funnelNotes(const FunnelResult &result, GroupFloor floor = {});
/// The notes of a result and how many have no step.
QStringList pathNotes(const PathResult &result, GroupFloor floor = {});
/// `floor`, or one that rounds where the result has a group that it hides, or all of a group but for so few.
GroupFloor floorFor(const RetentionResult &result, GroupFloor floor);
GroupFloor floorFor(const PathResult &result, GroupFloor floor);
GroupFloor floorFor(const LifecycleResult &result, GroupFloor floor);

/// step,count,share_of_first,share_of_previous,lost,median_seconds. "withheld": what a withheld count would follow from.
FlowTable funnelTable(const FunnelResult &result, GroupFloor floor = {});
/// cohort,size,0,1,2 ...: users who were back (orLater: then or later); empty where the log ends before. Shares of the cohort instead of
/// counts with `asShares`.
FlowTable retentionTable(const RetentionResult &result, bool orLater, bool asShares, GroupFloor floor = {});
/// from,to,count,share: transitions over all steps, share of all that left `from`. Those that are withheld are one line together.
FlowTable transitionTable(const PathResult &result, GroupFloor floor = {});
/// path,count,share of all paths.
FlowTable wholePathTable(const PathResult &result, GroupFloor floor = {});
/// period,new,active,returned,dormant,lapsed,newly_dormant,quick_ratio,finished
FlowTable lifecycleTable(const LifecycleResult &result, GroupFloor floor = {});
/// Of the numbers as they are told; NaN where one of them is withheld or nobody goes.
double toldQuickRatio(const LifecyclePeriod &period, GroupFloor floor);

/// What the verbs print with --json. Withheld numbers are null, and "withheld" says so.
QJsonObject funnelJson(const FunnelResult &result, GroupFloor floor = {});
QJsonObject retentionJson(const RetentionResult &result, GroupFloor floor = {});
QJsonObject pathsJson(const PathResult &result, GroupFloor floor = {});
QJsonObject lifecycleJson(const LifecycleResult &result, GroupFloor floor = {});

/// Lines of a table. Path "-" is standard output. Whole or not at all.
Result<void> writeTable(const FlowTable &table, const QString &path);
/// user,first_seen,last_seen,events,orders,value of the users of a set, by key; times in UTC, empty without a clock.
Result<void> writeUserSet(ShopData &data, const UserSet &users, const QString &path, GroupFloor floor, JobContext &job);

} // namespace foretrail
