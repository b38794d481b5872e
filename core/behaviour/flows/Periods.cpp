#include "core/behaviour/flows/Periods.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace foretrail {
namespace {

struct PeriodsText { Q_DECLARE_TR_FUNCTIONS(foretrail::Periods) };

constexpr double edgeShare = 0.005; ///< of the events at either end may have a wrong clock
constexpr size_t leastAtTheEdge = 2;
constexpr qint64 spansOutside = 3;
constexpr qint64 leastOutsideMs = 31 * dayMs;
constexpr qint64 mostMissingPart = 20; ///< a period is over where no more than one part in so many is missing
constexpr size_t usersBetweenLooks = 4096;

struct Trusted {
    UtcMs from = 0;
    UtcMs to = 0;
};

/// The times that clocks which were right may have shown. Events are in the order of time.
Trusted trustedTimes(const std::vector<UserEventLog::Event> &events)
{
    const auto edge = std::min(std::max(size_t(edgeShare * double(events.size())), leastAtTheEdge), (events.size() - 1) / 8); // of very few each counts
    const UtcMs low = events[edge].time;
    const UtcMs high = events[events.size() - 1 - edge].time;
    const qint64 outside = std::max(spansOutside * (high - low), leastOutsideMs);
    return {low - outside, high + outside};
}

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
    const Trusted trusted = trustedTimes(log.events);
    const auto isBefore = [](const UserEventLog::Event &event, UtcMs time) { return event.time < time; };
    const auto begin = std::lower_bound(log.events.begin(), log.events.end(), trusted.from, isBefore);
    const auto end = std::lower_bound(begin, log.events.end(), trusted.to + 1, isBefore);
    ZoneClock clock{QTimeZone(log.timeZone.toLatin1())};
    Periods periods;
    periods.m_step = by;
    periods.m_strays = qint64(log.events.size()) - (end - begin);
    const WallMs first = floorToStep(clock.toWall(begin->time), by);
    const WallMs last = clock.toWall((end - 1)->time);
    const qint64 count = stepsBetween(first, floorToStep(last, by), by) + 1;
    if (count > most)
        return fail(ErrorCode::InvalidInput, PeriodsText::tr("From %1 to %2 there are %3 periods, more than %4. Choose longer ones, or correct the clock of the log.")
                                                 .arg(formatTime(first, Step::Day), formatTime(floorToStep(last, Step::Day), Step::Day), QString::number(count), QString::number(most)));
    for (qint64 i = 0; i < count; ++i) {
        periods.m_walls.push_back(addSteps(first, by, i));
        periods.m_starts.push_back(clock.toUtc(periods.m_walls.back()));
    }
    periods.m_starts.front() = std::min(periods.m_starts.front(), begin->time);
    periods.m_firstEvent = begin->time;
    periods.m_lastEvent = (end - 1)->time;
    const WallMs endWall = addSteps(first, by, count);
    const qint64 leftOver = endWall - last - (areDatesOnly(log.events, clock) ? dayMs : 0);
    periods.m_isLastFinished = leftOver <= (endWall - periods.m_walls.back()) / mostMissingPart;
    return periods;
}

int Periods::of(UtcMs time) const
{
    if (time < m_firstEvent || time > m_lastEvent)
        return -1;
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
    if (m_strays > 0)
        notes << PeriodsText::tr("Events left out because their times lie far outside of all others (a clock that was wrong): %1.").arg(QLocale().toString(m_strays));
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
            const int period = begins || (one.first >= 0 && isActive) ? periods.of(event.time) : -1;
            if (period < 0)
                continue;
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
