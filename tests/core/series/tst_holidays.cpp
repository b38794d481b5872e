#include "core/series/HolidayRules.h"
#include "core/series/Holidays.h"
#include "tests/support/TestSupport.h"

#include <algorithm>
#include <map>

using namespace foretrail;
using namespace foretrail::test;

namespace {

/// "2019-01-01 04-19 ...": a year's dates, the year being that of the first.
QStringList datesIn(const QByteArray &text)
{
    QStringList dates;
    for (const QByteArray &day : text.split(' '))
        dates << QString::fromLatin1(day.size() == 10 ? day : dates.front().left(5).toLatin1() + day);
    return dates;
}

QStringList datesOf(const QList<Holiday> &list, const QStringList &ids)
{
    QStringList dates;
    for (const Holiday &day : list)
        if (ids.contains(day.id))
            dates << day.date.toString(Qt::ISODate);
    return dates;
}

QString dateOf(const char *region, int year, const char *id)
{
    return datesOf(holidays(QLatin1String(region), year, year), {QLatin1String(id)}).value(0);
}

/// Days off: those on weekdays, without what is no public holiday.
QStringList daysOff(const char *region, int year, const QStringList &shopping)
{
    QStringList dates;
    for (const Holiday &day : holidays(QLatin1String(region), year, year))
        if (day.date.dayOfWeek() < Qt::Saturday && !shopping.contains(day.id))
            dates << day.date.toString(Qt::ISODate);
    return dates;
}

} // namespace

class TestHolidays : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void springFestivals();
    void otherFestivals_data();
    void otherFestivals();
    void chineseHolidaysOfAYear();
    void lunarFestivalsKeepTheMonths();
    void easterSundays();
    void britishBankHolidays_data();
    void britishBankHolidays();
    void americanFederalHolidays_data();
    void americanFederalHolidays();
    void shoppingDays();
    void christmasStaysWhereItIs();
    void yearsAndRegions();

    void readsATable();
    void readsOtherTables_data();
    void readsOtherTables();
    void readsACalendar();
    void explainsBrokenLists_data();
    void explainsBrokenLists();
    void explainsMissingFiles();
};

// Hong Kong Observatory, Gregorian-Lunar Calendar Conversion Table, 2000 to 2030. The Observatory's note on the Tuen Ng Festival of
// 2013 names 2030 as a year that other calendars have on another day.
void TestHolidays::springFestivals()
{
    const QByteArray published = "2000-02-05 2001-01-24 2002-02-12 2003-02-01 2004-01-22 2005-02-09 2006-01-29 2007-02-18 2008-02-07 "
                                 "2009-01-26 2010-02-14 2011-02-03 2012-01-23 2013-02-10 2014-01-31 2015-02-19 2016-02-08 2017-01-28 "
                                 "2018-02-16 2019-02-05 2020-01-25 2021-02-12 2022-02-01 2023-01-22 2024-02-10 2025-01-29 2026-02-17 "
                                 "2027-02-06 2028-01-26 2029-02-13 2030-02-03";
    QStringList dates;
    for (int year = 2000; year <= 2030; ++year)
        dates << dateOf("cn", year, "spring-festival");
    QCOMPARE(dates, datesIn(published));
}

// The same tables of the Hong Kong Observatory.
void TestHolidays::otherFestivals_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<QByteArray>("published");
    QTest::newRow("Qingming") << QByteArray("qingming")
                              << QByteArray("2019-04-05 2020-04-04 2021-04-04 2022-04-05 2023-04-05 2024-04-04 2025-04-04");
    QTest::newRow("Dragon Boat") << QByteArray("dragon-boat")
                                 << QByteArray("2019-06-07 2020-06-25 2021-06-14 2022-06-03 2023-06-22 2024-06-10 2025-05-31");
    QTest::newRow("Mid-Autumn") << QByteArray("mid-autumn")
                                << QByteArray("2019-09-13 2020-10-01 2021-09-21 2022-09-10 2023-09-29 2024-09-17 2025-10-06");
}

