#pragma once

#include "core/behaviour/recommend/Audience.h"
#include "core/report/FlowTables.h"

namespace foretrail {

/// Lists for many users at once.
struct AllListsRequest {
    ListWishes wishes;
    std::shared_ptr<const UserSet> users; ///< empty: all
    int workers = 0;                      ///< 0: one for each core; the file does not depend on it
};

struct AllListsReport {
    qint64 users = 0;
    qint64 coldStarts = 0; ///< users of whom nothing is known
    qint64 rows = 0;
    GroupFloor floor{};    ///< of what is told of them
    qint64 strayTimes = 0; ///< events of the log left out for their times
    qint64 robots = 0;     ///< users of whom nothing was learnt; they have lists
    QStringList leftOut{}; ///< the same in words
    QString sentence() const;
    QJsonObject toJson() const;
};

/// user,rank,item,name,score,reason: the list of each user, in the order of `users`, as recommendFor() tells it. A user for whom the
/// rules leave nothing has no line. TooShort where there are no users. Path "-" is standard output; the file appears whole or not at
/// all. Cancelled.
Result<AllListsReport> writeAllLists(const FittedRecommender &fitted, const RuleTable &rules, const QList<UserRow> &users, const AllListsRequest &request,
                                     const QString &path, JobContext &job);

/// The same columns for one list.
Result<void> writeList(const Recommendations &list, const QString &path);

/// What the verb prints with --json, without responses of too few users.
QJsonObject audienceJson(const Audience &audience, GroupFloor floor);

/// rank,user,score,expected,low,high,band_from,band_to: empty where no rate can be told.
Result<void> writeAudience(const Audience &audience, const QString &path);

/// model,k,hit_rate,recall,mrr,ndcg,coverage,diversity,novelty,popularity,fit_seconds,rank_seconds.
struct RecommendReport;
Result<void> writeRecommendTest(const RecommendReport &report, const QString &path);

/// The users of a file: keys, one a line, alone or in the first column of a table with commas. `unknown` counts those that are no
/// users. Io; InvalidInput where none of them is one.
Result<std::shared_ptr<const UserSet>> usersFromFile(const QString &path, const QList<UserRow> &users, qint64 &unknown);
/// Keys of a file in the same form.
Result<QStringList> keysFromFile(const QString &path);

} // namespace foretrail
