#include "core/neural/engine/NeuralEngines.h"
#include "core/neural/interface/TrainingRun.h"
#include "tests/support/TestSupport.h"

#include <cmath>

using namespace foretrail;

namespace {

WindowSet sine(int count, int lookback, int from = 0)
{
    WindowSet set{count, lookback, 1, {}, {}};
    const auto value = [from](int t) { return float(0.5 + 0.4 * std::sin(0.5 * (from + t))); };
    for (int i = 0; i < count; ++i) {
        for (int t = 0; t < lookback; ++t)
            set.inputs.push_back(value(i + t));
        set.targets.push_back(value(i + lookback));
    }
    return set;
}

WindowSet constant(int count, int lookback, float value)
{
    return {count, lookback, 1, std::vector<float>(size_t(count) * size_t(lookback), value),
            std::vector<float>(size_t(count), value)};
}

ModelSpec quick(int epochs)
{
    ModelSpec spec;
    spec.batch = 16;
    spec.epochs = epochs;
    spec.learningRate = 0.01;
    spec.patience = 0;
    return spec;
}

Result<void> train(RecurrentNetwork &network, const WindowSet &training, const WindowSet &validation, const ModelSpec &spec,
                   const std::function<void(const EpochLosses &)> &onEpoch, JobContext &job)
{
    const StoredWindows windows(training);
    const StoredWindows judged(validation);
    return TrainingRun(network, windows, &judged, settingsFrom(spec)).run(onEpoch, job);
}

struct Trained {
    Result<void> result;
    QList<EpochLosses> epochs;
    std::unique_ptr<RecurrentNetwork> network;
};

Trained trained(const NetworkShape &shape, const ModelSpec &spec, const WindowSet &training, const WindowSet &validation)
{
    Trained run{{}, {}, (*neuralEngine())->create(shape, spec.seed)};
    JobContext job;
    run.result = train(*run.network, training, validation, spec, [&](const EpochLosses &e) { run.epochs.append(e); }, job);
    return run;
}

bool sameWeights(const RecurrentNetwork &a, const RecurrentNetwork &b)
{
    const auto first = a.tensors();
    const auto second = b.tensors();
    for (size_t i = 0; i < first.size(); ++i)
        if (first[i].values != second[i].values)
            return false;
    return first.size() == second.size();
}

const NetworkShape small{Cell::Lstm, 1, 2, 8, 0.2};

} // namespace

