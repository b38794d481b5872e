#pragma once

#include "core/online/UpdateLadder.h"
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
    void load(RunId run);    ///< answered by loaded(), the newest wish only
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
    LatestJob m_listJob, m_loadJob, m_job;
};

} // namespace foretrail
