// Trainings of networks over many series, stopped in each of their parts and gone on with: the numbers are those of one go.
#include "core/data/UnfinishedTrainings.h"
#include "core/models/TrainingControl.h"
#include "core/neural/engine/NeuralEngines.h"
#include "core/training/EpochTrail.h"
#include "core/training/Experiment.h"
#include "core/training/TrainingRow.h"
#include "tests/core/training/DailyShop.h"
#include "tests/support/TestSupport.h"

#include <algorithm>
#include <cmath>
#include <set>

using namespace foretrail;

namespace {

constexpr int horizon = 7;

TrainingSpec specOf(const QString &model)
{
    TrainingSpec spec = test::dailySpec(model, 1);
    spec.horizon = horizon;
    spec.model.global.lookback = 14;
    spec.model.global.units = 5;
    spec.model.global.dropout = 0.2;
    spec.model.global.embedding = 2;
    spec.model.global.epochs = 3;
    spec.model.global.patience = 0;
    spec.model.global.windows = 150;
    spec.model.global.batch = 32;
    spec.model.global.members = 2;
    return spec;
}

/// Pauses and stops a training when it tells its state for the `count`th time: after so many epochs, those of the second learning too.
TrainingHooks stoppingAtState(int count, TrainingControl &control, JobContext &job)
{
    TrainingHooks hooks;
    hooks.onState = [count, told = std::make_shared<int>(0), &control, &job](const TrainingHooks::MakeState &) { // copies count together
        if (++*told == count) {
            control.pause();
            job.requestStop();
        }
    };
    hooks.control = &control;
    return hooks;
}

bool isSame(const std::vector<double> &one, const std::vector<double> &other)
{
    return std::equal(one.begin(), one.end(), other.begin(), other.end(), [](double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); });
}

} // namespace

