#pragma once

#include "core/jobs/JobContext.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>

namespace foretrail {

/// What a person asks of a training that runs: to wait, to go slowly, to make one more epoch, to end with the best weights so far, to learn at
/// another rate. Any thread may ask; the training looks between epochs.
class TrainingControl {
public:
    void pause();
    void resume();
    void stepOnce();        ///< one more epoch, then it waits again
    void keepBest();        ///< ends after the epoch under way, as if patience had run out; a pause ends with it
    void setLearningRate(double rate);
    void setLeastEpoch(std::chrono::milliseconds time); ///< an epoch takes as long at least, so that people can follow; counts as waited

    /// The epochs that a training of a model which learns several times was worth when it was ended so: those that follow have no more.
    /// 0: none was ended.
    void setMostEpochs(int epochs);
    int mostEpochs() const;

    /// Whether it waits, or will after the epoch under way.
    bool isPaused() const;

    /// Whether it goes on as soon as another job gives it a place.
    bool waitsForPlace() const;
    /// That it has waited, so far.
    double waitedSeconds() const;

    /// Between epochs, by the training: waits while it is paused, and gives its place to another job meanwhile. False when it
    /// should end with the best weights so far, or the job was stopped.
    bool waitForTurn(JobContext &job);
    /// The rate that was asked for since the last call.
    std::optional<double> takeLearningRate();

private:
    void linger(const JobContext &job, std::unique_lock<std::mutex> &lock); ///< as long as an epoch takes at least
    void rest(JobContext &job, std::unique_lock<std::mutex> &lock);
    bool mayRun(); ///< under the lock; takes one of the epochs that are allowed

    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_isPaused = false;
    bool m_keepsBest = false;
    int m_mostEpochs = 0;
    bool m_waitsForPlace = false;
    double m_waitedSeconds = 0;
    std::optional<std::chrono::steady_clock::time_point> m_restsSince; ///< while it waits
    std::chrono::milliseconds m_leastEpoch{0};
    std::optional<std::chrono::steady_clock::time_point> m_turn; ///< when the last epoch began
    int m_steps = 0; ///< epochs allowed while it is paused
    std::optional<double> m_rate;
};

} // namespace foretrail
