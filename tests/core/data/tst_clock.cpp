// Dates in one column and times of day in another: how times of day are written, which column holds them, and that both are
// one time wherever it is used.
#include "core/data/Import.h"
#include "core/data/import/ClockReader.h"
#include "core/data/import/StepGuess.h"
#include "tests/core/data/ZipBuilder.h"

using namespace foretrail;

class TestClock : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void reads_data();
    void reads();
    void zones();
    void guess_data();
    void guess();
    void refereeStillDecides();
    void joinedInTheZone();
    void sameAsInOneColumn();
    void midnightIsOneMoment();
    void keyOfTheDate();
    void emptyAndWrongOnes();
    void hourlySeries();
    void cellsOfASheet();
    void blockers();
    void anotherKind();

private:
    QString path() const { return m_folder->filePath(QStringLiteral("table.csv")); }
    ImportPreview preview(const QByteArray &csv)
    {
        test::writeAll(path(), csv);
        const auto made = previewFile(path(), m_job);
        if (!made)
            qWarning("%s", qPrintable(made.error().message));
        return made.value_or(ImportPreview{});
    }
    Result<ImportReport> import(const QByteArray &csv)
    {
        const ImportPlan plan = preview(csv).plan;
        return importFile(*m_workspace, path(), plan, m_job);
    }
    static QString rolesOf(const ImportPlan &plan)
    {
        QStringList names;
        for (const ColumnPlan &column : plan.columns)
            names << roleName(column.role);
        return names.join(QLatin1Char(' '));
    }
    /// Of the first row as it would be stored.
    static QString firstTime(const ImportPreview &shown) { return shown.parsed.value(0).value(shown.plan.columnOf(Role::Time)); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Workspace> m_workspace;
    JobContext m_job;
};

namespace {

constexpr qint64 minuteMs = 60'000, noClock = -1;

} // namespace

void TestClock::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_workspace.reset();
    auto created = Workspace::create(m_folder->filePath(QStringLiteral("w.foretrail")));
    VERIFY_RESULT(created);
    m_workspace = std::make_unique<Workspace>(std::move(*created));
}