void TestHolidays::otherFestivals()
{
    QFETCH(QByteArray, id);
    QFETCH(QByteArray, published);
    QCOMPARE(datesOf(holidays(QStringLiteral("cn"), 2019, 2025), {QString::fromLatin1(id)}), datesIn(published));
    QCOMPARE(dateOf("cn", 2013, "dragon-boat"), QStringLiteral("2013-06-12")); // the Observatory's note on that year
}

void TestHolidays::chineseHolidaysOfAYear()
{
    const QList<Holiday> year = holidays(QStringLiteral("cn"), 2024, 2024);
    std::map<QString, int> days;
    for (const Holiday &day : year)
        ++days[day.id];
    QCOMPARE(days[QStringLiteral("spring-festival")], 6);
    QCOMPARE(days[QStringLiteral("national-day")], 7);
    QCOMPARE(dateOf("cn", 2024, "spring-festival-eve"), QStringLiteral("2024-02-09"));
    QCOMPARE(dateOf("cn", 2024, "labour-day"), QStringLiteral("2024-05-01"));
    QCOMPARE(datesOf(year, {QStringLiteral("618"), QStringLiteral("double-11"), QStringLiteral("double-12")}),
             datesIn("2024-06-18 2024-11-11 2024-12-12"));
    QVERIFY(std::ranges::is_sorted(year, {}, &Holiday::date));
    QVERIFY(std::ranges::none_of(year, [](const Holiday &day) { return day.name.isEmpty(); }));
    QVERIFY(dateOf("cn", 2008, "double-11").isEmpty());
}

// Months of 29 or 30 days, in years of 12 or 13 months: the distances can only be these.
void TestHolidays::lunarFestivalsKeepTheMonths()
{
    for (int year = 1970; year <= 2069; ++year) {
        const auto lunar = lunarFestivals(year);
        QVERIFY(lunar);
        const qint64 fourMonths = lunar->spring.daysTo(lunar->dragonBoat) - 4;
        const qint64 threeMonths = lunar->dragonBoat.daysTo(lunar->midAutumn) - 10;
        QVERIFY2((fourMonths >= 117 && fourMonths <= 119) || (fourMonths >= 146 && fourMonths <= 149), qPrintable(QString::number(year)));
        QVERIFY2((threeMonths >= 87 && threeMonths <= 90) || (threeMonths >= 117 && threeMonths <= 119), qPrintable(QString::number(year)));
        if (const auto next = lunarFestivals(year + 1)) {
            const qint64 days = lunar->spring.daysTo(next->spring);
            QVERIFY2((days >= 353 && days <= 355) || (days >= 383 && days <= 385), qPrintable(QString::number(year)));
        }
    }
    QVERIFY(!lunarFestivals(1969) && !lunarFestivals(2070));
    QVERIFY(!qingming(2100).isValid());
}

// Table of Easter dates of the Astronomical Applications Department, U.S. Naval Observatory.
void TestHolidays::easterSundays()
{
    const QByteArray published = "2000-04-23 2001-04-15 2002-03-31 2003-04-20 2004-04-11 2005-03-27 2006-04-16 2007-04-08 2008-03-23 "
                                 "2009-04-12 2010-04-04 2011-04-24 2012-04-08 2013-03-31 2014-04-20 2015-04-05 2016-03-27 2017-04-16 "
                                 "2018-04-01 2019-04-21 2020-04-12 2021-04-04 2022-04-17 2023-04-09 2024-03-31 2025-04-20 2026-04-05 "
                                 "2027-03-28 2028-04-16 2029-04-01 2030-04-21";
    QStringList dates;
    for (int year = 2000; year <= 2030; ++year)
        dates << easterSunday(year).toString(Qt::ISODate);
    QCOMPARE(dates, datesIn(published));
    QCOMPARE(easterSunday(1954), QDate(1954, 4, 18)); // the exceptions of the older formula of Gauss
    QCOMPARE(easterSunday(1981), QDate(1981, 4, 19));
}

// gov.uk, "UK bank holidays", England and Wales; 2010 to 2012 as published there and by Directgov before.
void TestHolidays::britishBankHolidays_data()
{
    QTest::addColumn<QByteArray>("published");
    for (const char *year : {
             "2010-01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28",
             "2011-01-03 04-22 04-25 04-29 05-02 05-30 08-29 12-26 12-27",
             "2012-01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26",
             "2019-01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26",
             "2020-01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28",
             "2021-01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28",
             "2022-01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27",
             "2023-01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26",
             "2024-01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26",
             "2025-01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
             "2026-01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
             "2027-01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28"})
        QTest::addRow("%.4s", year) << QByteArray(year);
}

