#include "core/models/TrainingControl.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace foretrail {
namespace {

constexpr std::chrono::milliseconds look{20}; ///< between two looks at whether the job is stopped

double secondsSince(std::chrono::steady_clock::time_point began) { return std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count(); }

} // namespace

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
    m_isPaused = false; // what follows, a learning that may not end early, can be paused again
    m_changed.notify_all();
}

void TrainingControl::setLearningRate(double rate)
{
    const std::lock_guard lock(m_mutex);
    m_rate = rate;
}

void TrainingControl::setLeastEpoch(std::chrono::milliseconds time)
{
    const std::lock_guard lock(m_mutex);
    m_leastEpoch = time;
    m_changed.notify_all();
}

void TrainingControl::setMostEpochs(int epochs)
{
    const std::lock_guard lock(m_mutex);
    m_mostEpochs = epochs;
}

int TrainingControl::mostEpochs() const
{
    const std::lock_guard lock(m_mutex);
    return m_mostEpochs;
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
    if (!m_isPaused)
        return true;
    if (m_steps == 0)
        return false;
    --m_steps;
    return true;
}

bool TrainingControl::waitsForPlace() const
{
    const std::lock_guard lock(m_mutex);
    return m_waitsForPlace;
}

double TrainingControl::waitedSeconds() const
{
    const std::lock_guard lock(m_mutex);
    return m_waitedSeconds + (m_restsSince ? secondsSince(*m_restsSince) : 0);
}

void TrainingControl::linger(const JobContext &job, std::unique_lock<std::mutex> &lock)
{
    using Clock = std::chrono::steady_clock;
    if (!m_turn || m_leastEpoch.count() == 0)
        return;
    const Clock::time_point began = Clock::now();
    while (Clock::now() < *m_turn + m_leastEpoch && !m_isPaused && !m_keepsBest && !job.stopRequested())
        m_changed.wait_for(lock, std::min<Clock::duration>(look, *m_turn + m_leastEpoch - Clock::now()));
    m_waitedSeconds += secondsSince(began);
}

// The stop flag of a job wakes nobody, so the wait looks at it now and then. Nothing is asked of the job under the lock.
void TrainingControl::rest(JobContext &job, std::unique_lock<std::mutex> &lock)
{
    m_restsSince = std::chrono::steady_clock::now();
    lock.unlock();
    job.rest();
    lock.lock();
    while (!job.stopRequested() && !mayRun())
        m_changed.wait_for(lock, look);
    m_waitsForPlace = true;
    lock.unlock();
    job.goOn();
    lock.lock();
    m_waitsForPlace = false;
    m_waitedSeconds += secondsSince(*std::exchange(m_restsSince, std::nullopt));
}

bool TrainingControl::waitForTurn(JobContext &job)
{
    std::unique_lock lock(m_mutex);
    linger(job, lock);
    if (!job.stopRequested() && !mayRun())
        rest(job, lock);
    m_turn = std::chrono::steady_clock::now();
    return !m_keepsBest && !job.stopRequested();
}

} // namespace foretrail
