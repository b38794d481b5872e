// Trainings that wait: their order, how many run at a time, what a paused one leaves to the others, and what stays behind.
#include "core/jobs/CoreBudget.h"
#include "tests/ui/TrainDesk.h"
#include "ui/models/QueueModel.h"
#include "ui/widgets/QueuePanel.h"

#include <QToolButton>

using namespace foretrail;
using namespace foretrail::test;

namespace {

QStringList modelsOf(const QString &path)
{
    QList<RunRecord> runs = storedRuns(path);
    std::ranges::sort(runs, {}, [](const RunRecord &run) { return run.summary.id.value; });
    QStringList models;
    for (const RunRecord &run : std::as_const(runs))
        models += run.summary.model;
    return models;
}

/// Trains a network that takes long, and pauses it once it has learnt.
bool pauseNetwork(TrainDesk &desk, JobId &network)
{
    desk.chooseSmallNetwork(100'000);
    desk.press();
    if (!QTest::qWaitFor([&] { return points(desk.chart()) > 1; }, longMs))
        return false;
    network = desk.trainingJob();
    desk.click("pauseTraining");
    return QTest::qWaitFor([&] { return desk.session.jobs().job(network)->state == JobState::Paused; }, longMs);
}

} // namespace

class TrainingQueueTest : public QObject, private TrainFolders {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { makeTemplates(); }
    void init() { copyTemplates(); }
    void cleanup() { limitTrainingWorkers(std::numeric_limits<int>::max()); }
    void theOrderIsChanged();
    void oneThatWaitsIsTakenOut();
    void theQueueIsEmptied();
    void aPausedOneGivesWay();
    void whatIsResumedStaysInSight();
    void twoAtATime();
    void aCoreStaysFree();
};

void TrainingQueueTest::theOrderIsChanged()
{
    OPEN_DESK(desk);
    auto *queue = desk.find<QListView>("trainingQueue");
    const QAbstractItemModelTester tester(queue->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(!queue->isVisible());
    desk.chooseSmallNetwork(100'000);
    desk.press();
    QTRY_VERIFY_WITH_TIMEOUT(points(desk.chart()) > 0, longMs);
    for (const char *model : {"drift", "mean", "naive"}) {
        desk.chooseModel(QLatin1String(model));
        desk.press();
    }
    QTRY_VERIFY(queue->isVisible());
    const auto firstWords = [&] {
        QStringList words;
        for (const QString &title : desk.waiting())
            words += title.section(QLatin1Char(' '), 0, 0);
        return words.join(QLatin1Char(' '));
    };
    QTRY_COMPARE_WITH_TIMEOUT(firstWords(), QStringLiteral("drift mean naive"), longMs); // the network has begun
    QTRY_VERIFY(desk.find<QLabel>("queueTitle")->text().endsWith(QStringLiteral("3")));
    QVERIFY(!desk.find<QToolButton>("queueUp")->isEnabled()); // nothing is chosen
    queue->setCurrentIndex(queue->model()->index(1, 0));
    QTest::keyClick(queue, Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(firstWords(), QStringLiteral("mean drift naive"));
    QCOMPARE(queue->currentIndex().row(), 0); // it is still chosen
    QTest::keyClick(queue, Qt::Key_Up, Qt::AltModifier); // cannot go further
    QCOMPARE(firstWords(), QStringLiteral("mean drift naive"));
    QTest::mouseClick(desk.find<QToolButton>("queueDown"), Qt::LeftButton);
    QCOMPARE(firstWords(), QStringLiteral("drift mean naive"));
    QVERIFY(queue->model()->moveRow({}, 2, {}, 0)); // as the view asks for it when a row is dropped before the first
    QCOMPARE(firstWords(), QStringLiteral("naive drift mean"));
    QVERIFY(queue->model()->moveRow({}, 1, {}, 3));
    QCOMPARE(firstWords(), QStringLiteral("naive mean drift"));
    desk.click("keepBestTraining");
    QTRY_COMPARE_WITH_TIMEOUT(desk.runs(), 4, longMs);
    WAIT_QUIET(desk);
    QCOMPARE(modelsOf(m_shop).join(QLatin1Char(' ')), QStringLiteral("lstm naive mean drift"));
    QTRY_VERIFY(!queue->isVisible());
}

void TrainingQueueTest::oneThatWaitsIsTakenOut()
{
    OPEN_DESK(desk);
    desk.chooseSmallNetwork(100'000);
    desk.press();
    for (const char *model : {"naive", "mean"}) {
        desk.chooseModel(QLatin1String(model));
        desk.press();
    }
    QTRY_COMPARE(desk.waiting().size(), 2);
    auto *queue = desk.find<QListView>("trainingQueue");
    queue->setCurrentIndex(queue->model()->index(0, 0));
    QTest::keyClick(queue, Qt::Key_Delete);
    QTRY_COMPARE(desk.waiting().size(), 1); // at once, while the first still runs
    QTRY_COMPARE(desk.jobRows(), 1);
    QTest::mouseClick(desk.find<QWidget>("trainingJobs")->findChild<QPushButton *>(QStringLiteral("jobStop")), Qt::LeftButton);
    WAIT_QUIET(desk);
    QTRY_COMPARE_WITH_TIMEOUT(desk.runs(), 1, longMs);
    QCOMPARE(desk.cell(0, RunsModel::Column::Model), QStringLiteral("mean"));
}

void TrainingQueueTest::theQueueIsEmptied()
{
    OPEN_DESK(desk);
    desk.chooseSmallNetwork(100'000);
    desk.press();
    for (const char *model : {"naive", "mean", "drift"}) {
        desk.chooseModel(QLatin1String(model));
        desk.press();
    }
    QTRY_COMPARE(desk.waiting().size(), 3);
    QTRY_VERIFY(desk.find<QToolButton>("queueEmpty")->isVisible());
    QTest::mouseClick(desk.find<QToolButton>("queueEmpty"), Qt::LeftButton);
    QTRY_VERIFY(desk.button("confirmYes"));
    QVERIFY(desk.find<QLabel>("confirmText")->text().contains(QStringLiteral("3")));
    desk.click("confirmYes");
    QTRY_COMPARE(desk.waiting().size(), 0);
    QTRY_VERIFY(!desk.find<QToolButton>("queueEmpty")->isVisible());
    desk.click("keepBestTraining"); // what runs goes on
    QTRY_COMPARE_WITH_TIMEOUT(desk.runs(), 1, longMs);
    WAIT_QUIET(desk);
    QCOMPARE(modelsOf(m_shop).join(QLatin1Char(' ')), QStringLiteral("lstm"));
}

void TrainingQueueTest::aPausedOneGivesWay()
{
    OPEN_DESK(desk);
    JobId network = 0;
    QVERIFY(pauseNetwork(desk, network));
    const qint64 elapsed = desk.session.jobs().job(network)->elapsedMs;
    desk.chooseModel(QStringLiteral("mean"));
    desk.press();
    QTRY_COMPARE_WITH_TIMEOUT(desk.runs(), 1, longMs); // while the network waits
    QCOMPARE(desk.session.jobs().job(network)->state, JobState::Paused);
    QCOMPARE(desk.session.jobs().job(network)->elapsedMs, elapsed);
    auto *line = desk.find<QWidget>("trainingJobs")->findChild<QLabel *>(QStringLiteral("jobLine"));
    QVERIFY2(line->text().contains(QStringLiteral("paused")), qPrintable(line->text()));
    QTRY_VERIFY(desk.find<QWidget>("trainingControls")->isVisible());
    const qsizetype before = unfinished(m_shop).value(0).epochs.size();
    desk.click("pauseTraining");
    QTRY_VERIFY_WITH_TIMEOUT(desk.session.jobs().job(network)->state == JobState::Running, longMs);
    desk.click("keepBestTraining");
    QTRY_COMPARE_WITH_TIMEOUT(desk.runs(), 2, longMs);
    QVERIFY(storedRuns(m_shop).front().epochs.size() >= before);
}

void TrainingQueueTest::whatIsResumedStaysInSight()
{
    OPEN_DESK(desk);
    JobId network = 0;
    QVERIFY(pauseNetwork(desk, network));
    desk.type("trainSeed", QStringLiteral("2"));
    desk.press();
    QTRY_COMPARE_WITH_TIMEOUT(desk.jobRows(), 2, longMs); // it runs in the place of the first
    desk.click("pauseTraining"); // which is to go on
    QTRY_VERIFY_WITH_TIMEOUT(desk.session.jobs().job(network)->state == JobState::Waiting, longMs);
    QTest::qWait(300);
    const auto shows = desk.find<QWidget>("trainingJobs")->findChildren<QPushButton *>(QStringLiteral("jobShow"));
    QCOMPARE(shows.size(), 2);
    QVERIFY(!shows[0]->isEnabled()); // the first is still what is shown
    desk.session.jobs().cancelAll();
    WAIT_QUIET(desk);
}

void TrainingQueueTest::twoAtATime()
{
    if (machineCores() < 2)
        QSKIP("two trainings at a time need two cores");
    OPEN_DESK(desk);
    auto *atATime = desk.find<QComboBox>("trainingsAtATime");
    QCOMPARE(atATime->currentData().toInt(), 1);
    atATime->setFocus();
    QTest::keyClick(atATime, Qt::Key_Down);
    QCOMPARE(desk.settings.trainingsAtATime(), 2);
    desk.chooseSmallNetwork(100'000);
    desk.press();
    desk.type("trainSeed", QStringLiteral("2"));
    desk.press();
    desk.type("trainSeed", QStringLiteral("3"));
    desk.press();
    QTRY_COMPARE_WITH_TIMEOUT(desk.jobRows(), 2, longMs); // both have begun
    QCOMPARE(desk.waiting().size(), 1);
    QVERIFY2(desk.waiting().front().endsWith(QStringLiteral(" · Seed 3")), qPrintable(desk.waiting().front())); // the others are named alike
    auto *jobs = desk.find<QWidget>("trainingJobs");
    QTRY_VERIFY_WITH_TIMEOUT(points(desk.chart()) > 1, longMs);
    const QString first = desk.chart()->content().title;
    const auto shows = jobs->findChildren<QPushButton *>(QStringLiteral("jobShow"));
    QCOMPARE(shows.size(), 2);
    QVERIFY(!shows[0]->isEnabled()); // it is the one that is shown
    QVERIFY(shows[1]->isEnabled());
    QTest::mouseClick(shows[1], Qt::LeftButton);
    desk.click("keepBestTraining"); // of the second
    QTRY_COMPARE_WITH_TIMEOUT(desk.runs(), 1, longMs);
    QCOMPARE(storedRuns(m_shop).front().summary.seed, quint64(2));
    QTRY_COMPARE_WITH_TIMEOUT(desk.waiting().size(), 0, longMs); // the third has taken its place
    desk.session.jobs().cancelAll();
    WAIT_QUIET(desk);
    TrainDesk again(m_shop, file(QStringLiteral("settings.ini")));
    QCOMPARE(again.find<QComboBox>("trainingsAtATime")->currentData().toInt(), 2);
}

// It changes who works, not what comes out.
void TrainingQueueTest::aCoreStaysFree()
{
    OPEN_DESK(desk);
    desk.chooseSmallNetwork(4);
    desk.press();
    QTRY_COMPARE_WITH_TIMEOUT(desk.runs(), 1, longMs);
    WAIT_QUIET(desk);
    QCOMPARE(mostTrainingWorkers(), machineCores());
    QVERIFY(!desk.find<QLabel>("fewCores")->isVisible());
    desk.find<QCheckBox>("leaveCoreFree")->click();
    desk.settings.setTrainingsAtATime(Settings::mostTrainingsAtATime);
    QCOMPARE(desk.find<QLabel>("fewCores")->isVisible(), machineCores() - 1 < Settings::mostTrainingsAtATime);
    desk.settings.setTrainingsAtATime(1);
    QVERIFY(desk.settings.leavesCoreFree());
    QCOMPARE(mostTrainingWorkers(), std::max(1, machineCores() - 1));
    desk.press();
    QTRY_COMPARE_WITH_TIMEOUT(desk.runs(), 2, longMs);
    WAIT_QUIET(desk);
    const QList<RunRecord> runs = storedRuns(m_shop);
    QCOMPARE(runs[0].weights, runs[1].weights);
}

FORETRAIL_TEST_MAIN(TrainingQueueTest, QApplication)
#include "tst_training_queue.moc"
