#include "core/behaviour/flows/EventUnits.h"

#include "core/behaviour/recommend/ItemSequences.h"
#include "core/data/UserFlags.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <numeric>

namespace foretrail {
namespace {

struct EventUnitsText { Q_DECLARE_TR_FUNCTIONS(foretrail::EventUnits) };

constexpr double outsizedShare = 0.1;
constexpr qint64 outsizedEvents = 10'000;

Error nothingToGather(const UserEventLog &log, FlowUnit unit)
{
    if (log.events.empty() && log.anonymous == 0)
        return {ErrorCode::NotFound, EventUnitsText::tr("The workspace has no events. Import a log of what users did first."), {}};
    if (unit == FlowUnit::User && log.hasSessions)
        return {ErrorCode::NotFound, EventUnitsText::tr("The log names no users. Import one with a user column; funnel and paths per session work without."), {}};
    return {ErrorCode::NotFound, EventUnitsText::tr("The log names neither users nor sessions. Import one with a user or a session column; forecasts work without."), {}};
}

quint32 ownerOf(const UserEventLog::Event &event, UnitRule rule) { return rule == UnitRule::Sessions ? event.session : event.user; }

} // namespace

UnitRule EventUnits::ruleFor(const UserEventLog &log, FlowUnit unit)
{
    if (unit == FlowUnit::User)
        return UnitRule::Users;
    if (log.hasSessions)
        return UnitRule::Sessions;
    return log.hasClock ? UnitRule::Pauses : UnitRule::Users;
}

QString EventUnits::ruleText(UnitRule rule)
{
    switch (rule) {
    case UnitRule::Sessions: return EventUnitsText::tr("Sessions as the log names them.");
    case UnitRule::Pauses: return EventUnitsText::tr("The log names no sessions: a visit ends where a user pauses for more than 30 minutes.");
    case UnitRule::Users: break;
    }
    return EventUnitsText::tr("All events of a user are one sequence.");
}

/// A counting sort by owner, which keeps the order of time.
void EventUnits::gather(const UserEventLog &log, const UserSet *users)
{
    const UserFlags mask(users);
    quint32 owners = 0;
    for (const UserEventLog::Event &event : log.events)
        owners = std::max(owners, ownerOf(event, m_rule));
    std::vector<size_t> starts(size_t(owners) + 2, 0);
    const auto counts = [&](const UserEventLog::Event &event) { return ownerOf(event, m_rule) != 0 && mask.contains(event.user); };
    for (const UserEventLog::Event &event : log.events)
        if (counts(event))
            ++starts[size_t(ownerOf(event, m_rule)) + 1];
    std::partial_sum(starts.begin(), starts.end(), starts.begin());
    m_places.resize(starts.back());
    std::vector<size_t> next(starts.begin(), starts.end() - 1);
    for (size_t i = 0; i < log.events.size(); ++i)
        if (counts(log.events[i]))
            m_places[next[ownerOf(log.events[i], m_rule)]++] = quint32(i);
    for (size_t owner = 1; owner + 1 < starts.size(); ++owner)
        if (starts[owner + 1] > starts[owner])
            m_starts.push_back(starts[owner + 1]);
}

void EventUnits::cutAtPauses(const UserEventLog &log)
{
    std::vector<size_t> cut{0};
    for (size_t unit = 0; unit < count(); ++unit) {
        for (size_t i = m_starts[unit] + 1; i < m_starts[unit + 1]; ++i)
            if (log.events[m_places[i]].time - log.events[m_places[i - 1]].time > longestPauseMs)
                cut.push_back(i);
        cut.push_back(m_starts[unit + 1]);
    }
    m_starts = std::move(cut);
}

Result<EventUnits> EventUnits::of(const UserEventLog &log, FlowUnit unit, const UserSet *users, JobContext &job)
{
    if (unit == FlowUnit::User ? !log.hasUsers : log.events.empty())
        return fail(nothingToGather(log, unit));
    EventUnits units;
    units.m_rule = ruleFor(log, unit);
    units.gather(log, users);
    if (job.stopRequested())
        return fail(Error::cancelled());
    if (units.m_rule == UnitRule::Pauses)
        units.cutAtPauses(log);
    units.m_users.reserve(units.count());
    for (size_t one = 0; one < units.count(); ++one) {
        quint32 user = 0;
        for (const quint32 place : units.placesOf(one))
            if ((user = log.events[place].user) != 0)
                break;
        units.m_users.push_back(user);
    }
    if (job.stopRequested())
        return fail(Error::cancelled());
    return units;
}

QStringList logNotes(const UserEventLog &log)
{
    QStringList notes;
    const QLocale locale;
    std::vector<qint64> counts;
    for (const UserEventLog::Event &event : log.events) {
        if (event.user >= counts.size())
            counts.resize(size_t(event.user) + 1 + counts.size() / 2);
        ++counts[event.user];
    }
    const qint64 withoutUser = log.anonymous + (counts.empty() ? 0 : counts[0]);
    const auto most = counts.size() > 1 ? *std::max_element(counts.begin() + 1, counts.end()) : qint64(0);
    const auto all = double(log.events.size()) + double(log.anonymous);
    if (most >= outsizedEvents && double(most) >= outsizedShare * all)
        notes << EventUnitsText::tr("One user made %1 % of all events (%2): perhaps a program, not a person.")
                     .arg(locale.toString(100 * double(most) / all, 'f', 0), locale.toString(most));
    if (log.times.strays > 0)
        notes << log.times.note();
    if (log.hasUsers && withoutUser > 0)
        notes << EventUnitsText::tr("%1 % of the events name no user.").arg(locale.toString(100 * double(withoutUser) / all, 'f', 1));
    if (!log.hasClock)
        notes << EventUnitsText::tr("The log has no clock, only an order.");
    return notes;
}

} // namespace foretrail