class TestKeptGlobal : public QObject, private test::DailyShop {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (const auto engine = neuralEngine(); !engine)
            QSKIP(qPrintable(engine.error().message));
    }
    void init()
    {
        openShop();
        for (int other = 1; other < 5; ++other)
            VERIFY_RESULT(test::addDays(*m_workspace, 0, 120, "other" + std::to_string(other), -1, 2 * other));
    }
    void cleanup() { m_workspace.reset(); }

    void goesOnBitForBit_data()
    {
        QTest::addColumn<QString>("model");
        QTest::newRow("lstm") << QStringLiteral("lstm-global");
        QTest::newRow("gru") << QStringLiteral("gru-global");
    }

    // Judged without the season (3 epochs) and with it (3), the second seed judged, two networks; then all of it again with the test part.
    void goesOnBitForBit()
    {
        QFETCH(QString, model);
        const RunRecord whole = trained(specOf(model));
        const int told = int(whole.epochs.size());
        QVERIFY2(told >= 6 + 3 * 2, qPrintable(QString::number(told)));
        const int each = (told - 6) / 3;
        QCOMPARE(told, 6 + 3 * each);
        for (const int states : {1, 3, 4, 6, 7, 6 + each + 1, 6 + 2 * each + 1, told - 1, told, told + 2, told + 5, told + 8, told + 11}) {
            const UnfinishedTraining kept = stopAt(states, model);
            QCOMPARE(int(kept.epochs.size()), std::min(states, told));
            // At most the weights of five networks, the state of one (with two moments and the best weights) and the model of two.
            QVERIFY(UnfinishedTrainings(*m_workspace).load(kept.id)->state.size() < 8 * whole.weights.size());
            reopen();
            const auto resumed = resumeAndStore(*m_workspace, kept.id, m_job);
            VERIFY_RESULT(resumed);
            QVERIFY(UnfinishedTrainings(*m_workspace).list()->isEmpty());
            const RunRecord other = *RunStore(*m_workspace).load(*resumed);
            QVERIFY2(other.weights == whole.weights, qPrintable(QStringLiteral("stopped after %1").arg(states)));
            QCOMPARE(other.modelState, whole.modelState);
            for (const char *part : {"future", "test", "fitted", "explanation"})
                QCOMPARE(other.outcome.value(QLatin1String(part)), whole.outcome.value(QLatin1String(part)));
            QCOMPARE(int(other.epochs.size()), told);
            for (qsizetype i = 0; i < told; ++i) {
                QCOMPARE(other.epochs[i].epoch, whole.epochs[i].epoch);
                QCOMPARE(other.epochs[i].trainingLoss, whole.epochs[i].trainingLoss);
                QCOMPARE(other.epochs[i].validationLoss, whole.epochs[i].validationLoss);
            }
            compareTrails(whole.summary.id, *resumed);
        }
    }

    // Again and again, until it is done.
    void goesOnAfterEachEpoch()
    {
        const QString model = QStringLiteral("gru-global");
        const RunRecord whole = trained(specOf(model));
        qint64 id = stopAt(1, model).id;
        Result<RunId> run = fail(Error::cancelled());
        for (int round = 0; round < 4 * int(whole.epochs.size()) && !run; ++round) {
            TrainingControl control;
            JobContext job;
            run = resumeAndStore(*m_workspace, id, job, stoppingAtState(1, control, job));
        }
        VERIFY_RESULT(run);
        const RunRecord other = *RunStore(*m_workspace).load(*run);
        QVERIFY(other.weights == whole.weights);
        QCOMPARE(other.outcome.value(u"future"), whole.outcome.value(u"future"));
        compareTrails(whole.summary.id, *run);
    }

    void otherDataIsRefused()
    {
        const UnfinishedTraining kept = stopAt(2, QStringLiteral("lstm-global"));
        VERIFY_RESULT(test::addDays(*m_workspace, 120, 121, "other1"));
        const auto resumed = resumeAndStore(*m_workspace, kept.id, m_job);
        QVERIFY(!resumed);
        QVERIFY(resumed.error().message.contains(QStringLiteral("The data has changed")));
    }

    // A rate that was asked for holds for all trainings that follow, also after it was stopped.
    void aRateStaysThroughAllParts()
    {
        TrainingControl control;
        JobContext job;
        TrainingHooks hooks = stoppingAtState(5, control, job);
        hooks.onEpoch = [&](const EpochLosses &losses) {
            if (losses.epoch == 2)
                control.setLearningRate(0.0007);
        };
        QVERIFY(!trainAndStore(*m_workspace, specOf(QStringLiteral("gru-global")), job, hooks));
        const auto run = resumeAndStore(*m_workspace, UnfinishedTrainings(*m_workspace).list()->front().id, m_job);
        VERIFY_RESULT(run);
        const QList<EpochRecord> epochs = RunStore(*m_workspace).load(*run)->epochs;
        for (const EpochRecord &epoch : epochs)
            QCOMPARE(epoch.learningRate == 0.0007, epoch.epoch > 2);
    }

    // All trainings that are judged, by one step ahead over the last values before the test part; whoever watches changes no number.
    void leavesATrail()
    {
        const TrainingSpec spec = specOf(QStringLiteral("lstm-global"));
        const RunRecord run = trained(spec);
        const auto unwatched = forecastFromWorkspace(*m_workspace, spec, m_job, {}, 1);
        VERIFY_RESULT(unwatched);
        QVERIFY(unwatched->front().saved.weights == run.weights);
        const EpochTrail trail = trailOf(*m_workspace, run.summary.id).value();
        const int each = (int(run.epochs.size()) - 6) / 3;
        QCOMPARE(int(trail.epochs().size()), 1 + 6 + each);
        QVERIFY(trail.best() >= 1 && trail.best() <= 6);
        const auto outcome = reopenRun(*m_workspace, run.summary.id, m_job);
        VERIFY_RESULT(outcome);
        const auto first = size_t(outcome->trainLength - horizon);
        std::set<double> said;
        for (const JudgedEpoch &epoch : trail.epochs()) {
            QCOMPARE(epoch.forecast.size(), size_t(horizon));
            QCOMPARE(epoch.part->axis.start, outcome->history.timeAt(qint64(first)));
            for (size_t i = 0; i < size_t(horizon); ++i) {
                QCOMPARE(epoch.part->actual[i], outcome->history.values[first + i]);
                QVERIFY(std::isfinite(epoch.forecast[i]));
            }
            said.insert(epoch.forecast.front());
            QVERIFY(!TrailStore(*m_workspace).weights(run.summary.id, epoch.epoch).value().isEmpty());
            double least = 1e9;
            for (const EpochRecord &one : run.epochs.mid(0, 6))
                least = std::min(least, one.validationLoss);
            if (epoch.epoch == trail.best())
                QCOMPARE(epoch.validationLoss, least);
        }
        QCOMPARE(said.size(), trail.epochs().size());
    }

    // The search for the best number of epochs ends; the networks that count, and those that learn again with the test part, have as many.
    void endsWithTheBest()
    {
        constexpr int asked = 2;
        const auto endingAfter = [&](TrainingControl &control) {
            TrainingHooks hooks([&control](const EpochLosses &losses) {
                if (losses.epoch == asked)
                    control.keepBest();
            });
            hooks.control = &control;
            return hooks;
        };
        TrainingSpec spec = specOf(QStringLiteral("gru-global"));
        spec.model.global.epochs = 9;
        TrainingControl control;
        QStringList again;
        JobContext job([&again](const Progress &progress) {
            if (progress.what.startsWith(QStringLiteral("with the test part")))
                again += progress.what;
        }, 0);
        const auto ended = trainAndStore(*m_workspace, spec, job, endingAfter(control));
        VERIFY_RESULT(ended);
        const RunRecord run = *RunStore(*m_workspace).load(*ended);
        const int best = bestOf(run.epochs.first(asked));
        QCOMPARE(int(run.epochs.size()), asked + best * (1 + 1 + 2)); // with the season, of the second seed, and two that count
        QCOMPARE(run.modelState[QStringLiteral("epochs")].toInt(), best);
        for (const EpochRecord &epoch : run.epochs)
            QCOMPARE(std::isnan(epoch.validationLoss), epoch.epoch > asked + best);
        QCOMPARE(again.size(), 5 * best);
        QCOMPARE(again.last(), QStringLiteral("with the test part: epoch %1 of %1").arg(5 * best));

        // Stopped in the part that nobody may end, and gone on with by a control that knows nothing of it.
        for (const int states : {asked + best, asked + 2 * best, int(run.epochs.size()) + 1, int(run.epochs.size()) + 2 * best}) {
            TrainingControl first;
            JobContext stopped;
            TrainingHooks hooks = stoppingAtState(states, first, stopped);
            hooks.onEpoch = [&first](const EpochLosses &losses) {
                if (losses.epoch == asked)
                    first.keepBest();
            };
            QVERIFY(!trainAndStore(*m_workspace, spec, stopped, hooks));
            const auto resumed = resumeAndStore(*m_workspace, UnfinishedTrainings(*m_workspace).list()->front().id, m_job);
            VERIFY_RESULT(resumed);
            const RunRecord other = *RunStore(*m_workspace).load(*resumed);
            QVERIFY2(other.weights == run.weights, qPrintable(QStringLiteral("stopped after %1").arg(states)));
            QCOMPARE(other.epochs.size(), run.epochs.size());
        }
    }

    // Several series are forecast by one network that is learnt once: the numbers are those of each trained by itself.
    void isLearntOnceForSeveral()
    {
        TrainingSpec spec = specOf(QStringLiteral("lstm-global"));
        const RunRecord alone = trained(spec);
        spec.query.keys = {QStringLiteral("other2")};
        const RunRecord otherAlone = trained(spec);
        spec.query.keys = {QStringLiteral("shop"), QStringLiteral("other2"), QStringLiteral("other3")};
        QCOMPARE(TrainingSpec::fromJson(spec.toJson())->query.keys, spec.query.keys);
        int epochs = 0;
        const auto first = trainAndStore(*m_workspace, spec, m_job, TrainingHooks([&epochs](const EpochLosses &) { ++epochs; }));
        VERIFY_RESULT(first);
        QCOMPARE(epochs, int(alone.epochs.size()));
        const QList<RunSummary> runs = *RunStore(*m_workspace).list();
        QCOMPARE(runs.size(), 5);
        QVERIFY(UnfinishedTrainings(*m_workspace).list()->isEmpty());
        QSet<QString> keys;
        for (const RunSummary &summary : runs.first(3)) {
            const RunRecord run = *RunStore(*m_workspace).load(summary.id);
            keys += summary.seriesKey;
            QVERIFY(run.weights == alone.weights);
            QCOMPARE(run.epochs.size(), alone.epochs.size());
            QCOMPARE(trailOf(*m_workspace, summary.id)->epochs().empty(), summary.id != *first);
            QCOMPARE(summary.metrics.contains(QStringLiteral("learntWith")), summary.id != *first);
            QCOMPARE(TrainingSpec::fromJson(summary.spec)->query.keys, QStringList{summary.seriesKey});
            const RunRecord &same = summary.seriesKey == u"shop" ? alone : otherAlone;
            if (summary.seriesKey != u"other3")
                for (const char *part : {"future", "test", "fitted", "metrics"})
                    QCOMPARE(run.outcome.value(QLatin1String(part)), same.outcome.value(QLatin1String(part)));
        }
        QCOMPARE(keys, (QSet<QString>{QStringLiteral("shop"), QStringLiteral("other2"), QStringLiteral("other3")}));
    }

    void severalGoOnTogether()
    {
        TrainingSpec spec = specOf(QStringLiteral("gru-global"));
        spec.query.keys = {QStringLiteral("shop"), QStringLiteral("other2")};
        TrainingControl control;
        JobContext job;
        QVERIFY(!trainAndStore(*m_workspace, spec, job, stoppingAtState(4, control, job)));
        const UnfinishedTraining kept = UnfinishedTrainings(*m_workspace).list()->front();
        QVERIFY2(kept.name.contains(QStringLiteral("and 1 more")), qPrintable(kept.name));
        QCOMPARE(kept.spec, spec.toJson());
        reopen();
        VERIFY_RESULT(resumeAndStore(*m_workspace, kept.id, m_job));
        const QList<RunSummary> runs = *RunStore(*m_workspace).list();
        QCOMPARE(runs.size(), 2);
        QVERIFY(runs[0].seriesKey != runs[1].seriesKey);
        QVERIFY(RunStore(*m_workspace).load(runs[0].id)->weights == trained(specOf(QStringLiteral("gru-global"))).weights);
    }

    // One that has too little to forecast from keeps no other from being stored.
    void oneThatCannotBeTrainedIsNamed()
    {
        VERIFY_RESULT(test::addDays(*m_workspace, 119, 120, "young"));
        TrainingSpec spec = specOf(QStringLiteral("gru-global"));
        spec.query.keys = {QStringLiteral("shop"), QStringLiteral("young"), QStringLiteral("other2")};
        const auto run = trainAndStore(*m_workspace, spec, m_job);
        QVERIFY(!run);
        QVERIFY2(run.error().message.startsWith(QStringLiteral("2 of 3 runs were stored. young: ")), qPrintable(run.error().message));
        QCOMPARE(RunStore(*m_workspace).list()->size(), 2);
    }

    void damageIsNoticed()
    {
        TrainingRow row;
        row.add({3, 4, missing, 0.5, "weights"});
        const QByteArray state = row.state("under way");
        TrainingRow other;
        VERIFY_RESULT(other.resume(state));
        QCOMPARE(other.takeUnderWay(), QByteArray("under way"));
        const TrainingRow::Done *done = other.next();
        QVERIFY(done && done->worth == 3 && done->told == 4 && std::isnan(done->rate) && done->loss == 0.5 && done->weights == "weights");
        QVERIFY(!other.next());
        QCOMPARE(other.leastLoss(), 0.5);
        for (const QByteArray &damaged : {QByteArray(), QByteArray("FTWEIGHT"), state.chopped(3)})
            QCOMPARE(TrainingRow().resume(damaged).error().code, ErrorCode::Format);
    }

