// What runs forecast against what happened since: runs are stored on the first days of a series, then the rest comes. The seasonal naive
// says the value of a week before, naive the last value; all errors are worked out from the rule of the series (valueAt).
#include "core/report/AccuracyReport.h"
#include "core/training/Experiment.h"
#include "core/training/RunAccuracy.h"
#include "core/training/StepErrors.h"
#include "tests/core/training/DailyShop.h"

#include <QJsonArray>

using namespace foretrail;
using namespace foretrail::test;

namespace {

bool isClose(double a, double b) { return std::abs(a - b) < 1e-9 * std::max(1.0, std::abs(b)); }

double weekBefore(int origin, int h) { return valueAt(origin - 7 + (h - 1) % 7); }

} // namespace

class TestRunAccuracy : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void saysWhyNothingCanBeCompared();
    void errorsEqualThoseByHand();
    void runsOfOneSeriesAlone();
    void runsWithoutAnOriginBeginWhereTheirHistoryEnded();
    void aGapIsNotCompared();
    void tablesAndObjects();
    void errorsOfEarlierOrigins();

private:
    RunId train(const QString &model);
    SeriesAccuracy accuracy();
    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<Workspace> m_workspace;
    JobContext m_job;
};

void TestRunAccuracy::init()
{
    m_workspace.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_workspace.emplace(Workspace::create(m_folder->filePath(QStringLiteral("shop.foretrail"))).value());
    VERIFY_RESULT(addDays(*m_workspace, 0, 100));
}

RunId TestRunAccuracy::train(const QString &model) { return trainAndStore(*m_workspace, dailySpec(model, 1), m_job).value(); }

SeriesAccuracy TestRunAccuracy::accuracy()
{
    const QList<SeriesAccuracy> all = accuracyOfRuns(*m_workspace, {}, m_job).value();
    return all.size() == 1 ? all.front() : SeriesAccuracy{};
}

void TestRunAccuracy::saysWhyNothingCanBeCompared()
{
    QVERIFY(accuracyOfRuns(*m_workspace, {}, m_job).value().isEmpty());
    const RunId run = train(QStringLiteral("snaive"));
    const SeriesAccuracy found = accuracy();
    QCOMPARE(found.runs.size(), 1);
    QCOMPARE(found.runs[0].run, run);
    QVERIFY(!found.runs[0].isComparable());
    QVERIFY2(found.runs[0].why.startsWith(QStringLiteral("The data end at 2011-04-12, and this forecast begins at 2011-04-13.")), qPrintable(found.runs[0].why));
    QCOMPARE(found.runs[0].steps.size(), size_t(14));
    QVERIFY(accuracyBySteps(found.runs).empty());
}

void TestRunAccuracy::errorsEqualThoseByHand()
{
    train(QStringLiteral("snaive"));
    VERIFY_RESULT(addDays(*m_workspace, 100, 105));
    train(QStringLiteral("naive"));
    VERIFY_RESULT(addDays(*m_workspace, 105, 110));
    const SeriesAccuracy found = accuracy();
    QCOMPARE(found.runs.size(), 2);
    QCOMPARE(found.runs[0].model, QStringLiteral("naive")); // it began to forecast last
    double week = 0, last = 0, weekSize = 0;
    for (int h = 1; h <= 10; ++h) {
        QVERIFY(isClose(found.runs[1].steps[size_t(h) - 1].forecast, weekBefore(100, h)));
        QCOMPARE(found.runs[1].steps[size_t(h) - 1].actual, valueAt(99 + h));
        week += std::abs(valueAt(99 + h) - weekBefore(100, h));
        weekSize += valueAt(99 + h);
    }
    for (int h = 1; h <= 5; ++h)
        last += std::abs(valueAt(104 + h) - valueAt(104));
    QCOMPARE(found.runs[1].metrics.count, 10);
    QVERIFY(isClose(found.runs[1].metrics.mae, week / 10));
    QVERIFY(isClose(found.runs[1].metrics.wape, week / weekSize));
    QCOMPARE(found.runs[0].metrics.count, 5);
    QVERIFY(isClose(found.runs[0].metrics.mae, last / 5));
    QVERIFY(isClose(accuracyOfAll(found.runs).mae, (week + last) / 15));
    const std::vector<StepAccuracy> steps = accuracyBySteps(found.runs);
    QCOMPARE(steps.size(), size_t(10));
    QCOMPARE(steps[2].count, 2); // both runs have a third step
    QVERIFY(isClose(steps[2].mae, (std::abs(valueAt(102) - weekBefore(100, 3)) + std::abs(valueAt(107) - valueAt(104))) / 2));
    QCOMPARE(steps[7].count, 1);
    QVERIFY(isClose(steps[7].mae, std::abs(valueAt(107) - weekBefore(100, 8))));
    QVERIFY(isClose(steps[7].bias, (valueAt(107) - weekBefore(100, 8)) / valueAt(107)));
}

