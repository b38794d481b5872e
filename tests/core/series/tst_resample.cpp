#include "core/series/Resample.h"
#include "tests/support/TestSupport.h"

#include <cmath>
#include <numeric>

using namespace foretrail;

namespace {

Series seriesFrom(Step step, const char *start, std::vector<double> values)
{
    const TimeAxis axis{step, parseWallTime(QLatin1String(start)).value()};
    return {QStringLiteral("mug"), QStringLiteral("Mug"), QStringLiteral("GBP"), axis, std::move(values)};
}

std::vector<double> countUp(int count)
{
    std::vector<double> values(static_cast<size_t>(count));
    std::iota(values.begin(), values.end(), 1.0);
    return values;
}

/// Equal, where a missing value equals a missing one.
bool isSame(const std::vector<double> &a, const std::vector<double> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](double x, double y) { return x == y || (std::isnan(x) && std::isnan(y)); });
}

} // namespace

/// Expected values are worked out by hand; sums of counting numbers by n (n + 1) / 2.
class TestResample : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void hoursToDays();
    void daysToWeeksAndMonths();
    void monthsToQuartersAndYears();
    void weeksBeginWhereOneSays();
    void aWeekBelongsToItsFourthDay();
    void rules_data();
    void rules();
    void missingValues();
    void cutsPartialPeriods();
    void theSameStepChangesNothing();
    void keepsWhatASeriesIsCalled();
    void refusals_data();
    void refusals();
};

void TestResample::hoursToDays()
{
    const auto days = resample(seriesFrom(Step::Hour, "2011-09-29 22:00", countUp(30)), Step::Day, ResampleRule::Sum, false);
    VERIFY_RESULT(days);
    QCOMPARE(days->series.axis, seriesFrom(Step::Day, "2011-09-29", {}).axis);
    QCOMPARE(days->series.values, (std::vector<double>{3, 26 * 27 / 2 - 3, 30 * 31 / 2 - 26 * 27 / 2}));
    QCOMPARE(days->sourceCount, (std::vector<qint64>{2, 24, 4}));
}

void TestResample::daysToWeeksAndMonths()
{
    // 26 September 2011 is a Monday.
    const Series series = seriesFrom(Step::Day, "2011-09-24", countUp(14));
    const auto weeks = resample(series, Step::Week, ResampleRule::Sum, false);
    VERIFY_RESULT(weeks);
    QCOMPARE(formatTime(weeks->series.axis.start, Step::Week), QStringLiteral("2011-09-19"));
    QCOMPARE(weeks->series.values, (std::vector<double>{3, 42, 60}));
    const auto months = resample(series, Step::Month, ResampleRule::Sum, false);
    VERIFY_RESULT(months);
    QCOMPARE(formatTime(months->series.axis.start, Step::Month), QStringLiteral("2011-09-01"));
    QCOMPARE(months->series.values, (std::vector<double>{28, 77}));
    QCOMPARE(months->sourceCount, (std::vector<qint64>{7, 7}));
}

void TestResample::monthsToQuartersAndYears()
{
    const Series series = seriesFrom(Step::Month, "2010-12-01", countUp(14));
    const auto quarters = resample(series, Step::Quarter, ResampleRule::Sum, true);
    VERIFY_RESULT(quarters);
    QCOMPARE(formatTime(quarters->series.axis.start, Step::Quarter), QStringLiteral("2011-01-01"));
    QCOMPARE(quarters->series.values, (std::vector<double>{9, 18, 27, 36}));
    const auto years = resample(series, Step::Year, ResampleRule::Mean, true);
    VERIFY_RESULT(years);
    QCOMPARE(years->series.values, (std::vector<double>{7.5}));
    QCOMPARE(years->cutFirst, qint64(1));
    QCOMPARE(years->cutLast, qint64(1));
}

