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
        const std::vector<double> window = someWindow(lookback, shape.features);
        const NetworkTrace trace = network->trace(window);

        const neural::ParameterLayout layout(shape);
        std::vector<float> parameters;
        for (const Tensor &tensor : tensors)
            parameters.insert(parameters.end(), tensor.values.begin(), tensor.values.end());
        neural::PackedWeights weights(layout);
        weights.update(parameters.data());
        neural::SequencePass pass(layout, weights);
        pass.resize(1, lookback, false);
        std::copy(window.begin(), window.end(), pass.batch().inputs);
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
            const auto outputs = made->predict(std::vector<float>(window.begin(), window.end()), 1, lookback, shape.features);
            VERIFY_RESULT(outputs);
            QVERIFY(distance(outputs->data(), &trace.output, 1) < 1e-5);
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
        const auto moves = lagMoves(*network, someWindow(lookback, shape.features), JobContext());
        VERIFY_RESULT(moves);
        QVERIFY(std::abs(moves->difference()) > 1e-6);
        QVERIFY2(std::abs(moves->sum() - moves->difference()) <= 1e-4 * std::abs(moves->difference()),
                 qPrintable(QStringLiteral("%1 of %2 after %3 points").arg(moves->sum()).arg(moves->difference()).arg(moves->points)));
        double steps = 0;
        for (int step = 0; step < lookback; ++step)
            steps += moves->ofStep(step);
        QVERIFY(std::abs(steps - moves->sum()) < 1e-9);
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
        QCOMPARE(TracedNetwork::from(initialTensors(shared, 1)).error().code, ErrorCode::Unsupported);
        QCOMPARE(TracedNetwork::from(initialTensors({Cell::Gru, 1, 1, 4, 0, 5}, 1)).error().code, ErrorCode::Unsupported);
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
