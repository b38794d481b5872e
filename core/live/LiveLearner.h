#pragma once

#include "core/live/LiveModels.h"

#include <QElapsedTimer>

#include <mutex>
#include <thread>

namespace foretrail {

/// Learns what is asked about users on a thread of its own, by a connection of its own, while a feed goes on: at the beginning, and anew where
/// the log has doubled or a day has passed. The destructor stops it and waits.
class LiveLearner {
public:
    static constexpr qint64 leastEvents = 1000; ///< before that nothing is learnt

    LiveLearner(QString path, QString recommender) : m_path(std::move(path)), m_recommender(std::move(recommender)) {}
    ~LiveLearner();

    /// Begins where it is time; `events`: that the workspace holds. Cheap.
    void look(qint64 events);
    /// What was learnt since the last call; nullptr: nothing.
    SharedModels take();
    /// How far it is, in words; empty where it does not learn.
    QString progress() const;
    QStringList takeProblems(); ///< what went wrong, for people

private:
    void learn(std::shared_ptr<JobContext> job);

    QString m_path, m_recommender;
    std::thread m_thread;
    std::shared_ptr<JobContext> m_job;
    QElapsedTimer m_sinceLearnt;
    qint64 m_learntFrom = 0; ///< events
    bool m_isLearning = false;
    mutable std::mutex m_mutex; ///< of what follows
    bool m_hasEnded = false;
    SharedModels m_models;
    QString m_progress;
    QStringList m_problems;
};

} // namespace foretrail
