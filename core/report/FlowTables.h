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
    bool hides(qint64 count) const { return count > 0 && count < least; }
    QString text(qint64 count) const; ///< the number, or "<5"
    /// What to say beside a table or object where `table` may hold such groups; empty where nothing is withheld.
    QString note() const;
    /// InvalidInput where a list of so many users may not be handed on.
    Result<void> allowsList(qint64 users) const;
};

/// A table: the names of its columns, then its rows.
using FlowTable = QList<QStringList>;

/// step,count,share_of_first,share_of_previous,lost,median_seconds
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