private:
    RunRecord trained(const TrainingSpec &spec)
    {
        const auto run = trainAndStore(*m_workspace, spec, m_job);
        if (!run)
            qFatal("%s", qPrintable(run.error().message));
        return *RunStore(*m_workspace).load(*run);
    }
    static int bestOf(const QList<EpochRecord> &epochs)
    {
        return std::min_element(epochs.begin(), epochs.end(), [](const EpochRecord &a, const EpochRecord &b) { return a.validationLoss < b.validationLoss; })->epoch;
    }
    UnfinishedTraining stopAt(int states, const QString &model)
    {
        TrainingControl control;
        JobContext job;
        const auto stopped = trainAndStore(*m_workspace, specOf(model), job, stoppingAtState(states, control, job));
        if (stopped || !stopped.error().isCancelled())
            qFatal("the training did not stop");
        return UnfinishedTrainings(*m_workspace).list()->front();
    }
    void reopen()
    {
        const QString path = m_workspace->path();
        m_workspace.reset();
        m_workspace.emplace(Workspace::open(path).value());
    }
    void compareTrails(RunId one, RunId other)
    {
        const EpochTrail before = trailOf(*m_workspace, one).value(), after = trailOf(*m_workspace, other).value();
        QCOMPARE(after.epochs().size(), before.epochs().size());
        QCOMPARE(after.best(), before.best());
        for (size_t i = 0; i < before.epochs().size(); ++i) {
            QCOMPARE(after.epochs()[i].epoch, before.epochs()[i].epoch);
            QVERIFY(isSame(after.epochs()[i].forecast, before.epochs()[i].forecast));
        }
    }

    JobContext m_job;
};

FORETRAIL_TEST_MAIN(TestKeptGlobal, QCoreApplication)
#include "tst_keptglobal.moc"
