// Our engine beside LibTorch's own LSTM and GRU modules: the same weights, windows and dropout mask must give the same outputs, loss and
// gradient of every parameter.
#include "core/neural/engine/Kernels.h"
#include "core/neural/engine/NeuralEngines.h"
#include "core/neural/interface/DropoutMask.h"
#include "tests/support/TestSupport.h"

#include <cmath>
#include <random>

using namespace foretrail;

namespace {

/// Windows of noise with everything a window may have.
class NoiseWindows : public Windows {
public:
    NoiseWindows(int count, const WindowSize &size, const NetworkShape &shape, bool isPositive) : m_count(count), m_size(size), m_entities(shape.entities)
    {
        std::mt19937 random(17);
        const auto fill = [&](std::vector<float> &values, int each, float low) {
            values.resize(size_t(count) * size_t(each));
            for (float &value : values)
                value = low + (2.0F - low) * float(random() % 4001) / 4000.0F;
        };
        fill(m_inputs, size.lookback * size.features, -2.0F);
        fill(m_extras, size.extras, -2.0F);
        fill(m_targets, size.targets, isPositive ? 0.0F : -2.0F);
        fill(m_weights, 1, 0.5F);
        fill(m_scales, 1, 0.5F);
    }
    qint64 count() const override { return m_count; }
    WindowSize size() const override { return m_size; }
    void leaveOut(size_t target) { m_targets[target] = std::numeric_limits<float>::quiet_NaN(); }
    void gather(std::span<const qint64> windows, const WindowBatch &batch) const override
    {
        for (size_t r = 0; r < windows.size(); ++r) {
            const auto w = size_t(windows[r]);
            for (size_t t = 0; t < size_t(m_size.lookback); ++t)
                for (size_t f = 0; f < size_t(m_size.features); ++f)
                    batch.inputs[(t * windows.size() + r) * size_t(batch.stride) + f] = m_inputs[(w * size_t(m_size.lookback) + t) * size_t(m_size.features) + f];
            std::copy_n(m_extras.data() + w * size_t(m_size.extras), m_size.extras, batch.extras + r * size_t(m_size.extras));
            if (m_entities > 0)
                batch.entities[r] = int(w) % m_entities;
            if (!batch.targets)
                continue;
            std::copy_n(m_targets.data() + w * size_t(m_size.targets), m_size.targets, batch.targets + r * size_t(m_size.targets));
            batch.weights[r] = m_weights[w];
            batch.scales[r] = m_scales[w];
        }
    }

private:
    int m_count;
    WindowSize m_size;
    int m_entities;
    std::vector<float> m_inputs, m_extras, m_targets, m_weights, m_scales;
};

struct Case {
    NetworkShape shape;
    int lookback = 10;
    int rows = 5;
    Loss loss = Loss::Mse;
};

/// Largest difference over the largest value.
double difference(const std::vector<float> &a, const std::vector<float> &b)
{
    double largest = 1e-30;
    double off = a.size() == b.size() ? 0 : 1;
    for (size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
        largest = std::max(largest, double(std::abs(b[i])));
        off = std::max(off, double(std::abs(a[i] - b[i])));
    }
    return off / largest;
}

TrainingSettings settingsFor(const Case &one)
{
    TrainingSettings settings;
    settings.loss = one.loss;
    settings.batch = one.rows;
    settings.seed = 5;
    if (one.loss == Loss::Pinball)
        settings.quantiles = {0.1, 0.5, 0.9};
    return settings;
}

WindowSize sizeFor(const Case &one)
{
    return {one.lookback, one.shape.features, one.shape.extras, one.shape.outputs / outputsPerTarget(settingsFor(one))};
}

} // namespace

Q_DECLARE_METATYPE(Case)
Q_DECLARE_METATYPE(foretrail::Device)

