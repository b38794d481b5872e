#include "core/behaviour/flows/Periods.h"

#include <QCoreApplication>

#include <algorithm>

namespace foretrail {
namespace {

struct PeriodsText { Q_DECLARE_TR_FUNCTIONS(foretrail::Periods) };

constexpr qint64 mostMissingPart = 20; ///< a period is over where no more than one part in so many is missing
constexpr size_t usersBetweenLooks = 4096;

bool areDatesOnly(const std::vector<UserEventLog::Event> &events, ZoneClock &clock)
{
    return std::all_of(events.begin(), events.end(), [&](const UserEventLog::Event &event) { return clock.toWall(event.time) % dayMs == 0; });
}

} // namespace

Result<Periods> Periods::of(const UserEventLog &log, Step by)
{
    if (!log.hasClock)
        return fail(ErrorCode::Unsupported, PeriodsText::tr("The log has no clock, only an order, so nobody can be followed from period to period. Funnel (without a time window) and paths work."));
    if (by != Step::Day && by != Step::Week && by != Step::Month)
        return fail(ErrorCode::InvalidInput, PeriodsText::tr("Periods are days, weeks or months. Choose one of them."));
    if (log.events.empty())
        return fail(ErrorCode::NotFound, PeriodsText::tr("The workspace has no events of users. Import a log with a user column first."));
    ZoneClock clock{QTimeZone(log.timeZone.toLatin1())};
    Periods periods;
    periods.m_step = by;
    const WallMs first = floorToStep(clock.toWall(log.events.front().time), by);
    const WallMs last = clock.toWall(log.events.back().time);
    const qint64 count = stepsBetween(first, floorToStep(last, by), by) + 1;
    if (count > most)
        return fail(ErrorCode::InvalidInput, PeriodsText::tr("From %1 to %2 there are %3 periods, more than %4. Choose longer ones, or correct the clock of the log.")
                                                 .arg(formatTime(first, Step::Day), formatTime(floorToStep(last, Step::Day), Step::Day), QString::number(count), QString::number(most)));
    for (qint64 i = 0; i < count; ++i) {
        periods.m_walls.push_back(addSteps(first, by, i));
        periods.m_starts.push_back(clock.toUtc(periods.m_walls.back()));
    }
    periods.m_starts.front() = std::min(periods.m_starts.front(), log.events.front().time);
    const WallMs endWall = addSteps(first, by, count);
    const qint64 leftOver = endWall - last - (areDatesOnly(log.events, clock) ? dayMs : 0);
    periods.m_isLastFinished = leftOver <= (endWall - periods.m_walls.back()) / mostMissingPart;
    return periods;
}

int Periods::of(UtcMs time) const
{
    return int(std::upper_bound(m_starts.begin(), m_starts.end(), time) - m_starts.begin()) - 1;
}

QString Periods::label(int period) const
{
    const QString day = formatTime(m_walls[size_t(period)], Step::Day);
    return m_step == Step::Month ? day.first(7) : day;
}

QStringList Periods::notes() const
{
    QStringList notes;
    if (!m_isLastFinished)
        notes << PeriodsText::tr("The last period, from %1 on, is not over: it is marked and counts in no average.").arg(label(count() - 1));
    return notes;
}

Result<void> forEachUserPeriods(const UserEventLog &log, const Periods &periods, FlowActivity belongs, FlowActivity activity, const UserSet *users,
                                JobContext &job, const std::function<void(const UserPeriods &)> &visit)
{
    const std::vector<bool> buys = log.kindsMeaning(QStringLiteral("purchase"));
    const bool needsPurchases = belongs == FlowActivity::Purchase || activity == FlowActivity::Purchase;
    if (needsPurchases && std::find(buys.begin(), buys.end(), true) == buys.end())
        return fail(ErrorCode::Unsupported, PeriodsText::tr("No kind of events means a purchase. Say on the page Data which one does, or count any event."));
    const Result<EventUnits> units = EventUnits::of(log, FlowUnit::User, users, job);
    if (!units)
        return fail(units.error());
    UserPeriods one;
    for (size_t unit = 0; unit < units->count(); ++unit) {
        if (unit % usersBetweenLooks == 0) {
            if (job.stopRequested())
                return fail(Error::cancelled());
            job.report(qint64(unit), qint64(units->count()), PeriodsText::tr("Following users"));
        }
        one.user = units->userOf(unit);
        one.first = -1;
        one.active.clear();
        for (const quint32 place : units->placesOf(unit)) {
            const UserEventLog::Event &event = log.events[place];
            const bool isPurchase = buys[event.kind];
            const bool begins = one.first < 0 && (belongs == FlowActivity::AnyEvent || isPurchase);
            const bool isActive = activity == FlowActivity::AnyEvent || isPurchase;
            if (!begins && (one.first < 0 || !isActive))
                continue;
            const int period = periods.of(event.time);
            if (begins)
                one.first = period;
            if (isActive && (one.active.empty() || one.active.back() != period))
                one.active.push_back(period);
        }
        if (one.first >= 0)
            visit(one);
    }
    return {};
}

} // namespace foretrail
