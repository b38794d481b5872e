// Workers share tasks; who takes one must not show in the numbers.
#include "core/neural/engine/TinyNumbers.h"
#include "core/neural/engine/WorkerPool.h"
#include "tests/support/TestSupport.h"

#include <algorithm>
#include <atomic>
#include <limits>
#include <stdexcept>

using namespace foretrail::neural;

namespace {

/// Half of the smallest normal number: 0 where tiny numbers are, hidden from a compiler that would compute it.
float halfOfTheSmallest()
{
    volatile float smallest = std::numeric_limits<float>::min();
    return smallest * 0.5F;
}

} // namespace

class WorkersTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void eachTaskIsDoneOnce()
    {
        WorkerPool pool(3);
        std::vector<std::atomic<int>> times(100);
        for (int round = 0; round < 50; ++round)
            pool.run(int(times.size()), 1 + round % 3, [&](int task, int) { ++times[size_t(task)]; });
        for (const std::atomic<int> &count : times)
            QCOMPARE(count.load(), 50);
    }
    void theFirstExceptionComesThrough()
    {
        WorkerPool pool(2);
        QVERIFY_EXCEPTION_THROWN(pool.run(4, 2, [](int, int) { throw std::runtime_error("no"); }), std::runtime_error);
    }
    void tinyNumbersAreZeroForAllWorkersAlike()
    {
        const float outside = halfOfTheSmallest();
        WorkerPool pool(3);
        std::vector<float> told(200, 1.0F);
        pool.run(int(told.size()), 3, [&](int task, int) { told[size_t(task)] = halfOfTheSmallest(); });
#if defined(__SSE__)
        QCOMPARE(std::count(told.begin(), told.end(), 0.0F), qsizetype(told.size()));
#endif
        QCOMPARE(std::count(told.begin(), told.end(), told.front()), qsizetype(told.size()));
        QCOMPARE(halfOfTheSmallest(), outside); // this thread counts as before
        QVERIFY(outside > 0);
    }
};

FORETRAIL_TEST_MAIN(WorkersTest, QCoreApplication)
#include "tst_workers.moc"
