// A training in pieces: stopped, stored, taken up again, slowed down, shared among workers.
#include "core/neural/engine/NeuralEngines.h"
#include "core/neural/interface/TrainingRun.h"
#include "core/neural/interface/Weights.h"
#include "tests/support/TestSupport.h"

#include <cmath>

using namespace foretrail;

namespace {

WindowSet wave(int count, int lookback, int from = 0)
{
    WindowSet set{count, lookback, 1, {}, {}};
    const auto value = [from](int t) { return float(0.5 + 0.4 * std::sin(0.5 * (from + t)) + 0.1 * std::cos(1.7 * (from + t))); };
    for (int i = 0; i < count; ++i) {
        for (int t = 0; t < lookback; ++t)
            set.inputs.push_back(value(i + t));
        set.targets.push_back(value(i + lookback));
    }
    return set;
}

TrainingSettings settingsWith(Optimiser optimiser, Schedule schedule)
{
    TrainingSettings settings;
    settings.optimiser = optimiser;
    settings.schedule = schedule;
    settings.learningRate = 0.01;
    settings.batch = 32;
    settings.epochs = 7;
    settings.patience = 0;
    return settings;
}

struct Setup {
    explicit Setup(const TrainingSettings &settings, int units = 8)
        : network((*neuralEngine())->create({Cell::Lstm, 1, 2, units, 0.3}, 1)), run(*network, windows, &judged, settings)
    {
    }
    const WindowSet set = wave(150, 10);
    const WindowSet validation = wave(30, 10, 160);
    const StoredWindows windows{set};
    const StoredWindows judged{validation};
    std::unique_ptr<RecurrentNetwork> network;
    TrainingRun run;
};

std::vector<float> weightsOf(const RecurrentNetwork &network)
{
    std::vector<float> all;
    for (const Tensor &tensor : network.tensors())
        all.insert(all.end(), tensor.values.begin(), tensor.values.end());
    return all;
}

} // namespace