void TestHolidays::britishBankHolidays()
{
    QFETCH(QByteArray, published);
    const QStringList shopping{QStringLiteral("black-friday"), QStringLiteral("cyber-monday")};
    QCOMPARE(daysOff("uk", published.left(4).toInt(), shopping), datesIn(published));
}

// U.S. Office of Personnel Management, "Federal Holidays": the days on which they are observed, and New Year's Day of the year after
// where that is observed in December.
void TestHolidays::americanFederalHolidays_data()
{
    QTest::addColumn<QByteArray>("published");
    for (const char *year : {"2010-01-01 01-18 02-15 05-31 07-05 09-06 10-11 11-11 11-25 12-24 12-31",
                             "2011-01-17 02-21 05-30 07-04 09-05 10-10 11-11 11-24 12-26",
                             "2015-01-01 01-19 02-16 05-25 07-03 09-07 10-12 11-11 11-26 12-25",
                             "2020-01-01 01-20 02-17 05-25 07-03 09-07 10-12 11-11 11-26 12-25",
                             "2021-01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31",
                             "2022-01-17 02-21 05-30 06-20 07-04 09-05 10-10 11-11 11-24 12-26",
                             "2023-01-02 01-16 02-20 05-29 06-19 07-04 09-04 10-09 11-10 11-23 12-25",
                             "2024-01-01 01-15 02-19 05-27 06-19 07-04 09-02 10-14 11-11 11-28 12-25",
                             "2026-01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25"})
        QTest::addRow("%.4s", year) << QByteArray(year);
}

void TestHolidays::americanFederalHolidays()
{
    QFETCH(QByteArray, published);
    const QStringList shopping{QStringLiteral("black-friday"), QStringLiteral("cyber-monday")};
    QCOMPARE(daysOff("us", published.left(4).toInt(), shopping), datesIn(published));
}

// Super Bowls by the National Football League; Black Fridays and Cyber Mondays by the Thursdays of November.
void TestHolidays::shoppingDays()
{
    const std::map<int, QByteArray> superBowls{
        {1993, "1993-01-31"}, {1998, "1998-01-25"}, {2001, "2001-01-28"}, {2002, "2002-02-03"},
                                               {2003, "2003-01-26"}, {2004, "2004-02-01"}, {2010, "2010-02-07"}, {2012, "2012-02-05"},
                                               {2021, "2021-02-07"}, {2022, "2022-02-13"}, {2024, "2024-02-11"}, {2025, "2025-02-09"}};
    for (const auto &[year, date] : superBowls)
        QCOMPARE(dateOf("us", year, "super-bowl"), QString::fromLatin1(date));
    QCOMPARE(dateOf("us", 2024, "black-friday"), QStringLiteral("2024-11-29"));
    QCOMPARE(dateOf("uk", 2024, "cyber-monday"), QStringLiteral("2024-12-02"));
    QVERIFY(dateOf("uk", 2009, "black-friday").isEmpty());
    QCOMPARE(dateOf("uk", 2024, "mothers-day"), QStringLiteral("2024-03-10"));
    QCOMPARE(dateOf("uk", 2024, "fathers-day"), QStringLiteral("2024-06-16"));
}

void TestHolidays::christmasStaysWhereItIs()
{
    QCOMPARE(dateOf("uk", 2021, "christmas-day"), QStringLiteral("2021-12-25")); // a Saturday
    QCOMPARE(dateOf("us", 2022, "christmas-day"), QStringLiteral("2022-12-25")); // a Sunday
    const QList<Holiday> list = holidays(QStringLiteral("uk"), 2021, 2021);
    const auto substitute = std::ranges::find(list, QDate(2021, 12, 28), &Holiday::date);
    QVERIFY(substitute != list.end());
    QCOMPARE(substitute->name, QStringLiteral("Boxing Day (substitute day)"));
}