class TestEngine : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        if (const auto engine = neuralEngine(); !engine)
            QSKIP(qPrintable(engine.error().message));
    }
    void equalsLibTorch_data()
    {
        QTest::addColumn<Case>("one");
        const auto row = [](const char *name, const Case &one) { QTest::newRow(name) << one; };
        for (const Cell cell : {Cell::Lstm, Cell::Gru}) {
            const QByteArray name = cell == Cell::Lstm ? "lstm " : "gru ";
            for (int layers = 1; layers <= 4; ++layers)
                for (const double dropout : {0.0, 0.3})
                    row(name + QByteArray::number(layers) + " layers, dropout " + QByteArray::number(dropout), {{cell, 3, layers, 13, dropout}, 9, 7});
            for (const int lookback : {1, 2, 31, 200})
                row(name + "length " + QByteArray::number(lookback), {{cell, 1, 2, 17, 0.2}, lookback, 5});
            row(name + "one of everything", {{cell, 1, 1, 1, 0}, 1, 1});
            row(name + "two inputs, many rows", {{cell, 2, 2, 8, 0.5}, 6, 131});
            row(name + "article", {{cell, 1, 3, 64, 0.2}, 30, 32});
            row(name + "wide", {{cell, 8, 1, 96, 0.1, 28}, 28, 40});
            row(name + "several outputs, extras, embedding", {{cell, 5, 2, 11, 0.25, 6, 4, 3, 2}, 8, 19});
        }
        for (const Cell cell : {Cell::Lstm, Cell::Gru}) {
            Case dropped{{cell, 3, 2, 13, 0.2}, 9, 33};
            dropped.shape.recurrentDropout = 0.4;
            row(cell == Cell::Lstm ? "lstm, recurrent dropout" : "gru, recurrent dropout", dropped);
        }
        row("mae", {{Cell::Lstm, 2, 1, 9, 0, 3}, 7, 11, Loss::Mae});
        row("huber", {{Cell::Lstm, 2, 1, 9, 0, 3}, 7, 11, Loss::Huber});
        row("pinball", {{Cell::Lstm, 2, 1, 9, 0, 12}, 7, 11, Loss::Pinball});
        row("negative binomial", {{Cell::Lstm, 2, 1, 9, 0, 8}, 7, 11, Loss::NegativeBinomial});
        row("tweedie", {{Cell::Lstm, 2, 1, 9, 0, 4}, 7, 11, Loss::Tweedie});
    }
    void equalsLibTorch() { compareWith(Device::Processor); }
    void equalsLibTorchOnGpu_data() { equalsLibTorch_data(); }
    void equalsLibTorchOnGpu() { compareWith(Device::Gpu); }
    static void compareWith(Device device)
    {
        const auto oracle = torchEngine(device);
        if (!oracle)
            QSKIP(qPrintable(oracle.error().message));
        QFETCH(Case, one);
        NoiseWindows windows(one.rows, sizeFor(one), one.shape, one.loss == Loss::Tweedie || one.loss == Loss::NegativeBinomial);
        if (one.rows > 1)
            windows.leaveOut(0);
        const auto own = (*neuralEngine())->create(one.shape, 3)->differentiate(windows, settingsFor(one), 4);
        const auto theirs = (*oracle)->create(one.shape, 3)->differentiate(windows, settingsFor(one), 4);
        VERIFY_RESULT(own);
        VERIFY_RESULT(theirs);
        QVERIFY2(difference(own->outputs, theirs->outputs) < 1e-5, qPrintable(QString::number(difference(own->outputs, theirs->outputs))));
        QVERIFY2(std::abs(own->loss - theirs->loss) < 1e-5 * std::abs(theirs->loss), qPrintable(QString::number(own->loss)));
        QCOMPARE(own->gradients.size(), theirs->gradients.size());
        for (size_t i = 0; i < own->gradients.size(); ++i) {
            const double off = difference(own->gradients[i].values, theirs->gradients[i].values);
            QCOMPARE(own->gradients[i].name, theirs->gradients[i].name);
            QVERIFY2(off < 1e-5, qPrintable(QStringLiteral("%1: %2").arg(QString::fromStdString(own->gradients[i].name)).arg(off)));
        }
    }
    void gradientsAreSlopes_data()
    {
        QTest::addColumn<Case>("one");
        QTest::newRow("lstm") << Case{{Cell::Lstm, 2, 2, 3, 0.3, 2, 1, 2, 2}, 4, 3};
        QTest::newRow("gru") << Case{{Cell::Gru, 2, 2, 3, 0.3, 2, 1, 2, 2}, 4, 3};
        Case dropped{{Cell::Lstm, 2, 2, 3, 0, 2}, 4, 3};
        dropped.shape.recurrentDropout = 0.5;
        QTest::newRow("recurrent dropout") << dropped;
        QTest::newRow("negative binomial") << Case{{Cell::Gru, 1, 1, 3, 0, 2}, 4, 3, Loss::NegativeBinomial};
        QTest::newRow("tweedie") << Case{{Cell::Lstm, 1, 1, 3, 0, 1}, 4, 3, Loss::Tweedie};
    }
    // Central differences, whose own error is some 1e-4 in single precision.
    void gradientsAreSlopes()
    {
        QFETCH(Case, one);
        const NoiseWindows windows(one.rows, sizeFor(one), one.shape, true);
        const auto network = (*neuralEngine())->create(one.shape, 3);
        const TrainingSettings settings = settingsFor(one);
        const auto analytic = network->differentiate(windows, settings, 4);
        VERIFY_RESULT(analytic);
        const std::vector<Tensor> weights = network->tensors();
        constexpr float step = 4e-3F;
        double largest = 0;
        for (size_t i = 0; i < weights.size(); ++i)
            for (size_t k = 0; k < weights[i].values.size(); ++k) {
                double loss[2];
                for (const int side : {0, 1}) {
                    std::vector<Tensor> moved = weights;
                    moved[i].values[k] += side == 0 ? -step : step;
                    VERIFY_RESULT(network->setTensors(moved));
                    loss[side] = network->differentiate(windows, settings, 4)->loss;
                }
                const double slope = (loss[1] - loss[0]) / (2.0 * double(step));
                const auto gradient = double(analytic->gradients[i].values[k]);
                largest = std::max(largest, std::abs(slope));
                QVERIFY2(std::abs(slope - gradient) < 5e-4, qPrintable(QStringLiteral("%1[%2]: %3, slope %4").arg(QString::fromStdString(weights[i].name)).arg(k).arg(gradient).arg(slope)));
            }
        QVERIFY(largest > 0.05);
    }
    // LibTorch's optimisers on the same batches: after some epochs the weights have gone the same way.
    void trainsAsLibTorch_data()
    {
        QTest::addColumn<Optimiser>("optimiser");
        QTest::addColumn<double>("weightDecay");
        QTest::addColumn<Device>("device");
        for (const Device device : {Device::Processor, Device::Gpu}) {
            const QByteArray where = device == Device::Gpu ? ", GPU" : "";
            QTest::newRow("adam" + where) << Optimiser::Adam << 0.0 << device;
            QTest::newRow("adam, decay" + where) << Optimiser::Adam << 0.01 << device;
            QTest::newRow("adamw" + where) << Optimiser::AdamW << 0.05 << device;
            QTest::newRow("rmsprop" + where) << Optimiser::RmsProp << 0.01 << device;
            QTest::newRow("sgd" + where) << Optimiser::Sgd << 0.01 << device;
        }
    }
    void trainsAsLibTorch()
    {
        QFETCH(Device, device);
        const auto oracle = torchEngine(device);
        if (!oracle)
            QSKIP(qPrintable(oracle.error().message));
        QFETCH(Optimiser, optimiser);
        QFETCH(double, weightDecay);
        const Case one{{Cell::Lstm, 2, 2, 8, 0.2, 3}, 6, 40};
        const NoiseWindows windows(one.rows, sizeFor(one), one.shape, false);
        TrainingSettings settings = settingsFor(one);
        settings.optimiser = optimiser;
        settings.weightDecay = weightDecay;
        settings.batch = 16;
        settings.learningRate = optimiser == Optimiser::Sgd ? 0.05 : 3e-3;
        std::vector<Tensor> after[2];
        double loss[2];
        JobContext job;
        for (const int i : {0, 1}) {
            const auto network = (i == 0 ? *neuralEngine() : *oracle)->create(one.shape, 3);
            const auto trainer = network->trainer(windows, settings);
            for (int epoch = 0; epoch < 4; ++epoch) {
                const auto done = trainer->runEpoch(job);
                VERIFY_RESULT(done);
                loss[i] = done->loss;
            }
            after[i] = network->tensors();
        }
        QVERIFY2(std::abs(loss[0] - loss[1]) < 1e-4, qPrintable(QString::number(loss[0] - loss[1])));
        const auto start = (*neuralEngine())->create(one.shape, 3)->tensors();
        for (size_t i = 0; i < start.size(); ++i) {
            QVERIFY2(difference(after[0][i].values, after[1][i].values) < 2e-3, start[i].name.c_str());
            QVERIFY2(difference(after[0][i].values, start[i].values) > 1e-2, start[i].name.c_str()); // they did move
        }
    }
    void gpuThatIsNotThereIsSaid()
    {
        const auto processor = torchEngine();
        if (!processor)
            QSKIP(qPrintable(processor.error().message));
        const auto gpu = torchEngine(Device::Gpu);
        if (gpu) {
            QVERIFY((*gpu)->description().ends_with("GPU"));
            return;
        }
        QCOMPARE(gpu.error().code, ErrorCode::Unsupported);
        QVERIFY2(gpu.error().message.contains(QStringLiteral("GPU")), qPrintable(gpu.error().message));
    }
    // The share dropped, in all and along each axis, and no two layers or batches alike.
    void dropoutDropsItsShare()
    {
        constexpr double share = 0.2;
        constexpr int count = 100'000;
        const uint32_t threshold = neural::dropoutThreshold(share);
        std::vector<bool> first;
        for (const uint32_t key : {neural::dropoutKey(1, 0, 0), neural::dropoutKey(1, 0, 1), neural::dropoutKey(1, 1, 0), neural::dropoutKey(2, 0, 0)}) {
            int dropped = 0;
            int alike = 0;
            for (int i = 0; i < count; ++i) {
                const bool isKept = neural::dropoutKeeps(key, uint32_t(i), threshold);
                dropped += isKept ? 0 : 1;
                if (first.size() < size_t(count))
                    first.push_back(isKept);
                else
                    alike += first[size_t(i)] == isKept ? 1 : 0;
            }
            const double spread = 4.5 * std::sqrt(count * share * (1 - share)); // of a binomial count
            QVERIFY2(std::abs(dropped - share * count) < spread, qPrintable(QString::number(dropped)));
            if (alike > 0) {
                const double chance = share * share + (1 - share) * (1 - share);
                QVERIFY2(std::abs(alike - chance * count) < 4.5 * std::sqrt(count * chance * (1 - chance)), qPrintable(QString::number(alike)));
            }
        }
    }
    // Each instruction set this processor has, against the plainest: tanh within its promise, gates within rounding.
    void instructionSetsAgree()
    {
        const neural::Kernels *sets[3] = {};
        const size_t count = neural::kernelSets(sets, 3);
        constexpr int rows = 3;
        constexpr int units = 37;
        for (size_t s = 0; s < count; ++s) {
            std::vector<float> gates(rows * 4 * units);
            for (size_t i = 0; i < gates.size(); ++i)
                gates[i] = float(i % 97) * 0.25F - 12.0F;
            const std::vector<float> sums = gates;
            std::vector<float> cell(rows * units), tanhCell(rows * units), hidden(rows * units);
            sets[s]->lstmForward(gates.data(), nullptr, cell.data(), tanhCell.data(), hidden.data(), rows, units);
            for (int r = 0; r < rows; ++r)
                for (int u = 0; u < units; ++u) {
                    const size_t at = size_t(r) * 4 * units + size_t(u);
                    const double i = 1 / (1 + std::exp(-double(sums[at])));
                    const double g = std::tanh(double(sums[at + 2 * units]));
                    const double o = 1 / (1 + std::exp(-double(sums[at + 3 * units])));
                    QVERIFY2(std::abs(double(hidden[size_t(r) * units + size_t(u)]) - o * std::tanh(i * g)) < 1e-6, sets[s]->name);
                }
        }
    }
};

FORETRAIL_TEST_MAIN(TestEngine, QCoreApplication)
#include "tst_engine.moc"
