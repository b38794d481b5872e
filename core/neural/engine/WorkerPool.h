#pragma once

#include <atomic>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace foretrail::neural {

/// Threads that share tasks of some hundred microseconds to some milliseconds. The caller is worker 0; the others wait a short time
/// for more and then sleep, so that a busy machine loses little to them.
class WorkerPool {
public:
    explicit WorkerPool(int workers);
    ~WorkerPool();

    int workers() const { return int(m_threads.size()) + 1; }
    /// work(task, worker) for each of 0 .. tasks - 1 on the first `workers` of them; returns when all are done. The first exception
    /// is thrown on.
    void run(int tasks, int workers, const std::function<void(int task, int worker)> &work);

private:
    void serve(int worker);
    void takeTasks(int worker);

    std::vector<std::thread> m_threads;
    const std::function<void(int, int)> *m_work = nullptr;
    std::atomic<int> m_next{0};
    int m_tasks = 0;
    int m_wanted = 1;
    std::atomic<unsigned> m_round{0};
    std::atomic<int> m_busy{0}; ///< helpers that have not come back from this round
    std::atomic<bool> m_isEnding{false};
    std::mutex m_mutex;
    std::exception_ptr m_problem;
};

} // namespace foretrail::neural
