// Tables of forecasts and backtests, and batches of forecasts with their holdout. Figures worked out by hand.
#include "core/report/ForecastBatch.h"
#include "core/report/ForecastReport.h"
#include "tests/support/TestSupport.h"

#include <sys/resource.h>

#include <csignal>

using namespace foretrail;

namespace {

Series daily(const QString &key, std::vector<double> values)
{
    Series series;
    series.key = key;
    series.name = key;
    series.axis = {Step::Day, *parseWallTime(QStringLiteral("2024-01-01"))};
    series.values = std::move(values);
    return series;
}

TrainingSpec specOf(const QString &model, int horizon)
{
    TrainingSpec spec;
    spec.model.model = model;
    spec.horizon = horizon;
    spec.split.test = 0;
    return spec;
}

} // namespace

class TestReport : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void csvQuotesAndNumbers();
    void noCellRunsInASpreadsheet();
    void csvAppearsWholeOrNotAtAll();
    void fullDiskKeepsTheOlderFile();
    void aDeviceStaysADevice();
    void headerFollowsTheLevels();
    void forecastRowsCountFromTheOrigin();
    void missingObservationsAreLeftOut();
    void holdoutMovesTheOrigin_data();
    void holdoutMovesTheOrigin();
    void shortSeriesAreLeftOutAndNamed();
    void aSingleShortSeriesFails();
    void poolingIsOverPoints();
    void stopsWhenAsked();

private:
    JobContext m_job;
};

void TestReport::csvQuotesAndNumbers()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("t.csv"));
    auto writer = CsvWriter::open(path);
    VERIFY_RESULT(writer);
    (*writer)->row({QStringLiteral("a,b"), QStringLiteral("say \"hi\""), QStringLiteral("two\nlines"), QStringLiteral("plain")});
    (*writer)->row({CsvWriter::number(0.1), CsvWriter::number(missing), CsvWriter::number(1e300), CsvWriter::number(-3)});
    VERIFY_RESULT((*writer)->commit());
    QCOMPARE(CsvWriter::sum(0.1 + 0.2), QStringLiteral("0.3")); // 0.30000000000000004
    QCOMPARE(CsvWriter::sum(623.0200000000003), QStringLiteral("623.02"));
    QCOMPARE(CsvWriter::sum(12345678901.23), QStringLiteral("12345678901.23"));
    QCOMPARE(CsvWriter::sum(missing), QString());
    QCOMPARE(test::readAll(path), QByteArray("\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",plain\n0.1,,1e+300,-3\n")); // RFC 4180
}

// Cells that a spreadsheet takes for formulas begin with = + - @, a tab or a carriage return (OWASP, CSV injection).
void TestReport::noCellRunsInASpreadsheet()
{
    const auto field = [](const char *text) { return CsvWriter::field(QString::fromLatin1(text)); };
    QCOMPARE(field("=1+1"), QStringLiteral("'=1+1"));
    QCOMPARE(field("=HYPERLINK(\"http://x\",1)"), QStringLiteral("\"'=HYPERLINK(\"\"http://x\"\",1)\""));
    for (const char *text : {"+cmd", "-2+3", "@SUM(A1)", "\tx"})
        QCOMPARE(field(text), QLatin1Char('\'') + QString::fromLatin1(text));
    for (const char *text : {"-3", "+4.5", "-1e-7", "a=b", "-", "=", "", "17850", "2011-01-01"})
        QCOMPARE(field(text), QString::fromLatin1(text));
}

void TestReport::csvAppearsWholeOrNotAtAll()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("t.csv"));
    {
        auto writer = CsvWriter::open(path);
        VERIFY_RESULT(writer);
        (*writer)->row({QStringLiteral("never committed")});
    }
    QVERIFY(!QFile::exists(path));
    const auto absent = CsvWriter::open(folder.filePath(QStringLiteral("absent/t.csv")));
    QVERIFY(!absent);
    QVERIFY(absent.error().message.contains(QStringLiteral("absent")));
}

// A file that may not grow fails as a full disk does, at the last flush.
void TestReport::fullDiskKeepsTheOlderFile()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("t.csv"));
    test::writeAll(path, "older\n");
    auto writer = CsvWriter::open(path);
    VERIFY_RESULT(writer);
    (*writer)->row({QString(5000, QLatin1Char('x'))});
    rlimit before{};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit small{1000, before.rlim_max};
    setrlimit(RLIMIT_FSIZE, &small);
    const auto done = (*writer)->commit();
    setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);
    QVERIFY(!done);
    QVERIFY2(done.error().message.contains(QStringLiteral("t.csv")), qPrintable(done.error().message));
    writer->reset();
    QCOMPARE(test::readAll(path), QByteArray("older\n"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{QStringLiteral("t.csv")});
}

void TestReport::aDeviceStaysADevice()
{
    const QFileInfo device(QStringLiteral("/dev/full"));
    if (!device.exists() || device.isFile())
        QSKIP("this system has no device that is always full");
    auto writer = CsvWriter::open(device.filePath());
    VERIFY_RESULT(writer);
    (*writer)->row({QStringLiteral("a")});
    QVERIFY(!(*writer)->commit());
    QVERIFY(!QFileInfo(device.filePath()).isFile());
}

void TestReport::headerFollowsTheLevels()
{
    QCOMPARE(forecastHeader({80, 95}).join(u','), QStringLiteral("series,h,time,model,mean,lo80,hi80,lo95,hi95"));
    QCOMPARE(forecastHeader({99.5}).join(u','), QStringLiteral("series,h,time,model,mean,lo99.5,hi99.5"));
}