void TestClock::reads_data()
{
    QTest::addColumn<qint64>("ms");
    const auto row = [](const char *text, qint64 ms) { QTest::newRow(text) << ms; };
    row("08:26:00", 8 * hourMs + 26 * minuteMs);
    row("8:26", 8 * hourMs + 26 * minuteMs);
    row("08:26:01.5", 8 * hourMs + 26 * minuteMs + 1500);
    row("12:05 AM", 5 * minuteMs);
    row("8:26 pm", 20 * hourMs + 26 * minuteMs);
    row("8:26:30PM", 20 * hourMs + 26 * minuteMs + 30'000);
    row("上午8:26", 8 * hourMs + 26 * minuteMs);
    row("下午8:26:00", 20 * hourMs + 26 * minuteMs);
    row("8时26分", 8 * hourMs + 26 * minuteMs);
    row("18.00.00", 18 * hourMs);
    row("0826", 8 * hourMs + 26 * minuteMs);
    row("235959", 24 * hourMs - 1000);
    row("0.5", 12 * hourMs);
    row("0,25", 6 * hourMs);
    row("0.351388888888889", 8 * hourMs + 26 * minuteMs);
    row("7", 7 * hourMs);
    row("24:00", 24 * hourMs);
    row("1899-12-30 08:26:00", 8 * hourMs + 26 * minuteMs);
    row("12/30/1899 8:26:00 AM", 8 * hourMs + 26 * minuteMs);
    row("25:00", noClock);
    row("8:60", noClock);
    row("24:01", noClock);
    row("2460", noClock);
    row("826", noClock); // 8:26 or 82:6
    row("25", noClock);
    row("1.5", noClock);
    row("-0.5", noClock);
    row("2011-09-30 08:26:00", noClock);
    row("morning", noClock);
    row("", noClock);
}

void TestClock::reads()
{
    QFETCH(qint64, ms);
    ClockReader reader;
    const auto moment = reader.read(QTest::currentDataTag());
    QCOMPARE(moment ? moment->ms : noClock, ms);
    QVERIFY(!moment || !moment->isUtc);
}

void TestClock::zones()
{
    ClockReader reader;
    QVERIFY(reader.read("08:26:00Z")->isUtc);
    QCOMPARE(reader.read("08:26:00+01:00")->ms, 7 * hourMs + 26 * minuteMs);
    QVERIFY(!DateFormat::compileClock(QStringLiteral("mm:ss")));
}

void TestClock::guess_data()
{
    QTest::addColumn<QByteArray>("csv");
    QTest::addColumn<QString>("roles");
    QTest::addColumn<QString>("first"); ///< time
    const auto row = [](const char *name, const QByteArray &csv, const char *roles, const char *first) {
        QTest::newRow(name) << csv << QString::fromLatin1(roles) << QString::fromLatin1(first);
    };
    const QByteArray tail = ",u1,A,2\n", other = ",u2,B,1\n";
    const auto table = [&](const QByteArray &header, const QByteArray &one, const QByteArray &two) {
        return header + ",user,item,quantity\n" + one + tail + two + other;
    };
    row("names", table("Date,Time", "2011-09-30,08:26:00", "2011-10-01,18:05:00"), "time clock user item quantity", "2011-09-30 08:26:00");
    row("time first", table("Time,Date", "08:26,30.09.2011", "18:05,01.10.2011"), "clock time user item quantity", "2011-09-30 08:26:00");
    row("far apart", "Date,user,item,quantity,Time of day\n2011-09-30,u1,A,2,8:26 AM\n2011-10-01,u2,B,1,6:05 PM\n", "time user item quantity clock", "2011-09-30 08:26:00");
    row("order", table("Order Date,Order Time", "2011-09-30,08:26:00", "2011-10-01,18:05:00"), "time clock user item quantity", "2011-09-30 08:26:00");
    row("Chinese", "日期,时间,用户,商品,数量\n2011-09-30,08:26:00,u1,A,2\n2011-10-01,18:05:00,u2,B,1\n", "time clock user item quantity", "2011-09-30 08:26:00");
    row("Chinese moment", "交易日期,时刻,用户,商品,数量\n2011年9月30日,8时26分,u1,A,2\n2011年10月1日,18时05分,u2,B,1\n", "time clock user item quantity", "2011-09-30 08:26:00");
    row("beside the date", table("Day,Till closed", "2011-09-30,08:26", "2011-10-01,18:05"), "time clock user item quantity", "2011-09-30 08:26:00");
    row("no header", "u1,A,2011-09-30,08:26:00,2\nu2,B,2011-10-01,18:05:00,1\n", "user ignore time clock quantity", "2011-09-30 08:26:00");
    row("days written as moments", table("Date,Time", "2011-09-30 00:00:00,08:26:00", "2011-10-01 00:00:00,18:05:00"), "time clock user item quantity", "2011-09-30 08:26:00");
    row("the empty day of a database", table("Date,Time", "2011-09-30,1899-12-30 08:26:00", "2011-10-01,1899-12-30 18:05:00"), "time clock user item quantity", "2011-09-30 08:26:00");
    row("fractions of a day", table("Date,Time", "2011-09-30,0.351388888888889", "2011-10-01,0.75"), "time clock user item quantity", "2011-09-30 08:26:00");
    row("digits", table("Date,Time", "20110930,082600", "20111001,180500"), "time clock user item quantity", "2011-09-30 08:26:00");
    row("hours", table("Date,Hour", "2011-09-30,8", "2011-10-01,18"), "time clock user item quantity", "2011-09-30 08:00:00");
    row("duration", table("Date,Duration", "2011-09-30,00:26:00", "2011-10-01,00:05:00"), "time attribute user item quantity", "2011-09-30");
    row("numbers beside the date", table("Date,Rating", "2011-09-30,4", "2011-10-01,5"), "time attribute user item quantity", "2011-09-30");
    row("the date has a time", table("Date,Opened", "2011-09-30 10:00:00,08:26", "2011-10-01 11:00:00,08:30"), "time attribute user item quantity", "2011-09-30 10:00:00");
    row("not beside it", "Date,user,item,quantity,opens\n2011-09-30,u1,A,2,08:26\n2011-10-01,u2,B,1,18:05\n", "time user item quantity attribute", "2011-09-30");
    row("two of a name's kind", "Date,Start time,Time,user,quantity\n2011-09-30,07:00,08:26,u1,2\n2011-10-01,07:00,18:05,u2,1\n", "time attribute clock user quantity", "2011-09-30 08:26:00");
}

void TestClock::guess()
{
    QFETCH(QByteArray, csv);
    QFETCH(QString, roles);
    QFETCH(QString, first);
    const ImportPreview shown = preview(csv);
    QCOMPARE(rolesOf(shown.plan), roles);
    QCOMPARE(firstTime(shown), first);
    QVERIFY2(shown.problems.isEmpty() && shown.blocker.isEmpty(), qPrintable(shown.blocker));
    QCOMPARE(shown.notes.join(QLatin1Char('|')).contains(QStringLiteral("are joined to one time")), roles.contains(QStringLiteral("clock")));
}

// The thirteenth of a month in the last row tells which number is the day.
void TestClock::refereeStillDecides()
{
    QByteArray csv = "Date,Time,user,item,quantity\n";
    for (int day = 1; day <= 12; ++day)
        csv += QByteArray::number(day) + "/4/2011,08:26,u1,A,1\n";
    const ImportPreview open = preview(csv);
    QCOMPARE(open.dateQuestion.size(), 2);
    QCOMPARE(open.plan.columnOf(Role::Clock), 1);
    const ImportPreview settled = preview(csv + "13/4/2011,08:26,u1,A,1\n");
    QVERIFY(settled.dateQuestion.isEmpty());
    QCOMPARE(settled.plan.dateFormat, QStringLiteral("d/M/yyyy"));
    QCOMPARE(firstTime(settled), QStringLiteral("2011-04-01 08:26:00"));
}

// On 27 March 2011 clocks in London went from 01:00 to 02:00, and on 30 October from 02:00 to 01:00.
void TestClock::joinedInTheZone()
{
    ImportPlan plan = preview("Date,Time,user,item,quantity\n2011-03-27,01:30,u1,A,1\n2011-07-01,08:26,u1,A,1\n2011-10-30,01:30,u1,A,1\n").plan;
    plan.timeZone = QStringLiteral("Europe/London");
    const auto report = importFile(*m_workspace, path(), plan, m_job);
    VERIFY_RESULT(report);
    QCOMPARE(report->stored, 3);
    QCOMPARE(report->clockGaps, 1);
    QCOMPARE(report->clockOverlaps, 1);
    const auto summary = m_workspace->data().summary();
    VERIFY_RESULT(summary);
    QCOMPARE(*summary->lastEvent, 1'319'934'600'000); // 2011-10-30 00:30 UTC, the first of the two
}

void TestClock::sameAsInOneColumn()
{
    VERIFY_RESULT(import("Date,Time,user,item,quantity\n2011-09-30,08:26:00,u1,A,2\n2011-09-30,18:05:00,u1,A,2\n"));
    const auto again = import("when,user,item,quantity\n2011-09-30 08:26,u1,A,2\n2011-09-30 18:06,u1,A,2\n");
    VERIFY_RESULT(again);
    QCOMPARE(again->duplicate, 1);
    QCOMPARE(again->stored, 1);
    const auto third = import("Date,Time,user,item,quantity\n30.09.2011,8:26 AM,u1,A,2\n30.09.2011,6:07 PM,u1,A,2\n");
    VERIFY_RESULT(third);
    QCOMPARE(third->duplicate, 1);
    QCOMPARE(third->stored, 1);
}

// 24:00 of a day is 00:00 of the next: of rows that say the same otherwise one is stored, of others both.
void TestClock::midnightIsOneMoment()
{
    const auto report = import("Date,Time,user,item,quantity\n2011-09-30,24:00,u1,A,2\n2011-10-01,00:00,u1,A,2\n2011-10-01,00:00,u1,A,3\n"
                               "2011-09-30,00:00,u1,A,2\n2011-10-01,18:05,u1,A,2\n");
    VERIFY_RESULT(report);
    QCOMPARE(report->stored, qint64(4));
    QCOMPARE(report->duplicate, qint64(1));
}

void TestClock::keyOfTheDate()
{
    ImportPlan plan = preview("Date,Time,user,item,quantity\n2011-09-30,08:26:00,u1,A,2\n2011-09-30,18:05:00,u1,B,2\n2011-10-01,18:05:00,u1,C,2\n").plan;
    VERIFY_RESULT(applyKeys(plan, {QStringLiteral("Time")}));
    const auto report = importFile(*m_workspace, path(), plan, m_job);
    VERIFY_RESULT(report);
    QCOMPARE(report->stored, 2);
    QCOMPARE(report->duplicate, 1);
}

void TestClock::emptyAndWrongOnes()
{
    const auto report = import("Date,Time,user,item,quantity\n2011-09-30,08:26:00,u1,A,2\n2011-09-30,,u2,B,2\n2011-09-30,25:10:00,u3,C,2\n"
                               ",09:00:00,u4,D,2\n2011-10-01,09:00:00,u5,E,2\n");
    VERIFY_RESULT(report);
    QCOMPARE(report->read, 5);
    QCOMPARE(report->stored, 3);
    QCOMPARE(report->rejected, 2);
    QCOMPARE(report->firstRejects[0].line, 4);
    QCOMPARE(report->firstRejects[0].column, QStringLiteral("Time"));
    QCOMPARE(report->firstRejects[0].reason, QStringLiteral("is not a time of day"));
    QCOMPARE(report->firstRejects[1].column, QStringLiteral("Date"));
    QVERIFY(report->notes.contains(QStringLiteral("1 rows have a date and no time of day: they count from the beginning of their day.")));
    const auto summary = m_workspace->data().summary();
    VERIFY_RESULT(summary);
    QCOMPARE(*summary->firstEvent, 1'317'340'800'000); // 2011-09-30 00:00 UTC
}

void TestClock::hourlySeries()
{
    QByteArray csv = "Date;Time;CO(GT);NOx\n";
    for (int hour = 0; hour < 48; ++hour)
        csv += (hour < 24 ? "10/03/2004;" : "11/03/2004;") + QByteArray::number(hour % 24).rightJustified(2, '0') + ".00.00;2,6;"
             + QByteArray::number(100 + hour) + "\n";
    const ImportPreview shown = preview(csv);
    QCOMPARE(rolesOf(shown.plan), QStringLiteral("time clock value value"));
    QCOMPARE(shown.plan.kind, SourceKind::Series);
    QCOMPARE(shown.plan.step, Step::Hour);
    ImportPlan plan = shown.plan;
    plan.dateFormat = QStringLiteral("d/M/yyyy");
    plan.isDateFormatSaid = true;
    const auto report = importFile(*m_workspace, path(), plan, m_job);
    VERIFY_RESULT(report);
    QCOMPARE(report->stored, 96);
    QCOMPARE(report->series, 2);
    SeriesQuery query;
    query.measure = Measure::Value;
    query.by = GroupBy::Series;
    const auto series = m_workspace->data().series(query, m_job);
    VERIFY_RESULT(series);
    QCOMPARE(series->front().axis.start, 1'078'876'800'000); // 2004-03-10 00:00
    QCOMPARE(series->front().values.size(), size_t(48));
}

// Workbooks keep a day and a time alone as numbers; both are shown by their format.
void TestClock::cellsOfASheet()
{
    test::BookBuilder book;
    book.styles = {"14", "21"}; // a date, a time of day
    QByteArray xml = "<row r=\"1\">";
    const QByteArray names[] = {"Date", "Time", "user", "item", "quantity"};
    for (int i = 0; i < 5; ++i)
        xml += "<c r=\"" + QByteArray(1, char('A' + i)) + "1\" t=\"inlineStr\"><is><t>" + names[i] + "</t></is></c>";
    xml += "</row>";
    for (const QByteArray row : {"2", "3"})
        xml += "<row r=\"" + row + "\"><c r=\"A" + row + "\" s=\"1\"><v>4081" + row + "</v></c><c r=\"B" + row + "\" s=\"2\"><v>0.351388888888889</v></c>"
             + "<c r=\"C" + row + "\" t=\"inlineStr\"><is><t>ann</t></is></c><c r=\"D" + row + "\" t=\"inlineStr\"><is><t>A" + row
             + "</t></is></c><c r=\"E" + row + "\"><v>2</v></c></row>";
    book.sheets = {{QStringLiteral("Sales"), xml}};
    const QString file = m_folder->filePath(QStringLiteral("book.xlsx"));
    test::writeZip(file, book.members());
    const auto shown = previewFile(file, m_job);
    VERIFY_RESULT(shown);
    QCOMPARE(rolesOf(shown->plan), QStringLiteral("time clock user item quantity"));
    QCOMPARE(firstTime(*shown), QStringLiteral("2011-09-26 08:26:00"));
}

void TestClock::blockers()
{
    ImportPlan plan = preview("Date,Time,user,item,quantity\n2011-09-30,08:26:00,u1,A,2\n2011-10-01,18:05:00,u1,A,2\n").plan;
    plan.columns[0].role = Role::Ignore;
    auto shown = previewFile(path(), plan, m_job);
    VERIFY_RESULT(shown);
    QVERIFY2(shown->blocker.startsWith(QStringLiteral("Time holds times of day, and no column holds their dates")), qPrintable(shown->blocker));
    plan.columns[0].role = Role::Time;
    plan.dateFormat = QStringLiteral("index");
    plan.isDateFormatSaid = true;
    shown = previewFile(path(), plan, m_job);
    VERIFY_RESULT(shown);
    QVERIFY2(shown->blocker.startsWith(QStringLiteral("Time holds times of day, and Date holds no dates")), qPrintable(shown->blocker));
}

void TestClock::anotherKind()
{
    ImportPlan plan = preview("Date,Time,user,item,quantity\n2011-09-30,08:26:00,u1,A,2\n2011-10-01,18:05:00,u1,A,2\n").plan;
    plan.setKind(SourceKind::Series);
    QCOMPARE(rolesOf(plan), QStringLiteral("time clock ignore series value"));
    VERIFY_RESULT(applyMap(plan, {QStringLiteral("clock=user")}));
    QCOMPARE(rolesOf(plan), QStringLiteral("time ignore clock series value"));
    plan.setKind(SourceKind::Attributes);
    QCOMPARE(plan.columnOf(Role::Clock), -1);
}

FORETRAIL_TEST_MAIN(TestClock, QCoreApplication)
#include "tst_clock.moc"
