#include "core/series/TradingWeek.h"
#include "tests/support/TestSupport.h"

using namespace foretrail;

namespace {

/// Days from a Monday on, by a rule of week and weekday (0 for Monday).
template<class Rule>
Series weeks(int count, Rule rule)
{
    Series series{QStringLiteral("total"), {}, {}, {Step::Day, parseWallTime(QStringLiteral("2010-12-06")).value()}, {}};
    for (int day = 0; day < 7 * count; ++day)
        series.values.push_back(rule(day / 7, day % 7));
    return series;
}

constexpr std::array<bool, 7> noneClosed{};
constexpr std::array<bool, 7> saturday{false, false, false, false, false, true, false};

} // namespace

/// Weeks that are made so: the answer is known.
class TestTradingWeek : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void zerosOfAShopStandApart();
    void findsTheDayWithoutTrade()
    {
        QCOMPARE(closedWeekdays(weeks(20, [](int, int day) { return day == 5 ? 0.0 : 10.0 + day; }), 0.02), saturday);
        QCOMPARE(closedWeekdays(weeks(20, [](int, int day) { return day == 5 ? missing : 1.0; }), 0.02), saturday);
        QCOMPARE(closedWeekdays(weeks(20, [](int, int) { return 1.0; }), 0.02), noneClosed);
        const std::array<bool, 7> weekend{false, false, false, false, false, true, true};
        QCOMPARE(closedWeekdays(weeks(20, [](int, int day) { return day < 5 ? -3.0 : 0.0; }), 0), weekend);
    }
    void startsOnAnyDay()
    {
        Series late = weeks(20, [](int, int day) { return day == 5 ? 0.0 : 1.0; });
        QCOMPARE(closedWeekdays(late.part(4, 100), 0.02), saturday);
    }
    void someExceptionsMayBe()
    {
        const Series oneSaturday = weeks(100, [](int week, int day) { return day == 5 && week != 50 ? 0.0 : 1.0; });
        QCOMPARE(closedWeekdays(oneSaturday, 0.02), saturday);
        QCOMPARE(closedWeekdays(oneSaturday, 0.005), noneClosed);
    }
    void holidaysOfTheOtherDaysDoNotMatter()
    {
        QCOMPARE(closedWeekdays(weeks(50, [](int week, int day) { return day == 5 || week % 5 == 0 ? 0.0 : 1.0; }), 0.02), saturday);
    }
    // Open from 9 to 18 on all days but Saturday, begun on a Wednesday at 5 in the morning.
    void findsTheHoursWithoutTrade()
    {
        Series hours{QStringLiteral("total"), {}, {}, {Step::Hour, parseWallTime(QStringLiteral("2010-12-08 05:00")).value()}, {}};
        const auto isOpen = [](int place) { return place / 24 != 5 && place % 24 >= 9 && place % 24 < 18; };
        for (int hour = 0; hour < 20 * 168; ++hour)
            hours.values.push_back(isOpen((2 * 24 + 5 + hour) % 168) ? 10.0 : 0.0);
        QCOMPARE(placeInWeek(hours, 0), 2 * 24 + 5);
        QCOMPARE(placeInWeek(hours, 19), 3 * 24);
        const std::vector<bool> closed = closedPlaces(hours, 0.02);
        QCOMPARE(closed.size(), size_t(168));
        for (int place = 0; place < 168; ++place)
            QCOMPARE(closed[size_t(place)], !isOpen(place));
        hours.axis.step = Step::Week;
        QVERIFY(closedPlaces(hours, 0.02).empty());
    }
    void littleEvidenceClosesNothing()
    {
        QCOMPARE(closedWeekdays(weeks(3, [](int, int day) { return day == 5 ? 0.0 : 1.0; }), 0.02), noneClosed);
        // An article sold on one Monday in ten: its Saturdays tell nothing.
        QCOMPARE(closedWeekdays(weeks(30, [](int week, int day) { return day == 0 && week % 10 == 0 ? 1.0 : 0.0; }), 0.02), noneClosed);
        QCOMPARE(closedWeekdays(weeks(30, [](int, int) { return 0.0; }), 0.02), noneClosed);
        Series hours = weeks(30, [](int, int day) { return day == 5 ? 0.0 : 1.0; });
        hours.axis.step = Step::Hour;
        QCOMPARE(closedWeekdays(hours, 0.02), noneClosed);
        QCOMPARE(closedWeekdays(Series{}, 0.02), noneClosed);
    }
};

void TestTradingWeek::zerosOfAShopStandApart()
{
    std::vector<double> shop(60, 1000);
    QVERIFY(!zerosStandApart(shop)); // there are none
    shop[7] = shop[30] = 0;
    shop[12] = missing;
    QVERIFY(zerosStandApart(shop));
    std::vector<double> item(60); // 1 2 3 0 1 2 3 0 ...: a quarter
    for (size_t i = 0; i < item.size(); ++i)
        item[i] = double((i + 1) % 4);
    QVERIFY(!zerosStandApart(item));
    std::vector<double> slow(60, 40); // a few zeros among a few small sales
    for (size_t i = 0; i < 12; ++i)
        slow[5 * i] = double(i % 4); // 0 1 2 3: three zeros, nine below a tenth of the median
    QVERIFY(!zerosStandApart(slow));
    QVERIFY(!zerosStandApart(std::vector<double>{0, 9, 9}));
}

FORETRAIL_TEST_MAIN(TestTradingWeek, QCoreApplication)
#include "tst_tradingweek.moc"