void TestResample::weeksBeginWhereOneSays()
{
    // Fridays of Walmart's weeks: 5 February 2010.
    const auto weeks = resample(seriesFrom(Step::Day, "2010-02-03", countUp(10)), Step::Week, ResampleRule::Sum, true, Qt::Friday);
    VERIFY_RESULT(weeks);
    QCOMPARE(formatTime(weeks->series.axis.start, Step::Week), QStringLiteral("2010-02-05"));
    QCOMPARE(weeks->series.values, (std::vector<double>{42}));
    QCOMPARE(weeks->cutFirst, qint64(2));
    QCOMPARE(weeks->cutLast, qint64(1));
    const auto one = resample(seriesFrom(Step::Day, "2010-02-05", countUp(7)), Step::Week, ResampleRule::Sum, true, Qt::Friday);
    QCOMPARE(one->series.values, (std::vector<double>{28}));
    const auto sundays = resample(seriesFrom(Step::Day, "2010-02-03", countUp(5)), Step::Week, ResampleRule::Count, false, Qt::Sunday);
    QCOMPARE(formatTime(sundays->series.axis.start, Step::Week), QStringLiteral("2010-01-31"));
    QCOMPARE(sundays->series.values, (std::vector<double>{4, 1}));
}

void TestResample::aWeekBelongsToItsFourthDay()
{
    // Weeks of Monday 27 December 2010 (its Thursday is the 30th) and 3 January; of 31 January (Thursday 3 February).
    const Series series = seriesFrom(Step::Week, "2010-12-27", {1, 10, 10, 10, 10, 100});
    const auto months = resample(series, Step::Month, ResampleRule::Sum, false);
    VERIFY_RESULT(months);
    QCOMPARE(formatTime(months->series.axis.start, Step::Month), QStringLiteral("2010-12-01"));
    QCOMPARE(months->series.values, (std::vector<double>{1, 40, 100}));
    const auto whole = resample(series, Step::Month, ResampleRule::Sum, true);
    VERIFY_RESULT(whole);
    QCOMPARE(whole->series.values, (std::vector<double>{40}));
    QCOMPARE(formatTime(whole->series.axis.start, Step::Month), QStringLiteral("2011-01-01"));
}

void TestResample::rules_data()
{
    QTest::addColumn<ResampleRule>("rule");
    QTest::addColumn<std::vector<double>>("expected");
    QTest::newRow("sum") << ResampleRule::Sum << std::vector<double>{19, -2};
    QTest::newRow("mean") << ResampleRule::Mean << std::vector<double>{19.0 / 6, -2.0 / 7};
    QTest::newRow("last") << ResampleRule::Last << std::vector<double>{9, -8};
    QTest::newRow("count") << ResampleRule::Count << std::vector<double>{6, 7};
    QTest::newRow("min") << ResampleRule::Min << std::vector<double>{-1, -8};
    QTest::newRow("max") << ResampleRule::Max << std::vector<double>{9, 6};
}

void TestResample::rules()
{
    QFETCH(ResampleRule, rule);
    QFETCH(std::vector<double>, expected);
    const Series series = seriesFrom(Step::Day, "2011-09-26", {4, 2, -1, 0, 5, 9, missing, 0, 0, 0, 0, 0, 6, -8});
    const auto weeks = resample(series, Step::Week, rule, false);
    VERIFY_RESULT(weeks);
    QCOMPARE(weeks->series.values, expected);
}

void TestResample::missingValues()
{
    const double gap = missing;
    // Weeks with one, four and seven days missing.
    const Series series = seriesFrom(Step::Day, "2011-09-26", {1, 1, gap, 1, 1, 1, 1, gap, gap, gap, gap, 2, 2, 5,
                                                               gap, gap, gap, gap, gap, gap, gap});
    const auto valuesBy = [&](ResampleRule rule) { return resample(series, Step::Week, rule, false)->series.values; };
    QVERIFY(isSame(valuesBy(ResampleRule::Sum), {6, gap, gap}));
    QVERIFY(isSame(valuesBy(ResampleRule::Mean), {1, 3, gap}));
    QVERIFY(isSame(valuesBy(ResampleRule::Last), {1, 5, gap}));
    QVERIFY(isSame(valuesBy(ResampleRule::Count), {6, 3, gap}));
    QCOMPARE(resample(series, Step::Week, ResampleRule::Sum, false)->sourceCount, (std::vector<qint64>{6, 3, 0}));
    // Exactly half is enough.
    const auto days = resample(seriesFrom(Step::Quarter, "2011-01-01", {1, gap, gap, 4}), Step::Year, ResampleRule::Sum, true);
    QCOMPARE(days->series.values, (std::vector<double>{5}));
}

