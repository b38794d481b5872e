// Public data sets, where they lie beside the project: each is imported by its guess alone, with the counts that are known of
// it from elsewhere (the descriptions of the sets, and counts of cells with another program).
#include "core/data/Import.h"
#include "tests/support/TestSupport.h"

using namespace foretrail;

class TestRealFiles : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void counts_data();
    void counts();
    void wideTables_data();
    void wideTables();
    void sales();
    void behaviour();
    void editionsOfTheSameSales();
    void storesAndTheirFeatures();
    void sessionsWithoutClock();

private:
    Result<ImportReport> import(const QString &path)
    {
        const auto shown = previewFile(path, m_job);
        return shown ? importFile(*m_workspace, path, shown->plan, m_job) : fail(shown.error());
    }
    ImportPlan guess(const QString &path)
    {
        const auto shown = previewFile(path, m_job);
        return shown ? shown->plan : ImportPlan();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Workspace> m_workspace;
    JobContext m_job;
};

namespace {

bool adds(const ImportReport &report) { return report.read == report.stored + report.duplicate + report.rejected + report.filtered; }

} // namespace

#define FIND_OR_SKIP(path, file) \
    const QString path = test::sharedFile(QString::fromLatin1(file)); \
    if (path.isEmpty()) \
        QSKIP("the real data is not beside the project")

void TestRealFiles::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_workspace.reset();
    auto created = Workspace::create(m_folder->filePath(QStringLiteral("w.foretrail")));
    VERIFY_RESULT(created);
    m_workspace = std::make_unique<Workspace>(std::move(*created));
}

void TestRealFiles::counts_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("read");
    QTest::addColumn<int>("duplicate");
    QTest::addColumn<int>("filtered");
    QTest::newRow("sales") << QByteArray("online_retail/online_retail_2010-12_to_2011-09.csv.gz") << "sales" << 370'931 << 2'848 << 0;
    QTest::newRow("sales, first week") << QByteArray("online_retail/OnlineRetail_first_week_kaggle_format.csv") << "sales" << 16'985 << 272 << 0;
    QTest::newRow("purchases in columns") << QByteArray("cdnow/CDNOW_sample.txt") << "sales" << 6'919 << 21 << 0;
    QTest::newRow("behaviour") << QByteArray("taobao/UserBehavior.csv") << "events" << 41'957 << 0 << 0;
    QTest::newRow("shop events") << QByteArray("rees46/2019-Oct_first_rows.csv") << "events" << 17'434 << 5 << 0;
    QTest::newRow("reviews") << QByteArray("amazon/Beauty_5core.csv.gz") << "events" << 198'502 << 0 << 0;
    QTest::newRow("sessions") << QByteArray("sessions/diginetica_train.csv.gz") << "events" << 906'140 << 0 << 0;
    QTest::newRow("views of sessions") << QByteArray("sessions/diginetica_sample_train-item-views.csv") << "events" << 12'391 << 0 << 0;
    QTest::newRow("purchases of sessions") << QByteArray("sessions/diginetica_train-purchases.csv") << "events" << 18'025 << 28 << 0;
    QTest::newRow("test cases of sessions") << QByteArray("sessions/diginetica_test.csv.gz") << "attributes" << 60'858 << 0 << 0;
    QTest::newRow("weekly sales") << QByteArray("walmart/train.csv.gz") << "series" << 282'913 << 0 << 0;
    QTest::newRow("features of stores") << QByteArray("walmart/features.csv") << "series" << 54'600 << 0 << 15'969;
    QTest::newRow("stores") << QByteArray("walmart/stores.csv") << "attributes" << 30 << 0 << 0;
    QTest::newRow("facts of series") << QByteArray("m3/M3-Monthly-info.csv") << "attributes" << 714 << 0 << 0;
}

void TestRealFiles::counts()
{
    QFETCH(QByteArray, file);
    QFETCH(QString, kind);
    QFETCH(int, read);
    QFETCH(int, duplicate);
    QFETCH(int, filtered);
    FIND_OR_SKIP(path, file);
    const auto report = import(path);
    VERIFY_RESULT(report);
    QCOMPARE(report->kind, kind);
    QCOMPARE(report->read, read);
    QCOMPARE(report->duplicate, duplicate);
    QCOMPARE(report->filtered, filtered);
    QCOMPARE(report->rejected, 0);
    QVERIFY(adds(*report));
}

