// Stored runs that are updated by themselves while the clock of a shop goes on: when, up to where, and what came while one was busy.
#include "tests/core/online/ShiftedShop.h"
#include "tests/ui/UiTest.h"
#include "ui/RunUpdates.h"

using namespace foretrail;
using namespace foretrail::test;

namespace {

constexpr int learntDays = 120;

} // namespace

class TestRunFollower : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void whatCameMeanwhileIsCaughtUpWith();
    void weeklyWaitsForTheWeek();
    void severalRuns();
    void isRemembered();
    void runsThatAreGone();

private:
    RunId train(const QString &model)
    {
        Result<Workspace> workspace = Workspace::open(m_desk->session().workspacePath());
        JobContext job;
        return trainAndStore(*workspace, shopSpec(model), job).value();
    }
    void choose(RunId run, UpdateSchedule schedule)
    {
        m_follower->choose(run, schedule);
        QVERIFY(m_follower->scheduleOf(run) == schedule); // at once
        TRY_IDLE(*m_desk);
        QVERIFY(m_follower->scheduleOf(run) == schedule);
    }

    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<RunUpdates> m_updates;
    std::unique_ptr<RunFollower> m_follower;
    QList<UpdateReport> m_told;
};

void TestRunFollower::init()
{
    m_desk = std::make_unique<Desk>();
    m_told.clear();
    const QString path = m_desk->path(QStringLiteral("shop.foretrail"));
    {
        Result<Workspace> workspace = Workspace::create(path);
        VERIFY_RESULT(workspace);
        VERIFY_RESULT(addValues(*workspace, 0, learntDays, shiftedAt(learntDays, 0)));
    }
    QVERIFY(m_desk->openAndWait(path));
    m_updates = std::make_unique<RunUpdates>(m_desk->session());
    m_follower = std::make_unique<RunFollower>(m_desk->session(), *m_updates);
    connect(m_updates.get(), &RunUpdates::updated, this, [this](const UpdateReport &report) { m_told.append(report); });
}

void TestRunFollower::cleanup()
{
    m_follower.reset();
    m_updates.reset();
    m_desk.reset();
}

void TestRunFollower::whatCameMeanwhileIsCaughtUpWith()
{
    const RunId run = train(QStringLiteral("ar"));
    {
        Result<Workspace> workspace = Workspace::open(m_desk->session().workspacePath());
        VERIFY_RESULT(addValues(*workspace, learntDays, learntDays + 10, shiftedAt(learntDays, 0)));
    }
    choose(run, UpdateSchedule::EachStep);
    m_follower->followClock(dayAt(learntDays) + 23 * hourMs);
    QVERIFY(!m_updates->isBusy()); // the day is not over
    m_follower->followClock(dayAt(learntDays + 3) + hourMs);
    QVERIFY(m_updates->isBusy());
    m_follower->followClock(dayAt(learntDays + 4) + hourMs); // two more days end while it is busy
    m_follower->followClock(dayAt(learntDays + 5) + hourMs);
    QTRY_COMPARE(m_told.size(), 2);
    TRY_IDLE(*m_desk);
    QCOMPARE(m_told.size(), 2);
    QCOMPARE(m_told[0].now.start, dayAt(learntDays + 3));
    QCOMPARE(m_told[1].now.start, dayAt(learntDays + 5));
    m_follower->followClock(dayAt(learntDays + 5) + 2 * hourMs);
    QVERIFY(!m_updates->isBusy());
    choose(run, UpdateSchedule::ByHand);
    m_follower->followClock(dayAt(learntDays + 9));
    QVERIFY(!m_updates->isBusy());
}

void TestRunFollower::weeklyWaitsForTheWeek()
{
    const RunId run = train(QStringLiteral("ar"));
    choose(run, UpdateSchedule::Weekly);
    m_follower->followClock(dayAt(learntDays + 6) + 23 * hourMs);
    QVERIFY(!m_updates->isBusy());
    m_follower->followClock(dayAt(learntDays + 7));
    QVERIFY(m_updates->isBusy());
    QTRY_COMPARE(m_told.size(), 1);
    TRY_IDLE(*m_desk);
    m_follower->followClock(dayAt(learntDays + 13));
    QVERIFY(!m_updates->isBusy());
}

// One after another, each as it was told.
void TestRunFollower::severalRuns()
{
    const RunId daily = train(QStringLiteral("ar")), weekly = train(QStringLiteral("naive")), none = train(QStringLiteral("mean"));
    choose(daily, UpdateSchedule::Daily);
    choose(weekly, UpdateSchedule::Weekly);
    m_follower->followClock(dayAt(learntDays + 1));
    QTRY_COMPARE(m_told.size(), 1);
    TRY_IDLE(*m_desk);
    QCOMPARE(m_told[0].run, daily);
    m_follower->followClock(dayAt(learntDays + 7));
    QTRY_COMPARE(m_told.size(), 3);
    TRY_IDLE(*m_desk);
    QVERIFY(m_told[1].run == daily && m_told[2].run == weekly);
    QVERIFY(m_follower->scheduleOf(none) == UpdateSchedule::ByHand);
    QCOMPARE(m_follower->nameOf(weekly), QStringLiteral("naive · value · shop"));
}

// Another one over the same workspace reads it when the clock first goes on, and looks at once.
void TestRunFollower::isRemembered()
{
    const RunId run = train(QStringLiteral("ar"));
    choose(run, UpdateSchedule::EachStep);
    RunFollower other(m_desk->session(), *m_updates);
    QVERIFY(other.scheduleOf(run) == UpdateSchedule::ByHand);
    other.followClock(dayAt(learntDays + 2));
    QTRY_COMPARE(m_told.size(), 1);
    TRY_IDLE(*m_desk);
    QVERIFY(other.scheduleOf(run) == UpdateSchedule::EachStep);
}

void TestRunFollower::runsThatAreGone()
{
    const RunId run = train(QStringLiteral("ar"));
    choose(run, UpdateSchedule::EachStep);
    {
        Result<Workspace> workspace = Workspace::open(m_desk->session().workspacePath());
        VERIFY_RESULT(RunStore(*workspace).remove(run));
    }
    QStringList said;
    connect(m_updates.get(), &RunUpdates::failed, this, [&said](const Error &error) { said << error.message; });
    m_follower->followClock(dayAt(learntDays + 2));
    QTRY_VERIFY(!said.isEmpty());
    TRY_IDLE(*m_desk);
    m_follower->choose(RunId{99}, UpdateSchedule::Daily);
    TRY_IDLE(*m_desk);
    QVERIFY(m_follower->scheduleOf(RunId{99}) == UpdateSchedule::ByHand);
}

QTEST_MAIN(TestRunFollower)
#include "tst_runfollower.moc"
