#pragma once

#include "core/live/LiveFeed.h"
#include "ui/AppSession.h"

#include <QElapsedTimer>

namespace foretrail {

/// Follows one feed into the open workspace, as a job. What comes of it is told in the GUI thread a few times a second. Ends when it is
/// stopped, when the feed ends, and when another workspace is opened.
class LiveRun : public QObject {
    Q_OBJECT
public:
    explicit LiveRun(AppSession &session, QObject *parent = nullptr);

    /// `like`: a file whose lines look like those that come; empty: the feed's own, or the latest log.
    void start(const FeedSpec &spec, const QString &like, const QString &recommender);
    void setPaused(bool isPaused);
    void stop();
    void watch(qint64 user) { m_control->watch(user); } ///< LiveSnapshot::watched is of this one
    bool isRunning() const { return m_isRunning; }
    bool isPaused() const { return m_isRunning && m_control->isPaused(); }
    bool isStopping() const { return m_isStopping; }
    const FeedSpec &spec() const { return m_spec; }

Q_SIGNALS:
    void stateChanged();
    void ticked(const foretrail::LiveTick &tick);
    void ended(const foretrail::ImportReport &total); ///< after it was stopped, too
    void failed(const foretrail::Error &error);

private:
    void tellOthers();

    AppSession &m_session;
    FeedSpec m_spec;
    std::shared_ptr<LiveControl> m_control = std::make_shared<LiveControl>();
    JobId m_job = 0;
    quint64 m_number = 0; ///< of the run; of one in a workspace that is no longer open nothing is told
    qint64 m_stored = 0; ///< rows of this run so far
    qint64 m_told = 0;   ///< of them other pages heard
    QElapsedTimer m_sinceTold;
    bool m_isRunning = false;
    bool m_isStopping = false;
};

} // namespace foretrail
