#include "core/jobs/ParallelInOrder.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace foretrail {
namespace {

constexpr size_t heldByEach = 4; // indexes under way for each worker: one in work, the others so that none waits for the slowest

/// One index on its way. `work` is the worker's until isDone.
struct Item {
    OrderedWork work;
    std::optional<Result<OrderedKeep>> outcome;
    std::exception_ptr exception;
    bool isDone = false;

    void run()
    {
        try {
            outcome = work();
        } catch (...) {
            exception = std::current_exception();
        }
        work = {}; // what it captured is no longer needed
    }
};

/// Threads that take items from a queue, first come first served.
class Workers {
public:
    explicit Workers(int count)
    {
        for (int i = 0; i < count; ++i)
            m_threads.emplace_back([this] { serve(); });
    }
    ~Workers()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_queue.clear(); // what nobody has begun is not wanted any more
            m_isClosed = true;
        }
        m_hasWork.notify_all();
    }

    void add(const std::shared_ptr<Item> &item)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_queue.push_back(item);
        }
        m_hasWork.notify_one();
    }
    void waitFor(const Item &item)
    {
        std::unique_lock lock(m_mutex);
        m_hasResult.wait(lock, [&item] { return item.isDone; });
    }

private:
    void serve()
    {
        std::unique_lock lock(m_mutex);
        while (true) {
            m_hasWork.wait(lock, [this] { return m_isClosed || !m_queue.empty(); });
            if (m_queue.empty())
                return;
            const std::shared_ptr<Item> item = m_queue.front();
            m_queue.pop_front();
            lock.unlock();
            item->run();
            lock.lock();
            item->isDone = true;
            m_hasResult.notify_one();
        }
    }

    std::mutex m_mutex;
    std::condition_variable m_hasWork, m_hasResult;
    std::deque<std::shared_ptr<Item>> m_queue;
    bool m_isClosed = false;
    std::vector<std::jthread> m_threads; ///< last, so that they have ended before the rest goes
};

Result<void> kept(Item &item)
{
    if (item.exception)
        std::rethrow_exception(item.exception);
    if (!*item.outcome)
        return fail(item.outcome->error());
    return (**item.outcome)();
}

Result<void> oneAfterTheOther(qint64 count, JobContext &job, const std::function<Result<OrderedWork>(qint64)> &begin)
{
    for (qint64 i = 0; i < count; ++i) {
        if (job.stopRequested())
            return fail(Error::cancelled());
        const Result<OrderedWork> work = begin(i);
        if (!work)
            return fail(work.error());
        const Result<OrderedKeep> keep = (*work)();
        if (!keep)
            return fail(keep.error());
        if (const Result<void> done = (*keep)(); !done)
            return done;
    }
    return {};
}

} // namespace

int workerCount(int asked)
{
    return asked > 0 ? asked : std::max(1, int(std::thread::hardware_concurrency()));
}

Result<void> parallelInOrder(qint64 count, int workers, JobContext &job, const std::function<Result<OrderedWork>(qint64 index)> &begin)
{
    const int threads = int(std::min<qint64>(workerCount(workers), count));
    if (threads <= 1)
        return oneAfterTheOther(count, job, begin);
    std::deque<std::shared_ptr<Item>> underWay;
    Workers pool(threads);
    Result<void> begun; // fails where no more is begun; what was begun before is seen to its end first
    for (qint64 next = 0; next < count || !underWay.empty();) {
        if (begun && job.stopRequested() && next < count)
            begun = fail(Error::cancelled());
        if (begun && next < count && underWay.size() < heldByEach * size_t(threads)) {
            Result<OrderedWork> work = begin(next++);
            if (!work) {
                begun = fail(work.error());
                continue;
            }
            underWay.push_back(std::make_shared<Item>());
            underWay.back()->work = std::move(*work);
            pool.add(underWay.back());
            continue;
        }
        if (underWay.empty())
            break;
        const std::shared_ptr<Item> first = underWay.front();
        underWay.pop_front();
        pool.waitFor(*first);
        if (const Result<void> done = kept(*first); !done)
            return done;
    }
    return begun;
}

} // namespace foretrail
