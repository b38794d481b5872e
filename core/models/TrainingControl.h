#pragma once

#include "core/jobs/JobContext.h"

#include <condition_variable>
#include <mutex>
#include <optional>

namespace foretrail {

/// What a person asks of a training that runs: to wait, to make one more epoch, to end with the best weights so far, to learn at
/// another rate. Any thread may ask; the training looks between epochs.
class TrainingControl {
public:
    void pause();
    void resume();
    void stepOnce();        ///< one more epoch, then it waits again
    void keepBest();        ///< ends after the epoch under way, as if patience had run out
    void setLearningRate(double rate);

    /// Whether it waits, or will after the epoch under way.
    bool isPaused() const;

    /// Between epochs, by the training: waits while it is paused. False when it should end with the best weights so far, or
    /// the job was stopped.
    bool waitForTurn(JobContext &job);
    /// The rate that was asked for since the last call.
    std::optional<double> takeLearningRate();

private:
    bool mayRun(); ///< under the lock; takes one of the epochs that are allowed

    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_isPaused = false;
    bool m_keepsBest = false;
    int m_steps = 0; ///< epochs allowed while it is paused
    std::optional<double> m_rate;
};

} // namespace foretrail
