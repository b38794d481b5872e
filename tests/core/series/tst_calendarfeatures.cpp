#include "core/series/CalendarFeatures.h"
#include "tests/support/TestSupport.h"

#include <algorithm>
#include <cmath>

using namespace foretrail;

namespace {

TimeAxis axisFrom(Step step, const char *start) { return {step, parseWallTime(QLatin1String(start)).value()}; }

std::vector<double> valuesOf(const std::vector<FeatureColumn> &columns, const char *name)
{
    const auto column = std::ranges::find(columns, QLatin1String(name), &FeatureColumn::name);
    return column == columns.end() ? std::vector<double>() : column->values;
}

QStringList namesOf(const std::vector<FeatureColumn> &columns)
{
    QStringList names;
    for (const FeatureColumn &column : columns)
        names << column.name;
    return names;
}

Holiday holiday(const char *id, int year, int month, int day)
{
    return {QDate(year, month, day), QLatin1String(id), QLatin1String(id)};
}

const QList<Holiday> &christmas()
{
    static const QList<Holiday> days{holiday("christmas-day", 2011, 12, 25), holiday("boxing-day", 2011, 12, 26),
                                     holiday("new-year", 2012, 1, 1)};
    return days;
}

} // namespace

/// Expected angles are closed forms: a quarter, half or nth of a circle. Dates and weekdays by the civil calendar.
class TestCalendarFeatures : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anglesOfACycle_data();
    void anglesOfACycle();
    void weeksOfALongYear();
    void pairsLieOnACircle();
    void aStepHasItsValuesWhateverTheCount();
    void partsThatNeverChangeMakeNoColumn_data();
    void partsThatNeverChangeMakeNoColumn();
    void ageCountsInYears();
    void weekendsAreSaturdayAndSunday();
    void holidaysOfDays();
    void holidaysOfHoursHaveTheWholeDay();
    void holidaysOfWeeksAndMonthsAreCounted();
    void everyHolidayItsColumns();
    void leadAndLagOfALongHoliday();
    void tradingDaysOfSteps();
};

void TestCalendarFeatures::anglesOfACycle_data()
{
    QTest::addColumn<Step>("step");
    QTest::addColumn<QByteArray>("time");
    QTest::addColumn<QString>("part");
    QTest::addColumn<double>("place");
    QTest::newRow("midnight") << Step::Hour << QByteArray("2011-09-30 00:00") << "hour" << 0.0;
    QTest::newRow("6 in the morning") << Step::Hour << QByteArray("2011-09-30 06:00") << "hour" << 0.25;
    QTest::newRow("noon") << Step::Hour << QByteArray("2011-09-30 12:00") << "hour" << 0.5;
    QTest::newRow("before 1970") << Step::Hour << QByteArray("1969-12-31 18:00") << "hour" << 0.75;
    QTest::newRow("Monday") << Step::Day << QByteArray("2011-09-26") << "weekday" << 0.0;
    QTest::newRow("Sunday") << Step::Day << QByteArray("2011-10-02") << "weekday" << 6.0 / 7;
    QTest::newRow("Thursday noon") << Step::Hour << QByteArray("2011-09-29 12:00") << "positioninweek" << 0.5;
    QTest::newRow("a Thursday") << Step::Day << QByteArray("2011-09-29") << "positioninweek" << 3.0 / 7;
    QTest::newRow("1 July") << Step::Month << QByteArray("2011-07-01") << "month" << 0.5;
    QTest::newRow("fourth quarter") << Step::Quarter << QByteArray("2011-10-01") << "month" << 0.75;
    QTest::newRow("mid February") << Step::Day << QByteArray("2011-02-15") << "dayofmonth" << 0.5;
    QTest::newRow("mid leap year") << Step::Day << QByteArray("2012-07-02") << "dayofyear" << 0.5;
    QTest::newRow("day 74 of 365") << Step::Day << QByteArray("2011-03-15") << "dayofyear" << 0.2;
    QTest::newRow("week 40 of 52") << Step::Week << QByteArray("2011-10-03") << "weekofyear" << 0.75;
}

