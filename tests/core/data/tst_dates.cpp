// Which calendar a column of dates is written in, decided from all its rows. Moments are from `date -u -d ... +%s`.
#include "core/data/DateAgreement.h"
#include "core/data/Import.h"
#include "core/data/import/DateFormat.h"
#include "tests/support/TestSupport.h"

using namespace foretrail;

class TestDates : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void guesses_data();
    void guesses();
    void loosesAreByNameOnly();
    void saysWhatItIsAskedFor();
    void threeCalendars();
    void oneRowSettlesIt();
    void oneRowDeepInTheFileSettlesIt();
    void settlingCanBeCancelled();
    void clearChoiceIsTaken();
    void unclearChoiceIsRefused();
    void saidChoiceIsKept();
    void oneDayIsUnclear();
    void sameMomentsAreNoQuestion();
    void headersByTheirStep();
    void offsetsAreMoments();
    void clockChanges();
    void logWithoutClock();
    void formatFollowsTheColumn();

private:
    QString write(const QByteArray &content) const
    {
        test::writeAll(path(), content);
        return path();
    }
    QString path() const { return m_folder->filePath(QStringLiteral("log.csv")); }
    ImportPreview preview(const QByteArray &csv)
    {
        const auto made = previewFile(write(csv), m_job);
        if (!made)
            qWarning("%s", qPrintable(made.error().message));
        return made.value_or(ImportPreview{});
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Workspace> m_workspace;
    JobContext m_job;
};

namespace {

QByteArray sales(const QList<QByteArray> &dates)
{
    QByteArray csv = "date,customer,product,quantity,price\n";
    for (int i = 0; i < dates.size(); ++i)
        csv += '"' + dates[i] + "\",c" + QByteArray::number(i) + ",A,1,2.50\n";
    return csv;
}

QStringList formatsOf(const QList<DateReading> &readings)
{
    QStringList formats;
    for (const DateReading &reading : readings)
        formats.append(reading.format);
    return formats;
}

/// `rows` sales on days and months up to 12, most of which fit both calendars; 5 by 9 days apart.
QByteArray manySales(int rows)
{
    QByteArray csv = "date,customer,product,quantity,price\n";
    for (int i = 0; i < rows; ++i)
        csv += QByteArray::number(i % 9 + 1) + '/' + QByteArray::number(i % 5 + 1) + "/2010,c" + QByteArray::number(i) + ",A,1,2.50\n";
    return csv;
}

} // namespace

void TestDates::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_workspace.reset();
    auto created = Workspace::create(m_folder->filePath(QStringLiteral("w.foretrail")));
    VERIFY_RESULT(created);
    m_workspace = std::make_unique<Workspace>(std::move(*created));
}

