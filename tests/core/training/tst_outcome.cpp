#include "core/training/Experiment.h"
#include "core/neural/engine/NeuralEngines.h"
#include "core/models/ErrorSpread.h"
#include "core/training/SeasonInputs.h"
#include "core/training/Sentence.h"
#include "tests/support/TestSupport.h"

#include <cmath>

using namespace foretrail;

namespace {

Series daily(std::vector<double> values)
{
    Series series;
    series.key = QStringLiteral("total");
    series.axis = {Step::Day, *parseWallTime(QStringLiteral("2011-01-03"))};
    series.values = std::move(values);
    return series;
}

// A week that repeats, with a little that does not.
Series weekly(int count)
{
    std::vector<double> values;
    for (int t = 0; t < count; ++t)
        values.push_back(100 + 40 * std::sin(2 * M_PI * t / 7) + 0.1 * t + 3 * std::sin(1.7 * t));
    return daily(std::move(values));
}

TrainingSpec specOf(const QString &model, int test, int horizon)
{
    TrainingSpec spec;
    spec.model.model = model;
    spec.split.test = test;
    spec.horizon = horizon;
    return spec;
}

TrainingSpec smallNetwork(const QString &model)
{
    TrainingSpec spec = specOf(model, 7, 7);
    spec.model.lookback = 10;
    spec.model.units = 6;
    spec.model.epochs = 4;
    spec.model.learningRate = 0.01;
    return spec;
}

bool near(double a, double b) { return std::abs(a - b) < 1e-12; }

bool same(const Forecast &a, const Forecast &b)
{
    bool isSame = a.mean == b.mean && a.bands.size() == b.bands.size();
    for (size_t i = 0; isSame && i < a.bands.size(); ++i)
        isSame = a.bands[i].low == b.bands[i].low && a.bands[i].high == b.bands[i].high;
    return isSame;
}

} // namespace

class TestOutcome : public QObject {
    Q_OBJECT

