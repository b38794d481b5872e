#pragma once

#include "core/online/FollowedRuns.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace foretrail {

/// What became of a run that was due.
struct FollowedUpdate {
    FollowedSchedule followed;
    WallMs until = 0; ///< the end of the steps that were over
    Result<UpdateReport> report;
};

/// Lets runs follow a feed on a thread of its own, by a connection of its own, one update after another. What falls due meanwhile is caught up
/// with at the newest time. The destructor stops it and waits.
class LiveUpdater {
public:
    LiveUpdater(QString path, QList<FollowedSchedule> runs);
    ~LiveUpdater();
    LiveUpdater(const LiveUpdater &) = delete;
    LiveUpdater &operator=(const LiveUpdater &) = delete;

    void look(WallMs now);       ///< cheap; the clock of the shop
    QList<FollowedUpdate> take(); ///< what was done since the last call
    /// Waits until nothing is due any more at the last time that it was told, or the job is stopped.
    void finish(const JobContext &job);

private:
    void work();
    FollowedSchedule *nextDue();
    bool isIdle();

    QString m_path;
    std::mutex m_mutex; ///< of what follows
    std::condition_variable m_changed;
    QList<FollowedSchedule> m_runs;
    WallMs m_now = 0; ///< 0: not known yet
    bool m_isUpdating = false;
    bool m_isOver = false;
    QList<FollowedUpdate> m_done;
    JobContext m_job;
    std::thread m_thread; ///< last: it uses all of them
};

} // namespace foretrail
