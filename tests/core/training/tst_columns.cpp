#include "core/models/ModelRegistry.h"
#include "core/neural/engine/NeuralEngines.h"
#include "core/training/Experiment.h"
#include "core/training/RecurrentInputs.h"
#include "tests/support/TestSupport.h"

#include <cmath>
#include <random>

using namespace foretrail;

namespace {

Series indexed(std::vector<double> values) { return {QStringLiteral("s"), {}, {}, {Step::None, 0}, std::move(values)}; }

std::vector<float> at(const ColumnPath &path, qint64 step)
{
    std::vector<float> inputs;
    path.append(inputs, step);
    return inputs;
}

ModelSpec smallNetwork()
{
    ModelSpec spec;
    spec.model = QStringLiteral("gru");
    spec.lookback = 8;
    spec.units = 8;
    spec.epochs = 60;
    spec.patience = 0;
    spec.learningRate = 0.01;
    spec.seasonInputs = false;
    return spec;
}

/// 0 or 1 for each step, without a pattern; the same everywhere, as the generator is defined to the bit.
std::vector<double> coins(int count)
{
    std::mt19937 random(7);
    std::vector<double> values;
    for (int t = 0; t < count; ++t)
        values.push_back(double((random() >> 16) & 1));
    return values;
}

double meanError(const Forecast &forecast, const std::vector<double> &actual)
{
    double sum = 0;
    for (size_t h = 0; h < forecast.mean.size(); ++h)
        sum += std::abs(forecast.mean[h] - actual[actual.size() - forecast.mean.size() + h]);
    return sum / double(forecast.mean.size());
}

/// The window before one target, as a network sees it.
WindowSet windowBefore(const RecurrentInputs &inputs, const Series &series, qint64 target)
{
    const SeriesWindows windows(inputs, series, {target}, 1, series.size());
    WindowSet set{1, windows.size().lookback, windows.size().features, {}, {}};
    set.inputs.resize(size_t(set.lookback) * size_t(set.features));
    set.targets.resize(1);
    WindowBatch batch;
    batch.inputs = set.inputs.data();
    batch.stride = set.features;
    batch.targets = set.targets.data();
    const qint64 first = 0;
    windows.gather({&first, 1}, batch);
    return set;
}

} // namespace

