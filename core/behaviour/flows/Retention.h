#pragma once

#include "core/behaviour/flows/Periods.h"

namespace foretrail {

struct RetentionRequest {
    FlowActivity cohort = FlowActivity::AnyEvent; ///< users belong to the period of their first event, or of their first purchase
    FlowActivity activity = FlowActivity::AnyEvent;
    Step by = Step::Week;
    bool operator==(const RetentionRequest &) const = default;
};

/// Users who began in one period.
struct RetentionCohort {
    qint64 size = 0;
    std::vector<qint64> back;    ///< [k]: of them active in period k after the first (k = 0: the first itself)
    std::vector<qint64> orLater; ///< [k]: active in period k or any later one
};

struct RetentionResult {
    RetentionRequest request;
    Periods periods;
    std::vector<RetentionCohort> cohorts; ///< by period of the log; the triangle
    qint64 strayTimes = 0; ///< events left out for their times
    QStringList notes;

    qint64 users() const;
    /// Whether the cell lies in a period that is over.
    bool isFinished(int cohort, int k) const { return periods.isFinished(cohort + k); }
    /// Users active in period k over all of the cohorts that have come so far, each user weighing the same; NaN beyond. Only periods
    /// that are over count.
    double overall(int k, bool orLater) const;
    /// Cohorts that overall(k) rests on, and their users.
    qint64 overallBase(int k) const;
};

/// The triangle of who came back. A user is new where the log sees them first. Unsupported without a clock or without purchases where they
/// are asked for.
Result<RetentionResult> retention(const UserEventLog &log, const RetentionRequest &request, const UserSet *users, JobContext &job);

/// The users of one cell; `k` < 0: the whole cohort.
Result<UserSet> retentionUsers(const UserEventLog &log, const RetentionRequest &request, const UserSet *users, int cohort, int k, bool orLater, JobContext &job);

} // namespace foretrail
