#include "core/live/LiveShop.h"

#include "core/data/figures/FigureStore.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <set>

namespace foretrail {
namespace {

struct LiveShopText { Q_DECLARE_TR_FUNCTIONS(foretrail::LiveShop) };

constexpr qint64 funnelMs = hourMs;
constexpr size_t mostDelays = 10'000;
constexpr size_t mostAlerts = 200;
constexpr size_t rateSeconds = 120;
constexpr double gapMemory = 0.02;           ///< weight of the latest gap between arrivals
constexpr double leastSilenceMs = 120'000;
constexpr double manyGaps = 50;
constexpr qint64 mostForDrivers = 2'000'000; ///< events
constexpr qint64 closeToWall = dayMs; ///< a feed whose events are older tells of the past

QString wordsOf(const std::vector<IntentReason> &reasons)
{
    QStringList words;
    for (const IntentReason &reason : reasons)
        words << (reason.odds > 0 ? LiveShopText::tr("for: %1") : LiveShopText::tr("against: %1")).arg(reason.text);
    return words.join(QStringLiteral("; "));
}

/// Who is likeliest to buy first, then who has bought, then those of whom nothing is known.
double orderOf(const LiveUser &user) { return user.intent == user.intent ? user.intent : user.visit.purchases > 0 ? -1 : -2; }

} // namespace

LiveShop::LiveShop(Workspace &workspace, std::unique_ptr<ShopperCache> cache, LiveToday today, double speed, qint64 gapMs)
    : m_workspace(workspace), m_cache(std::move(cache)), m_profiler(*m_cache, gapMs), m_today(std::move(today)), m_speed(speed), m_gapMs(gapMs)
{
    m_wall.start();
    m_sinceLatest.start();
}

Result<std::unique_ptr<LiveShop>> LiveShop::open(Workspace &workspace, const FeedSpec &spec, JobContext &job, WaitingClock clock)
{
    JobContext days = job.part(0, 1, 2), hours = job.part(1, 1, 2);
    const Result<qint64> minutes = sessionGapMinutes(workspace);
    if (!minutes)
        return fail(minutes.error());
    Result<std::unique_ptr<ShopperCache>> cache = ShopperCache::open(workspace, days);
    if (!cache)
        return fail(cache.error());
    Result<LiveToday> today = LiveToday::read(workspace.data(), hours);
    if (!today)
        return fail(today.error());
    const Result<CredibleTimes> times = workspace.data().credibleTimes(hours);
    if (!times)
        return fail(times.error());
    const double speed = spec.kind == FeedKind::Replay ? spec.speed : 1;
    std::unique_ptr<LiveShop> shop(new LiveShop(workspace, std::move(*cache), std::move(*today), speed, *minutes * 60'000));
    shop->m_sinceLatest = std::move(clock);
    if (shop->m_cache->eventCount() > 0 && times->last != CredibleTimes().last)
        shop->m_latest = times->last; // the shop's clock goes on from there
    return shop;
}

/// That on the wall where events are of today, else that of the events, which goes on between them.
UtcMs LiveShop::now() const
{
    const UtcMs wall = QDateTime::currentMSecsSinceEpoch();
    if (m_latest == 0 || (m_speed == 1 && std::abs(wall - m_latest) < closeToWall))
        return wall;
    return m_latest + UtcMs(m_speed * double(m_sinceLatest.elapsed()));
}

void LiveShop::rollSeconds()
{
    if (m_rate.empty())
        m_rate.push_back(0);
    for (const qint64 second = m_wall.elapsed() / 1000; m_second < second; ++m_second) {
        m_rate.push_back(0);
        if (m_rate.size() > rateSeconds)
            m_rate.pop_front();
    }
}

void LiveShop::count(const NewEvent &one)
{
    const EventRecord &event = one.event;
    if (!event.hasClock() || !m_cache->isCredible(event.time) || event.time > QDateTime::currentMSecsSinceEpoch() + dayMs)
        return; // nothing comes from tomorrow
    if (event.time > m_latest) {
        m_latest = event.time;
        m_sinceLatest.start();
    }
    m_today.add(event);
    if (one.user.value == 0)
        return;
    Stages &stages = m_stages[one.user.value];
    stages.any = std::max(stages.any, event.time);
    if (event.meaning() == EventMeaning::View) {
        stages.view = std::max(stages.view, event.time);
        m_kinds.hasViews = true;
    } else if (event.meaning() == EventMeaning::Cart) {
        stages.cart = std::max(stages.cart, event.time);
        m_kinds.hasCarts = true;
    } else if (event.meaning() == EventMeaning::Purchase) {
        stages.purchase = std::max(stages.purchase, event.time);
        m_kinds.hasPurchases = true;
    }
}

Result<void> LiveShop::take(ImportId import, qint64 stored, bool hasReplaced, double waitedMs)
{
    QElapsedTimer clock;
    clock.start();
    const Result<std::vector<NewEvent>> events = m_cache->takeNew(import, stored, hasReplaced);
    if (!events)
        return fail(events.error());
    rollSeconds();
    if (m_sinceArrival.isValid())
        m_usualGapMs += gapMemory * (double(m_sinceArrival.elapsed()) - m_usualGapMs);
    m_sinceArrival.start();
    m_rate.back() += double(events->size());
    std::vector<UserId> touched; // each once, in the order of their last event
    std::set<qint64> seen;
    for (size_t place = events->size(); place > 0; --place)
        if (const UserId user = (*events)[place - 1].user; user.value != 0 && seen.insert(user.value).second)
            touched.push_back(user);
    for (const NewEvent &one : *events)
        count(one);
    std::reverse(touched.begin(), touched.end());
    for (const UserId user : touched)
        if (const Result<void> updated = update(user, waitedMs + double(clock.nsecsElapsed()) / 1e6); !updated)
            return updated;
    return {};
}

Result<void> LiveShop::update(UserId id, double waitedMs)
{
    const auto known = m_users.find(id.value);
    Result<LiveUser> user = m_profiler.profile(id, known == m_users.end() ? nullptr : &known->second, m_cache->dayOf(now()));
    if (!user)
        return fail(user.error());
    ++m_profiles;
    m_delays.push_back(float(waitedMs + user->updateMs));
    if (m_delays.size() > mostDelays)
        m_delays.pop_front();
    m_latestUser = id;
    m_about.push_back(id.value);
    if (m_about.size() > mostAbout)
        m_about.pop_front();
    const LiveUser &kept = m_users.insert_or_assign(id.value, std::move(*user)).first->second;
    if (!m_listener)
        return {};
    const Result<ToldUser> words = told(kept, true);
    if (!words)
        return fail(words.error());
    m_listener(*words);
    return {};
}

Result<ToldUser> LiveShop::told(const LiveUser &user, bool withReasons, int items)
{
    ToldUser told;
    told.user = user;
    told.key = m_cache->userKey(user.id);
    const KnownThing &item = m_cache->item(user.visit.lastItem);
    told.lastItem = item.name.isEmpty() ? item.key : item.name;
    Result<QList<RecommendedItem>> next = m_profiler.told(user, items, withReasons);
    if (!next)
        return fail(next.error());
    told.next = std::move(*next);
    if (!withReasons || !(user.intent == user.intent))
        return told;
    const Result<std::vector<IntentReason>> reasons = m_profiler.intentReasonsOf(user);
    if (!reasons)
        return fail(reasons.error());
    told.why = wordsOf(*reasons);
    return told;
}

const LiveUser *LiveShop::find(UserId user) const
{
    const auto known = m_users.find(user.value);
    return known == m_users.end() ? nullptr : &known->second;
}

void LiveShop::alert(const QString &kind, const QString &text)
{
    m_alerts.push_front({now(), kind, text});
    if (m_alerts.size() > mostAlerts)
        m_alerts.pop_back();
}

void LiveShop::forgetWhoIsGone(UtcMs now)
{
    std::erase_if(m_stages, [&](const auto &user) { return now - user.second.any > funnelMs; });
    std::erase_if(m_users, [&](const auto &user) { return now - user.second.visit.last > std::max(m_gapMs, onlineMs); });
}

HourFunnel LiveShop::funnel(UtcMs now) const
{
    HourFunnel funnel = m_kinds;
    const auto isRecent = [now](UtcMs time) { return time != 0 && now - time <= funnelMs; };
    for (const auto &[user, stages] : m_stages) {
        funnel.users += isRecent(stages.any);
        funnel.viewed += isRecent(stages.view);
        funnel.carted += isRecent(stages.cart);
        funnel.bought += isRecent(stages.purchase);
    }
    return funnel;
}

Result<void> LiveShop::tellSessions(LiveSnapshot &snapshot, UtcMs now)
{
    std::vector<const LiveUser *> running;
    for (const auto &[id, user] : m_users) {
        snapshot.online += now - user.visit.last <= onlineMs;
        if (now - user.visit.last <= m_gapMs)
            running.push_back(&user);
    }
    snapshot.running = qint64(running.size());
    const size_t shown = std::min(running.size(), size_t(mostTold));
    std::partial_sort(running.begin(), running.begin() + std::ptrdiff_t(shown), running.end(), [](const LiveUser *a, const LiveUser *b) {
        return orderOf(*a) != orderOf(*b) ? orderOf(*a) > orderOf(*b) : a->visit.last != b->visit.last ? a->visit.last > b->visit.last : a->id.value < b->id.value;
    });
    for (size_t place = 0; place < shown; ++place) {
        Result<ToldUser> one = told(*running[place], false);
        if (!one)
            return fail(one.error());
        snapshot.sessions.append(std::move(*one));
    }
    return {};
}

/// One more, if somebody came.
Result<void> LiveShop::tellNewest(LiveSnapshot &snapshot)
{
    const LiveUser *latest = find(m_latestUser);
    const auto isTold = [&](const ToldUser &one) { return one.user.id == latest->id && one.user.visit.last == latest->visit.last; };
    if (latest && (m_newest.empty() || !isTold(m_newest.front()))) {
        Result<ToldUser> one = told(*latest, true);
        if (!one)
            return fail(one.error());
        std::erase_if(m_newest, [&](const ToldUser &before) { return before.user.id == latest->id; });
        m_newest.push_front(std::move(*one));
    }
    if (m_newest.size() > size_t(newestTold))
        m_newest.pop_back();
    snapshot.newest = QList<ToldUser>(m_newest.begin(), m_newest.end());
    return {};
}

/// Anew only where something happened.
Result<void> LiveShop::tellWatched(LiveSnapshot &snapshot, UserId watched)
{
    const LiveUser *user = find(watched);
    if (!user) {
        m_watched.reset();
    } else if (!m_watched || m_watched->user.id != watched || m_watched->user.updates != user->updates) {
        Result<ToldUser> words = told(*user, true, LiveProfiler::shownItems);
        if (!words)
            return fail(words.error());
        m_watched = std::move(*words);
    }
    snapshot.watched = m_watched;
    return {};
}

/// A feed that tells of now and came all the time, and then does not.
void LiveShop::watchSilence()
{
    if (m_speed != 1 || !m_sinceArrival.isValid() || m_usualGapMs <= 0)
        return;
    const double silence = double(m_sinceArrival.elapsed());
    if (silence < std::max(leastSilenceMs, manyGaps * m_usualGapMs))
        return;
    m_sinceArrival.invalidate();
    alert(QStringLiteral("silence"), LiveShopText::tr("Nothing came in for %n minute(s), which is unusual for this feed.", nullptr, int(silence / 60'000)));
}

/// Once a day, where the day leaves the band of the morning.
void LiveShop::watchToday(const TodayReading &today)
{
    if (!today.isKnown() || std::isnan(today.low) || today.day == m_toldDay || !(today.share > 0.2))
        return;
    const double usual = today.forecast, change = usual > 0 ? (today.expected - usual) / usual : 0;
    const bool isFar = today.high < usual || today.low > usual;
    if (!isFar)
        return;
    m_toldDay = today.day;
    const QString percent = QLocale().toString(std::abs(100 * change), 'f', 0);
    alert(QStringLiteral("today"), change < 0 ? LiveShopText::tr("Today comes to %1 % less than was forecast in the morning.").arg(percent)
                                              : LiveShopText::tr("Today comes to %1 % more than was forecast in the morning.").arg(percent));
}

Result<void> LiveShop::watchDays()
{
    const std::optional<DriftAlert> change = m_days.add(m_today.takeClosed());
    if (!change)
        return {};
    const WallMs changed = m_days.dayOf(change->changedAt);
    ChangeDrivers drivers;
    if (m_cache->eventCount() < mostForDrivers) { // it takes a pass over the log, and the feed waits
        JobContext whole;
        Result<ChangeDrivers> found = driversBehind(m_workspace, m_today.measure(), changed, m_days.dayOf(change->at) + dayMs, whole);
        if (!found)
            return fail(found.error());
        drivers = std::move(*found);
    }
    alert(QStringLiteral("drift"), driftText(*change, changed, drivers));
    return {};
}

/// Changes among the days that were there before are of the past, and nobody has to hear of them.
void LiveShop::watchInputs(UtcMs now)
{
    const DaySpan span = m_cache->days();
    const DayNumber today = m_cache->dayOf(now);
    if (span.last < span.first)
        return;
    const bool isPast = m_inputDay < 0;
    for (DayNumber day = isPast ? span.first : m_inputDay; day < today && day <= span.last; ++day) {
        m_inputDay = day + 1;
        const DayInput input = m_cache->inputOn(day);
        for (const InputChange &change : m_inputs.add(day * dayMs, {double(input.events), double(input.users), input.purchaseShare(), input.purchaseValue()}))
            if (!isPast)
                alert(QStringLiteral("input"), change.sentence());
    }
    m_cache->closeInputsBefore(m_inputDay);
}

Result<LiveSnapshot> LiveShop::snapshot(UserId watched)
{
    LiveSnapshot snapshot;
    rollSeconds();
    snapshot.now = now();
    snapshot.wall = m_today.wallOf(snapshot.now);
    watchSilence();
    forgetWhoIsGone(snapshot.now);
    snapshot.rate.assign(m_rate.begin(), m_rate.end());
    snapshot.funnel = funnel(snapshot.now);
    if (m_today.needsCurrency()) // that of the first amounts is known once they are stored
        m_today.setCurrency(m_workspace.setting(QStringLiteral("currency")).value_or(QString()));
    snapshot.today = m_today.at(snapshot.now);
    watchToday(snapshot.today);
    if (const Result<void> looked = watchDays(); !looked)
        return fail(looked.error());
    watchInputs(snapshot.now);
    snapshot.drift = m_days.score();
    if (const Result<void> sessions = tellSessions(snapshot, snapshot.now); !sessions)
        return fail(sessions.error());
    for (const qint64 user : std::exchange(m_about, {}))
        if (const QString key = m_cache->userKey({user}); !snapshot.about.contains(key))
            snapshot.about << key;
    if (const Result<void> newest = tellNewest(snapshot); !newest)
        return fail(newest.error());
    if (const Result<void> seen = tellWatched(snapshot, watched); !seen)
        return fail(seen.error());
    snapshot.alerts = QList<LiveAlert>(m_alerts.begin(), m_alerts.end());
    snapshot.profiles = m_profiles;
    snapshot.heldEvents = qint64(m_cache->heldEvents());
    snapshot.hasModels = m_profiler.models() != nullptr;
    if (snapshot.hasModels) {
        const LiveModels &models = *m_profiler.models();
        snapshot.untold = models.missing;
        snapshot.recommender = models.recommender ? models.recommender->modelName() : QString();
        snapshot.horizonDays = models.customers ? models.customers->horizonDays : 0;
    }
    if (!m_delays.empty()) {
        std::vector<float> delays(m_delays.begin(), m_delays.end());
        const auto at = [&](double share) { return delays.begin() + std::ptrdiff_t(share * double(delays.size() - 1)); };
        std::nth_element(delays.begin(), at(0.5), delays.end());
        snapshot.usualUpdateMs = double(*at(0.5));
        std::nth_element(delays.begin(), at(0.99), delays.end());
        snapshot.slowUpdateMs = double(*at(0.99));
    }
    return snapshot;
}

} // namespace foretrail