void TestCalendarFeatures::anglesOfACycle()
{
    QFETCH(Step, step);
    QFETCH(QByteArray, time);
    QFETCH(QString, part);
    QFETCH(double, place);
    const auto columns = timeEncoding(axisFrom(step, time.constData()), 1, {part});
    QCOMPARE(namesOf(columns), (QStringList{part + QStringLiteral("_sin"), part + QStringLiteral("_cos")}));
    QVERIFY(std::abs(columns[0].values.at(0) - std::sin(2 * M_PI * place)) < 1e-12);
    QVERIFY(std::abs(columns[1].values.at(0) - std::cos(2 * M_PI * place)) < 1e-12);
    QVERIFY(columns[0].isKnownAhead && columns[1].isKnownAhead);
}

// ISO 8601: 2020 has 53 weeks, the last of which holds 1 January 2021.
void TestCalendarFeatures::weeksOfALongYear()
{
    const auto columns = timeEncoding(axisFrom(Step::Day, "2021-01-01"), 4, {QStringLiteral("weekofyear")});
    QVERIFY(std::abs(valuesOf(columns, "weekofyear_sin").at(0) - std::sin(2 * M_PI * 52 / 53)) < 1e-12);
    QCOMPARE(valuesOf(columns, "weekofyear_cos").at(3), 1.0); // Monday 4 January: week 1
}

void TestCalendarFeatures::pairsLieOnACircle()
{
    QStringList cyclic = timeParts();
    cyclic.removeAll(QStringLiteral("age"));
    cyclic.removeAll(QStringLiteral("isweekend"));
    const auto columns = timeEncoding(axisFrom(Step::Hour, "2011-12-30 05:00"), 1000, cyclic);
    QCOMPARE(columns.size(), size_t(14));
    for (size_t pair = 0; pair < columns.size(); pair += 2)
        for (size_t i = 0; i < 1000; ++i)
            QVERIFY(std::abs(std::hypot(columns[pair].values[i], columns[pair + 1].values[i]) - 1) < 1e-12);
}

void TestCalendarFeatures::aStepHasItsValuesWhateverTheCount()
{
    const TimeAxis axis = axisFrom(Step::Day, "2011-12-01");
    auto data = timeEncoding(axis, 20, timeParts());
    auto ahead = timeEncoding(axis, 48, timeParts());
    std::ranges::move(holidayFeatures(axis, 20, christmas(), 3, 2, true), std::back_inserter(data));
    std::ranges::move(holidayFeatures(axis, 48, christmas(), 3, 2, true), std::back_inserter(ahead));
    QCOMPARE(namesOf(data), namesOf(ahead));
    for (size_t column = 0; column < data.size(); ++column) {
        QCOMPARE(ahead[column].values.size(), size_t(48));
        QVERIFY(std::equal(data[column].values.begin(), data[column].values.end(), ahead[column].values.begin()));
    }
}

void TestCalendarFeatures::partsThatNeverChangeMakeNoColumn_data()
{
    QTest::addColumn<Step>("step");
    QTest::addColumn<QStringList>("parts");
    const auto list = [](const char *names) { return QString::fromLatin1(names).split(QLatin1Char(' ')); };
    QTest::newRow("hour") << Step::Hour << list("hour weekday dayofmonth month dayofyear weekofyear positioninweek age isweekend");
    QTest::newRow("day") << Step::Day << list("weekday dayofmonth month dayofyear weekofyear positioninweek age isweekend");
    QTest::newRow("week") << Step::Week << list("dayofmonth month dayofyear weekofyear age");
    QTest::newRow("month") << Step::Month << list("month dayofyear weekofyear age");
    QTest::newRow("quarter") << Step::Quarter << list("month dayofyear weekofyear age");
    QTest::newRow("year") << Step::Year << list("age");
    QTest::newRow("index") << Step::None << list("age");
}