void TestHolidays::yearsAndRegions()
{
    QCOMPARE(holidayRegions(), (QStringList{QStringLiteral("cn"), QStringLiteral("uk"), QStringLiteral("us")}));
    for (const QString &region : holidayRegions()) {
        QList<Holiday> apart;
        for (int year = 1980; year <= 2060; ++year)
            apart += holidays(region, year, year);
        QCOMPARE(holidays(region, 1980, 2060), apart);
        QVERIFY(std::ranges::all_of(apart, [](const Holiday &day) { return day.date.isValid(); }));
    }
    QVERIFY(holidays(QStringLiteral("uk"), 2012, 2011).isEmpty());
    QVERIFY(holidays(QStringLiteral("atlantis"), 2000, 2030).isEmpty());
    QVERIFY(!holidays(QStringLiteral("us"), -2'000'000'000, 2'000'000'000).isEmpty());
}

void TestHolidays::readsATable()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("own.csv"));
    writeAll(path, "\xEF\xBB\xBF" "Name, Date,note\r\n\r\n\"Children's Day, for all\",2024-06-01,x\r\n"
                   "\xE5\xBA\x97\xE5\xBA\x86,2024-02-29\r\nSale,2023-12-31\r\nSale,2023-12-31\r\n");
    const auto list = readHolidayList(path);
    VERIFY_RESULT(list);
    QCOMPARE(*list, (QList<Holiday>{
        {QDate(2023, 12, 31), QStringLiteral("Sale"), QStringLiteral("sale")},
        {QDate(2024, 2, 29), QString::fromUtf8("店庆"), QString::fromUtf8("店庆")},
        {QDate(2024, 6, 1), QStringLiteral("Children's Day, for all"), QStringLiteral("childrens-day-for-all")}}));
}

void TestHolidays::readsOtherTables_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("no header") << QByteArray("2024-01-01,Fair\n2024-01-02,Fair\n2024-02-01,\n");
    QTest::newRow("a span, no header") << QByteArray("2024-01-01,2024-01-02,Fair\n2024-02-01\n");
    QTest::newRow("name first") << QByteArray("Fair,2024-01-01,2024-01-02\n,2024-02-01\n").replace("\n,", "\n\"\",");
    QTest::newRow("semicolons") << QByteArray("name;start;end\r\nFair;2024-01-01;2024-01-02\r\n;2024-02-01;\r\n");
    QTest::newRow("tabs") << QByteArray("date\tname\n2024-01-01\tFair\n2024-01-02\tFair\n2024-02-01\n");
}

// The same days in every form: a fair of two days, and a day without a name.
void TestHolidays::readsOtherTables()
{
    QFETCH(QByteArray, content);
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("own.csv"));
    writeAll(path, content);
    const auto list = readHolidayList(path);
    VERIFY_RESULT(list);
    const QString name = QStringLiteral("Fair"), id = QStringLiteral("fair");
    QCOMPARE(*list, (QList<Holiday>{{QDate(2024, 1, 1), name, id}, {QDate(2024, 1, 2), name, id}, {QDate(2024, 2, 1), {}, QStringLiteral("own")}}));
    QCOMPARE(daysInSpans(*list), (QStringList{QStringLiteral("2024-01-01/2024-01-02 Fair"), QStringLiteral("2024-02-01")}));
}

void TestHolidays::readsACalendar()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("own.ics"));
    writeAll(path, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
                   "BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20241001\r\nDTEND;VALUE=DATE:20241004\r\nSUMMARY;LANGUAGE=en:National\\, day\r\n"
                   "BEGIN:VALARM\r\nSUMMARY:Wake up\r\nEND:VALARM\r\nEND:VEVENT\r\n"
                   "BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20240229\r\nSUMMARY:A long na\r\n me\r\nEND:VEVENT\r\n"
                   "BEGIN:VEVENT\r\nSTATUS:CANCELLED\r\nDTSTART;VALUE=DATE:20240301\r\nSUMMARY:Off\r\nEND:VEVENT\r\n"
                   "END:VCALENDAR\r\n");
    const auto list = readHolidayList(path);
    VERIFY_RESULT(list);
    const QString name = QStringLiteral("National, day"), id = QStringLiteral("national-day");
    QCOMPARE(*list, (QList<Holiday>{{QDate(2024, 2, 29), QStringLiteral("A long name"), QStringLiteral("a-long-name")},
                                    {QDate(2024, 10, 1), name, id}, {QDate(2024, 10, 2), name, id}, {QDate(2024, 10, 3), name, id}}));
}

