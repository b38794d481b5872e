#include "core/models/TrainingControl.h"

#include <chrono>
#include <utility>

namespace foretrail {

void TrainingControl::pause()
{
    const std::lock_guard lock(m_mutex);
    m_isPaused = true;
    m_steps = 0;
}

void TrainingControl::resume()
{
    const std::lock_guard lock(m_mutex);
    m_isPaused = false;
    m_steps = 0;
    m_changed.notify_all();
}

void TrainingControl::stepOnce()
{
    const std::lock_guard lock(m_mutex);
    m_isPaused = true;
    ++m_steps;
    m_changed.notify_all();
}

void TrainingControl::keepBest()
{
    const std::lock_guard lock(m_mutex);
    m_keepsBest = true;
    m_changed.notify_all();
}

void TrainingControl::setLearningRate(double rate)
{
    const std::lock_guard lock(m_mutex);
    m_rate = rate;
}

bool TrainingControl::isPaused() const
{
    const std::lock_guard lock(m_mutex);
    return m_isPaused;
}

std::optional<double> TrainingControl::takeLearningRate()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_rate, std::nullopt);
}

bool TrainingControl::mayRun()
{
    if (!m_isPaused || m_keepsBest)
        return true;
    if (m_steps == 0)
        return false;
    --m_steps;
    return true;
}

// The stop flag of a job wakes nobody, so the wait looks at it now and then.
bool TrainingControl::waitForTurn(JobContext &job)
{
    constexpr std::chrono::milliseconds look{20};
    std::unique_lock lock(m_mutex);
    while (!job.stopRequested() && !mayRun())
        m_changed.wait_for(lock, look);
    return !m_keepsBest && !job.stopRequested();
}

} // namespace foretrail
