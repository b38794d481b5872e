#pragma once

#include "core/online/FollowedRuns.h"
#include "ui/AppSession.h"

namespace foretrail {

/// A stored run as page Live follows it: what it says now and said before, and its versions.
struct FollowedRun {
    RunSummary run;
    Series history;        ///< as the workspace has it now
    GhostForecast now;     ///< by the version in use
    GhostForecast before;  ///< by the one before it; empty: there is none
    QList<RunVersion> versions; ///< newest first
};

/// Updates the models of stored runs as jobs: every wish is answered by a signal. GUI thread only.
class RunUpdates : public QObject {
    Q_OBJECT
public:
    explicit RunUpdates(AppSession &session, QObject *parent = nullptr);

    void list();             ///< answered by listed()
    void load(RunId run);    ///< answered by loaded(), the newest wish only; after each update it is read again
    void update(const UpdateRequest &request); ///< answered by updated(), then loaded()
    void undo(RunId run);                      ///< answered by loaded()
    void restore(RunId run, int version);      ///< the same
    bool isBusy() const { return m_job.isRunning(); }
    JobId jobId() const { return m_job.id(); }

Q_SIGNALS:
    void listed(const QList<foretrail::RunSummary> &runs);
    void loaded(const foretrail::FollowedRun &run);
    void updated(const foretrail::UpdateReport &report);
    void failed(const foretrail::Error &error);
    void busyChanged();

private:
    void change(const QString &title, RunId run, std::function<Result<UpdateReport>(Workspace &, JobContext &)> work);

    AppSession &m_session;
    RunId m_shown; ///< that was loaded last; none: whichever is changed
    LatestJob m_listJob, m_loadJob, m_job;
};

/// Updates stored runs by themselves as the clock of the shop goes on, by the schedules that the workspace keeps, one after another. What falls
/// due while another update runs is caught up with once that has ended. GUI thread only.
class RunFollower : public QObject {
    Q_OBJECT
public:
    RunFollower(AppSession &session, RunUpdates &updates, QObject *parent = nullptr);

    /// Reads the schedules of the workspace once; changed() follows.
    void read();
    UpdateSchedule scheduleOf(RunId run) const;
    /// Kept in the workspace; changed(), or failed().
    void choose(RunId run, UpdateSchedule schedule);
    void followClock(WallMs now); ///< cheap, any number of times
    QString nameOf(RunId run) const; ///< of a run that follows

Q_SIGNALS:
    void changed();
    void failed(const foretrail::Error &error);

private:
    void forget();
    void goOn();
    void take(const QList<FollowedSchedule> &runs);

    AppSession &m_session;
    RunUpdates &m_updates;
    LatestJob m_readJob;
    QList<FollowedSchedule> m_runs;
    QHash<RunId, UpdateSchedule> m_wishes; ///< that are not kept yet
    WallMs m_now = 0; ///< 0: no feed was followed yet
    enum class State { Unread, Reading, Known } m_state = State::Unread;
};

} // namespace foretrail
