// A recurrent network opened to look into: against equations worked by hand, PyTorch (tests/data/cell_reference.py), the engine that
// trains, and the forecasts of a stored run.
#include "core/neural/engine/NeuralEngines.h"
#include "core/neural/engine/SequencePass.h"
#include "core/preparation/Presets.h"
#include "core/training/CellEquations.h"
#include "core/training/Experiment.h"
#include "core/training/OpenedCell.h"
#include "tests/core/training/DailyShop.h"
#include "tests/support/TestSupport.h"

#include <cmath>
#include <numeric>
#include <random>

using namespace foretrail;

namespace {

constexpr double agreed = 1e-6; // of what is compared, and of the largest of its kind

/// The same weights as cell_reference.py.
std::vector<Tensor> tensorsOfFormula(const NetworkShape &shape)
{
    std::vector<Tensor> tensors = initialTensors(shape, 1);
    for (size_t t = 0; t < tensors.size(); ++t)
        for (size_t k = 0; k < tensors[t].values.size(); ++k)
            tensors[t].values[k] = float(0.8 * std::sin(1.7 * double(k + 1) + double(t)));
    return tensors;
}

/// network, what -> values in order.
std::map<std::pair<QByteArray, QByteArray>, std::vector<double>> pyTorchFigures()
{
    std::map<std::pair<QByteArray, QByteArray>, std::vector<double>> figures;
    for (const QByteArray &line : test::readAll(test::dataFile(QStringLiteral("cell_reference.csv"))).trimmed().split('\n').mid(1)) {
        const QList<QByteArray> cells = line.split(',');
        figures[{cells[0], cells[1]}].push_back(cells[3].toDouble());
    }
    return figures;
}

/// The largest distance as a share of the largest value; not a number where lengths differ.
template<class A, class B>
double distance(const A *a, const B *b, size_t count)
{
    double farthest = 0;
    double largest = 1e-300;
    for (size_t i = 0; i < count; ++i) {
        farthest = std::max(farthest, std::abs(double(a[i]) - double(b[i])));
        largest = std::max(largest, std::abs(double(b[i])));
    }
    return farthest / largest;
}

double distance(const std::vector<double> &a, const std::vector<double> &b)
{
    return a.size() == b.size() && !a.empty() ? distance(a.data(), b.data(), a.size()) : missing;
}

std::vector<double> someWindow(int lookback, int features)
{
    std::mt19937 random(5);
    std::vector<double> window(size_t(lookback) * size_t(features));
    for (double &value : window)
        value = double(float(random() % 4001) / 2000.0F - 1.0F);
    return window;
}

/// The same for one that sees more.
TracedWindow someTracedWindow(int lookback, const NetworkShape &shape)
{
    const std::vector<double> values = someWindow(lookback + shape.extras, std::max(shape.features, 1));
    TracedWindow window;
    window.inputs.assign(values.begin(), values.begin() + std::ptrdiff_t(lookback * shape.features));
    window.extras.assign(values.end() - std::ptrdiff_t(shape.extras), values.end());
    window.entity = std::max(shape.entities - 2, 0);
    window.output = shape.outputs - 1;
    return window;
}

class OneWindow : public Windows {
public:
    OneWindow(const TracedWindow &window, const NetworkShape &shape) : m_window(window), m_shape(shape) {}
    qint64 count() const override { return 1; }
    WindowSize size() const override { return {int(m_window.inputs.size()) / m_shape.features, m_shape.features, m_shape.extras, m_shape.outputs}; }
    void gather(std::span<const qint64>, const WindowBatch &batch) const override
    {
        for (size_t step = 0; step < m_window.inputs.size() / size_t(m_shape.features); ++step)
            for (size_t f = 0; f < size_t(m_shape.features); ++f)
                batch.inputs[step * size_t(batch.stride) + f] = float(m_window.inputs[step * size_t(m_shape.features) + f]);
        std::copy(m_window.extras.begin(), m_window.extras.end(), batch.extras);
        if (m_shape.entities > 0)
            batch.entities[0] = m_window.entity;
    }

private:
    const TracedWindow m_window;
    const NetworkShape m_shape;
};

TrainingSpec specOf(const QString &model)
{
    TrainingSpec spec = test::dailySpec(model, 3);
    spec.model.layers = 2;
    spec.model.units = 5;
    return spec;
}

/// A workspace with the series "shop" (100 days) and a run on it.
struct Trained {
    explicit Trained(const TrainingSpec &spec)
    {
        Result<Workspace> created = Workspace::create(folder.filePath(QStringLiteral("shop.foretrail")));
        workspace = std::make_unique<Workspace>(std::move(*created));
        added = test::addDays(*workspace, 0, 100, "shop");
        id = trainAndStore(*workspace, spec, job);
    }
    QTemporaryDir folder;
    std::unique_ptr<Workspace> workspace;
    JobContext job;
    Result<void> added{};
    Result<RunId> id = fail(Error::cancelled());
};

} // namespace

