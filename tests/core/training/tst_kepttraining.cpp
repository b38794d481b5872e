// Trainings that are steered, kept in the workspace and gone on with: the numbers are those of one that never stopped.
#include "core/models/TrainingControl.h"
#include "core/training/Experiment.h"
#include "core/training/KeptTraining.h"
#include "tests/core/training/DailyShop.h"
#include "tests/support/TestSupport.h"

#include <thread>

using namespace foretrail;

namespace {

TrainingSpec specOf(const QString &model)
{
    TrainingSpec spec = test::dailySpec(model, 12);
    spec.model.layers = 2;
    spec.model.dropout = 0.2;
    return spec;
}

} // namespace

class TestKeptTraining : public QObject, private test::DailyShop {
    Q_OBJECT

private Q_SLOTS:
    void whatFollowsTheBestCanBePaused()
    {
        TrainingControl control;
        JobContext job;
        control.pause();
        control.keepBest();
        QVERIFY(!control.isPaused());
        QVERIFY(!control.waitForTurn(job)); // it ends
        control.pause();
        QVERIFY(control.isPaused());
        std::atomic<bool> isDone = false;
        std::jthread learning([&] {
            control.waitForTurn(job);
            isDone = true;
        });
        QTRY_VERIFY(control.waitedSeconds() > 0); // it waits
        QVERIFY(!isDone);
        control.resume();
        QTRY_VERIFY(isDone);
    }
    void init()
    {
        openShop();
    }
    void cleanup() { m_workspace.reset(); }

    void goesOnBitForBit_data()
    {
        QTest::addColumn<QString>("model");
        QTest::newRow("lstm") << QStringLiteral("lstm");
        QTest::newRow("gru") << QStringLiteral("gru");
    }

    // Paused and stopped after the fifth epoch, then resumed: weights, losses and forecast equal those of one go.
    void goesOnBitForBit()
    {
        QFETCH(QString, model);
        const auto whole = trainAndStore(*m_workspace, specOf(model), m_job);
        VERIFY_RESULT(whole);
        const qint64 kept = stopAfter(5, model);
        QCOMPARE(UnfinishedTrainings(*m_workspace).load(kept)->epochs.size(), 5);
        QCOMPARE(RunStore(*m_workspace).list()->size(), 1);
        int told = 0;
        const auto resumed = resumeAndStore(*m_workspace, kept, m_job, [&](const EpochLosses &) { ++told; });
        VERIFY_RESULT(resumed);
        QCOMPARE(told, 7);
        QVERIFY(UnfinishedTrainings(*m_workspace).list()->isEmpty());
        const RunRecord one = *RunStore(*m_workspace).load(*whole), other = *RunStore(*m_workspace).load(*resumed);
        QVERIFY(!one.weights.isEmpty());
        QVERIFY(one.weights == other.weights);
        QCOMPARE(other.modelState, one.modelState);
        QCOMPARE(other.outcome.value(u"future"), one.outcome.value(u"future"));
        QCOMPARE(other.epochs.size(), 12);
        for (qsizetype i = 0; i < 12; ++i) {
            QCOMPARE(other.epochs[i].trainingLoss, one.epochs[i].trainingLoss);
            QCOMPARE(other.epochs[i].validationLoss, one.epochs[i].validationLoss);
            QCOMPARE(other.epochs[i].gradientNorm, one.epochs[i].gradientNorm);
        }
    }

    // As if each epoch before the stop had taken a thousand seconds.
    void secondsOfAllPartsCount()
    {
        UnfinishedTrainings store(*m_workspace);
        UnfinishedTraining kept = *store.load(stopAfter(3, QStringLiteral("gru")));
        for (EpochRecord &epoch : kept.epochs)
            epoch.seconds = 1000;
        VERIFY_RESULT(store.keep(kept));
        const auto run = resumeAndStore(*m_workspace, kept.id, m_job);
        VERIFY_RESULT(run);
        const RunRecord stored = *RunStore(*m_workspace).load(*run);
        QVERIFY(stored.summary.seconds >= 3000);
        QVERIFY(stored.summary.seconds >= secondsOf(stored.epochs));
        QCOMPARE(stored.outcome.value(u"seconds").toDouble(), stored.summary.seconds);
    }

    void pausedTimeDoesNotCount()
    {
        TrainingControl control;
        std::thread resumer;
        TrainingHooks hooks([&](const EpochLosses &losses) {
            if (losses.epoch != 2)
                return;
            control.pause();
            resumer = std::thread([&] {
                while (control.waitedSeconds() == 0)
                    std::this_thread::yield();
                control.resume();
            });
        });
        hooks.control = &control;
        QElapsedTimer wall;
        wall.start();
        const auto run = trainAndStore(*m_workspace, specOf(QStringLiteral("gru")), m_job, hooks);
        const double seconds = double(wall.nsecsElapsed()) * 1e-9;
        resumer.join();
        VERIFY_RESULT(run);
        const RunRecord stored = *RunStore(*m_workspace).load(*run);
        QVERIFY(control.waitedSeconds() > 0);
        QVERIFY(stored.summary.seconds > 0);
        QVERIFY(stored.summary.seconds + control.waitedSeconds() <= seconds);
    }

