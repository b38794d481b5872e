// Work shared among threads comes out as if one had done it in order.
#include "core/jobs/ParallelInOrder.h"
#include "tests/support/TestSupport.h"

#include <condition_variable>
#include <mutex>
#include <set>
#include <stdexcept>
#include <thread>

using namespace foretrail;

namespace {

OrderedKeep nothing()
{
    return [] { return Result<void>(); };
}

} // namespace

class TestParallel : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void resultsAreInOrder_data();
    void resultsAreInOrder();
    void readingAndKeepingStayOnTheCallingThread();
    void severalThreadsWorkAtOnce();
    void onlyAFewAreUnderWay();
    void theFirstFailureByIndexWins_data();
    void theFirstFailureByIndexWins();
    void aFailureOfReadingComesAfterWhatWasBefore();
    void stopsWhenAsked_data();
    void stopsWhenAsked();
    void exceptionsComeOutOnTheCallingThread();

private:
    static void addWorkers()
    {
        QTest::addColumn<int>("workers");
        for (const int workers : {1, 2, 4, 16})
            QTest::addRow("%d", workers) << workers;
    }
};

void TestParallel::resultsAreInOrder_data() { addWorkers(); }

void TestParallel::resultsAreInOrder()
{
    QFETCH(int, workers);
    JobContext job;
    std::vector<qint64> squares;
    const auto done = parallelInOrder(200, workers, job, [&](qint64 i) -> Result<OrderedWork> {
        return [&, i]() -> Result<OrderedKeep> {
            const qint64 square = i * i;
            return [&, square]() -> Result<void> {
                squares.push_back(square);
                return {};
            };
        };
    });
    VERIFY_RESULT(done);
    QCOMPARE(squares.size(), size_t(200));
    for (qint64 i = 0; i < 200; ++i)
        QCOMPARE(squares[size_t(i)], i * i);
    VERIFY_RESULT(parallelInOrder(0, workers, job, [](qint64) -> Result<OrderedWork> { return fail(ErrorCode::Internal, {}); }));
}

void TestParallel::readingAndKeepingStayOnTheCallingThread()
{
    JobContext job;
    const auto here = std::this_thread::get_id();
    std::atomic<int> away = 0;
    int elsewhere = 0;
    const auto done = parallelInOrder(50, 3, job, [&](qint64) -> Result<OrderedWork> {
        elsewhere += std::this_thread::get_id() != here;
        return [&]() -> Result<OrderedKeep> {
            away += std::this_thread::get_id() != here;
            return [&]() -> Result<void> {
                elsewhere += std::this_thread::get_id() != here;
                return {};
            };
        };
    });
    VERIFY_RESULT(done);
    QCOMPARE(elsewhere, 0);
    QCOMPARE(away.load(), 50);
}

// Neither of two ends before both have begun.
void TestParallel::severalThreadsWorkAtOnce()
{
    JobContext job;
    std::mutex mutex;
    std::condition_variable hasMet;
    int begun = 0;
    const auto done = parallelInOrder(2, 2, job, [&](qint64) -> Result<OrderedWork> {
        return [&]() -> Result<OrderedKeep> {
            std::unique_lock lock(mutex);
            ++begun;
            hasMet.notify_all();
            hasMet.wait(lock, [&] { return begun == 2; });
            return nothing();
        };
    });
    VERIFY_RESULT(done);
}

void TestParallel::onlyAFewAreUnderWay()
{
    JobContext job;
    qint64 read = 0, kept = 0, most = 0;
    const auto done = parallelInOrder(500, 2, job, [&](qint64) -> Result<OrderedWork> {
        most = std::max(most, ++read - kept);
        return [&]() -> Result<OrderedKeep> {
            return [&]() -> Result<void> {
                ++kept;
                return {};
            };
        };
    });
    VERIFY_RESULT(done);
    QCOMPARE(kept, qint64(500));
    QVERIFY2(most <= 8, qPrintable(QString::number(most))); // four for each of two workers
}

void TestParallel::theFirstFailureByIndexWins_data() { addWorkers(); }

// 7 fails late, 9 and 30 at once: what is told is 7, and nothing from there on is kept.
void TestParallel::theFirstFailureByIndexWins()
{
    QFETCH(int, workers);
    JobContext job;
    QList<qint64> kept;
    const auto done = parallelInOrder(40, workers, job, [&](qint64 i) -> Result<OrderedWork> {
        return [&, i]() -> Result<OrderedKeep> {
            for (int turn = 0; i == 7 && turn < 1000; ++turn)
                std::this_thread::yield();
            if (i == 7 || i == 9 || i == 30)
                return fail(ErrorCode::TooShort, QString::number(i));
            return [&, i]() -> Result<void> {
                kept << i;
                return {};
            };
        };
    });
    QVERIFY(!done);
    QCOMPARE(done.error().message, QStringLiteral("7"));
    QCOMPARE(kept, (QList<qint64>{0, 1, 2, 3, 4, 5, 6}));
}

void TestParallel::aFailureOfReadingComesAfterWhatWasBefore()
{
    for (const int workers : {1, 4}) {
        JobContext job;
        int kept = 0;
        const auto read = [&](bool worksFail) {
            return parallelInOrder(10, workers, job, [&, worksFail](qint64 i) -> Result<OrderedWork> {
                if (i == 3)
                    return fail(ErrorCode::Io, QStringLiteral("read"));
                return [&, i, worksFail]() -> Result<OrderedKeep> {
                    if (worksFail && i == 2)
                        return fail(ErrorCode::TooShort, QStringLiteral("work"));
                    return [&]() -> Result<void> {
                        ++kept;
                        return {};
                    };
                };
            });
        };
        QCOMPARE(read(false).error().message, QStringLiteral("read"));
        QCOMPARE(kept, 3);
        QCOMPARE(read(true).error().message, QStringLiteral("work"));
    }
}

void TestParallel::stopsWhenAsked_data() { addWorkers(); }

void TestParallel::stopsWhenAsked()
{
    QFETCH(int, workers);
    JobContext job;
    qint64 kept = 0;
    const auto done = parallelInOrder(1'000'000, workers, job, [&](qint64) -> Result<OrderedWork> {
        return [&]() -> Result<OrderedKeep> {
            return [&]() -> Result<void> {
                if (++kept == 5)
                    job.requestStop();
                return {};
            };
        };
    });
    QVERIFY(!done && done.error().isCancelled());
    QVERIFY(kept < 200);
}

void TestParallel::exceptionsComeOutOnTheCallingThread()
{
    for (const int workers : {1, 3}) {
        JobContext job;
        const auto run = [&] {
            return parallelInOrder(20, workers, job, [](qint64 i) -> Result<OrderedWork> {
                return [i]() -> Result<OrderedKeep> {
                    if (i == 4)
                        throw std::runtime_error("out of luck");
                    return nothing();
                };
            });
        };
        QVERIFY_THROWS_EXCEPTION(std::runtime_error, (void)run());
    }
}

FORETRAIL_TEST_MAIN(TestParallel, QCoreApplication)
#include "tst_parallel.moc"