class TestTrainingRun : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        if (const auto engine = neuralEngine(); !engine)
            QSKIP(qPrintable(engine.error().message));
    }
    void pauseAndResumeChangeNothing_data()
    {
        QTest::addColumn<Optimiser>("optimiser");
        QTest::addColumn<Schedule>("schedule");
        QTest::newRow("adam") << Optimiser::Adam << Schedule::Constant;
        QTest::newRow("adamw, cosine") << Optimiser::AdamW << Schedule::Cosine;
        QTest::newRow("rmsprop, plateau") << Optimiser::RmsProp << Schedule::Plateau;
        QTest::newRow("sgd") << Optimiser::Sgd << Schedule::Constant;
    }
    // Bit for bit, by way of the stored bytes, at every epoch.
    void pauseAndResumeChangeNothing()
    {
        QFETCH(Optimiser, optimiser);
        QFETCH(Schedule, schedule);
        const TrainingSettings settings = settingsWith(optimiser, schedule);
        JobContext job;
        Setup straight(settings);
        QList<EpochLosses> losses;
        const auto done = straight.run.run([&](const EpochLosses &e) { losses.append(e); }, job);
        VERIFY_RESULT(done);
        auto pieces = std::make_unique<Setup>(settings);
        for (int epoch = 0; epoch < settings.epochs; ++epoch) {
            const QByteArray stored = pieces->run.state();
            pieces = std::make_unique<Setup>(settings);
            const auto restored = pieces->run.restore(stored);
            VERIFY_RESULT(restored);
            QCOMPARE(pieces->run.epoch(), epoch);
            QVERIFY(!pieces->run.isFinished());
            const auto step = pieces->run.step(job);
            VERIFY_RESULT(step);
            QCOMPARE(step->training, losses[epoch].training);
            QCOMPARE(step->validation, losses[epoch].validation);
            QCOMPARE(step->learningRate, losses[epoch].learningRate);
            QCOMPARE(step->gradientNorm, losses[epoch].gradientNorm);
        }
        QVERIFY(pieces->run.isFinished());
        QCOMPARE(pieces->run.bestEpoch(), straight.run.bestEpoch());
        const auto kept = pieces->run.keepBest();
        VERIFY_RESULT(kept);
        QVERIFY(weightsOf(*pieces->network) == weightsOf(*straight.network));
    }
    void workersChangeNothing()
    {
        std::vector<float> weights[2];
        for (const int workers : {1, 2}) {
            TrainingSettings settings = settingsWith(Optimiser::Adam, Schedule::Constant);
            settings.workers = workers; // the trial uses both in turns
            settings.epochs = 20;
            Setup setup(settings);
            JobContext job;
            const auto done = setup.run.run({}, job);
            VERIFY_RESULT(done);
            weights[workers - 1] = weightsOf(*setup.network);
        }
        QVERIFY(weights[0] == weights[1]);
    }
    // From the start, and from a rate that was set by hand after a few epochs, also where the training was stored in between.
    void explosionIsStoppedAndExplained()
    {
        TrainingSettings settings = settingsWith(Optimiser::Sgd, Schedule::Constant);
        settings.epochs = 40;
        settings.clipNorm = 0;
        for (const bool fromStart : {true, false}) {
            settings.learningRate = fromStart ? 10 : 0.01;
            auto setup = std::make_unique<Setup>(settings);
            JobContext job;
            if (!fromStart) {
                for (int epoch = 0; epoch < 3; ++epoch)
                    VERIFY_RESULT(setup->run.step(job));
                const QByteArray stored = setup->run.state();
                setup = std::make_unique<Setup>(settings);
                VERIFY_RESULT(setup->run.restore(stored));
                setup->run.setLearningRate(10);
            }
            Result<EpochLosses> step = setup->run.step(job);
            while (step && !setup->run.isFinished())
                step = setup->run.step(job);
            QVERIFY(!step);
            QCOMPARE(step.error().code, ErrorCode::Diverged);
            QVERIFY2(step.error().message.contains(QStringLiteral("smaller learning rate")), qPrintable(step.error().message));
        }
    }
    // Where somebody keeps it, the loss that ran away is told, and the network is what it was after its best epoch, or before the first.
    void whatItKnewBeforeTheExplosionIsKept()
    {
        TrainingSettings settings = settingsWith(Optimiser::Sgd, Schedule::Constant);
        settings.epochs = 40;
        settings.clipNorm = 0;
        for (const bool fromStart : {true, false}) {
            settings.learningRate = fromStart ? 10 : 0.01;
            Setup setup(settings);
            const std::vector<float> untrained = weightsOf(*setup.network);
            std::vector<float> best = untrained;
            QList<EpochLosses> told;
            std::optional<Runaway> runaway;
            TrainingHooks hooks([&](const EpochLosses &losses) {
                told.append(losses);
                if (losses.isBest)
                    best = weightsOf(*setup.network);
                if (losses.epoch == 3)
                    setup.run.setLearningRate(10);
            });
            hooks.onRunaway = [&](const Runaway &end) { runaway = end; };
            JobContext job;
            const auto done = setup.run.run(hooks, job);
            VERIFY_RESULT(done);
            QVERIFY(runaway && setup.run.hasRunAway());
            QCOMPARE(runaway->rate, 10.0);
            QCOMPARE(runaway->kept, setup.run.bestEpoch());
            QVERIFY(weightsOf(*setup.network) == best);
            if (runaway->times == runaway->times) { // a loss that is a number
                QCOMPARE(told.back().epoch, runaway->epoch);
                QVERIFY(!told.back().isBest && runaway->times > 2);
            }
            QVERIFY2(fromStart || runaway->kept >= 1, qPrintable(QString::number(runaway->kept))); // what went well before the rate was raised
        }
    }
    // Steps too large to come anywhere, too small to run away: at its end the loss is still far above that of the network as it was.
    void trainingThatCameToNothingIsTold()
    {
        TrainingSettings settings = settingsWith(Optimiser::Adam, Schedule::Constant);
        for (const double rate : {3.0, 0.01}) {
            settings.learningRate = rate;
            Setup setup(settings);
            const double before = setup.run.judge().value();
            std::optional<Runaway> end;
            TrainingHooks hooks;
            hooks.onRunaway = [&](const Runaway &runaway) { end = runaway; };
            JobContext job;
            VERIFY_RESULT(setup.run.run(hooks, job));
            QCOMPARE(end.has_value(), rate > 1);
            if (!end)
                continue;
            QCOMPARE(end->rate, rate);
            if (end->epoch == 0)
                QCOMPARE(end->times, setup.run.bestLoss() / before);
            QVERIFY(end->times > 2);
        }
    }
    void anotherRateFromNowOn()
    {
        Setup kept(settingsWith(Optimiser::Adam, Schedule::Cosine));
        Setup changed(settingsWith(Optimiser::Adam, Schedule::Cosine));
        JobContext job;
        for (Setup *setup : {&kept, &changed}) {
            const auto step = setup->run.step(job);
            VERIFY_RESULT(step);
            QCOMPARE(step->learningRate, 0.01);
        }
        QVERIFY(weightsOf(*kept.network) == weightsOf(*changed.network));
        changed.run.setLearningRate(0.0);
        const std::vector<float> before = weightsOf(*changed.network);
        const auto still = changed.run.step(job);
        VERIFY_RESULT(still);
        QCOMPARE(still->learningRate, 0.0);
        QVERIFY(weightsOf(*changed.network) == before);
    }
    // (1 + 9 cos-part) / 10 of the first rate: at the middle of seven epochs 0.55, at the last a tenth.
    void cosineEndsAtATenth()
    {
        const TrainingSettings settings = settingsWith(Optimiser::Adam, Schedule::Cosine);
        QCOMPARE(scheduledRate(settings, 0), 0.01);
        QVERIFY(std::abs(scheduledRate(settings, 3) - 0.0055) < 1e-12);
        QVERIFY(std::abs(scheduledRate(settings, 6) - 0.001) < 1e-12);
    }
    // A rate of zero never brings a better loss after the first epoch.
    void plateauHalvesTheRate()
    {
        TrainingSettings settings = settingsWith(Optimiser::Adam, Schedule::Plateau);
        settings.learningRate = 1e-30;
        settings.epochs = 9;
        Setup setup(settings);
        JobContext job;
        QList<double> rates;
        const auto done = setup.run.run([&](const EpochLosses &e) { rates.append(e.learningRate / 1e-30); }, job);
        VERIFY_RESULT(done);
        QCOMPARE(rates, (QList<double>{1, 1, 1, 1, 0.5, 0.5, 0.5, 0.25, 0.25}));
    }
    void foreignStateIsRefused()
    {
        Setup small(settingsWith(Optimiser::Adam, Schedule::Constant), 4);
        Setup large(settingsWith(Optimiser::Adam, Schedule::Constant), 8);
        Setup other(settingsWith(Optimiser::Sgd, Schedule::Constant), 4);
        QCOMPARE(large.run.restore(small.run.state()).error().code, ErrorCode::Format);
        QCOMPARE(other.run.restore(small.run.state()).error().code, ErrorCode::Format);
        QByteArray broken = small.run.state();
        broken[broken.size() / 2] = char(broken[broken.size() / 2] ^ 1);
        QCOMPARE(small.run.restore(broken).error().code, ErrorCode::Format);
        QVERIFY(!small.run.restore({}));
        QVERIFY(!small.run.restore(encodeWeights({{"counters", {1}, {0}}})));
    }
    void aPartOfTheWindowsIsEnough()
    {
        TrainingSettings settings = settingsWith(Optimiser::Adam, Schedule::Constant);
        settings.windowsAnEpoch = 40;
        settings.epochs = 200;
        Setup setup(settings);
        JobContext job;
        EpochLosses first, last;
        const auto done = setup.run.run([&](const EpochLosses &e) { (e.epoch == 1 ? first : last) = e; }, job);
        VERIFY_RESULT(done);
        QVERIFY(last.validation < first.validation / 2);
    }
};

FORETRAIL_TEST_MAIN(TestTrainingRun, QCoreApplication)
#include "tst_training_run.moc"