void TestResample::cutsPartialPeriods()
{
    const auto months = resample(seriesFrom(Step::Day, "2011-01-31", countUp(1 + 28 + 31 + 2)), Step::Month, ResampleRule::Count, true);
    VERIFY_RESULT(months);
    QCOMPARE(formatTime(months->series.axis.start, Step::Month), QStringLiteral("2011-02-01"));
    QCOMPARE(months->series.values, (std::vector<double>{28, 31}));
    QCOMPARE(months->cutFirst, qint64(1));
    QCOMPARE(months->cutLast, qint64(2));
    const auto nothingToCut = resample(seriesFrom(Step::Day, "2011-02-01", countUp(28)), Step::Month, ResampleRule::Count, true);
    QCOMPARE(nothingToCut->cutFirst + nothingToCut->cutLast, qint64(0));
    const auto nothingLeft = resample(seriesFrom(Step::Day, "2011-02-02", countUp(28)), Step::Month, ResampleRule::Count, true);
    QVERIFY(!nothingLeft);
    QCOMPARE(nothingLeft.error().code, ErrorCode::TooShort);
    QVERIFY(nothingLeft.error().message.contains(QStringLiteral("no whole month")));
}

void TestResample::theSameStepChangesNothing()
{
    const Series series = seriesFrom(Step::Week, "2010-02-05", {1, missing, 3});
    const auto same = resample(series, Step::Week, ResampleRule::Mean, true);
    VERIFY_RESULT(same);
    QVERIFY(isSame(same->series.values, series.values));
    QCOMPARE(same->series.axis, series.axis);
    QCOMPARE(same->sourceCount, (std::vector<qint64>{1, 0, 1}));
}

void TestResample::keepsWhatASeriesIsCalled()
{
    const Series series = seriesFrom(Step::Day, "2011-09-26", countUp(7));
    const Series sum = resample(series, Step::Week, ResampleRule::Sum, true)->series;
    QCOMPARE(sum.key, series.key);
    QCOMPARE(sum.name, series.name);
    QCOMPARE(sum.unit, series.unit);
    QCOMPARE(resample(series, Step::Week, ResampleRule::Count, true)->series.unit, QString()); // days are not pounds
}

void TestResample::refusals_data()
{
    QTest::addColumn<Step>("from");
    QTest::addColumn<Step>("to");
    QTest::addColumn<int>("size");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("told");
    QTest::newRow("shorter") << Step::Week << Step::Day << 9 << ErrorCode::InvalidInput << "one value a week";
    QTest::newRow("from an index") << Step::None << Step::Day << 9 << ErrorCode::InvalidInput << "Give the series dates";
    QTest::newRow("to an index") << Step::Day << Step::None << 9 << ErrorCode::InvalidInput << "plain index";
    QTest::newRow("nothing") << Step::Day << Step::Week << 0 << ErrorCode::TooShort << "mug has no values";
}

void TestResample::refusals()
{
    QFETCH(Step, from);
    QFETCH(Step, to);
    QFETCH(int, size);
    QFETCH(ErrorCode, code);
    QFETCH(QString, told);
    const auto result = resample(seriesFrom(from, "2011-09-26", countUp(size)), to, ResampleRule::Sum, false);
    QVERIFY(!result);
    QCOMPARE(result.error().code, code);
    QVERIFY2(result.error().message.contains(told), qPrintable(result.error().message));
}

FORETRAIL_TEST_MAIN(TestResample, QCoreApplication)
#include "tst_resample.moc"