void TestDates::reads_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<bool>("isUtc");
    QTest::newRow("named month and half day") << "MMM d, yyyy h:mm AP" << "Oct 3, 2011 5:04 PM" << qint64(1'317'661'440) << false;
    QTest::newRow("short month with a point") << "MMM d, yyyy" << "Sept. 3, 2011" << qint64(1'315'008'000) << false;
    QTest::newRow("two digits of the year") << "d-MMM-yy" << "03-Oct-11" << qint64(1'317'600'000) << false;
    QTest::newRow("day of the week") << "ddd, d MMM yyyy HH:mm:ss t" << "Mon, 03 Oct 2011 17:04:05 GMT" << qint64(1'317'661'445) << true;
    QTest::newRow("last century") << "d/M/yy" << "3/10/97" << qint64(875'836'800) << false;
    QTest::newRow("Chinese with time") << QString::fromUtf8("yyyy年M月d日 HH时mm分") << QString::fromUtf8("2024年3月5日 14时05分")
                                       << qint64(1'709'647'500) << false;
    QTest::newRow("Chinese afternoon") << QString::fromUtf8("yyyy年M月d日 APh:mm") << QString::fromUtf8("2024年3月5日 下午2:05")
                                       << qint64(1'709'647'500) << false;
    QTest::newRow("Chinese morning") << QString::fromUtf8("yyyy/M/d AP h:mm:ss") << QString::fromUtf8("2024/3/5 上午 12:05:00")
                                     << qint64(1'709'597'100) << false;
    QTest::newRow("offset without colon") << "yyyy-MM-dd HH:mm:ss t" << "2024-03-05 14:05:00 +0800" << qint64(1'709'618'700) << true;
    QTest::newRow("offset in hours") << "yyyy-MM-dd HH:mm:sst" << "2024-03-05 14:05:00+08" << qint64(1'709'618'700) << true;
    QTest::newRow("word UTC") << "yyyy-MM-dd HH:mm:ss t" << "2024-03-05 14:05:00 UTC" << qint64(1'709'647'500) << true;
    QTest::newRow("UTC with offset") << "yyyy-MM-dd HH:mm:ss t" << "2024-03-05 14:05:00 UTC+08:00" << qint64(1'709'618'700) << true;
    QTest::newRow("month") << "yyyy-MM" << "2011-05" << qint64(1'304'208'000) << false;
    QTest::newRow("quarter") << "yyyyQq" << "2011Q2" << qint64(1'301'616'000) << false;
    QTest::newRow("year") << "yyyy" << "2011" << qint64(1'293'840'000) << false;
    QTest::newRow("week") << "yyyy-Www" << "2011-W05" << qint64(1'296'432'000) << false;       // Monday, 31 January 2011
    QTest::newRow("week 1 of the year before") << "yyyy-Www" << "2009-W01" << qint64(1'230'508'800) << false; // 29 December 2008
    QTest::newRow("week 53") << "yyyy-Www" << "2015-W53" << qint64(1'451'260'800) << false;     // 28 December 2015
    QTest::newRow("spreadsheet") << "excel" << "40817" << qint64(1'317'427'200) << false;       // 1 October 2011
    QTest::newRow("spreadsheet with time") << "excel" << "40817.75" << qint64(1'317'492'000) << false;
}

void TestDates::reads()
{
    QFETCH(QString, format);
    QFETCH(QString, text);
    QFETCH(qint64, seconds);
    QFETCH(bool, isUtc);
    const auto compiled = DateFormat::compile(format);
    VERIFY_RESULT(compiled);
    const auto moment = compiled->read(text.toStdString());
    QVERIFY(moment.has_value());
    QCOMPARE(moment->ms / 1000, seconds);
    QCOMPARE(moment->isUtc, isUtc);
}

void TestDates::refuses_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("text");
    QTest::newRow("quarter 5") << "yyyyQq" << "2011Q5";
    QTest::newRow("week 53 of a year with 52") << "yyyy-Www" << "2011-W53";
    QTest::newRow("week 0") << "yyyy-Www" << "2011-W00";
    QTest::newRow("offset of a day") << "yyyy-MM-ddTHH:mm:sst" << "2011-10-03T10:00:00+24:00";
    QTest::newRow("month that is none") << "d-MMM-yyyy" << "03-Okt-2011";
    QTest::newRow("serial before 1900") << "excel" << "-5";
    QTest::newRow("order is no text") << "order" << "17";
}

void TestDates::refuses()
{
    QFETCH(QString, format);
    QFETCH(QString, text);
    const auto compiled = DateFormat::compile(format);
    VERIFY_RESULT(compiled);
    QVERIFY(!compiled->read(text.toStdString()));
}

void TestDates::guesses_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("second");
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("shown");
    const auto add = [](const char *name, const char *first, const char *second, const char *format, const char *shown) {
        QTest::newRow(name) << QByteArray(first) << QByteArray(second) << QString::fromUtf8(format) << QString::fromUtf8(shown);
    };
    add("ISO", "2011-10-03 17:04:05", "2011-10-14 08:00:00", "yyyy-MM-dd HH:mm:ss", "2011-10-03 17:04:05");
    add("British", "13/10/2011 17:04", "14/10/2011 08:00", "d/M/yyyy H:mm", "2011-10-13 17:04:00");
    add("American", "10/13/2011 17:04", "10/14/2011 08:00", "M/d/yyyy H:mm", "2011-10-13 17:04:00");
    add("short year", "10/13/11", "10/14/11", "M/d/yy", "2011-10-13");
    add("named month", "Oct 3, 2011 5:04 PM", "Oct 14, 2011 8:00 AM", "MMM d, yyyy h:mm AP", "2011-10-03 17:04:00");
    add("named month, short year", "03-Oct-11", "14-Oct-11", "d-MMM-yy", "2011-10-03");
    add("Chinese", "2024年3月5日 14时05分", "2024年3月6日 09时00分", "yyyy年M月d日 HH时mm分", "2024-03-05 14:05:00");
    add("Chinese halves", "2024年3月5日 下午2:05", "2024年3月6日 上午9:00", "yyyy年M月d日 APh:mm", "2024-03-05 14:05:00");
    add("UTC", "2019-10-01 00:00:00 UTC", "2019-10-02 00:00:01 UTC", "yyyy-MM-dd HH:mm:ss t", "2019-10-01");
    add("offset", "2024-03-05 14:05:00 +0800", "2024-03-06 14:05:00 +0800", "yyyy-MM-dd HH:mm:ss t", "2024-03-05 06:05:00");
    add("zulu", "2024-03-05T14:05:00Z", "2024-03-06T14:05:00Z", "yyyy-MM-ddTHH:mm:sst", "2024-03-05 14:05:00");
    add("Unix seconds", "1317661440", "1317661500", "unix-s", "2011-10-03 17:04:00");
    add("Unix seconds with a fraction", "1317661440.123", "1317661500.9", "unix-s", "2011-10-03 17:04:00");
    add("Unix milliseconds", "1317661440000", "1317661500000", "unix-ms", "2011-10-03 17:04:00");
    add("Unix microseconds", "1317661440000000", "1317661500000000", "unix-us", "2011-10-03 17:04:00");
    add("spreadsheet", "40819.7111111", "40820.5", "excel", "2011-10-03 17:04:00");
    add("digits", "20111003", "20111014", "yyyyMMdd", "2011-10-03");
}

void TestDates::guesses()
{
    QFETCH(QByteArray, first);
    QFETCH(QByteArray, second);
    QFETCH(QString, format);
    QFETCH(QString, shown);
    const ImportPreview made = preview(sales({first, second, first}));
    QCOMPARE(made.plan.dateFormat, format);
    QCOMPARE(made.parsed.value(0).value(0), shown);
    QVERIFY2(made.blocker.isEmpty(), qPrintable(made.blocker));
    QVERIFY(made.dateQuestion.isEmpty());
}

// 40819 may be a date of a spreadsheet, and 2011 a year; but only where a column is called so.
void TestDates::loosesAreByNameOnly()
{
    const ImportPreview shown = preview("when,customer,product,quantity,amount\n40819,ann,A,1,2.00\n40820,bob,B,1,3.00\n");
    QCOMPARE(shown.plan.columnOf(Role::Time), -1);
    const ImportPreview years = preview("region,year,value\nnorth,2009,5\nnorth,2010,6\nnorth,2011,7\nsouth,2009,5\n");
    QCOMPARE(years.plan.dateFormat, QStringLiteral("yyyy"));
    QCOMPARE(years.plan.step, Step::Year);
}

void TestDates::saysWhatItIsAskedFor()
{
    const ImportPreview shown = preview(sales({"03/04/2011", "05/04/2011", "07/06/2011"}));
    QCOMPARE(shown.dateQuestion.size(), 2);
    const DateReading &likelier = shown.dateQuestion[0];
    QCOMPARE(likelier.format, QStringLiteral("d/M/yyyy")); // 3 April to 7 June; else 4 March to 6 July
    QCOMPARE(formatTime(likelier.first, Step::Day), QStringLiteral("2011-04-03"));
    QCOMPARE(formatTime(likelier.last, Step::Day), QStringLiteral("2011-06-07"));
    QCOMPARE(likelier.days, 3);
    QCOMPARE(likelier.examples.size(), 3);
    QVERIFY2(likelier.examples[0].startsWith(QStringLiteral("03/04/2011 ")) && likelier.examples[0].contains(QStringLiteral("April")),
             qPrintable(likelier.examples[0]));
    QVERIFY(shown.dateQuestion[1].examples[0].contains(QStringLiteral("March")));
    QVERIFY(shown.notes.first().contains(QStringLiteral("2011-04-03")));
}

void TestDates::threeCalendars()
{
    const ImportPreview shown = preview(sales({"10/11/12", "10/11/12", "10/12/12"}));
    const QStringList formats = formatsOf(shown.dateQuestion);
    QCOMPARE(QSet<QString>(formats.begin(), formats.end()),
             QSet<QString>({QStringLiteral("M/d/yy"), QStringLiteral("d/M/yy"), QStringLiteral("yy/M/d")}));
}

void TestDates::oneRowSettlesIt()
{
    const ImportPreview shown = preview(sales({"03/04/2011", "05/04/2011", "25/04/2011"}));
    QCOMPARE(shown.plan.dateFormat, QStringLiteral("d/M/yyyy"));
    QVERIFY(shown.dateQuestion.isEmpty());
    QVERIFY(shown.alternativeDateFormats.isEmpty());
}

// A big file's preview asks; its import finds the one row that tells, and rejects none.
void TestDates::oneRowDeepInTheFileSettlesIt()
{
    QByteArray csv = manySales(120'000);
    const qsizetype line = csv.indexOf('\n', csv.size() / 3);
    csv.insert(line + 1, "25/2/2010,x,A,1,2.50\n");
    const ImportPreview shown = preview(csv);
    QCOMPARE(shown.dateQuestion.size(), 2);
    const auto settled = agreeOnDates(PlannedFile({path(), {}}, shown), {}, m_job);
    VERIFY_RESULT(settled);
    QCOMPARE(formatsOf(settled->readings), QStringList{QStringLiteral("d/M/yyyy")});
    QCOMPARE(settled->readings.first().days, 46);
    const auto report = importFile(*m_workspace, path(), shown.plan, m_job);
    VERIFY_RESULT(report);
    QCOMPARE(report->stored, 120'001);
    QVERIFY(!report->notes.join(QLatin1Char('|')).contains(QStringLiteral("fits as")));
}

void TestDates::settlingCanBeCancelled()
{
    const ImportPreview shown = preview(manySales(50));
    JobContext job;
    job.requestStop();
    const auto settled = agreeOnDates(PlannedFile({path(), {}}, shown), {}, job);
    QVERIFY(!settled && settled.error().isCancelled());
}

void TestDates::clearChoiceIsTaken()
{
    // A week of December in one reading, the whole year in the other.
    const ImportPreview shown = preview(sales({"12/1/2010", "12/2/2010", "12/3/2010", "12/7/2010"}));
    const auto report = importFile(*m_workspace, path(), shown.plan, m_job);
    VERIFY_RESULT(report);
    QCOMPARE(report->stored, 4);
    QVERIFY2(report->notes.first().contains(QStringLiteral("2010-01-12")), qPrintable(report->notes.first()));
    QCOMPARE(*m_workspace->data().summary()->firstEvent, 1'291'161'600'000); // 1 December 2010
}

void TestDates::unclearChoiceIsRefused()
{
    const ImportPreview shown = preview(manySales(40));
    QCOMPARE(shown.dateQuestion.size(), 2);
    const auto report = importFile(*m_workspace, path(), shown.plan, m_job);
    QVERIFY(!report);
    QCOMPARE(int(report.error().code), int(ErrorCode::InvalidInput));
    for (const char *part : {"M/d/yyyy", "d/M/yyyy", "2010-01-01", "--date-format"})
        QVERIFY2(report.error().message.contains(QString::fromLatin1(part)), qPrintable(report.error().message));
    QVERIFY(listImports(*m_workspace)->isEmpty());
}

void TestDates::saidChoiceIsKept()
{
    ImportPlan plan = preview(manySales(40)).plan;
    plan.dateFormat = QStringLiteral("M/d/yyyy");
    plan.isDateFormatSaid = true;
    const auto shown = previewFile(path(), plan, m_job);
    VERIFY_RESULT(shown);
    QVERIFY(shown->dateQuestion.isEmpty());
    QCOMPARE(shown->alternativeDateFormats, QStringList{QStringLiteral("d/M/yyyy")});
    const auto report = importFile(*m_workspace, path(), plan, m_job);
    VERIFY_RESULT(report);
    QCOMPARE(report->stored, 40);
}

void TestDates::oneDayIsUnclear()
{
    const ImportPreview shown = preview(sales({"3/4/2011", "3/4/2011"}));
    QVERIFY(!importFile(*m_workspace, path(), shown.plan, m_job));
}

void TestDates::sameMomentsAreNoQuestion()
{
    const ImportPreview shown = preview(sales({"4/4/2011", "5/5/2011", "12/12/2011"}));
    QVERIFY(shown.dateQuestion.isEmpty());
}

void TestDates::headersByTheirStep()
{
    const ImportPreview shown = preview("item,1/2/2024,1/3/2024,1/4/2024,1/5/2024,1/6/2024\nA,1,2,3,4,5\nB,1,2,3,4,5\n");
    QCOMPARE(shown.plan.layout, SeriesLayout::Wide);
    QCOMPARE(shown.plan.step, Step::Day);
    const ImportPreview quarters = preview("item,2023Q1,2023Q2,2023Q3,2023Q4,2024Q1\nA,1,2,3,4,5\n");
    QCOMPARE(quarters.plan.step, Step::Quarter);
    const ImportPreview years = preview("item,2019,2020,2021,2022,2023\nA,1,2,3,4,5\n");
    QCOMPARE(years.plan.step, Step::Year);
    const ImportPreview weeks = preview("item,2023-W51,2023-W52,2024-W01,2024-W02,2024-W03\nA,1,2,3,4,5\n");
    QCOMPARE(weeks.plan.step, Step::Week);
}

// What a text says of its own zone goes before the zone of the source.
void TestDates::offsetsAreMoments()
{
    ImportPlan plan = preview(sales({"2024-03-05 14:05:00 UTC", "2024-03-06 14:05:00 UTC"})).plan;
    plan.timeZone = QStringLiteral("Asia/Shanghai");
    VERIFY_RESULT(importFile(*m_workspace, path(), plan, m_job));
    QCOMPARE(*m_workspace->data().summary()->firstEvent, 1'709'647'500'000);
}

// London skipped 01:00 to 02:00 on 27 March 2011 and showed 01:00 to 02:00 twice on 30 October.
void TestDates::clockChanges()
{
    ImportPlan plan = preview(sales({"2011-03-27 00:59:59", "2011-03-27 01:30:00", "2011-03-27 02:00:00", "2011-10-30 00:59:59",
                                     "2011-10-30 01:00:00", "2011-10-30 01:59:59", "2011-10-30 02:00:00"})).plan;
    const auto without = importFile(*m_workspace, path(), plan, m_job);
    VERIFY_RESULT(without);
    QCOMPARE(without->clockGaps + without->clockOverlaps, 0);
    init();
    write(sales({"2011-03-27 00:59:59", "2011-03-27 01:30:00", "2011-03-27 02:00:00", "2011-10-30 00:59:59", "2011-10-30 01:00:00",
                 "2011-10-30 01:59:59", "2011-10-30 02:00:00"}));
    plan.timeZone = QStringLiteral("Europe/London");
    const auto report = importFile(*m_workspace, path(), plan, m_job);
    VERIFY_RESULT(report);
    QCOMPARE(report->clockGaps, 1);
    QCOMPARE(report->clockOverlaps, 2);
    QVERIFY2(report->notes.join(QLatin1Char('|')).contains(QStringLiteral("Europe/London")), qPrintable(report->notes.join(QLatin1Char('|'))));
}

void TestDates::logWithoutClock()
{
    const ImportPreview shown = preview("session_id,position,item_id\n1,1,7\n1,2,9\n2,1,7\n2,2,8\n");
    QCOMPARE(shown.plan.dateFormat, QStringLiteral("order"));
    QCOMPARE(shown.plan.kind, SourceKind::Events);
    QVERIFY2(shown.blocker.isEmpty(), qPrintable(shown.blocker));
    QVERIFY(shown.notes.join(QLatin1Char('|')).contains(QStringLiteral("order")));
    const auto report = importFile(*m_workspace, path(), shown.plan, m_job);
    VERIFY_RESULT(report);
    QCOMPARE(report->stored, 4);
}

// Who maps the time to another column need not say how it is written as well.
void TestDates::formatFollowsTheColumn()
{
    ImportPlan plan = preview("opened,closed,user_id,item_id\n2024-03-05,1709647500,1,7\n2024-03-06,1709747500,2,8\n").plan;
    QCOMPARE(plan.dateFormat, QStringLiteral("yyyy-MM-dd"));
    VERIFY_RESULT(applyMap(plan, {QStringLiteral("time=closed")}));
    QCOMPARE(previewFile(path(), plan, m_job)->plan.dateFormat, QStringLiteral("unix-s"));
    VERIFY_RESULT(applyMap(plan, {QStringLiteral("ignore=closed")}));
    plan.dateFormat.clear();
    QCOMPARE(previewFile(path(), plan, m_job)->plan.dateFormat, QStringLiteral("order"));
}

FORETRAIL_TEST_MAIN(TestDates, QCoreApplication)
#include "tst_dates.moc"