Q_DECLARE_METATYPE(foretrail::NetworkShape)

class TestCell : public QObject {
    Q_OBJECT

    static bool lacksEngine() { return !neuralEngine(); }

private Q_SLOTS:
    // One unit whose weights are mostly 0: x = 1, then 0. i = sigma(1), g = tanh(2), f = o = 1/2; then i = f = o = 1/2, g = 0.
    void lstmByHand()
    {
        std::vector<Tensor> tensors = initialTensors({Cell::Lstm, 1, 1, 1, 0}, 1);
        for (Tensor &tensor : tensors)
            std::fill(tensor.values.begin(), tensor.values.end(), 0.0F);
        tensors[0].values = {1, 0, 2, 0};
        tensors[4].values = {3};
        tensors[5].values = {0.25F};
        const auto network = TracedNetwork::from(tensors);
        VERIFY_RESULT(network);
        const NetworkTrace trace = network->trace(std::vector<double>{1, 0});
        const double cell = 1 / (1 + std::exp(-1.0)) * std::tanh(2.0);
        QCOMPARE(trace.layers[0].cell(0, 0), cell);
        QCOMPARE(trace.layers[0].state(0, 0), 0.5 * std::tanh(cell));
        QCOMPARE(trace.layers[0].cell(1, 0), 0.5 * cell);
        QCOMPARE(trace.layers[0].state(1, 0), 0.5 * std::tanh(0.5 * cell));
        QCOMPARE(trace.output, 0.25 + 3 * 0.5 * std::tanh(0.5 * cell));
        const UnitEquations unit = unitEquations(*network, trace, 0, 0, 0);
        QCOMPARE(unit.gates[0].argument, 1.0);
        QCOMPARE(unit.gates[2].argument, 2.0);
        QCOMPARE(unit.gates[1].value, 0.5);
        QCOMPARE(unit.gates[3].value, 0.5);
        QCOMPARE(unit.cell, cell);
    }
    // r = sigma(0), z = sigma(1), n = tanh(2 + r 1); h = (1 - z) n, as the state before it is 0.
    void gruByHand()
    {
        std::vector<Tensor> tensors = initialTensors({Cell::Gru, 1, 1, 1, 0}, 1);
        for (Tensor &tensor : tensors)
            std::fill(tensor.values.begin(), tensor.values.end(), 0.0F);
        tensors[0].values = {0, 1, 2};
        tensors[3].values = {0, 0, 1}; // the bias inside the reset gate
        const auto network = TracedNetwork::from(tensors);
        VERIFY_RESULT(network);
        const NetworkTrace trace = network->trace(std::vector<double>{1});
        const double z = 1 / (1 + std::exp(-1.0));
        QCOMPARE(trace.layers[0].state(0, 0), (1 - z) * std::tanh(2.5));
        const UnitEquations unit = unitEquations(*network, trace, 0, 0, 0);
        QCOMPARE(unit.gates[0].value, 0.5);
        QCOMPARE(unit.gates[1].value, z);
        QCOMPARE(unit.gates[2].argument, 2.5);
        QCOMPARE(unit.hidden, (1 - z) * std::tanh(2.5));
    }
    void equalsPyTorch_data()
    {
        QTest::addColumn<NetworkShape>("shape");
        QTest::newRow("lstm1") << NetworkShape{Cell::Lstm, 1, 1, 1, 0};
        QTest::newRow("gru1") << NetworkShape{Cell::Gru, 1, 1, 1, 0};
        QTest::newRow("lstm2") << NetworkShape{Cell::Lstm, 3, 2, 4, 0};
        QTest::newRow("gru2") << NetworkShape{Cell::Gru, 3, 2, 4, 0};
    }
    void equalsPyTorch()
    {
        QFETCH(NetworkShape, shape);
        const QByteArray name = QTest::currentDataTag();
        auto figures = pyTorchFigures();
        const auto network = TracedNetwork::from(tensorsOfFormula(shape));
        VERIFY_RESULT(network);
        std::vector<double> window;
        for (int k = 0; k < 6 * shape.features; ++k)
            window.push_back(double(float(std::cos(0.9 * k))));
        const NetworkTrace trace = network->trace(window);
        QVERIFY(distance(trace.layers.back().hidden, figures[{name, "hidden"}]) < 1e-10);
        QVERIFY(distance({trace.output}, figures[{name, "output"}]) < 1e-10);
        std::vector<double> cells;
        for (int step = 0; shape.cell == Cell::Lstm && step < 6; ++step)
            for (const LayerTrace &layer : trace.layers)
                for (int u = 0; u < shape.units; ++u)
                    cells.push_back(layer.cell(step, u));
        QVERIFY(shape.cell == Cell::Gru || distance(cells, figures[{name, "cell"}]) < 1e-10);
        const auto moves = lagMoves(*network, window, JobContext());
        VERIFY_RESULT(moves);
        QVERIFY(distance(moves->moves, figures[{name, "moves"}]) < agreed);
        QVERIFY(distance({moves->baselineOutput}, figures[{name, "baseline"}]) < 1e-10);
    }
    void equalsTheEngines_data()
    {
        QTest::addColumn<NetworkShape>("shape");
        QTest::addColumn<int>("lookback");
        QTest::newRow("lstm small") << NetworkShape{Cell::Lstm, 1, 1, 4, 0} << 10;
        QTest::newRow("lstm with seasons") << NetworkShape{Cell::Lstm, 7, 2, 32, 0} << 28;
        QTest::newRow("lstm article") << NetworkShape{Cell::Lstm, 1, 3, 64, 0.2} << 30;
        QTest::newRow("gru small") << NetworkShape{Cell::Gru, 1, 1, 4, 0} << 10;
        QTest::newRow("gru long") << NetworkShape{Cell::Gru, 3, 2, 17, 0} << 120;
        QTest::newRow("lstm of many series") << NetworkShape{Cell::Lstm, 5, 1, 32, 0, 21, 25, 6, 3} << 9;
        QTest::newRow("gru of many series") << NetworkShape{Cell::Gru, 4, 2, 12, 0, 14, 0, 3, 2} << 8;
    }
    void equalsTheEngines()
    {
        QFETCH(NetworkShape, shape);
        QFETCH(int, lookback);
        if (lacksEngine())
            QSKIP("OpenBLAS is not there");
        const std::vector<Tensor> tensors = initialTensors(shape, 7);
        const auto network = TracedNetwork::from(tensors);
        VERIFY_RESULT(network);
        const TracedWindow window = someTracedWindow(lookback, shape);
        const NetworkTrace trace = network->trace(window);
        const OneWindow one(window, shape);
        const qint64 first[] = {0};

        const neural::ParameterLayout layout(shape);
        std::vector<float> parameters;
        for (const Tensor &tensor : tensors)
            parameters.insert(parameters.end(), tensor.values.begin(), tensor.values.end());
        neural::PackedWeights weights(layout);
        weights.update(parameters.data());
        neural::SequencePass pass(layout, weights);
        pass.resize(1, lookback, false);
        one.gather(first, pass.batch());
        pass.forward(parameters.data(), nullptr);
        for (int layer = 0; layer < shape.layers; ++layer) {
            const LayerTrace &states = trace.layers[size_t(layer)];
            QVERIFY(distance(pass.hidden(layer), states.hidden.data(), states.hidden.size()) < agreed);
            if (shape.cell == Cell::Lstm) {
                QVERIFY(distance(pass.cells(layer), states.cells.data(), states.cells.size()) < agreed);
                QVERIFY(distance(pass.gates(layer), states.gates.data(), states.gates.size()) < agreed);
            }
        }
        for (const EngineKind kind : {EngineKind::Own, EngineKind::Torch}) {
            const auto engine = neuralEngine(kind);
            if (!engine)
                continue; // LibTorch need not be there
            const auto made = (*engine)->create(shape, 7);
            const auto outputs = made->predict(one);
            VERIFY_RESULT(outputs);
            QCOMPARE(outputs->size(), trace.outputs.size());
            QVERIFY(distance(outputs->data(), trace.outputs.data(), outputs->size()) < 1e-5);
            QCOMPARE(trace.output, trace.outputs.back());
        }
    }
    void lagsSumToTheDifference_data() { equalsTheEngines_data(); }
    void lagsSumToTheDifference()
    {
        QFETCH(NetworkShape, shape);
        QFETCH(int, lookback);
        std::vector<Tensor> tensors = initialTensors(shape, 3);
        for (Tensor &tensor : tensors)
            for (float &value : tensor.values)
                value *= 3; // bends more than a network that has learnt
        const auto network = TracedNetwork::from(tensors);
        VERIFY_RESULT(network);
        const TracedWindow window = someTracedWindow(lookback, shape);
        TracedWindow baseline = window;
        std::fill(baseline.inputs.begin(), baseline.inputs.end(), 0.1);
        std::fill(baseline.extras.begin(), baseline.extras.end(), 0.1);
        const auto moves = shape.extras > 0 ? lagMoves(*network, window, baseline, JobContext()) : lagMoves(*network, window.inputs, JobContext());
        VERIFY_RESULT(moves);
        QVERIFY(std::abs(moves->difference()) > 1e-6);
        QVERIFY2(std::abs(moves->sum() - moves->difference()) <= 1e-4 * std::abs(moves->difference()),
                 qPrintable(QStringLiteral("%1 of %2 after %3 points").arg(moves->sum()).arg(moves->difference()).arg(moves->points)));
        double steps = 0;
        for (int step = 0; step < lookback; ++step)
            steps += moves->ofStep(step);
        QVERIFY(std::abs(steps + std::accumulate(moves->extras.begin(), moves->extras.end(), 0.0) - moves->sum()) < 1e-9);
    }
    void aFlatWindowIsMovedByNothing()
    {
        const auto network = TracedNetwork::from(initialTensors({Cell::Gru, 1, 1, 4, 0}, 3));
        const auto moves = lagMoves(*network, std::vector<double>(10, 0.4), JobContext());
        VERIFY_RESULT(moves);
        QVERIFY(std::abs(moves->sum()) < 1e-12 && std::abs(moves->difference()) < 1e-12);
    }
    void stopsWhenAsked()
    {
        const auto network = TracedNetwork::from(initialTensors({Cell::Gru, 1, 1, 4, 0}, 3));
        JobContext job;
        job.requestStop();
        const auto moves = lagMoves(*network, someWindow(10, 1), job);
        QVERIFY(!moves && moves.error().isCancelled());
    }
    void otherWeightsAreRefused()
    {
        std::vector<Tensor> tensors = initialTensors({Cell::Lstm, 1, 1, 4, 0}, 1);
        tensors[1].values.pop_back();
        QVERIFY(!TracedNetwork::from(tensors) && TracedNetwork::from(tensors).error().code == ErrorCode::Format);
        QVERIFY(!TracedNetwork::from({}) && TracedNetwork::from({}).error().code == ErrorCode::Format);
        NetworkShape shared{Cell::Lstm, 1, 1, 4, 0};
        shared.entities = 3;
        shared.embedding = 2;
        std::vector<Tensor> many = initialTensors(shared, 1);
        VERIFY_RESULT(TracedNetwork::from(many));
        many.back().values.pop_back();
        QCOMPARE(TracedNetwork::from(many).error().code, ErrorCode::Format);
    }
    // A mean of counts is log(1 + e^x) of an output, that of Tweedie e^x: moves are those of what is forecast.
    void bentOutputs()
    {
        const NetworkShape shape{Cell::Gru, 2, 1, 5, 0, 3, 4};
        const auto network = TracedNetwork::from(initialTensors(shape, 3));
        VERIFY_RESULT(network);
        for (const OutputBend bend : {OutputBend::Softplus, OutputBend::Exponential}) {
            TracedWindow window = someTracedWindow(6, shape);
            window.bend = bend;
            const NetworkTrace trace = network->trace(window);
            const double raw = trace.outputs[2];
            QCOMPARE(trace.output, bend == OutputBend::Softplus ? std::log(1 + std::exp(raw)) : std::exp(raw));
            const InputGradient gradient = network->inputGradient(window, trace);
            for (size_t i = 0; i < window.inputs.size() + window.extras.size(); ++i) {
                const bool isInput = i < window.inputs.size();
                const size_t place = isInput ? i : i - window.inputs.size();
                const auto at = [&](double change) {
                    TracedWindow moved = window;
                    (isInput ? moved.inputs : moved.extras)[place] += change;
                    return network->trace(moved).output;
                };
                const double numeric = (at(1e-5) - at(-1e-5)) / 2e-5;
                QVERIFY(std::abs(numeric - (isInput ? gradient.inputs : gradient.extras)[place]) < 1e-8);
            }
        }
    }
    void opensARunOfManySeries_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<Loss>("loss");
        QTest::addColumn<int>("embedding");
        QTest::addColumn<QString>("holidays");
        QTest::newRow("lstm") << QStringLiteral("lstm-global") << Loss::Mae << 2 << QString();
        QTest::newRow("gru of quantiles") << QStringLiteral("gru-global") << Loss::Pinball << 0 << QStringLiteral("us");
        QTest::newRow("lstm of counts") << QStringLiteral("lstm-global") << Loss::NegativeBinomial << 3 << QString();
        QTest::newRow("gru of Tweedie") << QStringLiteral("gru-global") << Loss::Tweedie << 0 << QString();
    }
    // The median of what its networks say is the forecast; each says it by steps that take in several values.
    void opensARunOfManySeries()
    {
        QFETCH(QString, model);
        QFETCH(Loss, loss);
        QFETCH(int, embedding);
        QFETCH(QString, holidays);
        if (lacksEngine())
            QSKIP("OpenBLAS is not there");
        TrainingSpec spec = specOf(QStringLiteral("drift"));
        Trained trained(spec);
        for (int other = 1; other < 4; ++other)
            VERIFY_RESULT(test::addDays(*trained.workspace, 0, 100, "other" + std::to_string(other), -1, other));
        spec.model.model = model;
        spec.horizon = 7;
        spec.model.global = {};
        spec.model.global.lookback = 21;
        spec.model.global.segment = 7;
        spec.model.global.units = 6;
        spec.model.global.epochs = 2;
        spec.model.global.windows = 200;
        spec.model.global.members = 3;
        spec.model.global.loss = loss;
        spec.model.global.embedding = embedding;
        spec.model.global.holidays = holidays;
        const auto id = trainAndStore(*trained.workspace, spec, trained.job);
        VERIFY_RESULT(id);
        const auto outcome = reopenRun(*trained.workspace, *id, trained.job);
        VERIFY_RESULT(outcome);
        const auto opened = OpenedCell::open(*trained.workspace, *id, {}, trained.job);
        VERIFY_RESULT(opened);
        const OpenedCell &cell = **opened;
        QCOMPARE(cell.members(), 3);
        QCOMPARE(cell.ahead(), 7);
        QCOMPARE(cell.segment(), 7);
        QCOMPARE(cell.lookback(), 21);
        QCOMPARE(qint64(cell.windowCount()), cell.series().size() - 21 + 1);
        QCOMPARE(cell.network().layer(0).width, int(cell.inputs().size()));
        auto forecaster = makeForecaster(spec.model);
        VERIFY_RESULT(forecaster);
        VERIFY_RESULT((*forecaster)->restore(outcome->saved));
        const auto oneStep = (*forecaster)->oneStep(cell.series());
        VERIFY_RESULT(oneStep);
        const int last = cell.windowCount() - 1;
        for (const auto &[window, ahead] : {std::pair(0, 1), std::pair(40, 1), std::pair(last - 1, 1), std::pair(last, 1), std::pair(last, 4), std::pair(last, 7)}) {
            std::vector<double> said;
            for (int member = 0; member < 3; ++member) {
                const auto looked = cell.look(CellChoice{window, member, ahead}, trained.job);
                VERIFY_RESULT(looked);
                QCOMPARE(looked->steps(), 3);
                QCOMPARE(looked->target(), cell.target(window) + ahead - 1);
                said.push_back(looked->forecast);
                const double difference = looked->moves.difference();
                QVERIFY2(std::abs(looked->moves.sum() - difference) <= 1e-6 * std::max(1.0, std::abs(difference)),
                         qPrintable(QStringLiteral("%1 of %2").arg(looked->moves.sum()).arg(difference)));
                double steps = 0;
                for (int step = 0; step < 3; ++step)
                    steps += looked->moves.ofStep(step);
                QVERIFY(std::abs(steps - looked->moves.sum()) < 1e-12); // what reaches the head is folded into the lags
                for (int step = 0; step < 3; ++step)
                    for (int unit = 0; unit < 6; ++unit) {
                        const UnitEquations equations = unitEquations(cell.network(member), looked->trace, 0, step, unit);
                        QVERIFY(std::abs(equations.hidden - looked->trace.layers[0].state(step, unit)) < 1e-6);
                    }
            }
            std::sort(said.begin(), said.end());
            const double forecast = cell.target(window) < cell.series().size() ? (*oneStep)[size_t(cell.target(window))] : outcome->future.mean[size_t(ahead - 1)];
            QVERIFY2(std::abs(said[1] - forecast) <= 1e-5 * std::abs(forecast),
                     qPrintable(QStringLiteral("window %1, %2 ahead: %3 v %4").arg(window).arg(ahead).arg(said[1], 0, 'g', 12).arg(forecast, 0, 'g', 12)));
        }
        const auto other = OpenedCell::open(*trained.workspace, *id, QStringLiteral("other2"), trained.job);
        VERIFY_RESULT(other);
        VERIFY_RESULT((*other)->look((*other)->windowCount() - 1, trained.job));
    }
    void opensARun_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<bool>("isBent");
        QTest::newRow("lstm") << QStringLiteral("lstm") << false;
        QTest::newRow("gru") << QStringLiteral("gru") << false;
        QTest::newRow("lstm of changes of logarithms") << QStringLiteral("lstm") << true;
    }
    void opensARun()
    {
        QFETCH(QString, model);
        QFETCH(bool, isBent);
        if (lacksEngine())
            QSKIP("OpenBLAS is not there");
        TrainingSpec spec = specOf(model);
        if (isBent)
            spec.recipe.steps << RecipeStep{QStringLiteral("log1p"), true, {}} << RecipeStep{QStringLiteral("difference"), true, {}};
        Trained trained(spec);
        VERIFY_RESULT(trained.added);
        VERIFY_RESULT(trained.id);
        const auto outcome = reopenRun(*trained.workspace, *trained.id, trained.job);
        VERIFY_RESULT(outcome);
        const auto opened = OpenedCell::open(*trained.workspace, *trained.id, {}, trained.job);
        VERIFY_RESULT(opened);
        const OpenedCell &cell = **opened;
        QCOMPARE(cell.isTransformed(), isBent);
        QCOMPARE(qint64(cell.windowCount()), cell.series().size() - 10 + 1);
        QCOMPARE(cell.inputs().size(), 7); // the value and three pairs of the week
        const qint64 lead = outcome->history.size() - cell.series().size();
        for (const int window : {0, 1, 40, cell.windowCount() - 2, cell.windowCount() - 1}) {
            const auto looked = cell.look(window, trained.job);
            VERIFY_RESULT(looked);
            const bool isAhead = looked->target() == cell.series().size();
            const double forecast = isAhead ? outcome->future.mean.front() : outcome->fitted[size_t(lead + looked->target())];
            QVERIFY2(std::abs(looked->forecast - forecast) <= 1e-6 * std::abs(forecast),
                     qPrintable(QStringLiteral("window %1: %2 v %3").arg(window).arg(looked->forecast, 0, 'g', 12).arg(forecast, 0, 'g', 12)));
            QVERIFY(isAhead ? std::isnan(looked->actual) : looked->actual == outcome->history.values[size_t(lead + looked->target())]);
            QCOMPARE(looked->values, std::vector<double>(cell.series().values.begin() + looked->first, cell.series().values.begin() + looked->target()));
            QVERIFY(std::abs(looked->moves.sum() - looked->moves.difference()) <= 1e-4 * std::abs(looked->moves.difference()));
            for (int layer = 0; layer < 2; ++layer)
                for (int step = 0; step < 10; ++step)
                    for (int unit = 0; unit < 5; ++unit) {
                        const UnitEquations equations = unitEquations(cell.network(), looked->trace, layer, step, unit);
                        QVERIFY(std::abs(equations.hidden - looked->trace.layers[size_t(layer)].state(step, unit)) < 1e-6);
                    }
        }
    }
    // Another series through the same network; windows with a gap are left out where the recipe leaves gaps.
    void opensAnotherSeries()
    {
        if (lacksEngine())
            QSKIP("OpenBLAS is not there");
        TrainingSpec spec = specOf(QStringLiteral("gru"));
        spec.recipe.steps.clear();
        Trained trained(spec);
        VERIFY_RESULT(trained.id);
        VERIFY_RESULT(test::addDays(*trained.workspace, 0, 60, "other", 30));
        VERIFY_RESULT(test::addDays(*trained.workspace, 0, 9, "short"));
        const auto opened = OpenedCell::open(*trained.workspace, *trained.id, QStringLiteral("other"), trained.job);
        VERIFY_RESULT(opened);
        QCOMPARE((*opened)->series().key, QStringLiteral("other"));
        QCOMPARE((*opened)->windowCount(), 51 - 10); // of 60 - 10 + 1 those that hold the gap fall out
        VERIFY_RESULT((*opened)->look((*opened)->windowCount() - 1, trained.job));
        const auto tooShort = OpenedCell::open(*trained.workspace, *trained.id, QStringLiteral("short"), trained.job);
        QVERIFY(!tooShort);
        QCOMPARE(tooShort.error().code, ErrorCode::TooShort);
    }
    void otherModelsHaveNoCells()
    {
        Trained trained(specOf(QStringLiteral("drift")));
        VERIFY_RESULT(trained.id);
        const auto opened = OpenedCell::open(*trained.workspace, *trained.id, {}, trained.job);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::Unsupported);
        QVERIFY(opened.error().message.contains(QStringLiteral("lstm or gru")));
        QVERIFY(!OpenedCell::canOpen(QStringLiteral("drift")) && OpenedCell::canOpen(QStringLiteral("gru")));
        QCOMPARE(OpenedCell::open(*trained.workspace, RunId{99}, {}, trained.job).error().code, ErrorCode::NotFound);
    }
};

FORETRAIL_TEST_MAIN(TestCell, QCoreApplication)
#include "tst_cell.moc"
