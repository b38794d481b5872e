// When a model is due: a table, and what holds of any clock, by simulation.
#include "core/online/UpdateSchedule.h"
#include "tests/support/TestSupport.h"

#include <random>

using namespace foretrail;
using When = UpdateSchedule;

namespace {

struct Asked {
    When schedule;
    Step step;
    qint64 closedSteps;
    WallMs passed;
    std::optional<double> score;
    bool isDue;
};

/// A clock that goes on by up to `most` at a time for sixty days; from time to time nobody may be updated. Returns the times of the looks.
std::vector<WallMs> looksOf(FollowedSchedule &followed, unsigned seed, WallMs most, WallMs &last)
{
    std::mt19937 random(seed);
    std::vector<WallMs> looks;
    const WallMs end = followed.looked + 60 * dayMs;
    for (last = followed.looked; last < end; last += 1 + WallMs(random()) % most) {
        const bool isBusy = random() % 5 == 0;
        if (isBusy || !followed.isDue(last))
            continue;
        followed.look(last);
        looks.push_back(followed.looked);
    }
    if (followed.isDue(last)) // once it is free
        followed.look(last);
    return looks;
}

} // namespace

Q_DECLARE_METATYPE(Asked)

class TestUpdateSchedule : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void isDue_data()
    {
        QTest::addColumn<Asked>("asked");
        const auto row = [](const char *name, const Asked &asked) { QTest::newRow(name) << asked; };
        row("by hand, never", {When::ByHand, Step::Day, 100, 100 * dayMs, 9, false});
        row("each step, none", {When::EachStep, Step::Day, 0, 0, 9, false});
        row("each step, one", {When::EachStep, Step::Hour, 1, hourMs, {}, true});
        row("daily, an hour less", {When::Daily, Step::Hour, 23, 23 * hourMs, {}, false});
        row("daily", {When::Daily, Step::Hour, 24, 24 * hourMs, {}, true});
        row("daily, of weeks", {When::Daily, Step::Week, 1, 7 * dayMs, {}, true});
        row("daily, no week is over", {When::Daily, Step::Week, 0, 6 * dayMs, {}, false});
        row("weekly, a day less", {When::Weekly, Step::Day, 6, 6 * dayMs, 5, false});
        row("weekly", {When::Weekly, Step::Day, 7, 7 * dayMs, 0, true});
        row("weekly, without a clock", {When::Weekly, Step::None, 1, 1, {}, true});
        row("on drift, not measured", {When::OnDrift, Step::Day, 1, dayMs, {}, true});
        row("on drift, none", {When::OnDrift, Step::Day, 9, 9 * dayMs, 0.66, false});
        row("on drift, a warning", {When::OnDrift, Step::Day, 1, dayMs, 0.67, true});
        row("on drift, nothing new", {When::OnDrift, Step::Day, 0, 0, 3, false});
    }
    void isDue()
    {
        QFETCH(Asked, asked);
        const UpdateMoment moment{asked.step, asked.closedSteps, 20'000 * dayMs, 20'000 * dayMs + asked.passed, asked.score};
        QCOMPARE(isUpdateDue(asked.schedule, moment), asked.isDue);
    }

    // Whatever the pace of the clock, and though nobody may be updated at a fifth of its ticks: what is over in the end was looked at.
    void noStepIsLost()
    {
        for (const Step step : {Step::Hour, Step::Day, Step::Week, Step::Month})
            for (const When when : {When::EachStep, When::OnDrift})
                for (unsigned seed = 1; seed <= 20; ++seed) {
                    FollowedSchedule followed{RunId{1}, {}, when, step, floorToStep(20'000 * dayMs, step)};
                    WallMs last = 0;
                    const std::vector<WallMs> looks = looksOf(followed, seed, WallMs(seed) * 5 * hourMs, last);
                    QCOMPARE(followed.looked, floorToStep(last, step));
                    for (size_t i = 1; i < looks.size(); ++i)
                        QVERIFY(looks[i] > looks[i - 1] && looks[i] == floorToStep(looks[i], step));
                }
    }

    // At a quick clock of hours: never closer than a day or a week, and no further than the hours in which nobody may.
    void paceOfDaysAndWeeks()
    {
        for (const auto &[when, pace] : {std::pair(When::Daily, dayMs), std::pair(When::Weekly, 7 * dayMs)})
            for (unsigned seed = 1; seed <= 20; ++seed) {
                FollowedSchedule followed{RunId{1}, {}, when, Step::Hour, 20'000 * dayMs};
                WallMs last = 0;
                const std::vector<WallMs> looks = looksOf(followed, seed, hourMs / 2, last);
                QVERIFY(looks.size() >= 2);
                for (size_t i = 1; i < looks.size(); ++i)
                    QVERIFY2(looks[i] - looks[i - 1] >= pace && looks[i] - looks[i - 1] <= pace + 12 * hourMs, qPrintable(QString::number(looks[i] - looks[i - 1])));
                QVERIFY(last - followed.looked < pace + hourMs);
            }
    }

    void byHandNobodyLooks()
    {
        FollowedSchedule followed{RunId{1}, {}, When::ByHand, Step::Day, 0};
        WallMs last = 0;
        QVERIFY(looksOf(followed, 7, dayMs, last).empty());
        QCOMPARE(followed.looked, 0);
    }

    // Steps without a calendar are looked at with each day of the clock.
    void withoutACalendar()
    {
        FollowedSchedule followed{RunId{1}, {}, When::EachStep, Step::None, 0};
        QVERIFY(followed.isDue(20'000 * dayMs + hourMs));
        followed.look(20'000 * dayMs + hourMs);
        QCOMPARE(followed.looked, 20'000 * dayMs);
        QVERIFY(!followed.isDue(20'000 * dayMs + 23 * hourMs));
        QVERIFY(followed.isDue(20'001 * dayMs));
    }

    void namesComeBack()
    {
        for (const When when : {When::ByHand, When::EachStep, When::Daily, When::Weekly, When::OnDrift})
            QVERIFY(updateScheduleFromName(updateScheduleName(when)).value() == when);
        QVERIFY(updateScheduleFromName(QStringLiteral("hourly")).error().message.contains(QStringLiteral("hand, step, daily, weekly, drift")));
    }
};

FORETRAIL_TEST_MAIN(TestUpdateSchedule, QCoreApplication)
#include "tst_updateschedule.moc"
