#include "core/models/TrainingControl.h"

#include <chrono>
#include <thread>
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
}

void TrainingControl::stepOnce()
{
    const std::lock_guard lock(m_mutex);
    m_isPaused = true;
    ++m_steps;
}

void TrainingControl::keepBest()
{
    const std::lock_guard lock(m_mutex);
    m_keepsBest = true;
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
    const std::lock_guard lock(m_mutex);
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
    while (!job.stopRequested() && !mayRun())
        std::this_thread::sleep_for(look);
    const std::lock_guard lock(m_mutex);
    return !m_keepsBest && !job.stopRequested();
}

} // namespace foretrail
