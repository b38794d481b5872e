#include "core/models/Intervals.h"
#include "core/neural/engine/NeuralEngines.h"
#include "core/training/Backtest.h"
#include "core/training/CleaningSteps.h"
#include "core/training/Experiment.h"
#include "core/training/PreparedSeries.h"
#include "tests/support/TestSupport.h"

#include <QJsonDocument>

#include <cmath>

using namespace foretrail;

namespace {

Series indexed(std::vector<double> values) { return {QStringLiteral("s"), {}, {}, {Step::None, 0}, std::move(values)}; }

Series daily(std::vector<double> values)
{
    return {QStringLiteral("total"), {}, {}, {Step::Day, *parseWallTime(QStringLiteral("2011-01-03"))}, std::move(values)};
}

std::vector<double> wave(int length)
{
    std::vector<double> values;
    for (int t = 0; t < length; ++t)
        values.push_back(100 + 0.4 * t + 20 * std::sin(2 * M_PI * t / 7) + (t * 37 % 11));
    return values;
}

Recipe recipeOf(const QByteArray &steps)
{
    return Recipe::fromJson(QJsonDocument::fromJson("{\"steps\": " + steps + "}").object()).value();
}

TrainingSpec specOf(const QString &model, int test, int horizon, const QByteArray &steps)
{
    TrainingSpec spec;
    spec.model.model = model;
    spec.model.lookback = 10;
    spec.model.units = 6;
    spec.model.epochs = 3;
    spec.split.test = test;
    spec.horizon = horizon;
    spec.recipe = recipeOf(steps);
    return spec;
}

/// Whether two forecasts agree but for rounding.
bool isClose(const Forecast &a, const Forecast &b)
{
    const auto same = [](const std::vector<double> &x, const std::vector<double> &y) {
        return std::equal(x.begin(), x.end(), y.begin(), y.end(), [](double p, double q) { return std::abs(p - q) <= 1e-9 * std::max(1.0, std::abs(q)); });
    };
    bool isSame = same(a.mean, b.mean) && a.bands.size() == b.bands.size();
    for (size_t i = 0; isSame && i < a.bands.size(); ++i)
        isSame = same(a.bands[i].low, b.bands[i].low) && same(a.bands[i].high, b.bands[i].high);
    return isSame;
}

} // namespace

/// Recipes between the data and the models: forecasts come back in the unit of the data, and nothing of later days reaches
/// what was learnt. Expected values are worked out by hand.
class TestPrepared : public QObject {
    Q_OBJECT

