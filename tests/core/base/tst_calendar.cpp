#include "core/base/Calendar.h"
#include "tests/support/TestSupport.h"

using namespace foretrail;

class TestCalendar : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void floorsToTheStep_data()
    {
        QTest::addColumn<Step>("step");
        QTest::addColumn<QString>("expected");
        QTest::newRow("hour") << Step::Hour << QStringLiteral("2011-09-29T13:00:00");
        QTest::newRow("day") << Step::Day << QStringLiteral("2011-09-29");
        QTest::newRow("week starts on Monday") << Step::Week << QStringLiteral("2011-09-26");
        QTest::newRow("month") << Step::Month << QStringLiteral("2011-09-01");
        QTest::newRow("quarter") << Step::Quarter << QStringLiteral("2011-07-01");
        QTest::newRow("year") << Step::Year << QStringLiteral("2011-01-01");
    }
    void floorsToTheStep()
    {
        QFETCH(Step, step);
        QFETCH(QString, expected);
        const auto time = parseWallTime(QStringLiteral("2011-09-29 13:47:11")); // a Thursday
        VERIFY_RESULT(time);
        QCOMPARE(formatTime(floorToStep(*time, step), step), expected);
    }
    void floorsBeforeTheEpoch()
    {
        const auto time = parseWallTime(QStringLiteral("1969-12-31 23:00:00")); // a Wednesday
        QCOMPARE(formatTime(floorToStep(*time, Step::Week), Step::Week), QStringLiteral("1969-12-29"));
        QCOMPARE(formatTime(floorToStep(*time, Step::Day), Step::Day), QStringLiteral("1969-12-31"));
    }
    void addingAndCountingStepsAgree()
    {
        const WallMs start = *parseWallTime(QStringLiteral("2010-12-01"));
        for (Step step : {Step::Hour, Step::Day, Step::Week, Step::Month, Step::Quarter, Step::Year})
            QCOMPARE(stepsBetween(start, addSteps(start, step, 37), step), qint64(37));
    }
    void zoneClockKnowsDaylightSaving()
    {
        ZoneClock london(QTimeZone("Europe/London"));
        // 2011-03-27 01:00 UTC: clocks go from 01:00 to 02:00.
        const UtcMs before = *parseWallTime(QStringLiteral("2011-03-27 00:59:59"));
        QCOMPARE(london.toWall(before), before);
        QCOMPARE(london.toWall(before + 1000), before + 1000 + 3'600'000);
        // Back on 2011-10-30 01:00 UTC: 01:30 exists twice and is read as the first.
        const WallMs twice = *parseWallTime(QStringLiteral("2011-10-30 01:30:00"));
        QCOMPARE(london.toUtc(twice), twice - 3'600'000);
        const WallMs summer = *parseWallTime(QStringLiteral("2011-07-01 12:00:00"));
        QCOMPARE(london.toWall(london.toUtc(summer)), summer);
    }
    void refusesWhatIsNoDate()
    {
        QVERIFY(!parseWallTime(QStringLiteral("2023-13-01")).has_value());
        QVERIFY(!stepFromName(QStringLiteral("fortnight")).has_value());
    }
};

FORETRAIL_TEST_MAIN(TestCalendar, QCoreApplication)
#include "tst_calendar.moc"
