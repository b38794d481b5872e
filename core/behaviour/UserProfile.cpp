#include "core/behaviour/UserProfile.h"

#include "core/behaviour/ActivityForecast.h"
#include "core/data/EventOrder.h"
#include "core/data/figures/UserFigures.h"
#include "core/series/Statistics.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSet>

#include <algorithm>
#include <cmath>

namespace foretrail {
namespace {

struct UserProfileText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::UserProfile)
};

constexpr double msPerDay = 86'400'000.0;
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

/// When all events were, those too that are not read whole; ascending.
Result<std::vector<UtcMs>> allTimes(const UserProfile &profile, ShopData &data, JobContext &job)
{
    if (profile.isShortened())
        return data.timesOf(profile.user.id, job);
    std::vector<UtcMs> times;
    times.reserve(size_t(profile.events.size()));
    for (const UserEvent &event : profile.events)
        times.push_back(event.time);
    return times;
}

/// Leaves out what has no credible time, of the events and of when all of them were.
void settleTimes(UserProfile &profile, std::vector<UtcMs> &all, const CredibleTimes &times)
{
    const size_t count = all.size();
    all.erase(std::upper_bound(all.begin(), all.end(), times.last), all.end());
    all.erase(all.begin(), std::lower_bound(all.begin(), all.end(), times.first));
    leaveOutStrays(profile.events, times);
    profile.strayTimes = qint64(count - all.size());
    profile.days = times.days;
    profile.logEnd = times.last;
    profile.user.hasTimes = !all.empty();
    if (profile.user.hasTimes) {
        profile.user.firstSeen = all.front();
        profile.user.lastSeen = all.back();
    }
}

void addRecency(UserProfile &profile)
{
    const auto bought = std::find_if(profile.events.crbegin(), profile.events.crend(), [](const UserEvent &event) { return event.isPurchase(); });
    const bool hasBought = bought != profile.events.crend();
    const UtcMs last = hasBought ? bought->time : profile.user.lastSeen;
    const bool isUnknown = !profile.user.hasTimes || (!hasBought && profile.isShortened() && profile.user.orders > 0);
    profile.recencyDays = isUnknown ? missing : double(profile.logEnd - last) / msPerDay;
    profile.usualGapDays = medianGapDays(orderTimes(profile.events));
}

Result<void> addActivity(UserProfile &profile, const std::vector<UtcMs> &times, const DataSummary &summary, JobContext &job)
{
    profile.activity = activityOf(times, summary);
    Result<ActivityForecast> ahead = forecastActivity(profile.activity, job);
    if (!ahead)
        return fail(ahead.error());
    profile.activityForecast = std::move(ahead->forecast);
    profile.activityModel = ahead->model;
    profile.note = ahead->note;
    if (!summary.hasAmounts)
        return {};
    profile.spend = spendOf(profile.events, profile.isShortened(), summary);
    Result<ActivityForecast> more = forecastActivity(profile.spend, job);
    if (!more)
        return fail(more.error());
    profile.spendForecast = std::move(more->forecast);
    profile.spendModel = more->model;
    return {};
}

/// What was shortened; empty where nothing was.
QStringList shorteningNotes(const UserProfile &profile)
{
    if (!profile.isShortened())
        return {};
    return {UserProfileText::tr("So many events: items, sessions, spend, timeline and chances are of the latest %1 of %2. Figures above, activity and hours are of all.")
                .arg(QLocale().toString(profile.user.events - profile.unread), QLocale().toString(profile.user.events))};
}

void addNotes(UserProfile &profile)
{
    QStringList notes = shorteningNotes(profile);
    if (profile.user.orders == 0)
        notes << UserProfileText::tr("No purchase yet: recency counts from the last event.");
    else if (std::isnan(profile.usualGapDays) && profile.user.orders == 1)
        notes << UserProfileText::tr("One purchase only: there is no usual gap yet.");
    if (!profile.note.isEmpty())
        notes << profile.note;
    if (profile.strayTimes > 0)
        notes << strayNote(profile.days, profile.strayTimes);
    profile.note = notes.join(u' ');
}

void addVisits(UserProfile &profile, bool hasClock)
{
    profile.sessions = sessionsOf(profile.events, usualSessionGapMs);
    profile.funnel = funnelPosition(profile.events, hasClock);
}

