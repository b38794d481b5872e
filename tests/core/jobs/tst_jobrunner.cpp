#include "core/jobs/JobRunner.h"
#include "tests/support/TestSupport.h"

#include <QSemaphore>
#include <QSignalSpy>

using namespace foretrail;

namespace {
JobOptions lane(Lane lane) { return {QStringLiteral("job"), lane, true}; }

Result<int> waitForStop(JobContext &job)
{
    while (!job.stopRequested())
        std::this_thread::yield();
    return fail(Error::cancelled());
}
} // namespace

class TestJobRunner : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void deliversAValueInTheGuiThread()
    {
        JobRunner runner;
        int value = 0;
        QThread *thread = nullptr;
        runner.start<int>(lane(Lane::Read), [](JobContext &) { return Result<int>(42); }, this, [&](Result<int> r) {
            value = r.value();
            thread = QThread::currentThread();
        });
        QTRY_COMPARE(value, 42);
        QCOMPARE(thread, QThread::currentThread());
        QVERIFY(runner.jobs().isEmpty());
    }
    void cancelEndsExactlyOnce()
    {
        JobRunner runner;
        QSignalSpy ended(&runner, &JobRunner::jobEnded);
        int ends = 0;
        bool cancelled = false;
        const JobId id = runner.start<int>(lane(Lane::Train), waitForStop, this, [&](Result<int> r) {
            ++ends;
            cancelled = !r && r.error().isCancelled();
        });
        runner.cancel(id);
        QTRY_COMPARE(ends, 1);
        QVERIFY(cancelled);
        QCOMPARE(ended.count(), 1);
    }
    void trainingsWaitForEachOther()
    {
        JobRunner runner;
        std::atomic<int> running{0}, most{0};
        int ends = 0;
        auto work = [&](JobContext &) {
            most = std::max<int>(most, ++running);
            --running;
            return Result<int>(0);
        };
        for (int i = 0; i < 20; ++i)
            runner.start<int>(lane(Lane::Train), work, this, [&](Result<int>) { ++ends; });
        QTRY_COMPARE(ends, 20);
        QCOMPARE(int(most), 1);
    }
    void oneThatWaitsCanRunNext()
    {
        JobRunner runner;
        QSemaphore go;
        QStringList order;
        QList<JobId> ids;
        for (const char *name : {"first", "second", "third", "fourth"}) {
            const QString text = QLatin1String(name);
            ids << runner.start<QString>({text, Lane::Train}, [&go, text](JobContext &) -> Result<QString> {
                go.acquire();
                return text;
            }, this, [&order](const Result<QString> &done) { order << *done; });
        }
        QTRY_COMPARE(runner.jobs().front().state, JobState::Running);
        runner.runNext(ids[3]);
        runner.runNext(ids[0]); // runs already: nothing changes
        QCOMPARE(runner.jobs()[1].title, QStringLiteral("fourth"));
        QCOMPARE(runner.jobs()[2].title, QStringLiteral("second"));
        go.release(4);
        QTRY_COMPARE(order, QStringList({QStringLiteral("first"), QStringLiteral("fourth"), QStringLiteral("second"), QStringLiteral("third")}));
    }

    void oneThatWaitsIsMoved()
    {
        JobRunner runner;
        QSemaphore go;
        QList<JobId> ids;
        for (const char *name : {"runs", "a", "b", "c", "d"})
            ids << runner.start<int>({QLatin1String(name), Lane::Train}, [&go](JobContext &) -> Result<int> {
                go.acquire();
                return 0;
            }, this, [](const Result<int> &) {});
        const auto order = [&runner] {
            QString titles;
            for (const JobInfo &job : runner.waiting(Lane::Train))
                titles += job.title;
            return titles;
        };
        QCOMPARE(order(), QStringLiteral("abcd"));
        runner.moveWaiting(ids[1], 2);
        QCOMPARE(order(), QStringLiteral("bcad"));
        runner.moveWaiting(ids[4], 0);
        QCOMPARE(order(), QStringLiteral("dbca"));
        runner.moveWaiting(ids[2], 99); // the last
        QCOMPARE(order(), QStringLiteral("dcab"));
        runner.moveWaiting(ids[0], 1); // runs already
        QCOMPARE(order(), QStringLiteral("dcab"));
        go.release(5);
        QTRY_VERIFY(runner.jobs().isEmpty());
    }
    void oneThatWaitsEndsAtOnce()
    {
        JobRunner runner;
        QSemaphore go;
        runner.start<int>(lane(Lane::Train), [&go](JobContext &) -> Result<int> {
            go.acquire();
            return 0;
        }, this, [](const Result<int> &) {});
        bool wasCancelled = false, hasWorked = false;
        const JobId second = runner.start<int>(lane(Lane::Train), [&](JobContext &) {
            hasWorked = true;
            return Result<int>(0);
        }, this, [&](const Result<int> &done) { wasCancelled = !done && done.error().isCancelled(); });
        runner.cancel(second);
        QTRY_VERIFY(wasCancelled); // while the first runs
        QCOMPARE(runner.jobs().size(), 1);
        QVERIFY(!hasWorked);
        go.release();
        QTRY_VERIFY(runner.jobs().isEmpty());
    }
    void twoPlaces()
    {
        JobRunner runner;
        QSemaphore go;
        std::atomic<int> running{0};
        const auto work = [&](JobContext &) -> Result<int> {
            ++running;
            go.acquire();
            return 0;
        };
        for (int i = 0; i < 5; ++i)
            runner.start<int>(lane(Lane::Train), work, this, [](const Result<int> &) {});
        QTRY_COMPARE(int(running), 1);
        QCOMPARE(runner.waiting(Lane::Train).size(), 4);
        runner.setPlaces(Lane::Train, 2);
        QTRY_COMPARE(int(running), 2);
        QCOMPARE(runner.waiting(Lane::Train).size(), 3);
        runner.setPlaces(Lane::Train, 1); // those that run go on
        go.release(1);
        QTRY_COMPARE(runner.jobs().size(), 4);
        QCOMPARE(runner.waiting(Lane::Train).size(), 3);
        go.release(4);
        QTRY_VERIFY(runner.jobs().isEmpty());
        QCOMPARE(int(running), 5);
    }
    // The first rests, the second runs in its place; when the first wants to go on it waits until the second has ended.
    void oneThatRestsGivesItsPlaceAway()
    {
        JobRunner runner;
        QSemaphore goOn, end;
        std::atomic<bool> isBack{false};
        const JobId first = runner.start<int>(lane(Lane::Train), [&](JobContext &job) -> Result<int> {
            job.rest();
            goOn.acquire();
            job.goOn();
            isBack = true;
            return 1;
        }, this, [](const Result<int> &) {});
        const JobId second = runner.start<int>(lane(Lane::Train), [&](JobContext &) -> Result<int> {
            end.acquire();
            return 2;
        }, this, [](const Result<int> &) {});
        QTRY_COMPARE(runner.job(second)->state, JobState::Running);
        QCOMPARE(runner.job(first)->state, JobState::Paused);
        const qint64 elapsed = runner.job(first)->elapsedMs;
        goOn.release();
        QTRY_COMPARE(runner.job(first)->state, JobState::Waiting);
        QVERIFY(!isBack);
        QVERIFY(runner.job(first)->hasBegun);
        QCOMPARE(runner.job(first)->elapsedMs, elapsed); // its clock stands
        end.release();
        QTRY_VERIFY(isBack);
        QTRY_VERIFY(runner.jobs().isEmpty());
    }
    void oneThatWaitsForItsPlaceCanBeStopped()
    {
        JobRunner runner;
        QSemaphore end;
        bool wasCancelled = false;
        const JobId first = runner.start<int>(lane(Lane::Train), [&](JobContext &job) -> Result<int> {
            job.rest();
            while (runner.waiting(Lane::Train).size() > 0) // until the second has the place
                std::this_thread::yield();
            job.goOn();
            if (job.stopRequested())
                return fail(Error::cancelled());
            return 1;
        }, this, [&](const Result<int> &done) { wasCancelled = !done && done.error().isCancelled(); });
        runner.start<int>(lane(Lane::Train), [&](JobContext &) -> Result<int> {
            end.acquire();
            return 2;
        }, this, [](const Result<int> &) {});
        QTRY_COMPARE(runner.job(first)->state, JobState::Waiting);
        runner.cancel(first);
        QTRY_VERIFY(wasCancelled);
        QCOMPARE(runner.jobs().size(), 1);
        end.release();
        QTRY_VERIFY(runner.jobs().isEmpty());
    }
    void earlierTimeCounts()
    {
        JobRunner runner;
        JobOptions options = lane(Lane::Train);
        options.earlierMs = 60'000;
        const JobId id = runner.start<int>(options, [](JobContext &job) -> Result<int> {
            job.report(1, 4);
            return waitForStop(job);
        }, this, [](const Result<int> &) {});
        QTRY_VERIFY(runner.job(id)->progress.done == 1);
        QVERIFY(runner.job(id)->elapsedMs >= 60'000);
        QVERIFY(runner.job(id)->remainingMs >= 3 * 60'000); // three times what a quarter took
        runner.cancel(id);
        QTRY_VERIFY(runner.jobs().isEmpty());
    }

    void aDeadReceiverGetsNothing()
    {
        JobRunner runner;
        auto receiver = std::make_unique<QObject>();
        bool called = false;
        const JobId id = runner.start<int>(lane(Lane::Read), waitForStop, receiver.get(), [&](Result<int>) { called = true; });
        receiver.reset();
        runner.cancel(id);
        QTRY_VERIFY(!runner.isRunning(id));
        QVERIFY(!called);
    }
    void exceptionsBecomeErrors()
    {
        JobRunner runner;
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("an exception.*boom")));
        QString message;
        runner.start<int>(lane(Lane::Read), [](JobContext &) -> Result<int> { throw std::runtime_error("boom"); }, this,
                          [&](Result<int> r) { message = r.error().message; });
        QTRY_VERIFY(message.contains(QStringLiteral("boom")));
    }
    void aNewerRequestMakesTheOlderStale()
    {
        JobRunner runner;
        LatestJob latest(runner);
        QList<int> answers;
        for (int i = 0; i < 5; ++i)
            latest.start<int>(lane(Lane::Read), [i](JobContext &) { return Result<int>(i); }, this,
                              [&](Result<int> r) { answers.append(*r); });
        QTRY_VERIFY(runner.jobs().isEmpty());
        QCOMPARE(answers, QList<int>{4});
    }
    void shuttingDownDeliversWhatIsLeft()
    {
        int ends = 0;
        {
            JobRunner runner;
            for (int i = 0; i < 4; ++i)
                runner.start<int>(lane(Lane::Train), waitForStop, this, [&](Result<int>) { ++ends; });
        }
        QCOMPARE(ends, 4);
    }
    void progressIsReportedAndThrottled()
    {
        int reports = 0;
        JobContext context([&](const Progress &) { ++reports; });
        for (int i = 0; i < 100000; ++i)
            context.report(i, 1000000);
        context.report(1000000, 1000000);
        QVERIFY(reports >= 2);
        QVERIFY(reports < 1000);
    }
};

FORETRAIL_TEST_MAIN(TestJobRunner, QCoreApplication)
#include "tst_jobrunner.moc"