/// Columns beside the series on their way into the networks.
class TestColumns : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // By hand: over the first four steps a runs from 0 to 4, b from 10 to 20; c is the value before.
    void columnsGoOnAsTheyAreKnown()
    {
        Regressors regressors;
        regressors.axis = {Step::None, 0};
        regressors.columns = {{QStringLiteral("a"), {0, 4, 2, 0, 8, 2, 1}, true}, {QStringLiteral("b"), {10, 20, missing, 10, 15, 99, 99}, false},
                              {QStringLiteral("c"), {missing, 5, 7, 9, 11, missing, missing}, false}};
        regressors.derived = {{QStringLiteral("c"), [](Values before) { return before.back(); }}};
        ColumnInputs inputs;
        inputs.setRegressors(regressors);
        inputs.learn(4);
        ColumnPath path(inputs, 4);
        QCOMPARE(at(path, 1), (std::vector<float>{1.0F, 1.0F, 0.0F}));
        // b is missing there: its mean over the learning part, (10 + 20 + 10) / 3, stands in; c too at step 0.
        QCOMPARE(at(path, 2), (std::vector<float>{0.5F, 1.0F / 3, 0.5F}));
        QCOMPARE(at(path, 0)[2], 0.5F);
        QCOMPARE(at(path, 4), (std::vector<float>{2.0F, 0.5F, 1.5F})); // all of the step that is forecast first
        path.advance(std::vector<double>{5, 7, 9, 11, 13});
        // a as it is known ahead, b held, c from the path
        QCOMPARE(at(path, 5), (std::vector<float>{0.5F, 0.5F, 2.0F}));
        ColumnInputs again;
        QVERIFY(again.restore(inputs.toJson()));
        QVERIFY(!again.check());
        again.setRegressors(regressors);
        VERIFY_RESULT(again.check());
        QCOMPARE(at(ColumnPath(again, 4), 4), at(path, 4));
    }
    void windowsHoldTheStepAfter()
    {
        ModelSpec spec;
        spec.lookback = 2;
        spec.seasonInputs = false;
        RecurrentInputs inputs(spec);
        Regressors regressors{{Step::None, 0}, {{QStringLiteral("a"), {0, 1, 0, 1, 1}, true}}, {}, {}};
        inputs.columns().setRegressors(regressors);
        const Series series = indexed({10, 20, 15, missing, 20});
        inputs.learn(series.part(0, 3), {});
        QCOMPARE(inputs.targets(series, 0, 5), std::vector<qint64>{2}); // the others touch what is missing
        const WindowSet set = windowBefore(inputs, series, 2);
        QCOMPARE(set.features, 2);
        QCOMPARE(set.inputs, (std::vector<float>{0.0F, 1.0F, 1.0F, 0.0F}));
        QCOMPARE(set.targets, std::vector<float>{0.5F});
    }
    void windowsGoByTheirOwnScale_data()
    {
        QTest::addColumn<int>("scale");
        QTest::addColumn<QList<float>>("inputs");
        QTest::addColumn<float>("target");
        // 10 30 | 20: the mean of the window is 20, its last value 30, the range of the learning part 20.
        QTest::newRow("none") << int(WindowScale::None) << QList<float>{0.0F, 1.0F} << 0.5F;
        QTest::newRow("mean") << int(WindowScale::Mean) << QList<float>{0.5F, 1.5F} << 1.0F;
        QTest::newRow("last") << int(WindowScale::Last) << QList<float>{-1.0F, 0.0F} << -0.5F;
    }
    void windowsGoByTheirOwnScale()
    {
        QFETCH(int, scale);
        QFETCH(QList<float>, inputs);
        QFETCH(float, target);
        ModelSpec spec;
        spec.lookback = 2;
        spec.seasonInputs = false;
        RecurrentInputs made(spec);
        FitOptions options;
        options.windowScale = WindowScale(scale);
        const Series series = indexed({10, 30, 20});
        made.learn(series, options);
        const WindowSet set = windowBefore(made, series, 2);
        QCOMPARE(QList<float>(set.inputs.begin(), set.inputs.end()), inputs);
        QCOMPARE(set.targets.front(), target);
        QVERIFY(std::abs(made.scalingBefore(series, 2).restored(target) - 20) < 1e-5);
        QJsonObject state;
        made.saveTo(state);
        RecurrentInputs again(spec);
        VERIFY_RESULT(again.restore(state));
        QCOMPARE(windowBefore(again, series, 2).inputs, set.inputs);
    }
    // What the column says of a step is half of its value, and the past tells nothing of it.
    void aKnownColumnIsLearnt()
    {
        if (!neuralEngine())
            QSKIP("the neural module is not built");
        constexpr int size = 240;
        constexpr int horizon = 20;
        const std::vector<double> column = coins(size);
        std::vector<double> values;
        for (int t = 0; t < size; ++t)
            values.push_back(100 + 50 * column[size_t(t)] + 3 * std::sin(1.3 * t));
        const Series train = indexed(values).part(0, size - horizon);
        JobContext job;
        FitOptions options;
        options.validation = 30;
        const auto errorWith = [&](const Regressors &regressors) -> double {
            auto model = modelRegistry().create(smallNetwork()).value();
            model->setRegressors(regressors);
            if (!model->fit(train, options, job))
                return missing;
            const std::vector<double> levels{80};
            return meanError(model->forecast(train, horizon, levels).value(), values);
        };
        const double without = errorWith({});
        const double with = errorWith({train.axis, {{QStringLiteral("promotion"), column, true}}, {}, {}});
        QVERIFY2(without > 15, qPrintable(QString::number(without)));
        QVERIFY2(with < without / 3, qPrintable(QStringLiteral("%1 against %2").arg(with).arg(without)));
    }
    void aModelAsksForItsColumns()
    {
        if (!neuralEngine())
            QSKIP("the neural module is not built");
        const std::vector<double> column = coins(60);
        const Series train = indexed(column);
        ModelSpec spec = smallNetwork();
        spec.epochs = 1;
        JobContext job;
        FitOptions options;
        options.windowScale = WindowScale::Last;
        const Regressors regressors{train.axis, {{QStringLiteral("price"), column, true}}, {}, {}};
        auto model = modelRegistry().create(spec).value();
        model->setRegressors(regressors);
        VERIFY_RESULT(model->fit(train, options, job));
        const std::vector<double> levels{80};
        const auto first = model->forecast(train, 3, levels);
        VERIFY_RESULT(first);
        QVERIFY2(model->explanation().contains(QStringLiteral("1 column")), qPrintable(model->explanation()));
        auto again = modelRegistry().create(spec).value();
        VERIFY_RESULT(again->restore(model->save().value()));
        const auto without = again->forecast(train, 3, levels);
        QVERIFY(!without);
        QVERIFY2(without.error().message.contains(QStringLiteral("price")), qPrintable(without.error().message));
        again->setRegressors(regressors);
        QCOMPARE(again->forecast(train, 3, levels)->mean, first->mean);
    }
};

FORETRAIL_TEST_MAIN(TestColumns, QCoreApplication)
#include "tst_columns.moc"
