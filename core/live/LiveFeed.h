#pragma once

#include "core/data/feed/FeedWriter.h"
#include "core/live/FeedSource.h"
#include "core/live/LiveSnapshot.h"

#include <atomic>

namespace foretrail {

/// Lets a feed wait and go on, and says whom somebody looks at, from any thread.
class LiveControl {
public:
    void watch(qint64 user) { m_watched = user; } ///< a row; 0: nobody. LiveSnapshot::watched tells all that is known
    qint64 watched() const { return m_watched; }
    void setPaused(bool isPaused) { m_isPaused = isPaused; }
    bool isPaused() const { return m_isPaused; }

private:
    std::atomic<bool> m_isPaused{false};
    std::atomic<qint64> m_watched{0};
};

struct LiveOptions {
    std::optional<ImportPlan> plan{}; ///< how lines are read; unset: as the feed was read before
    qint64 forMs = 0;                 ///< 0: until it is stopped, or the feed ends
    qint64 tickMs = 1000;             ///< between two reports
    int keepDays = 0;                 ///< events older than so many days, by the clock of the shop, are removed for good, once a day, where the shop is watched; 0: all are kept
    bool watchesShop = false;         ///< tells who is about and what they do: LiveTick::shop
    bool learns = true;               ///< watching, also what users do next: once at the beginning, and anew where the log has doubled or a day has passed
    QString recommender = QString::fromLatin1(usualLiveRecommender);
    SharedModels models{};            ///< what is known from the beginning; none: nothing
    std::function<void(const ToldUser &)> onUser{}; ///< watching: of each user whom new events made another
    std::shared_ptr<LiveControl> control{};         ///< nullptr: nobody lets it wait
};

/// What came in since the last report, and in all.
struct LiveTick {
    UtcMs time = 0;         ///< of the clock on the wall
    double seconds = 0;     ///< since the last one
    ImportReport since;
    ImportReport total;
    qint64 lines = 0;       ///< of the feed, ever
    QStringList notes;      ///< what a person should know
    bool isPaused = false;
    std::shared_ptr<const LiveSnapshot> shop{}; ///< where it is watched
    QJsonObject toJson() const;
};

/// Follows a feed into the workspace until the time is over, the feed ends or the job is stopped; `tell` gets a report each tick and one at the
/// end. What is read is stored at once, at most a few hundred milliseconds later. Where the workspace cannot be written (another program writes, the
/// disk is full) it is said and tried again, and the source waits. Returns what was stored in all. Errors of the feed; a stop is no error.
Result<ImportReport> followFeed(Workspace &workspace, const FeedSpec &spec, const LiveOptions &options, const std::function<void(const LiveTick &)> &tell,
                                JobContext &job);

} // namespace foretrail
