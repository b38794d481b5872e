#include "core/behaviour/flows/Lifecycle.h"

#include <QCoreApplication>
#include <QTimeZone>

#include <algorithm>
#include <span>

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
    if (!request.rule && request.lapsedAfter < 2)
        return fail(ErrorCode::InvalidInput, LifecycleText::tr("Users lapse after 2 silent periods or more. Name a larger number."));
    return Periods::of(log, request.by);
}

/// The state of one user in each period from `first` on; before it the user is unseen.
struct Life {
    quint32 user = 0;
    int first = 0;
    std::vector<LifeState> states;
    LifeState at(int period) const { return period < first ? LifeState::Unseen : states[size_t(period - first)]; }
};
using LifeVisit = std::function<void(const Life &)>;

Result<void> livesByPeriods(const UserEventLog &log, const Periods &periods, const LifecycleRequest &request, const UserSet *users, JobContext &job,
                            const LifeVisit &visit)
{
    return forEachUserPeriods(log, periods, request.activity, request.activity, users, job, [&](const UserPeriods &user) {
        LifeWalk walk(user, request.lapsedAfter);
        Life life{user.user, user.first, {}};
        for (int period = user.first; period < periods.count(); ++period)
            life.states.push_back(walk.at(period));
        visit(life);
    });
}

/// Tells lives by days of silence.
class SilenceLives {
public:
    SilenceLives(const UserEventLog &log, const Periods &periods, const LifecycleRule &rule)
        : m_log(log), m_rule(rule), m_buys(log.kindsMeaning(QStringLiteral("purchase"))), m_clock(QTimeZone(log.timeZone.toLatin1())), m_lastDay(log.times.days.last)
    {
        for (int period = 1; period < periods.count(); ++period)
            m_ends.push_back(periods.start(period) / dayMs - 1);
        m_ends.push_back(m_lastDay);
    }
    /// False where the user has no day that counts.
    bool tell(std::span<const quint32> places, Life &life)
    {
        m_days.clear();
        for (const quint32 place : places) {
            const UserEventLog::Event &event = m_log.events[place];
            const DayNumber day = floorToStep(m_clock.toWall(event.time), Step::Day) / dayMs;
            if ((m_rule.isByVisits || m_buys[event.kind]) && (m_days.empty() || m_days.back() != day))
                m_days.push_back(day);
        }
        const std::vector<StateMove> moves = movesOf(m_rule, m_days, m_lastDay);
        if (moves.empty())
            return false;
        life.first = int(std::lower_bound(m_ends.begin(), m_ends.end(), moves.front().day) - m_ends.begin());
        life.states.clear();
        size_t move = 0;
        for (auto end = m_ends.begin() + life.first; end != m_ends.end(); ++end) {
            while (move + 1 < moves.size() && moves[move + 1].day <= *end)
                ++move;
            life.states.push_back(lifeStateOf(moves[move].state));
        }
        return true;
    }

private:
    const UserEventLog &m_log;
    const LifecycleRule &m_rule;
    std::vector<bool> m_buys; ///< by kind
    ZoneClock m_clock;
    DayNumber m_lastDay;
    std::vector<DayNumber> m_ends; ///< of the periods
    std::vector<DayNumber> m_days; ///< of the user of now
};

Result<void> livesBySilence(const UserEventLog &log, const Periods &periods, const LifecycleRule &rule, const UserSet *users, JobContext &job,
                            const LifeVisit &visit)
{
    const Result<EventUnits> units = EventUnits::of(log, FlowUnit::User, users, job);
    if (!units)
        return fail(units.error());
    constexpr size_t livesBetweenLooks = 4096;
    SilenceLives lives(log, periods, rule);
    Life life;
    for (size_t unit = 0; unit < units->count(); ++unit) {
        if (unit % livesBetweenLooks == 0) {
            if (job.stopRequested())
                return fail(Error::cancelled());
            job.report(qint64(unit), qint64(units->count()), LifecycleText::tr("Following users"));
        }
        life.user = units->userOf(unit);
        if (lives.tell(units->placesOf(unit), life))
            visit(life);
    }
    return {};
}

Result<void> forEachLife(const UserEventLog &log, const Periods &periods, const LifecycleRequest &request, const UserSet *users, JobContext &job,
                         const LifeVisit &visit)
{
    return request.rule ? livesBySilence(log, periods, *request.rule, users, job, visit) : livesByPeriods(log, periods, request, users, job, visit);
}

} // namespace

LifeState lifeStateOf(LifecycleState state)
{
    switch (state) {
    case LifecycleState::New: return LifeState::New;
    case LifecycleState::Active: return LifeState::Active;
    case LifecycleState::Returned: return LifeState::Returned;
    case LifecycleState::AtRisk: return LifeState::Dormant;
    case LifecycleState::Lapsed: return LifeState::Lapsed;
    case LifecycleState::None: break;
    }
    return LifeState::Unseen;
}

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
    case LifeState::New: return stateTitle(LifecycleState::New);
    case LifeState::Active: return stateTitle(LifecycleState::Active);
    case LifeState::Returned: return stateTitle(LifecycleState::Returned);
    case LifeState::Dormant: return stateTitle(LifecycleState::AtRisk);
    case LifeState::Lapsed: return stateTitle(LifecycleState::Lapsed);
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
    case LifeState::Dormant: return LifecycleText::tr("silent for fewer than %1 periods").arg(lapsedAfter);
    case LifeState::Lapsed: return LifecycleText::tr("silent for %1 periods or more").arg(lapsedAfter);
    case LifeState::Unseen: break;
    }
    return LifecycleText::tr("not seen so far");
}

qint64 LifecyclePeriod::newlyDormant() const
{
    qint64 gone = 0;
    for (const LifeState from : {LifeState::New, LifeState::Active, LifeState::Returned})
        gone += between(from, LifeState::Dormant) + between(from, LifeState::Lapsed); // a long period may hold both limits of silence
    return gone;
}

double LifecyclePeriod::quickRatio() const
{
    qint64 came = 0; // who was new or returned before and still is did not come now
    for (const LifeState from : {LifeState::Unseen, LifeState::Dormant, LifeState::Lapsed})
        for (const LifeState to : {LifeState::New, LifeState::Active, LifeState::Returned})
            came += between(from, to);
    const qint64 gone = newlyDormant();
    return gone > 0 ? double(came) / double(gone) : missing;
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
    const Result<void> walked = forEachLife(log, result.periods, request, users, job, [&](const Life &life) {
        LifeState before = LifeState::Unseen;
        for (int period = life.first; period < result.periods.count(); ++period) {
            const LifeState state = life.at(period);
            LifecyclePeriod &counts = result.counts[size_t(period)];
            ++counts.users[size_t(state)];
            ++counts.moved[size_t(before)][size_t(state)];
            before = state;
        }
    });
    if (!walked)
        return fail(walked.error());
    if (!request.rule)
        result.notes << LifecycleText::tr("States by whole periods: they differ from those of segments and profiles, which go by days of silence.");
    result.notes += result.periods.notes();
    if (!request.rule && result.periods.count() < 2)
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
    const Result<void> walked = forEachLife(log, *periods, request, users, job, [&](const Life &life) {
        if (life.at(period) == state && (!from || *from == life.at(period - 1)))
            found.push_back(life.user);
    });
    return walked ? Result<UserSet>(UserSet(std::move(found))) : fail(walked.error());
}

} // namespace foretrail
