#include "core/neural/engine/NeuralEngines.h"
#include "tests/support/TestSupport.h"

#include <cmath>
#include <map>
#include <random>

using namespace foretrail;

namespace {

// The equations of the cells, one number at a time in double precision, as Hochreiter and Schmidhuber (1997, with the
// forget gate of Gers, 2000) and Cho (2014, in the variant with the reset gate after the product) give them:
//   LSTM  i, f, o = s(W x + b + U h + c), g = tanh(...), cell = f cell + i g, h = o tanh(cell)
//   GRU   r, z = s(W x + b + U h + c), n = tanh(W x + b + r (U h + c)), h = (1 - z) n + z h
class ByHand {
public:
    ByHand(const NetworkShape &shape, const std::vector<Tensor> &tensors) : m_shape(shape)
    {
        for (const Tensor &tensor : tensors)
            m_tensors[tensor.name] = tensor;
    }

    double output(std::span<const float> window, int lookback) const
    {
        std::vector<std::vector<double>> sequence;
        for (int t = 0; t < lookback; ++t)
            sequence.emplace_back(window.begin() + t * m_shape.features, window.begin() + (t + 1) * m_shape.features);
        for (int layer = 0; layer < m_shape.layers; ++layer)
            sequence = runLayer(sequence, layer);
        const Tensor &weight = m_tensors.at("head.weight");
        double sum = m_tensors.at("head.bias").values[0];
        for (int u = 0; u < m_shape.units; ++u)
            sum += double(weight.values[size_t(u)]) * sequence.back()[size_t(u)];
        return sum;
    }

private:
    static double logistic(double x) { return 1 / (1 + std::exp(-x)); }

    double product(const std::string &kind, int layer, int row, const std::vector<double> &x) const
    {
        const std::string prefix = m_shape.cell == Cell::Lstm ? "lstm." : "gru.";
        const std::string suffix = "_" + kind + "_l" + std::to_string(layer);
        const Tensor &weight = m_tensors.at(prefix + "weight" + suffix);
        double sum = m_tensors.at(prefix + "bias" + suffix).values[size_t(row)];
        for (size_t i = 0; i < x.size(); ++i)
            sum += double(weight.values[size_t(row) * x.size() + i]) * x[i];
        return sum;
    }

    std::vector<std::vector<double>> runLayer(const std::vector<std::vector<double>> &inputs, int layer) const
    {
        const auto units = size_t(m_shape.units);
        std::vector<double> h(units, 0.0);
        std::vector<double> cell(units, 0.0);
        std::vector<std::vector<double>> outputs;
        for (const std::vector<double> &x : inputs) {
            std::vector<double> next(units);
            for (int u = 0; u < m_shape.units; ++u) {
                const auto gate = [&](int k) { return std::pair(product("ih", layer, k * m_shape.units + u, x),
                                                                product("hh", layer, k * m_shape.units + u, h)); };
                const auto [a0, b0] = gate(0);
                const auto [a1, b1] = gate(1);
                const auto [a2, b2] = gate(2);
                if (m_shape.cell == Cell::Lstm) {
                    const auto [a3, b3] = gate(3);
                    double &c = cell[size_t(u)];
                    c = logistic(a1 + b1) * c + logistic(a0 + b0) * std::tanh(a2 + b2);
                    next[size_t(u)] = logistic(a3 + b3) * std::tanh(c);
                } else {
                    const double z = logistic(a1 + b1);
                    const double n = std::tanh(a2 + logistic(a0 + b0) * b2);
                    next[size_t(u)] = (1 - z) * n + z * h[size_t(u)];
                }
            }
            h = next;
            outputs.push_back(h);
        }
        return outputs;
    }

    const NetworkShape m_shape;
    std::map<std::string, Tensor> m_tensors;
};

} // namespace

Q_DECLARE_METATYPE(foretrail::NetworkShape)

