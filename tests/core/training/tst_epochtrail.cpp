// What a training leaves behind of its epochs: forecasts and weights, thinned under a size, beside numbers that do not change by it.
#include "core/data/RunFile.h"
#include "core/data/UnfinishedTrainings.h"
#include "core/models/TrainingControl.h"
#include "core/neural/interface/Weights.h"
#include "core/training/EpochTrail.h"
#include "core/training/Experiment.h"
#include "core/training/NetworkHistograms.h"
#include "tests/core/training/DailyShop.h"
#include "tests/support/TestSupport.h"

#include <cmath>
#include <numeric>

using namespace foretrail;

namespace {

std::shared_ptr<const JudgedPart> smallPart()
{
    auto part = std::make_shared<JudgedPart>();
    part->unit = QStringLiteral("GBP");
    part->axis = {Step::Day, *parseWallTime(QStringLiteral("2024-03-01")), 1 << 6};
    part->actual = {1.5, missing, 3};
    part->lookback = 2;
    part->features = 2;
    part->windows = {0.5F, 1, 2, 3, 4, 5, 6, 7};
    return part;
}

JudgedEpoch epochOf(int epoch, qsizetype bytes, bool isBest = false)
{
    JudgedEpoch judged;
    judged.epoch = epoch;
    judged.trainingLoss = epoch == 0 ? missing : 1.0 / epoch;
    judged.validationLoss = 2.0 / (epoch + 1);
    judged.isBest = isBest;
    judged.part = smallPart();
    judged.forecast = {0.1 * epoch, missing, 1.0 / 3};
    judged.weights = QByteArray(bytes, char('a' + epoch % 26));
    return judged;
}

QList<int> numbersOf(const EpochTrail &trail)
{
    QList<int> numbers;
    for (const JudgedEpoch &epoch : trail.epochs())
        numbers.append(epoch.epoch);
    return numbers;
}

EpochTrail thinned(int epochs, int best)
{
    EpochTrail trail(20'000);
    for (int epoch = 0; epoch <= epochs; ++epoch)
        trail.add(epochOf(epoch, 1000, epoch == best));
    return trail;
}

bool isSame(const std::vector<double> &one, const std::vector<double> &other)
{
    return std::equal(one.begin(), one.end(), other.begin(), other.end(), [](double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); });
}

} // namespace

