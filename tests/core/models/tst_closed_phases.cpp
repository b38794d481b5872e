#include "core/models/ClosedPhases.h"
#include "tests/core/models/SomeSeries.h"

using namespace foretrail;
using namespace foretrail::test;

namespace {

using V = std::vector<double>;

/// 1 from the first to the sixth place of a season of seven, 0 in the seventh.
V week(int count)
{
    V values;
    for (int t = 0; t < count; ++t)
        values.push_back(t % 7 == 6 ? 0 : 1);
    return values;
}

Forecast ones(int horizon)
{
    const V values(size_t(horizon), 1.0), edges(size_t(horizon), 2.0);
    return {values, {{80, values, edges}}};
}

} // namespace

/// Places of a season at which nothing ever happens.
class TestClosedPhases : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void places_data()
    {
        QTest::addColumn<V>("values");
        QTest::addColumn<int>("season");
        QTest::addColumn<V>("places");
        V once = week(35);
        once[20] = 5;
        QTest::newRow("each seventh") << week(35) << 7 << V{6};
        QTest::newRow("but for once") << once << 7 << V{};
        QTest::newRow("four times are enough") << week(28) << 7 << V{6};
        QTest::newRow("three are not") << week(27) << 7 << V{};
        QTest::newRow("never open says nothing") << V(40, 0) << 7 << V{};
        QTest::newRow("below zero is open") << V{0, -1, 0, -1, 0, -1, 0, -1} << 2 << V{0};
        QTest::newRow("no season") << V{1, 0, 0, 2, 0} << 1 << V{};
    }
    void places()
    {
        QFETCH(V, values);
        QFETCH(int, season);
        QFETCH(V, places);
        const ClosedPhases closed(seriesOf(values, Step::Day), season);
        QCOMPARE(closed.places(), places);
        QCOMPARE(closed.isEmpty(), places.empty());
    }
    // The forecast begins with the first place; closed steps lose their bands too.
    void closesTheirSteps()
    {
        const Series train = seriesOf(week(35), Step::Day);
        Forecast forecast = ones(15);
        ClosedPhases(train, 7).close(forecast, train);
        for (size_t h = 0; h < 15; ++h) {
            const double open = h % 7 == 6 ? 0 : 1;
            QCOMPARE(forecast.mean[h], open);
            QCOMPARE(forecast.bands[0].low[h], open);
            QCOMPARE(forecast.bands[0].high[h], 2 * open);
        }
    }
    // A history that begins elsewhere in the week, or before the training part, is told by the calendar.
    void placesFollowTheCalendar()
    {
        Series whole = seriesOf(week(70), Step::Day);
        whole.axis.start = *parseWallTime(QStringLiteral("2024-01-01"));
        const ClosedPhases closed(whole.part(21, 35), 7);
        QJsonObject kept;
        closed.toState(kept);
        StateReader reader(kept);
        const ClosedPhases restored = ClosedPhases::fromState(reader);
        VERIFY_RESULT(reader.outcome());
        for (const ClosedPhases &phases : {closed, restored})
            for (const qint64 first : {0, 3, 21, 40}) {
                const Series part = whole.part(first, 20);
                for (qint64 i = -8; i < 30; ++i)
                    QCOMPARE(phases.contains(part, i), (first + i + 70) % 7 == 6);
            }
    }
    // An axis without the closed Sundays, of six days: here the third open day of a week has no trade.
    void daysLeftOutDoNotCount()
    {
        V values;
        for (int t = 0; t < 48; ++t)
            values.push_back(t % 6 == 2 ? 0 : 1);
        Series series = seriesOf(values, Step::Day);
        series.axis.start = *parseWallTime(QStringLiteral("2024-01-01")); // a Monday
        series.axis.closed = 1 << 6;
        const ClosedPhases closed(series, 6);
        QCOMPARE(closed.places(), V{2});
        const Series part = series.part(7, 20); // from a Tuesday
        for (qint64 i = 0; i < 20; ++i)
            QCOMPARE(closed.contains(part, i), (7 + i) % 6 == 2);
    }
};

FORETRAIL_TEST_MAIN(TestClosedPhases, QCoreApplication)
#include "tst_closed_phases.moc"
