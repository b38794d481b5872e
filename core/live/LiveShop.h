#pragma once

#include "core/drift/InputWatch.h"
#include "core/live/DayWatch.h"
#include "core/live/FeedSpec.h"
#include "core/live/LiveProfiler.h"
#include "core/live/LiveSnapshot.h"
#include "core/live/WaitingClock.h"

#include <QElapsedTimer>

#include <deque>
#include <functional>
#include <unordered_map>

namespace foretrail {

/// What goes on in a shop, in memory, as a feed tells: who is about, what they do and what comes next, how the day goes. One thread, that of
/// the workspace, which outlives it; memory is bounded by ShopperCache and by the users of the last hour.
class LiveShop {
public:
    static constexpr qint64 onlineMs = 5 * 60'000;  ///< a user is online so long after an event
    static constexpr int mostTold = 50;             ///< visits in a snapshot
    static constexpr int newestTold = 8;            ///< recommendations; one more a snapshot, since reasons take as long as some ten lists
    static constexpr size_t mostAbout = 200;
    static constexpr int itemsTold = 3;             ///< of the next items of a user

    /// `speed` of the shop's clock against that on the wall: 1, or that of a replay; 0: it stands still between events.
    static Result<std::unique_ptr<LiveShop>> open(Workspace &workspace, const FeedSpec &spec, JobContext &job, WaitingClock clock = WaitingClock());

    /// Users are asked of these from their next event on.
    void setModels(SharedModels models) { m_profiler.setModels(std::move(models)); }
    /// Of each user whom new events made another: for those who want to hear of each.
    void setListener(std::function<void(const ToldUser &)> listener) { m_listener = std::move(listener); }
    /// Takes what was stored last by an import, `waited`: for how long it had come in by then, in ms. Io.
    Result<void> take(ImportId import, qint64 stored, bool hasReplaced, double waitedMs);
    void alert(const QString &kind, const QString &text);
    UtcMs now() const;
    bool hasClock() const { return m_latest != 0; } ///< an event told the time
    /// While the feed waits, so does the clock of a shop whose events are of the past: nobody ages out.
    void setPaused(bool isPaused) { m_sinceLatest.setPaused(isPaused); }
    /// Users who are gone are forgotten. `watched`: whom somebody looks at; 0: nobody.
    Result<LiveSnapshot> snapshot(UserId watched = {});
    /// As it is in memory; nullptr for one who is not about.
    const LiveUser *find(UserId user) const;
    const SharedModels &models() const { return m_profiler.models(); }

private:
    /// When a user last did what; 0: not within reach.
    struct Stages { UtcMs any = 0, view = 0, cart = 0, purchase = 0; };

    LiveShop(Workspace &workspace, std::unique_ptr<ShopperCache> cache, LiveToday today, double speed, qint64 gapMs);
    void count(const NewEvent &one);
    Result<void> update(UserId user, double waitedMs);
    Result<ToldUser> told(const LiveUser &user, bool withReasons, int items = itemsTold);
    void forgetWhoIsGone(UtcMs now);
    HourFunnel funnel(UtcMs now) const;
    Result<void> tellSessions(LiveSnapshot &snapshot, UtcMs now);
    Result<void> tellNewest(LiveSnapshot &snapshot);
    Result<void> tellWatched(LiveSnapshot &snapshot, UserId watched);
    void watchToday(const TodayReading &today);
    Result<void> watchDays(); ///< that are over
    void watchInputs(UtcMs now); ///< what comes in, whatever it means for the forecasts
    void rollSeconds();
    void watchSilence();

    Workspace &m_workspace;
    std::unique_ptr<ShopperCache> m_cache;
    LiveProfiler m_profiler;
    LiveToday m_today;
    DayWatch m_days;
    InputWatch m_inputs;         ///< what came in on days, against a week before
    DayNumber m_inputDay = -1;   ///< days before it were told to m_inputs
    double m_speed;
    qint64 m_gapMs;
    UtcMs m_latest = 0;         ///< credible time of an event
    WaitingClock m_sinceLatest;
    QElapsedTimer m_wall;
    std::unordered_map<qint64, LiveUser> m_users; ///< of the last hour
    std::unordered_map<qint64, Stages> m_stages;  ///< the same
    HourFunnel m_kinds;          ///< which were seen
    UserId m_latestUser;         ///< who came last
    std::deque<qint64> m_about;  ///< who came since the last snapshot
    std::deque<ToldUser> m_newest; ///< told with reasons, the latest first
    std::optional<ToldUser> m_watched;
    std::deque<double> m_rate;   ///< by second of the wall clock
    QElapsedTimer m_sinceArrival; ///< not valid before the first event, and once a silence was told
    double m_usualGapMs = 0;      ///< between arrivals, of late
    qint64 m_second = 0;         ///< of the last place in it
    std::deque<float> m_delays;  ///< of updates, in ms
    qint64 m_profiles = 0;
    std::deque<LiveAlert> m_alerts;
    WallMs m_toldDay = -1;       ///< whose surprise was said
    std::function<void(const ToldUser &)> m_listener;
};

} // namespace foretrail