class TestEpochTrail : public QObject, private test::DailyShop {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        openShop();
    }
    void cleanup() { m_workspace.reset(); }

    void keepsAllWhileTheyAreSmall()
    {
        EpochTrail trail;
        QVERIFY(trail.isEmpty() && trail.best() == -1);
        for (int epoch = 0; epoch <= 300; ++epoch)
            trail.add(epochOf(epoch, 1000, epoch == 7));
        QCOMPARE(trail.epochs().size(), size_t(301));
        QCOMPARE(trail.best(), 7);
        QCOMPARE(trail.bytes(), qint64(301 * (1000 + 3 * sizeof(double))));
    }

    void thinsEvenly_data()
    {
        QTest::addColumn<int>("epochs");
        QTest::addColumn<int>("stride");
        QTest::newRow("just too many") << 25 << 2;
        QTest::newRow("many") << 61 << 4;
        QTest::newRow("very many") << 500 << 32;
    }

    void thinsEvenly()
    {
        QFETCH(int, epochs);
        QFETCH(int, stride);
        const EpochTrail trail = thinned(epochs, 13);
        QVERIFY(trail.bytes() <= 20'000);
        QList<int> wanted;
        for (int epoch = 0; epoch <= epochs; ++epoch)
            if (epoch % stride == 0 || epoch == 13 || epoch == epochs)
                wanted.append(epoch);
        QCOMPARE(numbersOf(trail), wanted);
        QCOMPARE(trail.bytes(), qint64(wanted.size()) * qint64(1000 + 3 * sizeof(double)));
    }

    void aBestThatWasOvertakenMayGo()
    {
        EpochTrail trail(20'000);
        for (int epoch = 0; epoch <= 400; ++epoch)
            trail.add(epochOf(epoch, 1000, epoch == 2 || epoch == 391));
        QCOMPARE(trail.best(), 391);
        QVERIFY(numbersOf(trail).contains(391) && !numbersOf(trail).contains(2));
    }

    // The memory of the optimiser stays where a training would go on from.
    void remembersTheEssential()
    {
        EpochTrail trail(20'000);
        for (int epoch = 0; epoch <= 9; ++epoch) {
            JudgedEpoch judged = epochOf(epoch, 100, epoch == 2 || epoch == 5);
            judged.memory = QByteArray(500, 'm');
            trail.add(judged);
        }
        const auto read = EpochTrail::read(trail.stored());
        VERIFY_RESULT(read);
        for (const EpochTrail &one : {trail, *read})
            for (const JudgedEpoch &epoch : one.epochs())
                QCOMPARE(epoch.hasMemory, epoch.epoch == 0 || epoch.epoch == 5 || epoch.epoch == 9);
        QCOMPARE(trail.bytes(), qint64(10 * (100 + 3 * sizeof(double)) + 3 * 500));
        JudgedEpoch large = epochOf(10, 100);
        large.memory = QByteArray(1500, 'm');
        trail.add(large);
        QVERIFY(!trail.epochs().back().hasMemory);
    }

    // Of a network that is too large only what it said is kept, however long it learns.
    void leavesLargeWeightsOut()
    {
        EpochTrail trail(20'000);
        for (int epoch = 0; epoch <= 30; ++epoch)
            trail.add(epochOf(epoch, 6000));
        QCOMPARE(trail.epochs().size(), size_t(31));
        QVERIFY(trail.epochs()[12].weights.isEmpty() && trail.epochs()[12].forecast.size() == 3);
        QVERIFY(trail.bytes() <= 20'000);
    }

    void isReadAsItWasWritten()
    {
        EpochTrail trail;
        trail.add(epochOf(0, 10));
        trail.add(epochOf(1, 10, true));
        const auto read = EpochTrail::read(trail.stored());
        VERIFY_RESULT(read);
        QCOMPARE(numbersOf(*read), QList<int>({0, 1}));
        QCOMPARE(read->best(), 1);
        const JudgedPart &part = *read->epochs()[1].part, before = *smallPart();
        QVERIFY(part.axis == before.axis && part.unit == before.unit && part.windows == before.windows && isSame(part.actual, before.actual));
        QCOMPARE(part.windowCount(), 2);
        QVERIFY(isSame(read->epochs()[1].forecast, trail.epochs()[1].forecast));
        QCOMPARE(read->epochs()[1].validationLoss, 1.0);
        QVERIFY(std::isnan(read->epochs()[0].trainingLoss));
        QVERIFY(EpochTrail::read({})->isEmpty());
    }

    // The state that a training goes on from may be older than its trail.
    void isCutWhereItGoesOn()
    {
        EpochTrail trail;
        for (int epoch = 0; epoch <= 5; ++epoch)
            trail.add(epochOf(epoch, 10, epoch == 2 || epoch == 4));
        const EpochTrail cut = EpochTrail::resumed(trail.stored(), 3);
        QCOMPARE(numbersOf(cut), QList<int>({0, 1, 2, 3}));
        QCOMPARE(cut.best(), 2);
        QCOMPARE(cut.bytes(), qint64(4 * (10 + 3 * sizeof(double))));
        QVERIFY(EpochTrail::resumed({}, 3).isEmpty());
    }

    void damageIsNoticed()
    {
        EpochTrail trail;
        trail.add(epochOf(0, 10));
        StoredTrail otherStep = trail.stored(), otherSize = otherStep, otherWindows = otherStep;
        otherStep.part.insert(QStringLiteral("step"), QStringLiteral("fortnight"));
        otherSize.epochs[0].forecast.removeLast();
        otherWindows.windows[20] = char(otherWindows.windows[20] ^ 1);
        for (const StoredTrail &damaged : {otherStep, otherSize, otherWindows})
            QCOMPARE(EpochTrail::read(damaged).error().code, ErrorCode::Format);
    }

    void changesNoNumber_data()
    {
        QTest::addColumn<QString>("model");
        QTest::newRow("lstm") << QStringLiteral("lstm");
        QTest::newRow("gru") << QStringLiteral("gru");
    }

    // A training that nobody watches gives the same weights, losses and forecasts.
    void changesNoNumber()
    {
        QFETCH(QString, model);
        const TrainingSpec spec = smallSpec(model, 6);
        const RunRecord run = trained(spec);
        const auto unwatched = forecastFromWorkspace(*m_workspace, spec, m_job, {}, 1);
        VERIFY_RESULT(unwatched);
        const ForecastOutcome &outcome = unwatched->front();
        QVERIFY(outcome.saved.weights == run.weights);
        QCOMPARE(outcome.toJson().value(u"future"), run.outcome.value(u"future"));
        QCOMPARE(outcome.epochs.size(), run.epochs.size());
        for (qsizetype i = 0; i < run.epochs.size(); ++i) {
            QCOMPARE(outcome.epochs[i].trainingLoss, run.epochs[i].trainingLoss);
            QCOMPARE(outcome.epochs[i].validationLoss, run.epochs[i].validationLoss);
        }
    }

    // Each epoch of a long training is the last one of a training that ended there, to the last bit.
    void holdsWhatAShorterTrainingSays()
    {
        const RunRecord longer = trained(smallSpec(QStringLiteral("lstm"), 9));
        const RunRecord shorter = trained(smallSpec(QStringLiteral("lstm"), 4));
        const EpochTrail one = trail(longer.summary.id), other = trail(shorter.summary.id);
        QCOMPARE(numbersOf(one), QList<int>({0, 1, 2, 3, 4, 5, 6, 7, 8, 9}));
        QCOMPARE(numbersOf(other), QList<int>({0, 1, 2, 3, 4}));
        for (size_t i = 0; i < other.epochs().size(); ++i) {
            QVERIFY(isSame(one.epochs()[i].forecast, other.epochs()[i].forecast));
            QCOMPARE(one.epochs()[i].validationLoss, other.epochs()[i].validationLoss);
            QVERIFY(weights(longer.summary.id, int(i)) == weights(shorter.summary.id, int(i)));
        }
        for (size_t i = 1; i < one.epochs().size(); ++i) {
            QCOMPARE(one.epochs()[i].validationLoss, longer.epochs[qsizetype(i) - 1].validationLoss);
            QCOMPARE(one.epochs()[i].trainingLoss, longer.epochs[qsizetype(i) - 1].trainingLoss);
            QVERIFY(!isSame(one.epochs()[i].forecast, one.epochs()[i - 1].forecast));
        }
    }

    void theBestIsTheStoredModel_data()
    {
        QTest::addColumn<bool>("isTransformed");
        QTest::addColumn<bool>("isDirect");
        QTest::addColumn<EngineKind>("engine");
        QTest::newRow("as it is") << false << false << EngineKind::Own;
        QTest::newRow("logarithms of changes") << true << false << EngineKind::Own;
        QTest::newRow("all steps at once") << false << true << EngineKind::Own;
        QTest::newRow("by LibTorch") << false << false << EngineKind::Torch;
    }

    // In the unit of the data, whatever the recipe made of the series. Windows go through the network in other batches there, so sums
    // of floats are rounded otherwise.
    void theBestIsTheStoredModel()
    {
        QFETCH(bool, isTransformed);
        QFETCH(bool, isDirect);
        QFETCH(EngineKind, engine);
        if (engine == EngineKind::Torch && !torchEngine())
            QSKIP("LibTorch is not here");
        TrainingSpec spec = smallSpec(QStringLiteral("gru"), 5);
        spec.model.engine = engine;
        spec.model.direct = isDirect;
        if (isTransformed)
            spec.recipe.steps = {{QStringLiteral("missing"), true, {}}, {QStringLiteral("log1p"), true, {}}, {QStringLiteral("difference"), true, {}}};
        const RunRecord run = trained(spec);
        const EpochTrail kept = trail(run.summary.id);
        QVERIFY(kept.best() > 0);
        QVERIFY(weights(run.summary.id, kept.best()) == run.weights);
        const JudgedEpoch &best = kept.epochs()[size_t(kept.best())];
        const auto outcome = reopenRun(*m_workspace, run.summary.id, m_job);
        VERIFY_RESULT(outcome);
        QCOMPARE(qint64(best.forecast.size()), outcome->validationLength);
        const qint64 first = outcome->trainLength - outcome->validationLength;
        QCOMPARE(best.part->axis.start, outcome->history.timeAt(first));
        for (size_t i = 0; i < best.forecast.size(); ++i) {
            const size_t at = size_t(first) + i;
            QCOMPARE(best.part->actual[i], outcome->history.values[at]);
            QVERIFY2(std::abs(best.forecast[i] - outcome->fitted[at]) < 1e-3, qPrintable(QStringLiteral("%1: %2 and %3").arg(i).arg(best.forecast[i]).arg(outcome->fitted[at])));
        }
    }

    // Nothing is forecast then, but weights are kept.
    void goesWithoutAValidationPart()
    {
        TrainingSpec spec = smallSpec(QStringLiteral("lstm"), 3);
        spec.split.validation = 0;
        const RunRecord run = trained(spec);
        const EpochTrail kept = trail(run.summary.id);
        QCOMPARE(numbersOf(kept), QList<int>({0, 1, 2, 3}));
        QVERIFY(kept.epochs()[1].forecast.empty() && kept.epochs()[1].part->windowCount() == 0);
        QVERIFY(std::isnan(kept.epochs()[1].validationLoss));
        QVERIFY(weights(run.summary.id, 3) == run.weights);
    }

    // Whatever way it was stopped, what it had kept of its epochs goes on.
    void goesOnWhereItWasStopped()
    {
        const TrainingSpec spec = smallSpec(QStringLiteral("lstm"), 6);
        const RunRecord whole = trained(spec);
        TrainingControl control;
        JobContext job;
        const TrainingHooks hooks = test::stoppingAfter(2, control, job);
        QVERIFY(!trainAndStore(*m_workspace, spec, job, hooks));
        const auto resumed = resumeAndStore(*m_workspace, UnfinishedTrainings(*m_workspace).list()->front().id, m_job);
        VERIFY_RESULT(resumed);
        const EpochTrail one = trail(whole.summary.id), other = trail(*resumed);
        QCOMPARE(numbersOf(other), QList<int>({0, 1, 2, 3, 4, 5, 6}));
        QCOMPARE(other.best(), one.best());
        for (size_t i = 0; i < other.epochs().size(); ++i) {
            QVERIFY(isSame(other.epochs()[i].forecast, one.epochs()[i].forecast));
            QCOMPARE(other.epochs()[i].hasMemory, one.epochs()[i].hasMemory);
            QVERIFY(weights(*resumed, int(i)) == weights(whole.summary.id, int(i)));
        }
    }

    void othersHaveNone()
    {
        const RunRecord drift = trained(smallSpec(QStringLiteral("drift"), 1));
        QVERIFY(trail(drift.summary.id).isEmpty());
        QCOMPARE(TrailStore(*m_workspace).weights(drift.summary.id, 1).error().code, ErrorCode::NotFound);
        const auto copied = readRunFile(runFile(trained(smallSpec(QStringLiteral("lstm"), 2))), QStringLiteral("one"));
        VERIFY_RESULT(copied);
        const auto imported = RunStore(*m_workspace).add(*copied, m_job);
        VERIFY_RESULT(imported);
        QVERIFY(trail(*imported).isEmpty());
    }

    // The gates of the windows that are kept are those of the network that said the forecast.
    void countsWeightsAndGates()
    {
        TrainingSpec spec = smallSpec(QStringLiteral("lstm"), 3);
        spec.model.layers = 2;
        const RunRecord run = trained(spec);
        JudgedEpoch epoch = trail(run.summary.id).epochs()[3];
        epoch.weights = weights(run.summary.id, 3);
        const auto counted = networkHistograms(epoch, m_job);
        VERIFY_RESULT(counted);
        const int units = spec.model.units, features = epoch.part->features;
        QCOMPARE(counted->epoch, 3);
        QCOMPARE(counted->layers.size(), size_t(2));
        QCOMPARE(counted->layers[0].input.total, qint64(4 * units * features));
        QCOMPARE(counted->layers[1].input.total, qint64(4 * units * units));
        QCOMPARE(counted->layers[0].recurrent.total, qint64(4 * units * units));
        QCOMPARE(counted->layers[1].bias.total, qint64(8 * units));
        QCOMPARE(counted->head.total, qint64(units + 1));
        QVERIFY(counted->windows > 0);
        QCOMPARE(counted->windows, epoch.part->windowCount());
        for (const NetworkHistograms::Layer &layer : counted->layers)
            for (size_t gate = 0; gate < 4; ++gate) {
                const Histogram &histogram = layer.gates[gate];
                QCOMPARE(histogram.total, qint64(counted->windows) * spec.model.lookback * units);
                QCOMPARE(std::accumulate(histogram.counts.begin(), histogram.counts.end(), qint64(0)), histogram.total);
                QCOMPARE(histogram.low, gate == 2 ? -1.0 : 0.0);
                QVERIFY(histogram.mean > histogram.low && histogram.mean < histogram.high);
            }
        JobContext stopped;
        stopped.requestStop();
        QVERIFY(networkHistograms(epoch, stopped).error().isCancelled());
        epoch.weights.chop(3);
        QCOMPARE(networkHistograms(epoch, m_job).error().code, ErrorCode::Format);
    }

    // All weights zero: gates stand at a half, candidates at zero.
    void knowsANetworkOfZeros()
    {
        NetworkShape shape;
        shape.cell = Cell::Gru;
        shape.features = 2;
        shape.units = 3;
        shape.outputs = 4; // as of a network that forecasts several steps at once
        std::vector<Tensor> tensors = initialTensors(shape, 1);
        for (Tensor &tensor : tensors)
            std::fill(tensor.values.begin(), tensor.values.end(), 0.0F);
        JudgedEpoch epoch = epochOf(1, 0);
        epoch.weights = encodeWeights(tensors);
        const auto counted = networkHistograms(epoch, m_job);
        VERIFY_RESULT(counted);
        QVERIFY(counted->cell == Cell::Gru);
        const std::vector<Histogram> &gates = counted->layers.front().gates;
        QCOMPARE(gates.size(), size_t(3));
        QCOMPARE(gates[0].mean, 0.5);
        QCOMPARE(gates[1].mean, 0.5);
        QCOMPARE(gates[2].mean, 0.0);
        QCOMPARE(gates[0].counts[10], qint64(2 * 2 * 3)); // windows, steps, units
        QCOMPARE(counted->head.total, qint64(4 * 3 + 4));
    }

private:
    static TrainingSpec smallSpec(const QString &model, int epochs)
    {
        TrainingSpec spec = test::dailySpec(model, epochs);
        spec.model.learningRate = 0.01;
        return spec;
    }
    RunRecord trained(const TrainingSpec &spec)
    {
        const auto run = trainAndStore(*m_workspace, spec, m_job);
        if (!run)
            qFatal("%s", qPrintable(run.error().message));
        return *RunStore(*m_workspace).load(*run);
    }
    EpochTrail trail(RunId run) { return trailOf(*m_workspace, run).value(); }
    QByteArray weights(RunId run, int epoch) { return TrailStore(*m_workspace).weights(run, epoch).value(); }

    JobContext m_job;
};

FORETRAIL_TEST_MAIN(TestEpochTrail, QCoreApplication)
#include "tst_epochtrail.moc"