void TestHolidays::explainsBrokenLists_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("told");
    const auto event = [](const QByteArray &lines) { return "BEGIN:VCALENDAR\nBEGIN:VEVENT\n" + lines + "END:VEVENT\nEND:VCALENDAR\n"; };
    QTest::newRow("day first") << QByteArray("date,name\n2024-01-01,a\n27/12/2011,b\n") << "own.csv: line 3: \"27/12/2011\"";
    QTest::newRow("month first") << QByteArray("date,name\n12/27/2011,b\n") << "2011-12-27";
    QTest::newRow("no such day") << QByteArray("date,name\n2023-02-29,b\n") << "line 2: \"2023-02-29\"";
    QTest::newRow("neither header nor date") << QByteArray("soon,New Year\n") << "line 1: there is no column date. Begin the file with the line date,name";
    QTest::newRow("day first without a header") << QByteArray("27/12/2011,b\n") << "line 1: \"27/12/2011\"";
    QTest::newRow("ends before it begins") << QByteArray("2024-01-03,2024-01-01,Fair\n") << "line 1: the last day 2024-01-01 lies before the first, 2024-01-03. Exchange";
    QTest::newRow("a wrong year") << QByteArray("start,end,name\n2024-01-01,2042-01-03,Fair\n") << "line 2: a span of 6578 days";
    QTest::newRow("no end") << QByteArray("start,end,name\n2024-01-01,soon,Fair\n") << "line 2: \"soon\"";
    QTest::newRow("open quote") << QByteArray("date,name\n2024-01-01,\"New Year\n") << "line 2: a quotation mark";
    QTest::newRow("no rows") << QByteArray("date,name\n") << "holds no holidays";
    QTest::newRow("empty") << QByteArray() << "holds no holidays";
    QTest::newRow("GB 18030") << QByteArray("date,name\n2024-01-01,\xB5\xEA\xC7\xEC\n") << "CSV UTF-8";
    QTest::newRow("time of day") << event("DTSTART:20240101T090000Z\nSUMMARY:a\n") << "line 3: DTSTART is \"20240101T090000Z\"";
    QTest::newRow("repeats") << event("DTSTART;VALUE=DATE:20240101\nRRULE:FREQ=YEARLY\nSUMMARY:a\n") << "line 4: the event repeats";
    QTest::newRow("no start") << event("SUMMARY:a\n") << "line 2: the event has no DTSTART";
    QTest::newRow("no summary") << event("DTSTART;VALUE=DATE:20240101\n") << "line 2: the event has no SUMMARY";
    QTest::newRow("ends before") << event("DTSTART;VALUE=DATE:20240105\nDTEND;VALUE=DATE:20240101\nSUMMARY:a\n") << "lasts -4 days";
    QTest::newRow("cut off") << QByteArray("BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:a\n") << "END:VEVENT is missing";
    QTest::newRow("end alone") << QByteArray("BEGIN:VCALENDAR\nEND:VEVENT\n") << "line 2: END:VEVENT has no BEGIN";
    QTest::newRow("no events") << QByteArray("BEGIN:VCALENDAR\nEND:VCALENDAR\n") << "holds no holidays";
}

void TestHolidays::explainsBrokenLists()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, told);
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("own.csv"));
    writeAll(path, content);
    const auto list = readHolidayList(path);
    QVERIFY(!list);
    QCOMPARE(list.error().code, ErrorCode::InvalidInput);
    QVERIFY2(list.error().message.contains(told), qPrintable(list.error().message));
}

void TestHolidays::explainsMissingFiles()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("none.csv"));
    const auto list = readHolidayList(path);
    QVERIFY(!list);
    QCOMPARE(list.error().code, ErrorCode::NotFound);
    QVERIFY(list.error().message.contains(path));
    QVERIFY(!readHolidayList(folder.path()));
}

FORETRAIL_TEST_MAIN(TestHolidays, QCoreApplication)
#include "tst_holidays.moc"