void TestRealFiles::wideTables_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<int>("series");
    QTest::addColumn<int>("values");
    const auto add = [](const QByteArray &file, int series, int values) { QTest::newRow(file.constData()) << file << series << values; };
    add("m3/M3-Monthly-train.csv", 714, 71'137);
    add("m3/M3-Monthly-test.csv", 714, 714 * 18);
    for (const char *method : {"Auto_ANN", "B_J_auto", "DAMPEN", "ForecastPro", "NAIVE2", "THETA"})
        add(QByteArray("m3/forecasts/") + method + "-Monthly.csv", 714, 714 * 18);
    add("m4/Hourly-train.csv", 207, 178'700);
    add("m4/Hourly-test.csv", 207, 207 * 48);
    add("m4/Weekly-train.csv", 180, 186'610);
    add("m4/Weekly-test.csv", 180, 180 * 13);
    for (const char *method : {"024", "Naive2", "SES", "sNaive"}) {
        add(QByteArray("m4/forecasts/") + method + "-Hourly.csv", 207, 207 * 48);
        add(QByteArray("m4/forecasts/") + method + "-Weekly.csv", 180, 180 * 13);
    }
}

void TestRealFiles::wideTables()
{
    QFETCH(QByteArray, file);
    QFETCH(int, series);
    QFETCH(int, values);
    FIND_OR_SKIP(path, file);
    const ImportPlan plan = guess(path);
    QCOMPARE(plan.layout, SeriesLayout::Wide);
    const auto report = importFile(*m_workspace, path, plan, m_job);
    VERIFY_RESULT(report);
    QCOMPARE(report->series, series);
    QCOMPARE(report->read, values);
    QCOMPARE(report->stored, values);
}

void TestRealFiles::sales()
{
    FIND_OR_SKIP(path, "online_retail/online_retail_2010-12_to_2011-09.csv.gz");
    const auto report = import(path);
    VERIFY_RESULT(report);
    QCOMPARE(qRound64(report->netRevenueRead * 100), 678'161'900);
    const auto summary = m_workspace->data().summary();
    VERIFY_RESULT(summary);
    QCOMPARE(summary->users, 3'658);
    QCOMPARE(summary->items, 3'887);
    QVERIFY(report->notes.join(QLatin1Char('|')).contains(QStringLiteral("17850")));
}

void TestRealFiles::behaviour()
{
    FIND_OR_SKIP(path, "taobao/UserBehavior.csv");
    const ImportPlan plan = guess(path);
    QCOMPARE(plan.kindMeanings[QStringLiteral("pv")], QStringLiteral("view"));
    QCOMPARE(plan.kindMeanings[QStringLiteral("fav")], QStringLiteral("favourite"));
    QCOMPARE(plan.kindMeanings[QStringLiteral("buy")], QStringLiteral("purchase"));
    VERIFY_RESULT(importFile(*m_workspace, path, plan, m_job));
    const auto summary = m_workspace->data().summary();
    VERIFY_RESULT(summary);
    QCOMPARE(summary->users, 407);
    QCOMPARE(summary->items, 28'993);
}

// One edition writes 12/1/2010 8:26 and 17850 in Latin-1, the other 2010-12-01 08:26:00 and 17850.0 in UTF-8.
void TestRealFiles::editionsOfTheSameSales()
{
    FIND_OR_SKIP(all, "online_retail/online_retail_2010-12_to_2011-09.csv.gz");
    FIND_OR_SKIP(week, "online_retail/OnlineRetail_first_week_kaggle_format.csv");
    VERIFY_RESULT(import(all));
    const auto again = import(week);
    VERIFY_RESULT(again);
    QCOMPARE(again->duplicate, 16'985);
    QCOMPARE(again->stored, 0);
}

void TestRealFiles::storesAndTheirFeatures()
{
    FIND_OR_SKIP(features, "walmart/features.csv");
    FIND_OR_SKIP(stores, "walmart/stores.csv");
    const auto report = import(features);
    VERIFY_RESULT(report);
    QCOMPARE(report->series, 30 * 10);
    QCOMPARE(guess(features).step, Step::Week);
    const ImportPlan plan = guess(stores);
    QCOMPARE(plan.columnOf(Role::Series), 0);
    QCOMPARE(plan.columnsOf(Role::Attribute).size(), 2);
    VERIFY_RESULT(importFile(*m_workspace, stores, plan, m_job));
}

void TestRealFiles::sessionsWithoutClock()
{
    FIND_OR_SKIP(path, "sessions/diginetica_train.csv.gz");
    const ImportPlan plan = guess(path);
    QCOMPARE(plan.dateFormat, QStringLiteral("order"));
    QCOMPARE(plan.columnOf(Role::Position), 1);
    FIND_OR_SKIP(purchases, "sessions/diginetica_train-purchases.csv");
    QCOMPARE(guess(purchases).columnOf(Role::Session), 0);
}

FORETRAIL_TEST_MAIN(TestRealFiles, QCoreApplication)
#include "tst_real_files.moc"
