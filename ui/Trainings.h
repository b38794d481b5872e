#pragma once

#include "core/data/UnfinishedTrainings.h"
#include "core/models/TrainingControl.h"
#include "core/training/Branch.h"
#include "core/training/Experiment.h"
#include "ui/AppSession.h"

#include <QTimer>

#include <memory>

namespace foretrail {

class EpochBuffer;

/// A training that waits or runs.
struct Training {
    JobId job = 0;
    QString title;      ///< "lstm · revenue · total": the name its run will get
    QString workspace;         ///< the file its run goes to, whatever is open by then
    TrainingSpec spec;
    QList<EpochRecord> epochs; ///< so far
    int epochCount = 0;        ///< at most
    qint64 windows = 0;        ///< that an epoch learns from; 0: not known yet
    qint64 unfinished = 0;     ///< of the workspace, that it goes on from; 0: it begins
    std::shared_ptr<const JudgedEpoch> judged; ///< the newest epoch that was judged; nullptr: none yet
    std::optional<BranchOrigin> origin;        ///< where it began with the weights of a stored run
    qint64 earlierMs = 0;      ///< that its epochs took before it was stopped
    RunId reproduces;          ///< the stored run that it is to give again; not valid: none
    std::shared_ptr<TrainingControl> control = std::make_shared<TrainingControl>(); ///< to steer it by
};

/// The trainings of the Train page, oldest first; each is a job in the lane of trainings and ends in a stored run, or in
/// nothing. Losses, and of what the network says of the validation part the newest, come from the working thread through a buffer that
/// is emptied at most 20 times a second. GUI thread only.
class Trainings : public QObject {
    Q_OBJECT
public:
    explicit Trainings(AppSession &session, QObject *parent = nullptr);
    ~Trainings() override;

    /// `reproduces`: a stored run with this spec, to be trained once more from where it began.
    void start(const TrainingSpec &spec, const QString &title, RunId reproduces = {});
    /// `origin`: the name of the run that it begins from.
    void branch(const Branch &branch, const QString &origin);
    /// Goes on with one that was kept in the open workspace.
    void resume(const UnfinishedTraining &kept);
    /// Whether one of these is it, or goes on with it.
    bool isUnderWay(const UnfinishedTraining &kept) const;
    /// The one that is looked at; null without any. The one that was chosen while it lasts, else one that runs, or that goes on or
    /// begins next.
    const Training *current() const;
    void choose(JobId job);
    /// Those under way and those to come: a few epochs a second at most, for people who watch.
    void setSlowly(bool isSlow);
    static constexpr double slowEpochSeconds = 0.25;

Q_SIGNALS:
    void progressed(const foretrail::Training &training); ///< another one runs, or there are new epochs
    void stored(const foretrail::Training &training, foretrail::RunId run);
    void failed(const foretrail::Training &training, const foretrail::Error &error); ///< or stopped; nothing was stored

private:
    struct Entry;
    using Work = std::function<Result<RunId>(Workspace &, JobContext &, const TrainingHooks &)>;
    void add(Training training, Work work);
    QString titleOf(const Training &training) const;
    std::shared_ptr<Entry> lookedAt() const;
    void poll();
    bool collect(Entry &entry); ///< whether there was anything new
    std::chrono::milliseconds leastEpoch() const;
    void finish(const std::shared_ptr<Entry> &entry, const Result<RunId> &run);

    AppSession &m_session;
    QList<std::shared_ptr<Entry>> m_entries;
    JobId m_chosen = 0; ///< 0: none
    JobId m_shown = 0;  ///< told of last
    bool m_isSlow = false;
    QTimer m_poll;
};

} // namespace foretrail
