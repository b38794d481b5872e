#include "core/training/KeptTraining.h"

#include "core/models/TrainingControl.h"

#include <algorithm>

namespace foretrail {

EpochRecord epochRecord(const EpochLosses &losses)
{
    return {losses.epoch, losses.training, losses.validation, losses.seconds, losses.isBest, losses.learningRate, losses.gradientNorm};
}

double secondsOf(const QList<EpochRecord> &epochs)
{
    double seconds = 0;
    for (const EpochRecord &epoch : epochs)
        seconds += epoch.seconds;
    return seconds;
}

TrainingHooks KeptTraining::hooked(const TrainingHooks &hooks)
{
    TrainingHooks kept = watched(hooks);
    kept.resumed = std::exchange(m_training.state, {});
    kept.onState = [this, control = hooks.control, told = hooks.onState](const TrainingHooks::MakeState &state) {
        if (told)
            told(state);
        keepWhereDue(state, control && control->isPaused());
    };
    return kept;
}

TrainingHooks KeptTraining::watched(const TrainingHooks &hooks)
{
    TrainingHooks kept = m_trail.watched(hooks);
    kept.onEpoch = [this, told = hooks.onEpoch](const EpochLosses &losses) {
        m_training.epochs.append(epochRecord(losses));
        if (told)
            told(losses);
    };
    return kept;
}

void KeptTraining::keepTrail()
{
    if (m_training.id != 0 && !m_trail.isEmpty())
        (void)m_store.keepTrail(m_training.id, m_trail.stored(m_trailKept), m_trailKept);
}

void KeptTraining::keepWhereDue(const TrainingHooks::MakeState &state, bool isPaused)
{
    constexpr qint64 keptEveryMs = 2000, shareOfTime = 20;
    if (m_training.epochs.isEmpty() || (!isPaused && !m_job.stopRequested() && m_since.elapsed() < m_dueMs))
        return;
    QElapsedTimer writing;
    writing.start();
    m_training.state = state();
    m_training.trail = m_trail.stored(m_trailKept);
    if (const Result<qint64> id = m_store.keepWithTrail(m_training, m_trailKept)) {
        m_training.id = *id;
        m_trailKept = newestEpoch();
    }
    m_training.state.clear();
    m_training.trail = {};
    m_dueMs = std::max(keptEveryMs, shareOfTime * writing.elapsed());
    m_since.restart();
}

} // namespace foretrail