    void otherDataIsRefused()
    {
        const qint64 kept = stopAfter(2, QStringLiteral("lstm"));
        VERIFY_RESULT(test::addDays(*m_workspace, 120, 121));
        const auto resumed = resumeAndStore(*m_workspace, kept, m_job);
        QVERIFY(!resumed);
        QCOMPARE(resumed.error().code, ErrorCode::InvalidInput);
        QVERIFY(resumed.error().message.contains(QStringLiteral("The data has changed")));
        QCOMPARE(UnfinishedTrainings(*m_workspace).list()->size(), 1); // it stays for a person to discard
        VERIFY_RESULT(UnfinishedTrainings(*m_workspace).remove(kept));
        QCOMPARE(resumeAndStore(*m_workspace, kept, m_job).error().code, ErrorCode::NotFound);
    }

    void endsWithTheBest()
    {
        TrainingControl control;
        TrainingHooks hooks([&](const EpochLosses &losses) {
            if (losses.epoch == 4)
                control.keepBest();
        });
        hooks.control = &control;
        const auto run = trainAndStore(*m_workspace, specOf(QStringLiteral("gru")), m_job, hooks);
        VERIFY_RESULT(run);
        QCOMPARE(RunStore(*m_workspace).load(*run)->epochs.size(), 4);
    }

    void learnsAtAnotherRate()
    {
        TrainingControl control;
        TrainingHooks hooks([&](const EpochLosses &losses) {
            if (losses.epoch == 3)
                control.setLearningRate(0.0001);
        });
        hooks.control = &control;
        const auto run = trainAndStore(*m_workspace, specOf(QStringLiteral("lstm")), m_job, hooks);
        VERIFY_RESULT(run);
        const QList<EpochRecord> epochs = RunStore(*m_workspace).load(*run)->epochs;
        for (const EpochRecord &epoch : epochs)
            QCOMPARE(epoch.learningRate, epoch.epoch <= 3 ? ModelSpec().learningRate : 0.0001);
    }

    // What was asked for while it waited is not lost when it is stopped then.
    void aRateGivenWhileItWaitsIsKept()
    {
        TrainingControl control;
        JobContext job;
        TrainingHooks hooks([&](const EpochLosses &losses) {
            if (losses.epoch == 3) {
                control.pause();
                control.setLearningRate(0.0002);
                job.requestStop();
            }
        });
        hooks.control = &control;
        QVERIFY(!trainAndStore(*m_workspace, specOf(QStringLiteral("lstm")), job, hooks));
        const auto kept = UnfinishedTrainings(*m_workspace).list();
        QCOMPARE(kept->size(), 1);
        const auto run = resumeAndStore(*m_workspace, kept->front().id, m_job);
        VERIFY_RESULT(run);
        const QList<EpochRecord> epochs = RunStore(*m_workspace).load(*run)->epochs;
        QCOMPARE(epochs.size(), 12);
        QCOMPARE(epochs[2].learningRate, ModelSpec().learningRate);
        QCOMPARE(epochs[3].learningRate, 0.0002);
    }

    void failuresLeaveWhatWasKept()
    {
        const qint64 kept = stopAfter(2, QStringLiteral("lstm"));
        JobContext stopped;
        stopped.requestStop();
        QVERIFY(!resumeAndStore(*m_workspace, kept, stopped));
        QCOMPARE(UnfinishedTrainings(*m_workspace).load(kept)->epochs.size(), 2);
    }

    void lossesOfOtherNetworksAreRefused()
    {
        for (const Loss loss : {Loss::Pinball, Loss::NegativeBinomial, Loss::Tweedie}) {
            TrainingSpec spec = specOf(QStringLiteral("gru"));
            spec.model.loss = loss;
            const auto run = trainAndStore(*m_workspace, spec, m_job);
            QVERIFY(!run && run.error().message.startsWith(QStringLiteral("loss: ")));
        }
    }

    void waitsAndSteps()
    {
        TrainingControl control;
        control.pause();
        QVERIFY(control.isPaused());
        control.stepOnce();
        QVERIFY(control.waitForTurn(m_job));  // the one epoch
        JobContext stopped;
        stopped.requestStop();
        QVERIFY(!control.waitForTurn(stopped)); // would wait for ever, were it not for the job
        control.resume();
        QVERIFY(control.waitForTurn(m_job));
        control.keepBest();
        QVERIFY(!control.waitForTurn(m_job));
        QVERIFY(!control.takeLearningRate());
        control.setLearningRate(0.5);
        QCOMPARE(control.takeLearningRate(), std::optional<double>(0.5));
        QVERIFY(!control.takeLearningRate());
    }

    void notesStayWithTheRun()
    {
        const auto run = trainAndStore(*m_workspace, specOf(QStringLiteral("drift")), m_job);
        VERIFY_RESULT(run);
        RunStore store(*m_workspace);
        VERIFY_RESULT(store.setNote(*run, QStringLiteral("before the sale")));
        QCOMPARE(store.list()->front().note, QStringLiteral("before the sale"));
        QCOMPARE(store.setNote(RunId{99}, {}).error().code, ErrorCode::NotFound);
    }

private:
    /// The training that is kept when it pauses after `epochs` epochs and is stopped.
    qint64 stopAfter(int epochs, const QString &model)
    {
        TrainingControl control;
        JobContext job;
        const TrainingHooks hooks = test::stoppingAfter(epochs, control, job);
        const auto stopped = trainAndStore(*m_workspace, specOf(model), job, hooks);
        if (stopped || !stopped.error().isCancelled())
            qFatal("the training did not stop");
        return UnfinishedTrainings(*m_workspace).list()->front().id;
    }

    JobContext m_job;
};

FORETRAIL_TEST_MAIN(TestKeptTraining, QCoreApplication)
#include "tst_kepttraining.moc"
