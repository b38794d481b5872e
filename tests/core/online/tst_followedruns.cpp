// Runs that follow by themselves: what their own errors say of drift, what is remembered, and updates on a thread of their own.
#include "core/online/LiveUpdater.h"
#include "core/online/RunDrift.h"
#include "tests/core/online/ShiftedShop.h"

#include <QRegularExpression>

using namespace foretrail;
using test::addValues;
using test::dayAt;
using test::shiftedAt;
using test::shopSpec;
using When = UpdateSchedule;

class TestFollowedRuns : public QObject, private test::ShiftedShop {
    Q_OBJECT
private Q_SLOTS:
    void init() { openShop(); }
    void cleanup() { m_workspace.reset(); }

    // The level rises by five times the usual error on the first day that the model has not seen: an alarm within twenty days, dated to within
    // two days, in the unit of the data; and none in as many quiet days.
    void aShiftIsFoundInTheOwnErrors()
    {
        const RunId run = trained(60, trainedDays + 20);
        const auto task = UpdateTask::read(*m_workspace, run, m_job);
        VERIFY_RESULT(task);
        const auto drift = driftOf(*task, task->current.seenUntil, m_job);
        VERIFY_RESULT(drift);
        QVERIFY2(drift->score >= 1, qPrintable(QString::number(drift->score)));
        QVERIFY2(drift->reason.contains(QStringLiteral("2011-07-2")), qPrintable(drift->reason)); // the 200th day behind 3 January is 22 July
        QVERIFY(drift->judged > 150);
        // Who asks for what came since the last day hears nothing of it.
        const auto later = driftOf(*task, dayAt(trainedDays + 20), m_job);
        VERIFY_RESULT(later);
        QVERIFY2(later->score < 1 && later->reason.isEmpty(), qPrintable(later->reason));
    }

    void quietDaysSayNothing()
    {
        const RunId run = trained(0, trainedDays + 40);
        const auto task = UpdateTask::read(*m_workspace, run, m_job);
        VERIFY_RESULT(task);
        const auto drift = driftOf(*task, task->current.seenUntil, m_job);
        VERIFY_RESULT(drift);
        QVERIFY2(drift->score < 1 && drift->reason.isEmpty(), qPrintable(drift->reason));
    }

    // Missing days are no errors, and a recipe that bends the scale is led back in what is said.
    void onTheScaleOfTheModel()
    {
        TrainingSpec spec = shopSpec(QStringLiteral("ar"));
        RecipeStep logarithm;
        logarithm.kind = QStringLiteral("log1p");
        spec.recipe.steps.append(logarithm);
        VERIFY_RESULT(addValues(*m_workspace, 0, trainedDays, shiftedAt(trainedDays, 200)));
        const Result<RunId> run = trainAndStore(*m_workspace, spec, m_job);
        VERIFY_RESULT(run);
        VERIFY_RESULT(addValues(*m_workspace, trainedDays, trainedDays + 20, shiftedAt(trainedDays, 200)));
        const auto task = UpdateTask::read(*m_workspace, *run, m_job);
        VERIFY_RESULT(task);
        const auto drift = driftOf(*task, task->current.seenUntil, m_job);
        VERIFY_RESULT(drift);
        QVERIFY2(drift->score >= 1, qPrintable(QString::number(drift->score)));
        const QRegularExpression after(QStringLiteral("the error is ([0-9.,]+) on average"));
        const double said = after.match(drift->reason).captured(1).remove(QLatin1Char(',')).toDouble();
        QVERIFY2(said > 20 && said < 300, qPrintable(drift->reason)); // of the shift of 200, not of its logarithm
    }

    void theLadderMeasuresByItself()
    {
        const RunId run = trained(60, trainedDays + 40);
        UpdateRequest request;
        request.run = run;
        request.measuresDrift = true;
        const auto report = updateRun(*m_workspace, request, m_job);
        VERIFY_RESULT(report);
        QCOMPARE(report->rung, QStringLiteral("rls"));
        QVERIFY(report->score >= 1);
        QVERIFY2(report->why.contains(QStringLiteral("2011-07-2")), qPrintable(report->why));
        QVERIFY(report->toJson()[QStringLiteral("score")].toDouble() >= 1);
        const auto again = updateRun(*m_workspace, request, m_job);
        VERIFY_RESULT(again);
        QCOMPARE(again->rung, QStringLiteral("roll")); // nothing is new
        QVERIFY(!again->isDue);
    }

