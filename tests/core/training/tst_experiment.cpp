#include "core/training/Backtest.h"
#include "core/training/Experiment.h"
#include "core/training/OutcomeJson.h"
#include "tests/support/TestSupport.h"

#include <cmath>

using namespace foretrail;

/// Splitting, testing and comparing, with figures worked out by hand on series small enough for it.
class TestExperiment : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void naiveOnARamp();
    void limitsHoldForModelAndBaseline();
    void seasonalNaiveIsItsOwnBaseline();
    void testPartNeverReachesTheFit_data();
    void testPartNeverReachesTheFit();
    void outcomeReadsBackFromJson();
    void shortSeriesAreRefusedWithNumbers();
    void sentenceSaysWhichIsCloser();
    void backtestOfNaiveByHand();
    void backtestSkipsShortSeries();
    void cancelledBeforeItBegan();
};

namespace {

Series daily(std::vector<double> values, const QString &key = QStringLiteral("total"))
{
    return {key, key, {}, {Step::Day, 0}, std::move(values)};
}

TrainingSpec specOf(const char *model, int test, int horizon)
{
    TrainingSpec spec;
    spec.model.model = QString::fromLatin1(model);
    spec.split.test = test;
    spec.horizon = horizon;
    return spec;
}

std::vector<double> wave(int length)
{
    std::vector<double> values;
    for (int t = 0; t < length; ++t)
        values.push_back(100 + t + 20 * std::sin(2 * M_PI * t / 7) + (t * 37 % 11));
    return values;
}

} // namespace

void TestExperiment::naiveOnARamp()
{
    // 1..12, test part 10 11 12 after 9: errors 1 2 3, so MAE 2, RMSE sqrt(14/3), WAPE 6/33, bias 6/33;
    // the seasonal naive of a week would predict 3 4 5 for them, further off, so the naive is its own baseline. Scale of MASE:
    // |y_t - y_{t-7}| = 7.
    std::vector<double> ramp;
    for (int t = 1; t <= 12; ++t)
        ramp.push_back(t);
    JobContext job;
    const auto outcome = runExperiment(daily(ramp), specOf("naive", 3, 2), job);
    VERIFY_RESULT(outcome);
    QCOMPARE(outcome->trainLength, 9);
    QCOMPARE(outcome->metrics.count, 3);
    QCOMPARE(outcome->metrics.mae, 2.0);
    QCOMPARE(outcome->metrics.rmse, std::sqrt(14.0 / 3));
    QCOMPARE(outcome->metrics.wape, 6.0 / 33);
    QCOMPARE(outcome->metrics.bias, 6.0 / 33);
    QCOMPARE(outcome->metrics.mase, 2.0 / 7);
    QCOMPARE(outcome->baseline, QStringLiteral("naive"));
    QCOMPARE(outcome->baselineMetrics.mae, 2.0);
    QCOMPARE(outcome->test.horizon(), 3);
    QCOMPARE(outcome->future.mean, (std::vector<double>{12, 12}));
    QVERIFY(std::isnan(outcome->fitted.front()));
    QCOMPARE(outcome->fitted[11], 11.0);
    QVERIFY2(outcome->sentence.startsWith(QStringLiteral("As close as repeating the last value")), qPrintable(outcome->sentence));
}

void TestExperiment::limitsHoldForModelAndBaseline()
{
    // 1..12 as above, from 4 to 8: the naive says 8 8 8 for 10 11 12, and so does the baseline.
    std::vector<double> ramp;
    for (int t = 1; t <= 12; ++t)
        ramp.push_back(t);
    JobContext job;
    TrainingSpec spec = specOf("naive", 3, 2);
    spec.limits = {4.0, 8.0, false};
    const auto outcome = runExperiment(daily(ramp), spec, job);
    VERIFY_RESULT(outcome);
    QCOMPARE(outcome->test.mean, (std::vector<double>{8, 8, 8}));
    QCOMPARE(outcome->metrics.mae, 3.0);
    QCOMPARE(outcome->baselineMetrics.mae, 3.0);
    QCOMPARE(outcome->future.mean, (std::vector<double>{8, 8}));
    QCOMPARE(outcome->future.band(95)->high, (std::vector<double>{8, 8}));
    QVERIFY(std::isnan(outcome->fitted[0]) && outcome->fitted[1] == 4 && outcome->fitted[6] == 6 && outcome->fitted[11] == 8);
    spec.limits = {9.0, 8.0, false};
    const auto refused = runExperiment(daily(ramp), spec, job);
    QVERIFY(!refused);
    QVERIFY2(refused.error().message.startsWith(QStringLiteral("limits.floor")), qPrintable(refused.error().message));
}

