#include "core/behaviour/UserProfile.h"

#include "core/behaviour/ActivityForecast.h"
#include "core/data/EventOrder.h"
#include "core/data/figures/UserFigures.h"
#include "core/series/Statistics.h"

#include <QCoreApplication>
#include <QSet>
#include <QTimeZone>

#include <algorithm>
#include <cmath>

namespace foretrail {
namespace {

struct UserProfileText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::UserProfile)
};

constexpr double msPerDay = 86'400'000.0;
constexpr double daysForWeeks = 182; ///< from half a year on activity is counted by the week
constexpr qsizetype mostListed = 10;

/// Counts events and sums amounts under keys, in the order in which keys first came.
class Tally {
public:
    void add(const QString &key, const QString &name, double amount)
    {
        if (key.isEmpty())
            return;
        const auto found = m_places.constFind(key);
        const qsizetype place = found == m_places.cend() ? m_rows.size() : *found;
        if (place == m_rows.size()) {
            m_places.insert(key, place);
            m_rows.append({key, name.isEmpty() ? key : name, 0, 0});
        }
        NamedCount &row = m_rows[place];
        ++row.count;
        row.value += std::isnan(amount) ? 0 : amount;
    }
    QList<NamedCount> largest(bool byValue, qsizetype most) const
    {
        QList<NamedCount> rows = m_rows;
        std::stable_sort(rows.begin(), rows.end(), [byValue](const NamedCount &a, const NamedCount &b) {
            return byValue && a.value != b.value ? a.value > b.value : a.count > b.count;
        });
        return rows.mid(0, most);
    }

private:
    QHash<QString, qsizetype> m_places;
    QList<NamedCount> m_rows;
};

/// When the user bought, one time an order: purchases of one session are one order, so are purchases at one moment.
std::vector<UtcMs> orderTimes(const QList<UserEvent> &events)
{
    std::vector<UtcMs> times;
    QSet<QString> sessions;
    for (const UserEvent &event : events) {
        if (!event.isPurchase() || (!event.session.isEmpty() && sessions.contains(event.session)))
            continue;
        sessions.insert(event.session);
        if (times.empty() || times.back() != event.time)
            times.push_back(event.time);
    }
    return times;
}

double medianGapDays(const std::vector<UtcMs> &times)
{
    if (times.size() < 2)
        return missing;
    std::vector<double> gaps;
    for (size_t i = 1; i < times.size(); ++i)
        gaps.push_back(double(times[i] - times[i - 1]) / msPerDay);
    std::sort(gaps.begin(), gaps.end());
    return sortedQuantile(gaps, 0.5);
}

/// What counts whatever its time.
void addTotals(UserProfile &profile, const DataSummary &summary)
{
    Tally kinds, items, categories;
    bool hasAmounts = false;
    for (const UserEvent &event : std::as_const(profile.events)) {
        kinds.add(event.kind, {}, event.amount);
        items.add(event.itemKey, event.itemName, event.amount);
        categories.add(event.category, {}, event.amount);
        hasAmounts = hasAmounts || !std::isnan(event.amount);
    }
    if (hasAmounts && profile.user.orders > 0)
        profile.averageBasket = profile.user.value / double(profile.user.orders);
    profile.kinds = kinds.largest(false, std::numeric_limits<qsizetype>::max());
    profile.topItems = items.largest(summary.hasAmounts, mostListed);
    profile.topCategories = categories.largest(summary.hasAmounts, mostListed);
}

/// Leaves out what has no credible time.
void settleTimes(UserProfile &profile, const CredibleTimes &times)
{
    const qsizetype all = profile.events.size();
    leaveOutStrays(profile.events, times);
    profile.strayTimes = all - profile.events.size();
    profile.days = times.days;
    profile.logEnd = times.last;
    profile.user.hasTimes = !profile.events.isEmpty();
    if (profile.user.hasTimes) {
        profile.user.firstSeen = profile.events.front().time;
        profile.user.lastSeen = profile.events.back().time;
    }
}

void addRecency(UserProfile &profile)
{
    UtcMs last = profile.user.lastSeen;
    const auto bought = std::find_if(profile.events.crbegin(), profile.events.crend(), [](const UserEvent &event) { return event.isPurchase(); });
    if (bought != profile.events.crend())
        last = bought->time;
    profile.recencyDays = profile.user.hasTimes ? double(profile.logEnd - last) / msPerDay : missing;
    profile.usualGapDays = medianGapDays(orderTimes(profile.events));
}

/// The steps of a series that the times credibly cover.
Series credibleSteps(const Series &series, const DaySpan &days)
{
    const qint64 first = std::max<qint64>(0, stepsBetween(series.axis.start, floorToStep(days.first * dayMs, series.axis.step), series.axis.step));
    const qint64 last = std::min(series.size() - 1, stepsBetween(series.axis.start, floorToStep(days.last * dayMs, series.axis.step), series.axis.step));
    return first > last ? series : series.part(first, last - first + 1);
}

