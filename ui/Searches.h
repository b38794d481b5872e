#pragma once

#include "core/training/Search.h"
#include "ui/Trainings.h"

namespace foretrail {

class SearchFeed;

/// The search for better settings of the open workspace: the one that runs, or the last one that left trials in the runs table. A
/// search is one job in the lane of trainings; each of its trials is a stored run. GUI thread only.
class Searches : public QObject {
    Q_OBJECT
public:
    explicit Searches(AppSession &session, QObject *parent = nullptr);
    ~Searches() override;

    /// Goes on where trials of it are stored.
    void start(const SearchPlan &plan);
    void stop();
    void pause();
    void goOn();
    void forget(); ///< the one that is told of, while none runs
    bool isRunning() const { return m_job != 0; }
    bool isPaused() const;
    /// Whether it is the trial under way, which is kept meanwhile.
    bool isUnderWay(const UnfinishedTraining &kept) const;
    /// What is told of: a plan without a name where there is nothing.
    const SearchReport &report() const { return m_report; }
    bool isTold() const { return m_isTold; }
    /// A name that no search of the workspace has.
    QString freeName() const;
    /// Those that the stored runs tell of, the newest first.
    void takeStored(const QList<SearchReport> &searches);
    /// One that was stopped within its first training: no run tells of it.
    void takeBegun(const SearchPlan &plan);

Q_SIGNALS:
    void begun(); ///< or it goes on
    void changed();
    void trialStored();
    void learning(const foretrail::Training &training); ///< another trial, or a new epoch
    void ended(const foretrail::SearchReport &report);
    void failed(const foretrail::Error &error); ///< or stopped

private:
    void poll();
    void finish(const Result<SearchReport> &report);

    AppSession &m_session;
    JobId m_job = 0; ///< 0: none runs
    QString m_workspace; ///< the search belongs to
    SearchReport m_report;
    bool m_isTold = false;
    QStringList m_names;     ///< of all searches in the workspace
    QStringList m_forgotten; ///< names that are not told of any more
    std::shared_ptr<SearchFeed> m_feed;
    std::shared_ptr<TrainingControl> m_control;
    Training m_training; ///< the trial under way
    QTimer m_poll;
};

} // namespace foretrail