void TestExperiment::seasonalNaiveIsItsOwnBaseline()
{
    JobContext job;
    const auto outcome = runExperiment(daily(wave(60)), specOf("snaive", 14, 7), job);
    VERIFY_RESULT(outcome);
    QCOMPARE(outcome->metrics.mae, outcome->baselineMetrics.mae);
    QVERIFY2(outcome->sentence.startsWith(QStringLiteral("As close as repeating last week")), qPrintable(outcome->sentence));
}

void TestExperiment::testPartNeverReachesTheFit_data()
{
    QTest::addColumn<QByteArray>("model");
    for (const ModelInfo &info : modelRegistry().models()) {
        if (!info.isNeural)
            QTest::newRow(qPrintable(info.name)) << info.name.toLatin1();
    }
}

void TestExperiment::testPartNeverReachesTheFit()
{
    QFETCH(QByteArray, model);
    TrainingSpec spec = specOf(model.constData(), 14, 14);
    spec.recipe.steps.prepend({QStringLiteral("outliers"), true, {}});
    std::vector<double> values = wave(90);
    JobContext job;
    const auto before = runExperiment(daily(values), spec, job);
    VERIFY_RESULT(before);
    for (size_t i = values.size() - 14; i < values.size(); ++i)
        values[i] = 50 + double(i % 3);
    const auto after = runExperiment(daily(values), spec, job);
    VERIFY_RESULT(after);
    QCOMPARE(after->test.mean, before->test.mean);
    QCOMPARE(after->test.bands.front().low, before->test.bands.front().low);
    QVERIFY(after->metrics.mae != before->metrics.mae);
}

void TestExperiment::outcomeReadsBackFromJson()
{
    JobContext job;
    const auto outcome = runExperiment(daily(wave(60)), specOf("drift", 10, 5), job);
    VERIFY_RESULT(outcome);
    const QByteArray text = QJsonDocument(outcome->toJson()).toJson();
    const auto read = outcomeFromJson(QJsonDocument::fromJson(text).object());
    VERIFY_RESULT(read);
    QCOMPARE(read->test.mean, outcome->test.mean);
    QCOMPARE(read->future.bands.back().high, outcome->future.bands.back().high);
    QCOMPARE(read->metrics.wape, outcome->metrics.wape);
    QCOMPARE(read->fitted[30], outcome->fitted[30]);
    QVERIFY(std::isnan(read->fitted[0]));
    QCOMPARE(read->trainLength, outcome->trainLength);
    QCOMPARE(read->boundary, outcome->boundary);
    QCOMPARE(read->stages, outcome->stages);
    QCOMPARE(read->stages.size(), 1);
    QVERIFY(!outcomeFromJson({}));
}

void TestExperiment::shortSeriesAreRefusedWithNumbers()
{
    JobContext job;
    const auto outcome = runExperiment(daily({1, 2, 3}), specOf("naive", 28, 28), job);
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, ErrorCode::TooShort);
    QVERIFY2(outcome.error().message.contains(QStringLiteral("3 observations")), qPrintable(outcome.error().message));
    QVERIFY(outcome.error().message.contains(QStringLiteral("at least 30")));
}

