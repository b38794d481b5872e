#pragma once

#include "core/behaviour/recommend/RecommendItems.h"
#include "core/data/feed/ShopperCache.h"
#include "core/live/LiveUser.h"

namespace foretrail {

/// Says what is known of one user after the events that came, without a look at anybody else. One thread.
class LiveProfiler {
public:
    static constexpr int shownItems = 10;
    static constexpr size_t mostSteps = 20; ///< the latest, that next items are told from: neighbours of many steps take too long at each event

    /// `cache` outlives it.
    explicit LiveProfiler(ShopperCache &cache, qint64 sessionGapMs = usualSessionGapMs) : m_cache(cache), m_gapMs(sessionGapMs) {}
    void setModels(SharedModels models);
    const SharedModels &models() const { return m_models; }

    /// `before`: what was known so far; nullptr: the user is new here. `today`: of the shop's clock. Io from the workspace.
    Result<LiveUser> profile(UserId user, const LiveUser *before, DayNumber today);
    /// The first `most` of user.next; `withReasons`: and the events that lead to them.
    Result<QList<RecommendedItem>> told(const LiveUser &user, int most, bool withReasons);
    /// What speaks for and against a purchase in the running session; at most three.
    Result<std::vector<IntentReason>> intentReasonsOf(const LiveUser &user);

private:
    LiveVisit visitOf(const std::vector<EventRecord> &events) const;
    void tellStay(LiveUser &user, DayNumber today) const;
    /// The user's last events as a model of sessions sees them; the place where the visit begins.
    ShopperLog sessionLog(const std::vector<EventRecord> &events, IntentExample &example);
    void tellIntent(LiveUser &user, const std::vector<EventRecord> &events);
    std::optional<quint32> placeOf(quint32 item);
    ShopperHistory historyOf(UserId user, const std::vector<EventRecord> &events);
    void tellNext(LiveUser &user, const std::vector<EventRecord> &events);

    ShopperCache &m_cache;
    qint64 m_gapMs;
    SharedModels m_models;
    std::optional<CustomerOracle> m_oracle;
    std::optional<ScoreBoard> m_board;
    std::vector<qint32> m_places; ///< in the log of the recommender, by row of the item; -1: it does not know it, -2: not asked yet
};

} // namespace foretrail