void TestCalendarFeatures::partsThatNeverChangeMakeNoColumn()
{
    QFETCH(Step, step);
    QFETCH(QStringList, parts);
    const auto columns = timeEncoding({step, 0}, 1000, timeParts() << QStringLiteral("moonphase"));
    QStringList made = namesOf(columns);
    made.removeIf([](const QString &name) { return name.endsWith(u"_cos"); });
    made.replaceInStrings(QStringLiteral("_sin"), QString());
    QCOMPARE(made, parts);
    for (const FeatureColumn &column : columns)
        QVERIFY2(std::ranges::any_of(column.values, [&](double value) { return value != column.values[0]; }), qPrintable(column.name));
    QVERIFY(timeEncoding({step, 0}, 0, {QStringLiteral("age")}).at(0).values.empty());
}

void TestCalendarFeatures::ageCountsInYears()
{
    const QStringList age{QStringLiteral("age")};
    QCOMPARE(timeEncoding(axisFrom(Step::Day, "2009-01-01"), 1462, age)[0].values[1461], 4.0); // a leap year among four
    QCOMPARE(timeEncoding(axisFrom(Step::Month, "2009-01-01"), 19, age)[0].values[18], 1.5);
    QCOMPARE(timeEncoding(axisFrom(Step::Hour, "2009-01-01"), 8767, age)[0].values[8766], 1.0);
    QCOMPARE(timeEncoding({Step::None, 7}, 51, age)[0].values[50], 0.5);
}

void TestCalendarFeatures::weekendsAreSaturdayAndSunday()
{
    const auto columns = timeEncoding(axisFrom(Step::Day, "2011-09-26"), 8, {QStringLiteral("isweekend")});
    QCOMPARE(columns.at(0).values, (std::vector<double>{0, 0, 0, 0, 0, 1, 1, 0}));
}

void TestCalendarFeatures::holidaysOfDays()
{
    const auto columns = holidayFeatures(axisFrom(Step::Day, "2011-12-22"), 12, christmas(), 2, 1, false);
    QCOMPARE(namesOf(columns), (QStringList{QStringLiteral("holiday"), QStringLiteral("holiday_before_1"),
                                            QStringLiteral("holiday_before_2"), QStringLiteral("holiday_after_1")}));
    //                                                      22 23 24 25 26 27 28 29 30 31  1  2
    QCOMPARE(columns[0].values, (std::vector<double>{0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 1, 0}));
    QCOMPARE(columns[1].values, (std::vector<double>{0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 0}));
    QCOMPARE(columns[2].values, (std::vector<double>{0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0}));
    QCOMPARE(columns[3].values, (std::vector<double>{0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1}));
}

void TestCalendarFeatures::holidaysOfHoursHaveTheWholeDay()
{
    const auto columns = holidayFeatures(axisFrom(Step::Hour, "2011-12-31 20:00"), 40, christmas(), 1, 0, false);
    std::vector<double> day(40, 0.0), eve(40, 0.0);
    std::fill(day.begin() + 4, day.begin() + 28, 1.0);
    std::fill(eve.begin(), eve.begin() + 4, 1.0);
    QCOMPARE(valuesOf(columns, "holiday"), day);
    QCOMPARE(valuesOf(columns, "holiday_before_1"), eve);
}