Result<void> addActivity(UserProfile &profile, ShopData &data, const DataSummary &summary, const CredibleTimes &times, JobContext &job)
{
    const double days = double(times.last - times.first) / msPerDay;
    SeriesQuery query;
    query.measure = Measure::Events;
    query.step = days >= daysForWeeks ? Step::Week : Step::Day;
    query.user = profile.user.id;
    Result<QList<Series>> series = data.series(query, job);
    if (!series)
        return fail(series.error());
    if (series->isEmpty())
        return {};
    profile.activity = times.strays > 0 ? credibleSteps(series->front(), times.days) : std::move(series->front());
    Result<ActivityForecast> ahead = forecastActivity(profile.activity, job);
    if (!ahead)
        return fail(ahead.error());
    profile.activityForecast = std::move(ahead->forecast);
    profile.activityModel = ahead->model;
    profile.note = ahead->note;
    if (!summary.hasAmounts)
        return {};
    query.measure = Measure::Revenue;
    Result<QList<Series>> spend = data.series(query, job);
    if (!spend || spend->isEmpty())
        return spend ? Result<void>() : fail(spend.error());
    profile.spend = times.strays > 0 ? credibleSteps(spend->front(), times.days) : std::move(spend->front());
    Result<ActivityForecast> more = forecastActivity(profile.spend, job);
    if (!more)
        return fail(more.error());
    profile.spendForecast = std::move(more->forecast);
    profile.spendModel = more->model;
    return {};
}

void addClock(UserProfile &profile, const QString &timeZone)
{
    ZoneClock clock{QTimeZone(timeZone.toLatin1())};
    for (const UserEvent &event : std::as_const(profile.events)) {
        const WallMs wall = clock.toWall(event.time);
        const DayNumber day = floorToStep(wall, Step::Day) / dayMs;
        ++profile.clock[size_t(((day + 3) % 7 + 7) % 7)][size_t((wall - day * dayMs) / hourMs)];
    }
}

void addNotes(UserProfile &profile)
{
    QStringList notes;
    if (profile.user.orders == 0)
        notes << UserProfileText::tr("No purchase yet: recency counts from the last event.");
    else if (std::isnan(profile.usualGapDays))
        notes << UserProfileText::tr("One purchase only: there is no usual gap yet.");
    if (!profile.note.isEmpty())
        notes << profile.note;
    if (profile.strayTimes > 0)
        notes << strayNote(profile.days, profile.strayTimes);
    profile.note = notes.join(u' ');
}

// Events that stand in an order only say nothing of days.
void leaveOutTimes(UserProfile &profile)
{
    profile.logEnd = profile.user.lastSeen;
    profile.recencyDays = missing;
    profile.usualGapDays = missing;
    profile.note = UserProfileText::tr("The events have no time, only an order: there is no recency, no gap and no activity by calendar.");
}

} // namespace

QList<UserSession> sessionsOf(const QList<UserEvent> &events, qint64 gapMs)
{
    QList<UserSession> sessions;
    QHash<QString, qsizetype> places;
    qsizetype silent = -1; // the last one without a session of the log, while nothing else came in between
    for (const UserEvent &event : events) {
        qsizetype place = event.session.isEmpty() ? silent : places.value(event.session, -1);
        if (event.session.isEmpty() && place >= 0 && event.time - sessions[place].end > gapMs)
            place = -1;
        if (place < 0) {
            place = sessions.size();
            sessions.append({event.time, event.time, 0, 0, 0, event.session});
        }
        if (!event.session.isEmpty())
            places.insert(event.session, place);
        silent = event.session.isEmpty() ? place : -1;
        UserSession &session = sessions[place];
        session.end = event.time;
        ++session.events;
        session.purchases += event.isPurchase() ? 1 : 0;
        session.value += std::isnan(event.amount) ? 0 : event.amount;
    }
    return sessions;
}

Result<UserProfile> userProfile(ShopData &data, const QString &userKey, JobContext &job, const DataSummary *known, const CredibleTimes *knownTimes)
{
    const Result<UserRow> user = data.user(userKey);
    if (!user)
        return fail(user.error());
    const Result<DataSummary> summary = known ? Result<DataSummary>(*known) : data.summary();
    if (!summary)
        return fail(summary.error());
    Result<QList<UserEvent>> events = data.eventsOf(user->id, job);
    if (!events)
        return fail(events.error());
    UserProfile profile;
    profile.user = *user;
    profile.events = std::move(*events);
    Result<QList<KeyAttribute>> attributes = data.attributesOf(QStringLiteral("user"), userKey);
    if (!attributes)
        return fail(attributes.error());
    profile.attributes = std::move(*attributes);
    addTotals(profile, *summary);
    if (!summary->hasClock) {
        profile.sessions = sessionsOf(profile.events, usualSessionGapMs);
        leaveOutTimes(profile);
        return profile;
    }
    const Result<CredibleTimes> times = knownTimes ? Result<CredibleTimes>(*knownTimes) : data.credibleTimes(job);
    if (!times)
        return fail(times.error());
    settleTimes(profile, *times);
    addRecency(profile);
    profile.sessions = sessionsOf(profile.events, usualSessionGapMs);
    addClock(profile, summary->timeZone);
    if (const Result<void> done = addActivity(profile, data, *summary, *times, job); !done)
        return fail(done.error());
    addNotes(profile);
    return profile;
}

} // namespace foretrail