    void onDriftQuietDaysOnlyRoll()
    {
        const RunId run = trained(0, trainedDays + 5);
        const auto followed = followedSchedule(*m_workspace, run, When::OnDrift, m_job);
        VERIFY_RESULT(followed);
        QCOMPARE(followed->step, Step::Day);
        QCOMPARE(followed->looked, dayAt(trainedDays));
        const auto report = updateRun(*m_workspace, followRequest(*followed, dayAt(trainedDays + 5) + hourMs), m_job);
        VERIFY_RESULT(report);
        QVERIFY(!report->isDue);
        QCOMPARE(report->rung, QStringLiteral("roll"));
        QCOMPARE(report->version, 0);
    }

    void schedulesAreRemembered()
    {
        const RunId one = trained(0, trainedDays), other = trainAndStore(*m_workspace, shopSpec(QStringLiteral("naive")), m_job).value();
        VERIFY_RESULT(chooseSchedule(*m_workspace, one, When::Weekly));
        VERIFY_RESULT(chooseSchedule(*m_workspace, other, When::OnDrift));
        m_workspace.reset();
        m_workspace.emplace(Workspace::open(path()).value());
        const auto chosen = chosenSchedules(*m_workspace);
        VERIFY_RESULT(chosen);
        QCOMPARE(chosen->size(), 2);
        QVERIFY(chosen->value(one) == When::Weekly && chosen->value(other) == When::OnDrift);
        VERIFY_RESULT(chooseSchedule(*m_workspace, one, When::ByHand));
        QVERIFY(!chosenSchedules(*m_workspace)->contains(one));
        // Another run under the number of one that is gone was never told to follow.
        VERIFY_RESULT(RunStore(*m_workspace).remove(other));
        const RunId next = trainAndStore(*m_workspace, shopSpec(QStringLiteral("naive")), m_job).value();
        QCOMPARE(next, other);
        QVERIFY(chosenSchedules(*m_workspace)->isEmpty());
        QCOMPARE(chooseSchedule(*m_workspace, RunId{99}, When::Daily).error().code, ErrorCode::NotFound);
    }

    // The clock is told while nothing, then while something is due: at the end all that is over was looked at, in order.
    void followsOnAThreadOfItsOwn()
    {
        const RunId run = trained(60, trainedDays + 20);
        const auto followed = followedSchedule(*m_workspace, run, When::EachStep, m_job);
        VERIFY_RESULT(followed);
        LiveUpdater updater(path(), {*followed});
        updater.look(dayAt(trainedDays) + 5 * hourMs);
        updater.finish(m_job);
        QVERIFY(updater.take().isEmpty()); // the day is not over
        for (const int day : {3, 10, 20})
            updater.look(dayAt(trainedDays + day) + hourMs);
        updater.finish(m_job);
        const QList<FollowedUpdate> done = updater.take();
        QVERIFY(!done.isEmpty());
        QCOMPARE(done.last().until, dayAt(trainedDays + 20));
        WallMs before = 0;
        for (const FollowedUpdate &one : done) {
            VERIFY_RESULT(one.report);
            QVERIFY(std::exchange(before, one.until) < one.until);
            QCOMPARE(one.report->now.start, one.until);
        }
        QVERIFY(std::any_of(done.begin(), done.end(), [](const FollowedUpdate &one) { return one.report->rung != QStringLiteral("roll"); }));
        QVERIFY(!VersionStore(*m_workspace).list(run)->isEmpty());
        updater.finish(m_job);
        QVERIFY(updater.take().isEmpty());
    }

    void whatCannotBeUpdatedIsSaidOnce()
    {
        const RunId run = trained(0, trainedDays + 5);
        const auto followed = followedSchedule(*m_workspace, run, When::EachStep, m_job);
        VERIFY_RESULT(followed);
        VERIFY_RESULT(RunStore(*m_workspace).remove(run));
        LiveUpdater updater(path(), {*followed});
        updater.look(dayAt(trainedDays + 5));
        updater.finish(m_job);
        const QList<FollowedUpdate> done = updater.take();
        QCOMPARE(done.size(), 1);
        QCOMPARE(done[0].report.error().code, ErrorCode::NotFound);
    }
};

FORETRAIL_TEST_MAIN(TestFollowedRuns, QCoreApplication)
#include "tst_followedruns.moc"