void TestRunAccuracy::runsOfOneSeriesAlone()
{
    VERIFY_RESULT(addDays(*m_workspace, 0, 100, "other"));
    train(QStringLiteral("snaive"));
    TrainingSpec other = dailySpec(QStringLiteral("naive"), 1);
    other.query.keys = {QStringLiteral("other")};
    VERIFY_RESULT(trainAndStore(*m_workspace, other, m_job));
    QCOMPARE(accuracyOfRuns(*m_workspace, {}, m_job).value().size(), 2);
    const QList<SeriesAccuracy> one = accuracyOfRuns(*m_workspace, other.query, m_job).value();
    QCOMPARE(one.size(), 1);
    QCOMPARE(one[0].actual.key, QStringLiteral("other"));
    other.query.measure = Measure::Revenue;
    QVERIFY(accuracyOfRuns(*m_workspace, other.query, m_job).value().isEmpty());
}

void TestRunAccuracy::runsWithoutAnOriginBeginWhereTheirHistoryEnded()
{
    RunRecord record = RunStore(*m_workspace).load(train(QStringLiteral("snaive"))).value();
    QVERIFY(record.outcome.contains(QStringLiteral("futureFrom")));
    record.outcome.remove(QStringLiteral("futureFrom"));
    VERIFY_RESULT(RunStore(*m_workspace).add(record, m_job));
    VERIFY_RESULT(addDays(*m_workspace, 100, 110));
    const SeriesAccuracy found = accuracy();
    QCOMPARE(found.runs.size(), 2);
    QCOMPARE(found.runs[0].origin, found.runs[1].origin);
    QCOMPARE(found.runs[0].metrics.toJson(), found.runs[1].metrics.toJson());
}

void TestRunAccuracy::aGapIsNotCompared()
{
    train(QStringLiteral("naive"));
    VERIFY_RESULT(addDays(*m_workspace, 100, 110, "shop", 103));
    const SeriesAccuracy found = accuracy();
    QCOMPARE(found.runs[0].metrics.count, 9);
    QVERIFY(std::isnan(found.runs[0].steps[3].actual));
    QCOMPARE(accuracyBySteps(found.runs)[3].count, 0);
}

void TestRunAccuracy::tablesAndObjects()
{
    train(QStringLiteral("naive"));
    VERIFY_RESULT(addDays(*m_workspace, 100, 103));
    const SeriesAccuracy found = accuracy();
    const QList<QStringList> table = accuracyTable(found, false);
    QCOMPARE(table.size(), 3); // header, all runs, the run
    QCOMPARE(table[0].size(), 6 + 3);
    QCOMPARE(table[2][1], QStringLiteral("2011-04-13"));
    QCOMPARE(table[2][2], QStringLiteral("3"));
    QVERIFY(isClose(table[2][7].toDouble(), std::abs(valueAt(101) - valueAt(99))));
    QCOMPARE(table[1].mid(2), table[2].mid(2));
    QVERIFY(isClose(accuracyTable(found, true)[2][7].toDouble(), std::abs(valueAt(101) - valueAt(99)) / valueAt(101)));
    const QJsonObject series = accuracyJson({found})[QStringLiteral("series")].toArray()[0].toObject();
    QCOMPARE(series[QStringLiteral("series")].toString(), QStringLiteral("shop"));
    QCOMPARE(series[QStringLiteral("data_end")].toString(), QStringLiteral("2011-04-15"));
    const QJsonObject run = series[QStringLiteral("runs")].toArray()[0].toObject();
    QCOMPARE(run[QStringLiteral("compared")].toInt(), 3);
    const QJsonArray steps = run[QStringLiteral("steps")].toArray();
    QCOMPARE(steps.size(), 14);
    QCOMPARE(steps[0][QStringLiteral("time")].toString(), QStringLiteral("2011-04-13"));
    QCOMPARE(steps[0][QStringLiteral("actual")].toDouble(), valueAt(100));
    QVERIFY(steps[3][QStringLiteral("actual")].isNull());
}

// Of the values 10 + day the last one misses by h at step h, from every origin.
void TestRunAccuracy::errorsOfEarlierOrigins()
{
    FactWriterOptions options;
    options.kind = QStringLiteral("series");
    auto writer = FactWriter::begin(*m_workspace, options);
    VERIFY_RESULT(writer);
    const WallMs start = *parseWallTime(QStringLiteral("2011-01-03"));
    for (int day = 0; day < 120; ++day)
        VERIFY_RESULT((*writer)->addObservation("rise", Step::Day, addSteps(start, Step::Day, day), 10 + day));
    VERIFY_RESULT((*writer)->commit({}, {}, "sha2", m_job));
    TrainingSpec spec = dailySpec(QStringLiteral("naive"), 1);
    spec.query.keys = {QStringLiteral("rise")};
    spec.split.test = 5;
    const auto errors = stepErrors(*m_workspace, spec, m_job);
    VERIFY_RESULT(errors);
    QCOMPARE(errors->size(), size_t(5));
    for (const StepError &one : *errors) {
        QVERIFY(isClose(one.metrics.mae, one.h));
        QCOMPARE(one.metrics.count, 8);
    }
}

FORETRAIL_TEST_MAIN(TestRunAccuracy, QCoreApplication)
#include "tst_run_accuracy.moc"