/// What rests on when events were, for logs with a clock.
Result<void> addTimes(UserProfile &profile, ShopData &data, const DataSummary &summary, const CredibleTimes *known, JobContext &job)
{
    const Result<CredibleTimes> credible = known ? Result<CredibleTimes>(*known) : data.credibleTimes(job);
    if (!credible)
        return fail(credible.error());
    Result<std::vector<UtcMs>> times = allTimes(profile, data, job);
    if (!times)
        return fail(times.error());
    settleTimes(profile, *times, *credible);
    addRecency(profile);
    addVisits(profile, true);
    profile.clock = weekClock(*times, summary.timeZone);
    return addActivity(profile, *times, summary.within(*credible), job);
}

// Events that stand in an order only say nothing of days.
void leaveOutTimes(UserProfile &profile)
{
    profile.logEnd = profile.user.lastSeen;
    profile.recencyDays = missing;
    profile.usualGapDays = missing;
    const QString why = UserProfileText::tr("The events have no time, only an order: there is no recency, no gap and no activity by calendar.");
    profile.note = (shorteningNotes(profile) << why).join(u' ');
}

} // namespace

QList<UserSession> sessionsOf(const QList<UserEvent> &events, qint64 gapMs)
{
    QList<UserSession> sessions;
    QHash<QString, qsizetype> places;
    QSet<std::pair<qsizetype, QString>> met; // items by session
    qsizetype silent = -1; // the last one without a session of the log, while nothing else came in between
    for (const UserEvent &event : events) {
        qsizetype place = event.session.isEmpty() ? silent : places.value(event.session, -1);
        if (event.session.isEmpty() && place >= 0 && event.time - sessions[place].end > gapMs)
            place = -1;
        if (place < 0) {
            place = sessions.size();
            sessions.append({event.time, event.time, 0, 0, 0, 0, event.session});
        }
        if (!event.session.isEmpty())
            places.insert(event.session, place);
        silent = event.session.isEmpty() ? place : -1;
        UserSession &session = sessions[place];
        session.end = event.time;
        ++session.events;
        if (const auto item = std::pair(place, event.itemKey); !event.itemKey.isEmpty() && !met.contains(item)) {
            met.insert(item);
            ++session.items;
        }
        session.purchases += event.isPurchase() ? 1 : 0;
        session.value += std::isnan(event.amount) ? 0 : event.amount;
    }
    return sessions;
}

void tellOutlook(UserProfile &profile, UserOutlook outlook)
{
    profile.outlook = std::move(outlook);
    profile.forecastActive = profile.outlook.now.active.value;
    if (profile.outlook.isEmpty() || std::isnan(profile.forecastActive))
        return;
    weighWithActive(profile.activityForecast, profile.forecastActive);
    weighWithActive(profile.spendForecast, profile.forecastActive);
}

QString forecastWords(const UserProfile &profile)
{
    if (profile.activityForecast.mean.empty() && profile.spendForecast.mean.empty())
        return {};
    if (std::isnan(profile.forecastActive))
        return UserProfileText::tr("The forecast supposes that the user stays: how likely that is cannot be told.");
    return UserProfileText::tr("The forecast is weighted with P(active), %1 %: who is gone comes no more.")
        .arg(QLocale().toString(100 * profile.forecastActive, 'f', profile.forecastActive < 0.1 ? 1 : 0));
}

Result<UserProfile> userProfile(ShopData &data, const QString &userKey, JobContext &job, const ProfileOptions &options)
{
    const Result<UserRow> user = data.user(userKey);
    if (!user)
        return fail(user.error());
    const Result<DataSummary> summary = options.summary ? Result<DataSummary>(*options.summary) : data.summary();
    if (!summary)
        return fail(summary.error());
    Result<QList<UserEvent>> events = data.latestEventsOf(user->id, options.mostEvents, job);
    if (!events)
        return fail(events.error());
    UserProfile profile;
    profile.user = *user;
    profile.unread = std::max<qint64>(0, user->events - events->size());
    profile.events = std::move(*events);
    Result<QList<KeyAttribute>> attributes = data.attributesOf(QStringLiteral("user"), userKey);
    if (!attributes)
        return fail(attributes.error());
    profile.attributes = std::move(*attributes);
    addTotals(profile, *summary);
    if (!summary->hasClock) {
        addVisits(profile, false);
        leaveOutTimes(profile);
        return profile;
    }
    if (const Result<void> done = addTimes(profile, data, *summary, options.times, job); !done)
        return fail(done.error());
    addNotes(profile);
    return profile;
}

} // namespace foretrail