void TestExperiment::sentenceSaysWhichIsCloser()
{
    // Rising by one a day: the naive is 2 off on average, the drift exact.
    std::vector<double> ramp;
    for (int t = 1; t <= 20; ++t)
        ramp.push_back(t);
    JobContext job;
    TrainingSpec spec = specOf("drift", 3, 3);
    spec.model.season = 1;
    const auto outcome = runExperiment(daily(ramp), spec, job);
    VERIFY_RESULT(outcome);
    QCOMPARE(outcome->baseline, QStringLiteral("naive"));
    QVERIFY2(outcome->sentence.startsWith(QStringLiteral("100 % closer than repeating the last value")), qPrintable(outcome->sentence));
}

void TestExperiment::backtestOfNaiveByHand()
{
    // 1 2 4 7 11 16, season 1, two folds of two steps: origins after 2 and after 4.
    // Fold 1: history 1 2, forecast 2 2, actual 4 7: errors 2 5. Fold 2: history 1 2 4 7, forecast 7 7, actual 11 16: 4 9.
    TrainingSpec spec = specOf("naive", 0, 2);
    spec.model.season = 1;
    JobContext job;
    const auto report = backtest({daily({1, 2, 4, 7, 11, 16})}, spec, {QStringLiteral("naive")}, 2, job);
    VERIFY_RESULT(report);
    QCOMPARE(report->scores.size(), 6); // two folds of h = 0, 1, 2
    const auto find = [&](int fold, int h) {
        for (const BacktestScore &score : report->scores) {
            if (score.fold == fold && score.h == h)
                return score.metrics;
        }
        return Metrics();
    };
    QCOMPARE(find(1, 0).mae, 3.5);
    QCOMPARE(find(1, 1).mae, 2.0);
    QCOMPARE(find(2, 2).mae, 9.0);
    QCOMPARE(find(1, 0).mase, 3.5);       // in-sample: |2 - 1| = 1
    QCOMPARE(find(2, 0).mase, 6.5 / 2.0); // (1 + 2 + 3) / 3
    spec.limits.cap = 5; // 2 2 as before, 5 5 for 11 16
    const auto capped = backtest({daily({1, 2, 4, 7, 11, 16})}, spec, {QStringLiteral("naive")}, 2, job);
    VERIFY_RESULT(capped);
    QCOMPARE(capped->byModel.value(QStringLiteral("naive")).mae, (2 + 5 + 6 + 11) / 4.0);
    const Metrics pooled = report->byModel.value(QStringLiteral("naive"));
    QCOMPARE(pooled.mae, 5.0);
    QCOMPARE(pooled.rmse, std::sqrt((4 + 25 + 16 + 81) / 4.0));
    QCOMPARE(pooled.wape, 20.0 / 38);
    QCOMPARE(pooled.bias, 20.0 / 38);
    QCOMPARE(pooled.mase, (3.5 + 3.25) / 2);
}

void TestExperiment::backtestSkipsShortSeries()
{
    TrainingSpec spec = specOf("naive", 0, 2);
    JobContext job;
    const QList<Series> series{daily({1, 2, 3}, QStringLiteral("short")), daily({1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}, QStringLiteral("long"))};
    const auto report = backtest(series, spec, {QStringLiteral("naive")}, 2, job);
    VERIFY_RESULT(report);
    QCOMPARE(report->skippedSeries, 1);
    const auto none = backtest({series.front()}, spec, {QStringLiteral("naive")}, 2, job);
    QVERIFY(!none);
    QCOMPARE(none.error().code, ErrorCode::TooShort);
    const auto unknown = backtest(series, spec, {QStringLiteral("oracle")}, 2, job);
    QVERIFY(!unknown);
    QVERIFY(unknown.error().message.contains(QStringLiteral("snaive")));
}

void TestExperiment::cancelledBeforeItBegan()
{
    JobContext job;
    job.requestStop();
    const auto outcome = runExperiment(daily(wave(60)), specOf("naive", 7, 7), job);
    QVERIFY(!outcome);
    QVERIFY(outcome.error().isCancelled());
}

FORETRAIL_TEST_MAIN(TestExperiment, QCoreApplication)
#include "tst_experiment.moc"