class TestTrainingLoop : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        if (const auto engine = neuralEngine(); !engine)
            QSKIP(qPrintable(engine.error().message));
    }
    void sameSeedSameBits_data()
    {
        QTest::addColumn<Cell>("cell");
        QTest::newRow("lstm") << Cell::Lstm;
        QTest::newRow("gru") << Cell::Gru;
    }
    void sameSeedSameBits()
    {
        QFETCH(Cell, cell);
        NetworkShape shape = small;
        shape.cell = cell;
        const Trained first = trained(shape, quick(3), sine(50, 10), sine(10, 10, 60));
        const Trained second = trained(shape, quick(3), sine(50, 10), sine(10, 10, 60));
        VERIFY_RESULT(first.result);
        QVERIFY(sameWeights(*first.network, *second.network));
        for (int i = 0; i < 3; ++i)
            QCOMPARE(first.epochs[i].training, second.epochs[i].training);
        ModelSpec other = quick(3);
        other.seed = 2;
        QVERIFY(!sameWeights(*first.network, *trained(shape, other, sine(50, 10), sine(10, 10, 60)).network));
    }
    // The seed of batches and dropout alone, from equal first weights.
    void seedCoversShufflingAndDropout()
    {
        const auto run = [](quint64 seed, double dropout) {
            const auto network = (*neuralEngine())->create({Cell::Lstm, 1, 1, 4, dropout}, 1);
            ModelSpec spec = quick(1);
            spec.seed = seed;
            spec.batch = 50; // one batch: the order cannot matter much, dropout does
            JobContext job;
            double loss = 0;
            (void)train(*network, sine(50, 10), {}, spec, [&](const EpochLosses &e) { loss = e.training; }, job);
            return loss;
        };
        QVERIFY(std::abs(run(1, 0.0) - run(2, 0.0)) < 1e-6);
        QVERIFY(std::abs(run(1, 0.5) - run(2, 0.5)) > 1e-6);
        QCOMPARE(run(1, 0.5), run(1, 0.5));
    }
    void learnsASine()
    {
        NetworkShape shape = small;
        shape.dropout = 0;
        const Trained run = trained(shape, quick(60), sine(100, 12), sine(20, 12, 115));
        VERIFY_RESULT(run.result);
        QCOMPARE(run.epochs.size(), 60);
        QVERIFY2(run.epochs.last().validation < 0.002, qPrintable(QString::number(run.epochs.last().validation)));
        QVERIFY(run.epochs.last().training < run.epochs.first().training / 10);
        for (int i = 0; i < run.epochs.size(); ++i) {
            QCOMPARE(run.epochs[i].epoch, i + 1);
            QCOMPARE(run.epochs[i].epochs, 60);
            QVERIFY(run.epochs[i].seconds > 0);
        }
    }
    // A validation part that training can only make worse: targets turned upside down.
    void stopsEarlyAndKeepsTheBest()
    {
        WindowSet hostile = sine(20, 10, 60);
        for (float &target : hostile.targets)
            target = 1.0F - target;
        ModelSpec spec = quick(200);
        spec.patience = 4;
        const Trained run = trained({Cell::Lstm, 1, 1, 8, 0.0}, spec, sine(100, 10), hostile);
        VERIFY_RESULT(run.result);
        QVERIFY(run.epochs.size() < 200);
        int best = 0;
        for (int i = 0; i < run.epochs.size(); ++i) {
            const bool isBetter = i == 0 || run.epochs[i].validation < run.epochs[best].validation;
            QCOMPARE(run.epochs[i].isBest, isBetter);
            best = isBetter ? i : best;
        }
        QCOMPARE(int(run.epochs.size()), best + 1 + 4);
        const auto outputs = run.network->predict(StoredWindows(hostile));
        VERIFY_RESULT(outputs);
        double loss = 0;
        for (int i = 0; i < hostile.count; ++i)
            loss += std::pow(double((*outputs)[size_t(i)] - hostile.targets[size_t(i)]), 2) / hostile.count;
        QVERIFY(std::abs(loss - run.epochs[best].validation) < 1e-6);
    }
    void withoutValidationTheLastEpochCounts()
    {
        ModelSpec spec = quick(5);
        spec.patience = 1;
        const Trained run = trained(small, spec, sine(40, 10), {});
        VERIFY_RESULT(run.result);
        QCOMPARE(run.epochs.size(), 5);
        QVERIFY(std::isnan(run.epochs.last().validation));
        QVERIFY(run.epochs.last().isBest);
        QVERIFY(!run.epochs.first().isBest);
    }
    void stopsWithinABatch()
    {
        const auto network = (*neuralEngine())->create(small, 1);
        JobContext job;
        int epochs = 0;
        const auto result = train(*network, sine(50, 10), {}, quick(1000), [&](const EpochLosses &) {
            ++epochs;
            job.requestStop();
        }, job);
        QVERIFY(!result);
        QVERIFY(result.error().isCancelled());
        QCOMPARE(epochs, 1);
    }
    void runawayTrainingSaysWhatToChange()
    {
        WindowSet wild = sine(50, 10);
        for (float &target : wild.targets)
            target *= 1e30F;
        const Trained run = trained({Cell::Lstm, 1, 1, 4, 0.0}, quick(5), wild, {});
        QVERIFY(!run.result);
        QCOMPARE(run.result.error().code, ErrorCode::Diverged);
        QVERIFY(run.result.error().message.contains(QStringLiteral("learning rate")));
    }
    void hugeLearningRateEndsCleanly()
    {
        ModelSpec spec = quick(30);
        spec.learningRate = 1e30;
        const Trained run = trained({Cell::Gru, 1, 1, 4, 0.0}, spec, sine(50, 10), sine(10, 10, 60));
        QVERIFY(!run.result);
        QCOMPARE(run.result.error().code, ErrorCode::Diverged);
    }
    void constantSeriesIsLearnt()
    {
        for (Loss loss : {Loss::Mse, Loss::Mae, Loss::Huber}) {
            ModelSpec spec = quick(80);
            spec.loss = loss;
            const Trained run = trained({Cell::Lstm, 1, 1, 4, 0.0}, spec, constant(40, 6, 0.5F), constant(8, 6, 0.5F));
            VERIFY_RESULT(run.result);
            const auto output = run.network->predict(constant(1, 6, 0.5F).inputs, 1, 6, 1);
            VERIFY_RESULT(output);
            QVERIFY2(std::abs(output->front() - 0.5F) < 0.02F, qPrintable(lossName(loss)));
        }
    }
    // Mean of |e|, e^2 and Huber's with delta 0.1, of weights that are all zero but the bias of the head.
    void lossesAreWhatTheyAreCalled_data()
    {
        QTest::addColumn<Loss>("loss");
        QTest::addColumn<double>("expected"); // errors 0.05, -0.5, 1.0 by hand
        QTest::newRow("mse") << Loss::Mse << (0.0025 + 0.25 + 1.0) / 3;
        QTest::newRow("mae") << Loss::Mae << (0.05 + 0.5 + 1.0) / 3;
        QTest::newRow("huber") << Loss::Huber << (0.5 * 0.0025 + 0.1 * (0.5 - 0.05) + 0.1 * (1.0 - 0.05)) / 3;
    }
    void lossesAreWhatTheyAreCalled()
    {
        QFETCH(Loss, loss);
        QFETCH(double, expected);
        const auto network = (*neuralEngine())->create({Cell::Lstm, 1, 1, 4, 0.0}, 1);
        auto tensors = network->tensors();
        for (Tensor &tensor : tensors)
            std::fill(tensor.values.begin(), tensor.values.end(), 0.0F);
        tensors.back().values[0] = 1.0F;
        const auto isSet = network->setTensors(tensors);
        VERIFY_RESULT(isSet);
        const WindowSet set{3, 2, 1, std::vector<float>(6, 0.3F), {1.05F, 0.5F, 2.0F}};
        ModelSpec spec = quick(1);
        spec.loss = loss;
        JobContext job;
        double measured = 0;
        const auto result = train(*network, set, {}, spec, [&](const EpochLosses &e) { measured = e.training; }, job);
        VERIFY_RESULT(result);
        QVERIFY2(std::abs(measured - expected) < 1e-6, qPrintable(QString::number(measured)));
    }
};

FORETRAIL_TEST_MAIN(TestTrainingLoop, QCoreApplication)
#include "tst_training_loop.moc"
