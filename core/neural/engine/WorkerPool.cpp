#include "core/neural/engine/WorkerPool.h"

#include "core/neural/engine/TinyNumbers.h"

#include <chrono>

namespace foretrail::neural {
namespace {

using Clock = std::chrono::steady_clock;
constexpr auto spinTime = std::chrono::microseconds(30);

// Looks for a while, then sleeps until the value is another.
template<class T>
void waitWhile(const std::atomic<T> &value, T old)
{
    const auto end = Clock::now() + spinTime;
    while (value.load(std::memory_order_acquire) == old)
        if (Clock::now() > end)
            return value.wait(old, std::memory_order_acquire);
}

} // namespace

WorkerPool::WorkerPool(int workers)
{
    for (int worker = 1; worker < workers; ++worker)
        m_threads.emplace_back([this, worker] { serve(worker); });
}

WorkerPool::~WorkerPool()
{
    m_isEnding = true;
    m_round.fetch_add(1, std::memory_order_release);
    m_round.notify_all();
    for (std::thread &thread : m_threads)
        thread.join();
}

void WorkerPool::takeTasks(int worker)
{
    const TinyNumbersAreZero tiny; // in each thread alike: who takes a task must not show
    for (int task = m_next.fetch_add(1); task < m_tasks; task = m_next.fetch_add(1)) {
        try {
            (*m_work)(task, worker);
        } catch (...) {
            const std::lock_guard lock(m_mutex);
            if (!m_problem)
                m_problem = std::current_exception();
        }
    }
}

void WorkerPool::serve(int worker)
{
    unsigned round = 0;
    for (;;) {
        waitWhile(m_round, round);
        round = m_round.load(std::memory_order_acquire);
        if (m_isEnding)
            return;
        if (worker < m_wanted)
            takeTasks(worker);
        if (m_busy.fetch_sub(1, std::memory_order_acq_rel) == 1)
            m_busy.notify_all();
    }
}

void WorkerPool::run(int tasks, int workers, const std::function<void(int, int)> &work)
{
    m_work = &work;
    m_tasks = tasks;
    m_wanted = workers;
    m_next = 0;
    m_problem = nullptr;
    const bool needsHelp = workers > 1 && tasks > 1 && !m_threads.empty();
    if (needsHelp) {
        m_busy = int(m_threads.size());
        m_round.fetch_add(1, std::memory_order_release);
        m_round.notify_all();
    }
    takeTasks(0);
    for (int busy = m_busy.load(std::memory_order_acquire); needsHelp && busy > 0; busy = m_busy.load(std::memory_order_acquire))
        waitWhile(m_busy, busy);
    if (m_problem)
        std::rethrow_exception(m_problem);
}

} // namespace foretrail::neural