class TestCells : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        if (const auto engine = neuralEngine(); !engine)
            QSKIP(qPrintable(engine.error().message));
    }
    void outputsFollowTheEquationsInLibTorchToo_data() { outputsFollowTheEquations_data(); }
    void outputsFollowTheEquationsInLibTorchToo()
    {
        if (const auto engine = torchEngine(); !engine)
            QSKIP(qPrintable(engine.error().message));
        compareByHand(EngineKind::Torch);
    }
    void outputsFollowTheEquations_data()
    {
        QTest::addColumn<NetworkShape>("shape");
        QTest::addColumn<int>("lookback");
        QTest::addColumn<int>("count");
        QTest::newRow("lstm smallest") << NetworkShape{Cell::Lstm, 1, 1, 1, 0} << 1 << 1;
        QTest::newRow("lstm one layer") << NetworkShape{Cell::Lstm, 1, 1, 8, 0} << 12 << 5;
        QTest::newRow("lstm features") << NetworkShape{Cell::Lstm, 7, 2, 5, 0} << 9 << 3;
        QTest::newRow("lstm article, dropout off outside training") << NetworkShape{Cell::Lstm, 1, 3, 64, 0.2} << 30 << 2;
        QTest::newRow("lstm more than a batch of evaluation") << NetworkShape{Cell::Lstm, 1, 1, 3, 0} << 4 << 300;
        QTest::newRow("gru smallest") << NetworkShape{Cell::Gru, 1, 1, 1, 0} << 1 << 1;
        QTest::newRow("gru one layer") << NetworkShape{Cell::Gru, 1, 1, 8, 0} << 12 << 5;
        QTest::newRow("gru features, layers") << NetworkShape{Cell::Gru, 3, 3, 6, 0.5} << 15 << 4;
    }
    void outputsFollowTheEquations() { compareByHand(EngineKind::Own); }
    static void compareByHand(EngineKind kind)
    {
        QFETCH(NetworkShape, shape);
        QFETCH(int, lookback);
        QFETCH(int, count);
        const auto network = (*neuralEngine(kind))->create(shape, 11);
        QVERIFY(network);
        std::mt19937 random(3);
        std::vector<float> inputs(size_t(count) * size_t(lookback) * size_t(shape.features));
        for (float &value : inputs)
            value = float(random() % 4001) / 1000.0F - 2.0F;
        const auto outputs = network->predict(inputs, count, lookback, shape.features);
        VERIFY_RESULT(outputs);
        QCOMPARE(int(outputs->size()), count);
        const ByHand byHand(shape, network->tensors());
        const size_t width = size_t(lookback) * size_t(shape.features);
        double spread = 0;
        for (int i = 0; i < count; ++i) {
            const double expected = byHand.output(std::span(inputs).subspan(size_t(i) * width, width), lookback);
            QVERIFY2(std::abs(double((*outputs)[size_t(i)]) - expected) < 2e-5,
                     qPrintable(QStringLiteral("window %1: %2, by hand %3").arg(i).arg((*outputs)[size_t(i)]).arg(expected)));
            spread += std::abs(expected);
        }
        QVERIFY(spread > 0); // not all zero, which would compare equal to anything broken in the same way
    }
    void weightsCanBeCarriedOver()
    {
        const NetworkShape shape{Cell::Gru, 2, 2, 4, 0};
        const auto first = (*neuralEngine())->create(shape, 1);
        const auto second = (*neuralEngine())->create(shape, 2);
        const std::vector<float> window{0.1F, 0.2F, 0.3F, 0.4F, 0.5F, 0.6F};
        QVERIFY(*first->predict(window, 1, 3, 2) != *second->predict(window, 1, 3, 2));
        VERIFY_RESULT(second->setTensors(first->tensors()));
        QVERIFY(*first->predict(window, 1, 3, 2) == *second->predict(window, 1, 3, 2));
    }
    void weightsOfAnotherShapeAreRefused()
    {
        const auto lstm = (*neuralEngine())->create({Cell::Lstm, 1, 1, 4, 0}, 1);
        const auto wider = (*neuralEngine())->create({Cell::Lstm, 1, 1, 5, 0}, 1);
        const auto gru = (*neuralEngine())->create({Cell::Gru, 1, 1, 4, 0}, 1);
        for (const auto *other : {&wider, &gru}) {
            const auto set = lstm->setTensors((*other)->tensors());
            QVERIFY(!set);
            QCOMPARE(set.error().code, ErrorCode::Format);
        }
        QVERIFY(!lstm->setTensors({}));
    }
    void wrongNumberOfInputsIsAnError()
    {
        const auto network = (*neuralEngine())->create({Cell::Lstm, 1, 1, 4, 0}, 1);
        QVERIFY(!network->predict(std::vector<float>(5), 2, 3, 1));
    }
};

FORETRAIL_TEST_MAIN(TestCells, QCoreApplication)
#include "tst_cells.moc"