void TestCalendarFeatures::holidaysOfWeeksAndMonthsAreCounted()
{
    // Weeks from Monday 19 December: Christmas Day is a Sunday, Boxing Day a Monday, New Year a Sunday.
    const auto weeks = holidayFeatures(axisFrom(Step::Week, "2011-12-19"), 3, christmas(), 1, 1, false);
    QCOMPARE(valuesOf(weeks, "holiday"), (std::vector<double>{1, 2, 0}));
    QCOMPARE(valuesOf(weeks, "holiday_before_1"), (std::vector<double>{1, 1, 0}));
    QCOMPARE(valuesOf(weeks, "holiday_after_1"), (std::vector<double>{0, 1, 1}));
    const auto months = holidayFeatures(axisFrom(Step::Month, "2011-11-01"), 3, christmas(), 0, 0, false);
    QCOMPARE(valuesOf(months, "holiday"), (std::vector<double>{0, 2, 1}));
    // Weeks that begin on Saturday, as a shop's own may.
    QCOMPARE(valuesOf(holidayFeatures(axisFrom(Step::Week, "2011-12-24"), 2, christmas(), 0, 0, false), "holiday"),
             (std::vector<double>{2, 1}));
}

void TestCalendarFeatures::everyHolidayItsColumns()
{
    const auto columns = holidayFeatures(axisFrom(Step::Day, "2011-12-24"), 4, christmas(), 1, 0, true);
    const QString names = QStringLiteral("christmas-day christmas-day_before_1 boxing-day boxing-day_before_1 new-year new-year_before_1");
    QCOMPARE(namesOf(columns), names.split(QLatin1Char(' ')));
    QCOMPARE(valuesOf(columns, "christmas-day"), (std::vector<double>{0, 1, 0, 0}));
    QCOMPARE(valuesOf(columns, "boxing-day_before_1"), (std::vector<double>{0, 1, 0, 0}));
    QCOMPARE(valuesOf(columns, "new-year"), (std::vector<double>{0, 0, 0, 0}));
    QVERIFY(holidayFeatures({Step::None, 0}, 9, christmas(), 1, 1, true).empty());
}

void TestCalendarFeatures::leadAndLagOfALongHoliday()
{
    QList<Holiday> week;
    for (int day = 3; day >= 1; --day) // in any order, and one twice
        week << holiday("national-day", 2024, 10, day);
    week << week.front();
    const auto columns = holidayFeatures(axisFrom(Step::Day, "2024-09-29"), 7, week, 2, 1, true);
    QCOMPARE(columns.size(), size_t(4));
    QCOMPARE(valuesOf(columns, "national-day"), (std::vector<double>{0, 0, 1, 1, 1, 0, 0}));
    QCOMPARE(valuesOf(columns, "national-day_before_1"), (std::vector<double>{0, 1, 0, 0, 0, 0, 0}));
    QCOMPARE(valuesOf(columns, "national-day_before_2"), (std::vector<double>{1, 0, 0, 0, 0, 0, 0}));
    QCOMPARE(valuesOf(columns, "national-day_after_1"), (std::vector<double>{0, 0, 0, 0, 0, 1, 0}));
}

void TestCalendarFeatures::tradingDaysOfSteps()
{
    const std::array<bool, 7> noSaturdays{false, false, false, false, false, true, false};
    // December 2010 has four Saturdays, January 2011 five, February four.
    const FeatureColumn months = tradingDays(axisFrom(Step::Month, "2010-12-01"), 3, noSaturdays);
    QCOMPARE(months.name, QStringLiteral("tradingdays"));
    QCOMPARE(months.values, (std::vector<double>{27, 26, 24}));
    QCOMPARE(tradingDays(axisFrom(Step::Week, "2010-12-01"), 2, noSaturdays).values, (std::vector<double>{6, 6}));
    QCOMPARE(tradingDays(axisFrom(Step::Day, "2010-12-03"), 3, noSaturdays).values, (std::vector<double>{1, 0, 1}));
    QCOMPARE(tradingDays(axisFrom(Step::Hour, "2010-12-03 23:00"), 2, noSaturdays).values, (std::vector<double>{1, 0}));
    QCOMPARE(tradingDays(axisFrom(Step::Year, "2012-01-01"), 1, {}).values, (std::vector<double>{366}));
    QVERIFY(tradingDays({Step::None, 0}, 5, noSaturdays).values.empty());
}

FORETRAIL_TEST_MAIN(TestCalendarFeatures, QCoreApplication)
#include "tst_calendarfeatures.moc"