void TestReport::forecastRowsCountFromTheOrigin()
{
    const Result<ForecastBatch> batch = forecastBatch({daily(QStringLiteral("s"), {1, 2, 3, 4, 5, 6, 7, 8})},
                                                      specOf(QStringLiteral("naive"), 2), 3, m_job);
    VERIFY_RESULT(batch);
    const QList<QStringList> rows = forecastRows(batch->outcomes.front(), ForecastPart::Test, QStringLiteral("naive"), {80});
    QCOMPARE(rows.size(), 2);
    // Five observations are left; the last of them is 5 on 5 January.
    QCOMPARE(rows[0].mid(0, 5), (QStringList{QStringLiteral("s"), QStringLiteral("1"), QStringLiteral("2024-01-06"),
                                             QStringLiteral("naive"), QStringLiteral("5")}));
    QCOMPARE(rows[1][2], QStringLiteral("2024-01-07"));
    QCOMPARE(rows[0].size(), 7);
}

void TestReport::missingObservationsAreLeftOut()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("s.csv"));
    Series plain;
    plain.key = QStringLiteral("H1");
    plain.values = {4, 5};
    VERIFY_RESULT(writeSeries({daily(QStringLiteral("a"), {1, missing, 3}), plain}, path));
    QCOMPARE(test::readAll(path), QByteArray("series,time,value\na,2024-01-01,1\na,2024-01-03,3\nH1,0,4\nH1,1,5\n"));
}

void TestReport::holdoutMovesTheOrigin_data()
{
    QTest::addColumn<int>("horizon");
    QTest::addColumn<int>("holdout");
    QTest::addColumn<double>("mean");
    QTest::addColumn<double>("mae");
    QTest::addColumn<int>("count");
    // The series is 1 to 8; naive repeats the value before the origin, so step h is h too low.
    QTest::newRow("as long as the horizon") << 3 << 3 << 5.0 << 2.0 << 3;       // errors 1, 2, 3
    QTest::newRow("longer than the horizon") << 2 << 5 << 3.0 << 1.5 << 2;      // errors 1, 2 from 3 on
    QTest::newRow("shorter than the horizon") << 4 << 2 << 6.0 << 1.5 << 2;     // errors 1, 2; the rest lies ahead
}

void TestReport::holdoutMovesTheOrigin()
{
    QFETCH(int, horizon);
    QFETCH(int, holdout);
    QFETCH(double, mean);
    QFETCH(double, mae);
    QFETCH(int, count);
    const Result<ForecastBatch> batch = forecastBatch({daily(QStringLiteral("s"), {1, 2, 3, 4, 5, 6, 7, 8})},
                                                      specOf(QStringLiteral("naive"), horizon), holdout, m_job);
    VERIFY_RESULT(batch);
    const ForecastOutcome &outcome = batch->outcomes.front();
    QCOMPARE(outcome.test.horizon(), horizon);
    QCOMPARE(outcome.test.mean[0], mean);
    QCOMPARE(outcome.metrics.mae, mae);
    QCOMPARE(outcome.metrics.count, qint64(count));
}

void TestReport::shortSeriesAreLeftOutAndNamed()
{
    const QList<Series> series{daily(QStringLiteral("long"), {1, 2, 3, 4, 5, 6}), daily(QStringLiteral("short"), {1, 2})};
    const Result<ForecastBatch> batch = forecastBatch(series, specOf(QStringLiteral("naive"), 2), 2, m_job);
    VERIFY_RESULT(batch);
    QCOMPARE(batch->outcomes.size(), 1);
    QCOMPARE(batch->outcomes[0].history.key, QStringLiteral("long"));
    QCOMPARE(batch->skipped.size(), 1);
    QVERIFY2(batch->skipped[0].contains(QStringLiteral("short")), qPrintable(batch->skipped[0]));
}

void TestReport::aSingleShortSeriesFails()
{
    const Result<ForecastBatch> none = forecastBatch({daily(QStringLiteral("s"), {1, 2, 3})}, specOf(QStringLiteral("naive"), 2), 9, m_job);
    QVERIFY(!none);
    QCOMPARE(none.error().code, ErrorCode::TooShort);
    QVERIFY2(none.error().message.contains(QStringLiteral("holdout")), qPrintable(none.error().message));
    QCOMPARE(forecastBatch({}, specOf(QStringLiteral("naive"), 2), 0, m_job).error().code, ErrorCode::NotFound);
}

void TestReport::poolingIsOverPoints()
{
    // Naive errors 1, 2 on the first series (actuals 5, 6) and 10, 20 on the second (50, 60).
    const QList<Series> series{daily(QStringLiteral("a"), {1, 2, 3, 4, 5, 6}), daily(QStringLiteral("b"), {10, 20, 30, 40, 50, 60})};
    const Result<ForecastBatch> batch = forecastBatch(series, specOf(QStringLiteral("naive"), 2), 2, m_job);
    VERIFY_RESULT(batch);
    const PooledMetrics pooled = pooledMetrics(batch->outcomes);
    QCOMPARE(pooled.model.count, 4);
    QCOMPARE(pooled.model.mae, 33.0 / 4);
    QCOMPARE(pooled.model.wape, 33.0 / 121);
    QCOMPARE(pooled.model.rmse, std::sqrt((1.0 + 4 + 100 + 400) / 4));
}

void TestReport::stopsWhenAsked()
{
    JobContext stopped;
    stopped.requestStop();
    const auto batch = forecastBatch({daily(QStringLiteral("s"), {1, 2, 3, 4})}, specOf(QStringLiteral("naive"), 1), 1, stopped);
    QVERIFY(batch.error().isCancelled());
}

FORETRAIL_TEST_MAIN(TestReport, QCoreApplication)
#include "tst_report.moc"