    static bool hasEngine() { return neuralEngine().has_value(); }

private Q_SLOTS:
    // By hand: train 1 2 3 4, test 6 4 8; naive says 4, 4, 4.
    void naiveByHand()
    {
        JobContext job;
        TrainingSpec spec = specOf(QStringLiteral("naive"), 3, 2);
        spec.model.season = 1;
        const auto outcome = runExperiment(daily({1, 2, 3, 4, 6, 4, 8}), spec, job);
        VERIFY_RESULT(outcome);
        QCOMPARE(outcome->trainLength, qint64(4));
        QCOMPARE(outcome->validationLength, qint64(1)); // two asked for (the horizon), a third of four allowed
        QCOMPARE(outcome->test.mean, (std::vector<double>{4, 4, 4}));
        QVERIFY(near(outcome->metrics.mae, 6.0 / 3));
        QVERIFY(near(outcome->metrics.rmse, std::sqrt(20.0 / 3)));
        QVERIFY(near(outcome->metrics.wape, 6.0 / 18));
        QVERIFY(near(outcome->metrics.bias, 6.0 / 18));
        QVERIFY(near(outcome->metrics.mase, 2.0)); // in-sample naive error: 1
        QCOMPARE(outcome->metrics.count, qint64(3));
        QCOMPARE(outcome->baseline, QStringLiteral("naive"));
        QVERIFY(near(outcome->baselineMetrics.mae, 2.0));
        QCOMPARE(outcome->future.mean, (std::vector<double>{8, 8}));
        QVERIFY(std::isnan(outcome->fitted[0]));
        QCOMPARE(outcome->fitted[4], 4.0);
        QCOMPARE(outcome->fitted[6], 4.0);
        QCOMPARE(outcome->sentence, QStringLiteral("As close as repeating the last value (WAPE 33.3 % v 33.3 %)"));
    }
    // By hand: season 3, train 1 2 3 | 2 3 4, test 3 3 5; snaive says 2 3 4, drift 4.6 5.2 5.8.
    void seasonalBaselineByHand()
    {
        JobContext job;
        TrainingSpec spec = specOf(QStringLiteral("drift"), 3, 3);
        spec.model.season = 3;
        const auto outcome = runExperiment(daily({1, 2, 3, 2, 3, 4, 3, 3, 5}), spec, job);
        VERIFY_RESULT(outcome);
        QCOMPARE(outcome->baseline, QStringLiteral("snaive"));
        QVERIFY(near(outcome->baselineMetrics.wape, 2.0 / 11));
        QVERIFY(near(outcome->metrics.mae, (1.6 + 2.2 + 0.8) / 3));
        QVERIFY(near(outcome->metrics.mase, (1.6 + 2.2 + 0.8) / 3)); // in-sample seasonal naive error: 1
        QCOMPARE(outcome->sentence,
                 QStringLiteral("130 % further off than repeating the last 3 steps on one test part, which is too little to tell (WAPE 41.8 % v 18.2 %)"));
    }
    void shortHistoryFallsBackToNaive()
    {
        JobContext job;
        const auto outcome = runExperiment(daily({1, 2, 3, 4, 5, 6, 7, 8}), specOf(QStringLiteral("drift"), 2, 2), job);
        VERIFY_RESULT(outcome);
        QCOMPARE(outcome->season, 7);
        QCOMPARE(outcome->baseline, QStringLiteral("naive"));
        QVERIFY2(outcome->sentence.startsWith(QStringLiteral("100 % closer than repeating the last value")),
                 qPrintable(outcome->sentence));
    }
    void sentenceSpeaksOfTheSeason_data()
    {
        QTest::addColumn<Step>("step");
        QTest::addColumn<int>("season");
        QTest::addColumn<QString>("words");
        QTest::newRow("hour") << Step::Hour << 24 << QStringLiteral("repeating yesterday");
        QTest::newRow("day") << Step::Day << 7 << QStringLiteral("repeating last week");
        QTest::newRow("week") << Step::Week << 52 << QStringLiteral("repeating last year");
        QTest::newRow("month") << Step::Month << 12 << QStringLiteral("repeating last year");
        QTest::newRow("odd") << Step::Day << 5 << QStringLiteral("repeating the last 5 steps");
    }
    void sentenceSpeaksOfTheSeason()
    {
        QFETCH(Step, step);
        QFETCH(int, season);
        QFETCH(QString, words);
        Metrics model;
        Metrics baseline;
        model.wape = 0.184;
        baseline.wape = 0.209;
        QCOMPARE(comparisonSentence(model, baseline, QStringLiteral("snaive"), step, season),
                 QStringLiteral("12 % closer than %1 on one test part, which is too little to tell (WAPE 18.4 % v 20.9 %)").arg(words));
    }
    // Better is said only of what is more than chance; of one fold alone that it is too little, where it differs by 5 % or more.
    void sentenceKeepsChanceApart()
    {
        Metrics model, baseline;
        model.wape = 0.184, baseline.wape = 0.209;
        const auto said = [&](const std::optional<LossComparison> &comparison) {
            return comparisonSentence(model, baseline, QStringLiteral("naive"), Step::Day, 1, comparison);
        };
        QCOMPARE(said(LossComparison{0.8, -0.1, 0.034, 20, 4}), QStringLiteral("12 % closer than repeating the last value (WAPE 18.4 % v 20.9 %, p = 0.03)"));
        QCOMPARE(said(LossComparison{0.8, -0.1, 0.001, 20, 4}), QStringLiteral("12 % closer than repeating the last value (WAPE 18.4 % v 20.9 %, p < 0.01)"));
        QCOMPARE(said(LossComparison{0.6, -0.1, 0.3, 20, 4}), QStringLiteral("Not clearly different from repeating the last value (WAPE 18.4 % v 20.9 %, p = 0.30)"));
        QCOMPARE(said(LossComparison{0.6, -0.1, missing, 1, 2}), QStringLiteral("Not clearly different from repeating the last value (WAPE 18.4 % v 20.9 %)"));
        // Closer by WAPE, further off series by series.
        QVERIFY(said(LossComparison{0.2, 0.1, 0.01, 20, 4}).startsWith(QStringLiteral("Not clearly different")));
        QCOMPARE(said(LossComparison{1, -0.1, missing, 1, 1}),
                 QStringLiteral("12 % closer than repeating the last value on one test part, which is too little to tell (WAPE 18.4 % v 20.9 %)"));
        model.wape = 0.2; // 4 %
        QCOMPARE(said({}), QStringLiteral("Not clearly different from repeating the last value (WAPE 20.0 % v 20.9 %)"));
        baseline.wape = 0;
        QVERIFY(said(LossComparison{0.4, 0.1, 0.35, 20, 4}).startsWith(QStringLiteral("Not clearly different")));
        QVERIFY(said(LossComparison{0, 0.1, 0.01, 20, 4}).startsWith(QStringLiteral("Further off than repeating the last value, which is exact here")));
        baseline.wape = 0.209;
        model.wape = 0.3;
        QVERIFY(said({}).startsWith(QStringLiteral("44 % further off than repeating the last value on one test part")));
        QCOMPARE(said(LossComparison{0, 0.1, 0.01, 20, 4}), QStringLiteral("44 % further off than repeating the last value (WAPE 30.0 % v 20.9 %, p = 0.01)"));
    }
    void withoutATestPartThereIsNoJudgement()
    {
        JobContext job;
        const auto outcome = runExperiment(weekly(30), specOf(QStringLiteral("snaive"), 0, 3), job);
        VERIFY_RESULT(outcome);
        QCOMPARE(outcome->trainLength, qint64(30));
        QVERIFY(outcome->test.mean.empty());
        QVERIFY(outcome->sentence.isEmpty());
        QCOMPARE(outcome->future.mean[0], outcome->history.values[23]);
    }
    void limitsComeFromTheTrainingPart()
    {
        JobContext job;
        TrainingSpec spec = specOf(QStringLiteral("naive"), 4, 2);
        spec.recipe.steps.prepend({QStringLiteral("outliers"), true, {}});
        std::vector<double> values{1, 2, 3, 4, 5, 4, 3, 2, 900, 900, 900, 900};
        const auto outcome = runExperiment(daily(values), spec, job);
        VERIFY_RESULT(outcome);
        QCOMPARE(outcome->stages.front().kind, QStringLiteral("outliers"));
        QCOMPARE(outcome->stages.front().changed, qint64(4)); // with quartiles of the whole series none would be
        QCOMPARE(outcome->actual, (std::vector<double>{900, 900, 900, 900})); // what is judged by is not cleaned
    }
    void tooShortSaysHowMany()
    {
        JobContext job;
        const auto outcome = runExperiment(daily({1, 2, 3}), specOf(QStringLiteral("naive"), 28, 7), job);
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code, ErrorCode::TooShort);
        QVERIFY2(outcome.error().message.contains(QStringLiteral("30")), qPrintable(outcome.error().message));
    }
    void testValuesNeverLeak_data()
    {
        QTest::addColumn<QString>("model");
        for (const ModelInfo &info : modelRegistry().models())
            QTest::newRow(qPrintable(info.name)) << info.name;
    }
    // Another test part changes neither what was learnt nor the forecast of that part.
    void testValuesNeverLeak()
    {
        QFETCH(QString, model);
        if (modelRegistry().find(model)->isNeural && !hasEngine())
            QSKIP("the neural module is not built");
        const Series series = weekly(80);
        Series other = series;
        for (size_t t = 73; t < 80; ++t)
            other.values[t] = 1e4 + double(t * t);
        const TrainingSpec spec = smallNetwork(model);
        JobContext job;
        const auto first = runExperiment(series, spec, job);
        const auto second = runExperiment(other, spec, job);
        VERIFY_RESULT(first);
        VERIFY_RESULT(second);
        QVERIFY(same(first->test, second->test));
        for (size_t t = 0; t <= 73; ++t) // the first test value is only seen from the next step on
            QVERIFY(first->fitted[t] == second->fitted[t] || (std::isnan(first->fitted[t]) && std::isnan(second->fitted[t])));
        if (const ModelInfo *info = modelRegistry().find(model); info->isNeural && !info->refitsForFuture) {
            QCOMPARE(first->saved.weights, second->saved.weights);
            QCOMPARE(first->saved.state, second->saved.state);
        }
        QVERIFY(first->metrics.mae < second->metrics.mae);
    }
    void networksTrainInEpochs()
    {
        if (!hasEngine())
            QSKIP("the neural module is not built");
        JobContext job;
        int seen = 0;
        const auto outcome = runExperiment(weekly(90), smallNetwork(QStringLiteral("lstm")), job,
                                           [&](const EpochLosses &losses) { seen = losses.epoch; });
        VERIFY_RESULT(outcome);
        QCOMPARE(seen, 4);
        QCOMPARE(outcome->epochs.size(), 4);
        QCOMPARE(outcome->test.horizon(), 7);
        QCOMPARE(outcome->future.horizon(), 7);
        for (const Band &band : outcome->future.bands)
            for (size_t h = 1; h < 7; ++h) {
                const auto width = [&](size_t k) { return band.high[k] - outcome->future.mean[k]; };
                QVERIFY(width(h) >= width(h - 1) - 1e-9);
            }
        QVERIFY(outcome->future.band(95)->high[0] >= outcome->future.band(80)->high[0]);
        QVERIFY(std::isnan(outcome->fitted[9]));
        QVERIFY(std::isfinite(outcome->fitted[10]));
    }
    void networksTooShortSayHowMany()
    {
        if (!hasEngine())
            QSKIP("the neural module is not built");
        JobContext job;
        const auto outcome = runExperiment(weekly(25), smallNetwork(QStringLiteral("gru")), job);
        QVERIFY(!outcome); // 18 to train on: 10 to look back on, 6 to validate on, 8 to learn from
        QCOMPARE(outcome.error().code, ErrorCode::TooShort);
        QVERIFY2(outcome.error().message.contains(QStringLiteral("24")), qPrintable(outcome.error().message));
    }
    void networksTakeAConstantSeries()
    {
        if (!hasEngine())
            QSKIP("the neural module is not built");
        JobContext job;
        TrainingSpec spec = smallNetwork(QStringLiteral("lstm"));
        spec.model.epochs = 40;
        const auto outcome = runExperiment(daily(std::vector<double>(80, 250.0)), spec, job);
        VERIFY_RESULT(outcome);
        for (double value : outcome->future.mean)
            QVERIFY2(std::abs(value - 250.0) < 0.5, qPrintable(QString::number(value)));
    }
    void cancelStopsTraining()
    {
        if (!hasEngine())
            QSKIP("the neural module is not built");
        JobContext job;
        TrainingSpec spec = smallNetwork(QStringLiteral("lstm"));
        spec.model.epochs = 10'000;
        spec.model.patience = 0;
        const auto outcome = runExperiment(weekly(80), spec, job, [&](const EpochLosses &) { job.requestStop(); });
        QVERIFY(!outcome);
        QVERIFY(outcome.error().isCancelled());
    }
    // By hand: root mean squares 1 and 2, then 1 again, which may not shrink; every |error| / scale but the last is 1.
    void spreadByHand()
    {
        const ErrorSpread spread({{1, -1}, {2, -2}, {1, -1}});
        QCOMPARE(spread.scales(), (std::vector<double>{1, 2, 2}));
        QCOMPARE(spread.radius(1, 95), 1.0);
        QCOMPARE(spread.radius(3, 95), 2.0);
        QCOMPARE(spread.radius(12, 95), 4.0); // beyond what was measured: 2 * sqrt(12 / 3)
        QCOMPARE(spread.radius(1, 10), 0.5);  // first of the six ratios 0.5 0.5 1 1 1 1
        const Forecast forecast = spread.around({0.5, -1.0}, std::vector<double>{95}, true);
        QCOMPARE(forecast.mean, (std::vector<double>{0.5, 0}));
        QCOMPARE(forecast.bands[0].low, (std::vector<double>{0, 0}));
        QCOMPARE(forecast.bands[0].high, (std::vector<double>{1.5, 2}));
        const ErrorSpread again = ErrorSpread::restored(spread.scales(), spread.quantiles());
        QVERIFY(again.isValid());
        QCOMPARE(again.radius(2, 80), spread.radius(2, 80));
        QVERIFY(!ErrorSpread::restored({2, 1}, spread.quantiles()).isValid());
        QVERIFY(!ErrorSpread::restored({1, 2}, {0, 1}).isValid());
    }
    void seasonInputsFollowTheCalendar()
    {
        const SeasonInputs inputs = SeasonInputs::forSeason(7);
        QCOMPARE(inputs.features(), 7);
        QCOMPARE(SeasonInputs::forSeason(1).features(), 1);
        QCOMPARE(SeasonInputs::forSeason(2).features(), 3);
        std::vector<float> now;
        std::vector<float> weekLater;
        std::vector<float> before;
        inputs.append(now, 0.5F, 3);
        inputs.append(weekLater, 0.5F, 10);
        inputs.append(before, 0.5F, -4);
        QVERIFY(now == weekLater);
        QVERIFY(now == before);
        QVERIFY(std::abs(now[1] - std::sin(2 * M_PI * 3 / 7)) < 1e-6);
        // A series that begins later stands at another place of the same week.
        const Series series = weekly(20);
        QCOMPARE(placeOfStart(series.part(5, 10).axis), placeOfStart(series.axis) + 5);
        Series open = series;
        open.axis.closed = 0x40; // no Sundays: the sixth step is a Monday
        QCOMPARE(placeOfStart(open.part(6, 10).axis), placeOfStart(open.axis) + 6);
        QCOMPARE(placeOfStart({Step::Day, 0, 0x40}), 0); // 1 January 1970, a Thursday
    }
};

FORETRAIL_TEST_MAIN(TestOutcome, QCoreApplication)
#include "tst_outcome.moc"
