#include "core/series/Resample.h"
#include "tests/core/data/EventBuilder.h"

#include <numeric>
#include <random>

using namespace foretrail;
using namespace foretrail::test;

/// Events around the changes of clocks, counted by hour and by day on the wall calendar of the workspace. When the clocks change is
/// said by the rules of the European Union (01:00 UTC on the last Sundays of March and October) and of the United States (02:00 local
/// time on the second Sunday of March and the first of November).
class ClockChangesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_workspace.reset(); }

    void oneEventInEveryHour_data();
    void oneEventInEveryHour();
    void eventsFallOnTheLocalDay();
    void hoursAddUpToDays_data();
    void hoursAddUpToDays();

private:
    void openIn(const QByteArray &zone) { VERIFY_RESULT(m_workspace->setSetting(QStringLiteral("timeZone"), QString::fromLatin1(zone))); }
    void storeAt(const QStringList &times);
    Series total(Step step);
    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<Workspace> m_workspace;
};

void ClockChangesTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    auto created = Workspace::create(m_folder->filePath(QStringLiteral("w.foretrail")));
    VERIFY_RESULT(created);
    m_workspace.emplace(std::move(*created));
}

void ClockChangesTest::storeAt(const QStringList &times)
{
    std::vector<TestEvent> events;
    for (const QString &time : times)
        events.push_back({time, "u", "i"});
    VERIFY_RESULT(store(*m_workspace, events));
}

Series ClockChangesTest::total(Step step)
{
    SeriesQuery query;
    query.measure = Measure::Events;
    query.step = step;
    JobContext job;
    const auto series = m_workspace->data().series(query, job);
    return series && series->size() == 1 ? series->front() : Series();
}

void ClockChangesTest::oneEventInEveryHour_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QString>("midnight"); ///< of the local day, in UTC
    QTest::addColumn<int>("hours");        ///< that the day has
    QTest::addColumn<int>("changed");      ///< the wall hour that is skipped or shown twice
    QTest::newRow("London, spring") << QByteArray("Europe/London") << QStringLiteral("2011-03-27T00:30:00") << 23 << 1;
    QTest::newRow("London, autumn") << QByteArray("Europe/London") << QStringLiteral("2011-10-29T23:30:00") << 25 << 1;
    QTest::newRow("New York, spring") << QByteArray("America/New_York") << QStringLiteral("2011-03-13T05:30:00") << 23 << 2;
    QTest::newRow("New York, autumn") << QByteArray("America/New_York") << QStringLiteral("2011-11-06T04:30:00") << 25 << 1;
    QTest::newRow("Shanghai has no change") << QByteArray("Asia/Shanghai") << QStringLiteral("2011-03-26T16:30:00") << 24 << -1;
}

void ClockChangesTest::oneEventInEveryHour()
{
    QFETCH(QByteArray, zone);
    QFETCH(QString, midnight);
    QFETCH(int, hours);
    QFETCH(int, changed);
    openIn(zone);
    QStringList times;
    for (int hour = 0; hour < hours; ++hour)
        times << formatTime(utc(midnight) + hour * 3'600'000LL, Step::Hour);
    storeAt(times);
    std::vector<double> expected(24, 1.0);
    if (changed >= 0)
        expected[size_t(changed)] = hours == 23 ? 0.0 : 2.0;
    const Series hourly = total(Step::Hour), daily = total(Step::Day);
    QCOMPARE(hourly.values, expected);
    QCOMPARE(daily.values, std::vector<double>{double(hours)});
    QCOMPARE(hourly.axis.start, daily.axis.start); // both begin at midnight on the wall
    QCOMPARE(resample(hourly, Step::Day, ResampleRule::Sum, true)->series.values, daily.values);
}

// The last and first seconds of the local days on both sides of a change.
void ClockChangesTest::eventsFallOnTheLocalDay()
{
    openIn("America/New_York");
    storeAt({QStringLiteral("2011-11-06T03:59:59"), QStringLiteral("2011-11-06T04:00:00"), QStringLiteral("2011-11-07T04:59:59"),
             QStringLiteral("2011-11-07T05:00:00"), QStringLiteral("2011-11-07T05:00:01")});
    const Series daily = total(Step::Day);
    QCOMPARE(formatTime(daily.axis.start, Step::Day), QStringLiteral("2011-11-05"));
    QCOMPARE(daily.values, (std::vector<double>{1, 2, 2}));
    const auto days = resample(total(Step::Hour), Step::Day, ResampleRule::Sum, false);
    VERIFY_RESULT(days);
    QCOMPARE(days->series.axis, daily.axis);
    QCOMPARE(days->series.values, daily.values);
}

void ClockChangesTest::hoursAddUpToDays_data()
{
    QTest::addColumn<QByteArray>("zone");
    for (const char *zone : {"Europe/London", "America/New_York", "Asia/Shanghai"})
        QTest::newRow(zone) << QByteArray(zone);
}

// A year of events: every coarser series of EventSeries is the finer one resampled.
void ClockChangesTest::hoursAddUpToDays()
{
    QFETCH(QByteArray, zone);
    openIn(zone);
    std::mt19937 random(7);
    QStringList times;
    for (int i = 0; i < 5000; ++i)
        times << formatTime(utc(QStringLiteral("2011-01-05")) + qint64(random() % (365 * 86400)) * 1000, Step::Hour);
    storeAt(times);
    const std::vector<Step> steps{Step::Hour, Step::Day, Step::Week, Step::Month, Step::Quarter, Step::Year};
    for (size_t fine = 0; fine < steps.size(); ++fine) {
        for (size_t coarse = fine + 1; coarse < steps.size(); ++coarse) {
            if (steps[fine] == Step::Week)
                continue; // weeks are cut by no month
            const auto sum = resample(total(steps[fine]), steps[coarse], ResampleRule::Sum, false);
            VERIFY_RESULT(sum);
            const Series counted = total(steps[coarse]);
            QCOMPARE(sum->series.axis, counted.axis);
            QCOMPARE(sum->series.values, counted.values);
        }
    }
    const Series hourly = total(Step::Hour);
    QCOMPARE(std::accumulate(hourly.values.begin(), hourly.values.end(), 0.0), 5000.0);
}

FORETRAIL_TEST_MAIN(ClockChangesTest, QCoreApplication)
#include "tst_clockchanges.moc"
