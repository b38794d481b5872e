#include "core/behaviour/flows/Lifecycle.h"

#include <QCoreApplication>

#include <algorithm>

namespace foretrail {
namespace {

struct LifecycleText { Q_DECLARE_TR_FUNCTIONS(foretrail::Lifecycle) };

/// Tells the state of one user period after period.
class LifeWalk {
public:
    LifeWalk(const UserPeriods &user, int lapsedAfter) : m_user(user), m_lapsedAfter(lapsedAfter) {}
    /// The state in `period`; periods are asked for one after the other, from 0 or later on.
    LifeState at(int period)
    {
        while (m_next < m_user.active.size() && m_user.active[m_next] < period)
            ++m_next;
        const bool isThere = m_next < m_user.active.size() && m_user.active[m_next] == period;
        if (m_next == 0)
            return isThere ? LifeState::New : LifeState::Unseen;
        const int before = m_user.active[m_next - 1];
        if (isThere)
            return before == period - 1 ? LifeState::Active : LifeState::Returned;
        return period - before >= m_lapsedAfter ? LifeState::Lapsed : LifeState::Dormant;
    }

private:
    const UserPeriods &m_user;
    const int m_lapsedAfter;
    size_t m_next = 0;
};

Result<Periods> periodsFor(const UserEventLog &log, const LifecycleRequest &request)
{
    if (request.lapsedAfter < 2)
        return fail(ErrorCode::InvalidInput, LifecycleText::tr("Users lapse after 2 silent periods or more. Name a larger number."));
    return Periods::of(log, request.by);
}

} // namespace

QString lifeStateName(LifeState state)
{
    switch (state) {
    case LifeState::New: return QStringLiteral("new");
    case LifeState::Active: return QStringLiteral("active");
    case LifeState::Returned: return QStringLiteral("returned");
    case LifeState::Dormant: return QStringLiteral("dormant");
    case LifeState::Lapsed: return QStringLiteral("lapsed");
    case LifeState::Unseen: break;
    }
    return QStringLiteral("unseen");
}

QString lifeStateText(LifeState state)
{
    switch (state) {
    case LifeState::New: return LifecycleText::tr("New");
    case LifeState::Active: return LifecycleText::tr("Active");
    case LifeState::Returned: return LifecycleText::tr("Returned");
    case LifeState::Dormant: return LifecycleText::tr("Dormant");
    case LifeState::Lapsed: return LifecycleText::tr("Lapsed");
    case LifeState::Unseen: break;
    }
    return LifecycleText::tr("Not yet there");
}

QString lifeStateMeaning(LifeState state, int lapsedAfter)
{
    switch (state) {
    case LifeState::New: return LifecycleText::tr("there for the first time");
    case LifeState::Active: return LifecycleText::tr("there, and in the period before too");
    case LifeState::Returned: return LifecycleText::tr("there again after at least one silent period");
    case LifeState::Dormant: return LifecycleText::tr("at risk: silent for fewer than %1 periods").arg(lapsedAfter);
    case LifeState::Lapsed: return LifecycleText::tr("silent for %1 periods or more").arg(lapsedAfter);
    case LifeState::Unseen: break;
    }
    return LifecycleText::tr("not seen so far");
}

qint64 LifecyclePeriod::newlyDormant() const
{
    qint64 gone = 0;
    for (const LifeState from : {LifeState::New, LifeState::Active, LifeState::Returned})
        gone += between(from, LifeState::Dormant);
    return gone;
}

double LifecyclePeriod::quickRatio() const
{
    const qint64 gone = newlyDormant();
    return gone > 0 ? double(at(LifeState::New) + at(LifeState::Returned)) / double(gone) : missing;
}

Result<LifecycleResult> lifecycle(const UserEventLog &log, const LifecycleRequest &request, const UserSet *users, JobContext &job)
{
    Result<Periods> periods = periodsFor(log, request);
    if (!periods)
        return fail(periods.error());
    LifecycleResult result;
    result.request = request;
    result.strayTimes = log.times.strays;
    result.periods = std::move(*periods);
    result.counts.resize(size_t(result.periods.count()));
    const Result<void> walked = forEachUserPeriods(log, result.periods, request.activity, request.activity, users, job, [&](const UserPeriods &user) {
        LifeWalk walk(user, request.lapsedAfter);
        LifeState before = LifeState::Unseen;
        for (int period = user.first; period < result.periods.count(); ++period) {
            const LifeState state = walk.at(period);
            LifecyclePeriod &counts = result.counts[size_t(period)];
            ++counts.users[size_t(state)];
            ++counts.moved[size_t(before)][size_t(state)];
            before = state;
        }
    });
    if (!walked)
        return fail(walked.error());
    result.notes = result.periods.notes();
    if (result.periods.count() < 2)
        result.notes << LifecycleText::tr("The log holds one period only, so everybody is new. Choose shorter ones.");
    result.notes += logNotes(log);
    return result;
}

Result<UserSet> lifecycleUsers(const UserEventLog &log, const LifecycleRequest &request, const UserSet *users, int period, LifeState state,
                               std::optional<LifeState> from, JobContext &job)
{
    const Result<Periods> periods = periodsFor(log, request);
    if (!periods)
        return fail(periods.error());
    std::vector<qint64> found;
    const Result<void> walked = forEachUserPeriods(log, *periods, request.activity, request.activity, users, job, [&](const UserPeriods &user) {
        LifeWalk walk(user, request.lapsedAfter);
        const LifeState before = walk.at(period - 1);
        if (walk.at(period) == state && (!from || *from == before))
            found.push_back(user.user);
    });
    return walked ? Result<UserSet>(UserSet(std::move(found))) : fail(walked.error());
}

} // namespace foretrail
