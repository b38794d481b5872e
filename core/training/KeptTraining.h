#pragma once

#include "core/data/UnfinishedTrainings.h"
#include "core/models/Forecaster.h"
#include "core/training/EpochTrail.h"

#include <QElapsedTimer>

namespace foretrail {

/// An epoch as it is stored.
EpochRecord epochRecord(const EpochLosses &losses);

/// That epochs took: what a training that goes on has spent before.
double secondsOf(const QList<EpochRecord> &epochs);

/// Keeps a training that is under way in the workspace every few seconds, and whenever it is paused or stopped between two epochs, so that it can go on after the
/// program ended or it was stopped. Of its trail, which is kept with it, only what is new is written. What cannot be written is not kept, and
/// the training goes on. On the training's thread.
class KeptTraining {
public:
    /// `training` with an id goes on from where it was.
    KeptTraining(Workspace &workspace, UnfinishedTraining training, const JobContext &job)
        : m_store(workspace), m_training(std::move(training)), m_trail(EpochTrail::resumed(m_training.trail, m_training.epoch())), m_job(job)
    {
        m_training.trail = {};
        m_since.start();
    }
    KeptTraining(const KeptTraining &) = delete;
    KeptTraining &operator=(const KeptTraining &) = delete;

    /// The same hooks, kept by and resumed from this, which must outlive them.
    TrainingHooks hooked(const TrainingHooks &hooks);
    /// The same, where the training has no state that it could go on from: only its epochs and its trail are noted.
    TrainingHooks watched(const TrainingHooks &hooks);
    /// When it has failed or was stopped.
    void keepTrail();
    const EpochTrail &trail() const { return m_trail; }
    /// 0 where nothing was kept.
    qint64 id() const { return m_training.id; }
    /// Those of before, too.
    const QList<EpochRecord> &epochs() const { return m_training.epochs; }

private:
    int newestEpoch() const { return m_trail.isEmpty() ? -1 : m_trail.epochs().back().epoch; }
    void keepWhereDue(const TrainingHooks::MakeState &state, bool isPaused);

    UnfinishedTrainings m_store;
    UnfinishedTraining m_training;
    EpochTrail m_trail;
    int m_trailKept = -1; ///< the newest epoch of the trail that is; -1: none of this program's
    const JobContext &m_job; ///< when it is stopped, the last epoch is kept
    QElapsedTimer m_since; ///< it was kept
    qint64 m_dueMs = 2000; ///< more where writing takes long: at most a twentieth of the time
};

} // namespace foretrail
