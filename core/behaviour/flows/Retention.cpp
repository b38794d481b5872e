#include "core/behaviour/flows/Retention.h"

#include <QCoreApplication>

#include <algorithm>

namespace foretrail {
namespace {

struct RetentionText { Q_DECLARE_TR_FUNCTIONS(foretrail::Retention) };

QStringList retentionNotes(const UserEventLog &log, const RetentionResult &result)
{
    QStringList notes = result.periods.notes();
    if (result.periods.count() < 2)
        notes << RetentionText::tr("The log holds one period only. Choose shorter ones to see who comes back.");
    if (result.users() == 1)
        notes << RetentionText::tr("One user only: shares say nothing.");
    return notes + logNotes(log);
}

} // namespace

qint64 RetentionResult::users() const
{
    qint64 all = 0;
    for (const RetentionCohort &cohort : cohorts)
        all += cohort.size;
    return all;
}

qint64 RetentionResult::overallBase(int k) const
{
    qint64 base = 0;
    for (int cohort = 0; cohort + k < int(cohorts.size()); ++cohort)
        base += isFinished(cohort, k) ? cohorts[size_t(cohort)].size : 0;
    return base;
}

double RetentionResult::overall(int k, bool orLater) const
{
    qint64 back = 0;
    for (int cohort = 0; cohort + k < int(cohorts.size()); ++cohort)
        if (isFinished(cohort, k))
            back += (orLater ? cohorts[size_t(cohort)].orLater : cohorts[size_t(cohort)].back)[size_t(k)];
    const qint64 base = overallBase(k);
    return base > 0 ? double(back) / double(base) : missing;
}

Result<RetentionResult> retention(const UserEventLog &log, const RetentionRequest &request, const UserSet *users, JobContext &job)
{
    Result<Periods> periods = Periods::of(log, request.by);
    if (!periods)
        return fail(periods.error());
    RetentionResult result;
    result.request = request;
    result.strayTimes = log.times.strays;
    result.periods = std::move(*periods);
    const auto count = size_t(result.periods.count());
    result.cohorts.resize(count);
    for (size_t i = 0; i < count; ++i) {
        result.cohorts[i].back.resize(count - i);
        result.cohorts[i].orLater.resize(count - i);
    }
    const Result<void> walked = forEachUserPeriods(log, result.periods, request.cohort, request.activity, users, job, [&](const UserPeriods &user) {
        RetentionCohort &cohort = result.cohorts[size_t(user.first)];
        ++cohort.size;
        for (const int period : user.active)
            ++cohort.back[size_t(period - user.first)];
        if (!user.active.empty())
            ++cohort.orLater[size_t(user.active.back() - user.first)];
    });
    if (!walked)
        return fail(walked.error());
    for (RetentionCohort &cohort : result.cohorts)
        for (size_t k = cohort.orLater.size(); k-- > 1;)
            cohort.orLater[k - 1] += cohort.orLater[k];
    result.notes = retentionNotes(log, result);
    return result;
}

Result<UserSet> retentionUsers(const UserEventLog &log, const RetentionRequest &request, const UserSet *users, int cohort, int k, bool orLater, JobContext &job)
{
    const Result<Periods> periods = Periods::of(log, request.by);
    if (!periods)
        return fail(periods.error());
    std::vector<qint64> found;
    const Result<void> walked = forEachUserPeriods(log, *periods, request.cohort, request.activity, users, job, [&](const UserPeriods &user) {
        const bool isThere = k < 0 || (orLater ? !user.active.empty() && user.active.back() >= cohort + k
                                               : std::binary_search(user.active.begin(), user.active.end(), cohort + k));
        if (user.first == cohort && isThere)
            found.push_back(user.user);
    });
    return walked ? Result<UserSet>(UserSet(std::move(found))) : fail(walked.error());
}

} // namespace foretrail