    /// What the settings of before there were recipes make of values of which the first `fitLength` are training.
    static std::vector<double> cleaned(const QByteArray &cleaning, std::vector<double> values, qint64 fitLength, int season)
    {
        const auto recipe = stepsFromCleaning(QJsonDocument::fromJson(cleaning).object(), QStringLiteral("cleaning"));
        PreparationRequest request;
        request.recipe = recipe.value();
        request.series = indexed(std::move(values));
        request.boundary = Boundary{fitLength};
        request.season = season;
        JobContext job;
        return Preparation::run(request, {}, job)->frame().target.values;
    }

private Q_SLOTS:
    void oldCleaningFillsAsBefore_data()
    {
        QTest::addColumn<QByteArray>("rule");
        QTest::addColumn<QList<double>>("expected");
        QTest::newRow("zero") << QByteArray("zero") << QList<double>{1, 4, 0, 0, 7, 0};
        QTest::newRow("previous") << QByteArray("previous") << QList<double>{1, 4, 4, 4, 7, 7};
        QTest::newRow("linear") << QByteArray("linear") << QList<double>{1, 4, 5, 6, 7, 7};
        QTest::newRow("seasonal of 2") << QByteArray("seasonal") << QList<double>{1, 4, 1, 4, 7, 4};
    }
    void oldCleaningFillsAsBefore()
    {
        QFETCH(QByteArray, rule);
        QFETCH(QList<double>, expected);
        const auto values = cleaned("{\"missing\": \"" + rule + "\"}", {missing, 1, 4, missing, missing, 7, missing}, 7, 2);
        QCOMPARE(QList<double>(values.begin(), values.end()), expected); // the missing front is cut off
        QCOMPARE(cleaned("{}", {1, 2, missing, 100}, 3, 1)[2], 2.0);     // the fitted part knows nothing of what follows
    }
    void oldCleaningTreatsValuesAsBefore()
    {
        // Quartiles of 1..5 are 2 and 4: limits 0 and 6, whatever follows.
        const auto clipped = cleaned(R"({"outliers": "clip", "outlierWidth": 1.0})", {1, 2, 3, 4, 5, 1000, -50}, 5, 1);
        QCOMPARE(clipped[5], 6.0);
        QCOMPARE(clipped[6], 0.0);
        QCOMPARE(cleaned(R"({"negative": "missing"})", {2, -8, 4}, 3, 1)[1], 3.0);
    }
    void nothingToPrepareIsAnError()
    {
        JobContext job;
        const auto outcome = runExperiment(daily({missing, missing}), specOf(QStringLiteral("naive"), 0, 1, "[]"), job);
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code, ErrorCode::Degenerate);
    }

    // log(1 + y): the naive repeats the last value, and its band is even on the log scale. Changes of the logarithm of
    // 1 3 7 1 3 7 1 3: +log 2 +log 2 -2 log 2 +log 2 +log 2 -2 log 2 +log 2 over seven, of which none is fitted.
    void bandsComeBackFromLogarithms()
    {
        JobContext job;
        TrainingSpec spec = specOf(QStringLiteral("naive"), 0, 2, R"([{"step": "log1p"}])");
        spec.levels = {80};
        const auto outcome = runExperiment(daily({0, 1, 3, 0, 1, 3, 0, 1}), spec, job);
        VERIFY_RESULT(outcome);
        const double one = std::log(2);
        const double deviation = std::sqrt((1 + 1 + 4 + 1 + 1 + 4 + 1) * one * one / 7);
        QVERIFY(std::abs(outcome->future.mean[1] - 1.0) < 1e-12);
        const double high = 2 * std::exp(normalWidth(80) * deviation * std::sqrt(2)) - 1;
        QVERIFY2(std::abs(outcome->future.bands[0].high[1] - high) < 1e-9, qPrintable(QString::number(outcome->future.bands[0].high[1])));
        QCOMPARE(outcome->future.bands[0].low[1], 0.0); // below it would be negative, which the data never was
    }
    // A line: each change is 1, so the naive on changes goes on with the line, which the naive itself does not.
    void forecastsComeBackFromDifferences()
    {
        std::vector<double> ramp;
        for (int t = 1; t <= 12; ++t)
            ramp.push_back(t);
        JobContext job;
        const auto outcome = runExperiment(daily(ramp), specOf(QStringLiteral("naive"), 3, 3, R"([{"step": "difference"}])"), job);
        VERIFY_RESULT(outcome);
        QCOMPARE(outcome->test.mean, (std::vector<double>{10, 11, 12}));
        QCOMPARE(outcome->future.mean, (std::vector<double>{13, 14, 15}));
        QCOMPARE(outcome->metrics.mae, 0.0);
        QCOMPARE(outcome->baselineMetrics.mae, 2.0); // of the value before, as without a recipe
        QCOMPARE(outcome->history.values, ramp);     // the change of the first value is not known, the value is
        QCOMPARE(outcome->trainLength, qint64(9));
        QCOMPARE(outcome->fitted.size(), ramp.size());
        QVERIFY(std::isnan(outcome->fitted[0]) && std::isnan(outcome->fitted[1]));
        QCOMPARE(outcome->fitted[5], 6.0);
        QCOMPARE(outcome->stages.front().rowsOut, qint64(11));
    }
    void scalingChangesNothingForModelsWithoutAScale_data()
    {
        QTest::addColumn<QString>("model");
        for (const char *model : {"naive", "snaive", "drift", "mean", "moving-average", "ar"})
            QTest::newRow(model) << QString::fromLatin1(model);
    }
    void scalingChangesNothingForModelsWithoutAScale()
    {
        QFETCH(QString, model);
        JobContext job;
        const auto plain = runExperiment(daily(wave(90)), specOf(model, 14, 14, "[]"), job);
        VERIFY_RESULT(plain);
        for (const QByteArray &method : {QByteArray("minmax"), QByteArray("standard"), QByteArray("robust")}) {
            const auto scaled = runExperiment(daily(wave(90)), specOf(model, 14, 14, "[{\"step\": \"scale\", \"method\": \"" + method + "\"}]"), job);
            VERIFY_RESULT(scaled);
            QVERIFY(isClose(scaled->test, plain->test));
            QVERIFY(isClose(scaled->future, plain->future));
            QVERIFY(std::abs(scaled->metrics.mae - plain->metrics.mae) < 1e-9);
            QCOMPARE(scaled->baselineMetrics.toJson(), plain->baselineMetrics.toJson());
            QCOMPARE(scaled->history.values, plain->history.values);
        }
    }
    void forecastsOfCountsAreNeverNegative_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<QByteArray>("steps");
        for (const char *model : {"drift", "ar", "ar-fourier", "gru"}) {
            for (const char *steps : {R"([{"step": "scale", "method": "standard"}])", R"([{"step": "difference"}])",
                                      R"([{"step": "log1p"}, {"step": "difference", "against": "season"}])"})
                QTest::newRow(qPrintable(QStringLiteral("%1 %2").arg(QLatin1String(model), QLatin1String(steps)))) << QString::fromLatin1(model) << QByteArray(steps);
        }
    }
    void forecastsOfCountsAreNeverNegative()
    {
        QFETCH(QString, model);
        QFETCH(QByteArray, steps);
        if (modelRegistry().find(model)->isNeural && !neuralEngine())
            QSKIP("the neural module is not built");
        std::vector<double> falling;
        for (int t = 0; t < 80; ++t)
            falling.push_back(std::max(0.0, 40 - 0.5 * t + t * 37 % 5));
        JobContext job;
        const auto outcome = runExperiment(daily(falling), specOf(model, 7, 28, steps), job);
        VERIFY_RESULT(outcome);
        for (const Forecast &forecast : {outcome->test, outcome->future}) {
            QVERIFY(std::all_of(forecast.mean.begin(), forecast.mean.end(), [](double value) { return value >= 0; }));
            for (const Band &band : forecast.bands)
                for (size_t h = 0; h < band.low.size(); ++h)
                    QVERIFY(band.low[h] >= 0 && band.low[h] <= band.high[h]);
        }
        for (const double value : outcome->fitted)
            QVERIFY(!(value < 0));
    }
    // The same within limits, whatever the steps between: whole units from 3 to 20, of a series that falls from 40 to 0.
    void forecastsKeepToTheirLimits_data() { forecastsOfCountsAreNeverNegative_data(); }
    void forecastsKeepToTheirLimits()
    {
        QFETCH(QString, model);
        QFETCH(QByteArray, steps);
        if (modelRegistry().find(model)->isNeural && !neuralEngine())
            QSKIP("the neural module is not built");
        std::vector<double> falling;
        for (int t = 0; t < 80; ++t)
            falling.push_back(std::max(0.0, 40 - 0.5 * t + t * 37 % 5));
        JobContext job;
        TrainingSpec spec = specOf(model, 7, 28, steps);
        spec.limits = {2.5, 20.0, true};
        const auto outcome = runExperiment(daily(falling), spec, job);
        VERIFY_RESULT(outcome);
        const auto isFine = [](double value) { return value >= 3 && value <= 20 && value == std::floor(value); };
        for (const Forecast &forecast : {outcome->test, outcome->future}) {
            QVERIFY(std::all_of(forecast.mean.begin(), forecast.mean.end(), isFine));
            for (const Band &band : forecast.bands)
                for (size_t h = 0; h < band.low.size(); ++h)
                    QVERIFY(isFine(band.low[h]) && isFine(band.high[h]) && band.low[h] <= forecast.mean[h] && forecast.mean[h] <= band.high[h]);
        }
        for (const double value : outcome->fitted)
            QVERIFY(std::isnan(value) || isFine(value));
    }
    // Scaled by anything, equal values are zeros: no day without trade for that.
    void equalValuesAreRepeatedThroughAScale_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<QByteArray>("steps");
        for (const ModelInfo &info : ModelRegistry::classical().models())
            for (const char *steps : {"[]", R"([{"step": "scale", "method": "standard"}])", R"([{"step": "scale", "method": "minmax"}])",
                                      R"([{"step": "scale", "method": "robust"}])", R"([{"step": "log1p"}, {"step": "difference"}])"})
                QTest::newRow(qPrintable(info.name + QLatin1Char(' ') + QLatin1String(steps))) << info.name << QByteArray(steps);
    }
    void equalValuesAreRepeatedThroughAScale()
    {
        QFETCH(QString, model);
        QFETCH(QByteArray, steps);
        for (const double value : {0.0, 7.0}) {
            JobContext job;
            const auto outcome = runExperiment(daily(std::vector<double>(60, value)), specOf(model, 7, 14, steps), job);
            VERIFY_RESULT(outcome);
            for (size_t h = 0; h < 14; ++h)
                QVERIFY2(std::abs(outcome->future.mean[h] - value) < 1e-9, qPrintable(QString::number(outcome->future.mean[h])));
            QVERIFY2(!outcome->explanation.contains(QStringLiteral("zero at")), qPrintable(outcome->explanation));
        }
    }
    // New, dead and empty items from the data to the forecast: a number everywhere and words, or what would be needed.
    void itemsWithLittleToLearnFrom_data() { equalValuesAreRepeatedThroughAScale_data(); }
    void itemsWithLittleToLearnFrom()
    {
        QFETCH(QString, model);
        QFETCH(QByteArray, steps);
        std::vector<double> dead = wave(40);
        dead.resize(140, 0.0);
        const std::vector<std::vector<double>> items{dead, {5, 3, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0}, {4}, {4, 7}, {4, 7, 2}, {0, 0, 0, 0, 0, 0, 0, 0, 0, 9}};
        for (const std::vector<double> &values : items) {
            for (int test : {0, 1, 7}) {
                JobContext job;
                const auto outcome = runExperiment(daily(values), specOf(model, test, 14, steps), job);
                const QByteArray which = QByteArrayLiteral("of ") + QByteArray::number(qsizetype(values.size())) + ", test " + QByteArray::number(test);
                if (!outcome) {
                    QVERIFY2(values.size() < 100, outcome.error().message.toUtf8());
                    QVERIFY2(outcome.error().code == ErrorCode::TooShort, which + ": " + outcome.error().message.toUtf8());
                    QVERIFY2(outcome.error().message.contains(QStringLiteral("at least")), which + ": " + outcome.error().message.toUtf8());
                    continue;
                }
                const auto isNumber = [](double value) { return std::isfinite(value) && value >= 0; };
                QVERIFY2(std::all_of(outcome->future.mean.begin(), outcome->future.mean.end(), isNumber), which);
                for (const Band &band : outcome->future.bands)
                    QVERIFY2(std::all_of(band.low.begin(), band.low.end(), isNumber) && std::all_of(band.high.begin(), band.high.end(), isNumber), which);
                QVERIFY2(outcome->explanation.endsWith(QLatin1Char('.')), which + ": " + outcome->explanation.toUtf8());
                QVERIFY2(!outcome->sentence.contains(QStringLiteral("nan"), Qt::CaseInsensitive), which + ": " + outcome->sentence.toUtf8());
            }
        }
    }
    void judgesByWhatHappened()
    {
        // Training 1 2 3 4 5 4 3 2, quartiles 2 and 4: limits -4 and 10. The test part has an outlier and a gap.
        JobContext job;
        const auto outcome = runExperiment(daily({1, 2, 3, 4, 5, 4, 3, 2, 900, missing, 2}),
                                           specOf(QStringLiteral("naive"), 3, 3, R"([{"step": "outliers"}, {"step": "missing"}])"), job);
        VERIFY_RESULT(outcome);
        QCOMPARE(outcome->metrics.count, qint64(2));
        QCOMPARE(outcome->metrics.mae, 898.0 / 2);
        QCOMPARE(outcome->history.values[8], 10.0); // what is drawn, and what the future is forecast from
        QCOMPARE(outcome->history.values[9], 6.0);
    }
    // A gap that reaches into the test part is filled without looking there.
    void gapsAtTheOriginKnowNothingOfTheTest()
    {
        std::vector<double> values = wave(60);
        for (size_t t = 48; t < 52; ++t)
            values[t] = missing;
        JobContext job;
        const TrainingSpec spec = specOf(QStringLiteral("naive"), 10, 10, R"([{"step": "missing"}])");
        const auto before = runExperiment(daily(values), spec, job);
        VERIFY_RESULT(before);
        for (size_t t = 52; t < 60; ++t)
            values[t] = 1e5;
        const auto after = runExperiment(daily(values), spec, job);
        VERIFY_RESULT(after);
        QCOMPARE(after->test.mean, before->test.mean);
        QCOMPARE(after->test.mean[0], values[47]);
    }
    void networksLeaveOutTheirValidationPart()
    {
        if (!neuralEngine())
            QSKIP("the neural module is not built");
        JobContext job;
        TrainingSpec spec = specOf(QStringLiteral("gru"), 10, 10, R"([{"step": "scale"}])");
        spec.split.validation = 15;
        std::vector<double> values = wave(80);
        values[60] = 1000; // in the validation part
        const auto outcome = runExperiment(daily(values), spec, job);
        VERIFY_RESULT(outcome);
        QCOMPARE(outcome->boundary, daily(values).timeAt(55));
        QVERIFY(outcome->stages.front().statistics[QStringLiteral("width")].toDouble() < 200);
        spec.model.model = QStringLiteral("naive"); // which needs none
        const auto naive = runExperiment(daily(values), spec, job);
        VERIFY_RESULT(naive);
        QCOMPARE(naive->boundary, daily(values).timeAt(70));
    }
    void gapsStayWhereARecipeSaysSo()
    {
        std::vector<double> values = wave(90);
        values[40] = missing;
        JobContext job;
        const QByteArray steps = R"([{"step": "missing", "rule": "drop"}])";
        const auto refused = runExperiment(daily(values), specOf(QStringLiteral("ar"), 7, 7, steps), job);
        QVERIFY(!refused);
        QVERIFY2(refused.error().message.contains(QStringLiteral("missing values")), qPrintable(refused.error().message));
        if (!neuralEngine())
            QSKIP("the neural module is not built");
        const auto outcome = runExperiment(daily(values), specOf(QStringLiteral("gru"), 7, 7, steps), job);
        VERIFY_RESULT(outcome);
        QVERIFY(std::isnan(outcome->history.values[40]));
        for (size_t t = 40; t <= 50; ++t) // itself, and the windows of ten that hold it
            QVERIFY(std::isnan(outcome->fitted[t]));
        QVERIFY(std::isfinite(outcome->fitted[39]) && std::isfinite(outcome->fitted[51]));
        QVERIFY(std::isfinite(outcome->baselineMetrics.mae));
    }
    // Twenty weeks that sum to 7, 14, 21 ...: the test part of four weeks counts in weeks, in every fold too.
    void partsCountInStepsOfTheAlignedAxis()
    {
        std::vector<double> values;
        for (int day = 0; day < 20 * 7; ++day)
            values.push_back(1 + day / 7);
        JobContext job;
        const TrainingSpec spec = specOf(QStringLiteral("drift"), 4, 2, R"([{"step": "resample", "to": "week"}])");
        const auto outcome = runExperiment(daily(values), spec, job);
        VERIFY_RESULT(outcome);
        QCOMPARE(outcome->history.axis.step, Step::Week);
        QCOMPARE(outcome->history.size(), qint64(20));
        QCOMPARE(outcome->trainLength, qint64(16));
        QCOMPARE(outcome->season, 52);
        QCOMPARE(outcome->baseline, QStringLiteral("naive")); // there is no year yet
        QCOMPARE(outcome->actual, (std::vector<double>{119, 126, 133, 140}));
        QCOMPARE(outcome->test.mean, outcome->actual);
        QCOMPARE(outcome->future.mean, (std::vector<double>{147, 154}));
        QCOMPARE(outcome->baselineMetrics.mae, (7 + 14 + 21 + 28) / 4.0);
        TrainingSpec naive = spec;
        naive.model.season = 1;
        const auto report = backtest({daily(values)}, naive, {QStringLiteral("naive")}, 2, job);
        VERIFY_RESULT(report);
        QCOMPARE(report->byModel.value(QStringLiteral("naive")).mae, (7 + 14 + 7 + 14) / 4.0);
        QCOMPARE(report->byModel.value(QStringLiteral("naive")).count, qint64(4));
    }
    // Closed on Sundays: a week of six days repeats without an error, and is forecast for six days.
    void closedDaysAreNeverForecast()
    {
        std::vector<double> values;
        for (int day = 0; day < 10 * 7; ++day)
            values.push_back(day % 7 == 6 ? 0 : 10 + day % 7); // from a Monday on
        JobContext job;
        const auto outcome = runExperiment(daily(values), specOf(QStringLiteral("snaive"), 8, 8, R"([{"step": "closed-days"}])"), job);
        VERIFY_RESULT(outcome);
        QCOMPARE(outcome->history.size(), qint64(60));
        QCOMPARE(outcome->season, 6);
        QCOMPARE(outcome->metrics.mae, 0.0);
        QCOMPARE(outcome->trainLength, qint64(52));
        QCOMPARE(outcome->future.mean, (std::vector<double>{10, 11, 12, 13, 14, 15, 10, 11}));
        QCOMPARE(outcome->history.timeAt(60), daily(values).timeAt(70)); // the Monday after
    }
    // By hand, as the mean of differences: 1 2 4 | 5 8 | 6 2, two folds of two steps. Changes 1 2 go on with 1.5: 5.5 7 for 5 8
    // (errors -.5 1); changes 1 2 1 3 with 1.75: 9.75 11.5 for 6 2 (errors -3.75 -9.5).
    void foldsArePreparedOneByOne()
    {
        JobContext job;
        TrainingSpec spec = specOf(QStringLiteral("naive"), 0, 2, R"([{"step": "difference"}])");
        spec.model.season = 1;
        const auto report = backtest({indexed({1, 2, 4, 5, 8, 6, 2})}, spec, {QStringLiteral("naive")}, 2, job);
        VERIFY_RESULT(report);
        QCOMPARE(report->byModel.value(QStringLiteral("naive")).mae, 13.0 / 4); // the baseline, on the values themselves
        const auto mean = backtest({indexed({1, 2, 4, 5, 8, 6, 2})}, spec, {QStringLiteral("mean")}, 2, job);
        VERIFY_RESULT(mean);
        QCOMPARE(mean->baseline, QStringLiteral("naive"));
        QCOMPARE(mean->byModel.value(QStringLiteral("mean")).mae, (0.5 + 1 + 3.75 + 9.5) / 4.0);
    }
    void stepsThatDoNotFitLeaveOutTheirSeries()
    {
        JobContext job;
        const TrainingSpec spec = specOf(QStringLiteral("naive"), 0, 2, R"([{"step": "lags", "lags": [20]}])");
        Series small = indexed({1, 2, 4, 5, 8, 6, 2});
        small.key = QStringLiteral("small");
        const auto both = backtest({indexed(wave(60)), small}, spec, {QStringLiteral("naive")}, 2, job);
        VERIFY_RESULT(both);
        QCOMPARE(both->skippedSeries, 1);
        const auto none = backtest({small}, spec, {QStringLiteral("naive")}, 2, job);
        QVERIFY(!none);
        QVERIFY2(none.error().message.contains(QStringLiteral("lag of 20")), qPrintable(none.error().message));
    }
};

FORETRAIL_TEST_MAIN(TestPrepared, QCoreApplication)
#include "tst_prepared.moc"
