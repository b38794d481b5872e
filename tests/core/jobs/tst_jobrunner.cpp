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
