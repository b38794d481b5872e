// What stands beside a forecast: other models on the same series, and stored runs from where they were made.
#include "core/training/BesideForecasts.h"
#include "tests/core/training/DailyShop.h"

using namespace foretrail;
using namespace foretrail::test;

class BesideForecastsTest : public QObject, private DailyShop {
    Q_OBJECT
private Q_SLOTS:
    void theClosest_data();
    void theClosest();
    void aModelBesideIsThatModel();
    void aModelThatCannotSaysWhy();
    void aRunStandsWhereItWasMade();
    void aRunOfTheSameTestPartIsCompared();
    void aSeriesThatBeginsEarlierByNow();
    void aRunThatIsGoneSaysSo();

private:
    ForecastOutcome outcomeOf(const TrainingSpec &spec) { return forecastFromWorkspace(*m_workspace, spec, m_job)->front(); }
    JobContext m_job;
};

void BesideForecastsTest::theClosest_data()
{
    QTest::addColumn<std::vector<double>>("errors");
    QTest::addColumn<std::vector<size_t>>("closest");
    QTest::newRow("one") << std::vector<double>{3, 1, 2} << std::vector<size_t>{1};
    QTest::newRow("two alike") << std::vector<double>{1, 2, 1} << std::vector<size_t>{0, 2};
    QTest::newRow("alike but for rounding") << std::vector<double>{0.1 + 0.2, 0.3, 7} << std::vector<size_t>{0, 1};
    QTest::newRow("not all compared") << std::vector<double>{missing, 5, 4} << std::vector<size_t>{2};
    QTest::newRow("nothing to compare with") << std::vector<double>{missing, 5} << std::vector<size_t>{};
    QTest::newRow("no test part") << std::vector<double>{missing, missing} << std::vector<size_t>{};
    QTest::newRow("none") << std::vector<double>{} << std::vector<size_t>{};
}

void BesideForecastsTest::theClosest()
{
    QFETCH(std::vector<double>, errors);
    QFETCH(std::vector<size_t>, closest);
    QCOMPARE(closestOf(errors), closest);
}

void BesideForecastsTest::aModelBesideIsThatModel()
{
    openShop();
    const ForecastOutcome shown = outcomeOf(dailySpec(QStringLiteral("drift"), 1));
    const ForecastOutcome alone = outcomeOf(dailySpec(QStringLiteral("snaive"), 1));
    const auto beside = besideModel(*m_workspace, dailySpec(QStringLiteral("drift"), 1), QStringLiteral("snaive"), shown, m_job);
    VERIFY_RESULT(beside);
    QCOMPARE(beside->problem, QString());
    QCOMPARE(beside->testStart, qint64(113));
    QCOMPARE(beside->futureStart, qint64(120));
    QCOMPARE(beside->test.mean.size(), size_t(7));
    QCOMPARE(beside->future.mean, alone.future.mean);
    QCOMPARE(beside->mae, alone.metrics.mae);
    QCOMPARE(errorOnTest(shown, dailySpec(QStringLiteral("drift"), 1), shown.trainLength, shown.test), shown.metrics.mae);
}

void BesideForecastsTest::aModelThatCannotSaysWhy()
{
    openShop();
    const ForecastOutcome shown = outcomeOf(dailySpec(QStringLiteral("naive"), 1));
    const auto beside = besideModel(*m_workspace, dailySpec(QStringLiteral("naive"), 1), QStringLiteral("none-such"), shown, m_job);
    VERIFY_RESULT(beside);
    QVERIFY(!beside->problem.isEmpty());
    QVERIFY(std::isnan(beside->mae));
}

/// The naive forecast repeats the last value that there was then.
void BesideForecastsTest::aRunStandsWhereItWasMade()
{
    openShop();
    const auto run = trainAndStore(*m_workspace, dailySpec(QStringLiteral("naive"), 1), m_job);
    VERIFY_RESULT(run);
    VERIFY_RESULT(addDays(*m_workspace, 120, 150));
    const TrainingSpec spec = dailySpec(QStringLiteral("naive"), 1);
    const ForecastOutcome shown = outcomeOf(spec);
    QCOMPARE(shown.history.size(), qint64(150));
    const auto beside = besideRun(*m_workspace, *run, spec, shown);
    VERIFY_RESULT(beside);
    QCOMPARE(beside->problem, QString());
    QCOMPARE(beside->testStart, qint64(113));
    QCOMPARE(beside->futureStart, qint64(120));
    QCOMPARE(beside->test.mean, std::vector<double>(7, valueAt(112)));
    QCOMPARE(beside->future.mean, std::vector<double>(14, valueAt(119)));
    QVERIFY(std::isnan(beside->mae)); // of another test part
}

void BesideForecastsTest::aRunOfTheSameTestPartIsCompared()
{
    openShop();
    const auto run = trainAndStore(*m_workspace, dailySpec(QStringLiteral("naive"), 1), m_job);
    VERIFY_RESULT(run);
    const TrainingSpec spec = dailySpec(QStringLiteral("snaive"), 1);
    const auto beside = besideRun(*m_workspace, *run, spec, outcomeOf(spec));
    VERIFY_RESULT(beside);
    double sum = 0;
    for (int day = 113; day < 120; ++day)
        sum += std::abs(valueAt(day) - valueAt(112));
    QVERIFY(std::abs(beside->mae - sum / 7) < 1e-9);
}

void BesideForecastsTest::aSeriesThatBeginsEarlierByNow()
{
    openShop();
    const auto run = trainAndStore(*m_workspace, dailySpec(QStringLiteral("naive"), 1), m_job);
    VERIFY_RESULT(run);
    VERIFY_RESULT(addDays(*m_workspace, -10, 0));
    const TrainingSpec spec = dailySpec(QStringLiteral("naive"), 1);
    const ForecastOutcome shown = outcomeOf(spec);
    QCOMPARE(shown.history.size(), qint64(130));
    const auto beside = besideRun(*m_workspace, *run, spec, shown);
    VERIFY_RESULT(beside);
    QCOMPARE(beside->futureStart, qint64(130));
    QCOMPARE(beside->testStart, qint64(123));
}

void BesideForecastsTest::aRunThatIsGoneSaysSo()
{
    openShop();
    const TrainingSpec spec = dailySpec(QStringLiteral("naive"), 1);
    const auto beside = besideRun(*m_workspace, RunId{77}, spec, outcomeOf(spec));
    VERIFY_RESULT(beside);
    QVERIFY(!beside->problem.isEmpty());
}

FORETRAIL_TEST_MAIN(BesideForecastsTest, QCoreApplication)
#include "tst_besideforecasts.moc"
