// Training as something to watch: the forecast redrawn as a network learns, its epochs replayed, and branches raced with their origins.
#include "core/data/RunFile.h"
#include "core/training/Branch.h"
#include "core/training/EpochTrail.h"
#include "tests/ui/TrainDesk.h"
#include "ui/charts/BarChart.h"

#include <QSlider>
#include <QTabBar>
#include <QTabWidget>

#include <numeric>

using namespace foretrail;
using namespace foretrail::test;

namespace {

/// Opens a tab as a person does.
void openTab(const TrainDesk &desk, const QString &title)
{
    auto *bar = desk.find<QTabWidget>("trainTabs")->tabBar();
    for (int i = 0; i < bar->count(); ++i)
        if (bar->tabText(i) == title)
            QTest::mouseClick(bar, Qt::LeftButton, {}, bar->tabRect(i).center());
    QCOMPARE(bar->tabText(bar->currentIndex()), title);
}

LineChart *judged(const TrainDesk &desk) { return desk.find<LineChart>("judgedChart"); }
QSlider *slider(const TrainDesk &desk) { return desk.find<QSlider>("epochSlider"); }
QString words(const TrainDesk &desk) { return desk.find<QLabel>("epochWords")->text(); }
QString judgedTitle(const TrainDesk &desk) { return desk.find<QLabel>("judgedTitle")->text(); }

/// What the chart says that the network says.
std::vector<double> said(const TrainDesk &desk)
{
    const ChartContent &content = judged(desk)->content();
    return content.curves.size() == 2 ? *content.curves[1].values : std::vector<double>();
}

EpochTrail storedTrail(const QString &path, RunId run)
{
    auto workspace = Workspace::open(path, Workspace::Mode::ReadOnly);
    if (!workspace)
        qFatal("%s", qPrintable(workspace.error().message));
    return trailOf(*workspace, run).value();
}

double sum(const BarChart *chart) { return std::accumulate(chart->content().values.begin(), chart->content().values.end(), 0.0); }

} // namespace

class ReplayTest : public QObject, private TrainFolders {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { makeTemplates(); }
    void init() { copyTemplates(); }
    void redrawsTheForecastAsItLearns();
    void replaysWithTheKeyboard();
    void playsToTheEnd();
    void showsWeightsAndGates();
    void countsWhileItLearns();
    void branchesAndRaces();
    void refusesWrongSettings();
    void branchesAreReproduced();
    void replaysARunOfManySeries();
    void saysWhyThereIsNothingToReplay_data();
    void saysWhyThereIsNothingToReplay();
    void readOnlyCannotBranch();

private:
    void trainSmall(TrainDesk &desk, int epochs);
};

/// One run of a small LSTM, shown.
void ReplayTest::trainSmall(TrainDesk &desk, int epochs)
{
    desk.chooseSmallNetwork(epochs);
    desk.type("trainLearningRate", QStringLiteral("0.01"));
    desk.press();
    QTRY_COMPARE_WITH_TIMEOUT(desk.runs(), 1, longMs);
    WAIT_QUIET(desk);
    QTRY_VERIFY_WITH_TIMEOUT(slider(desk)->isVisible(), longMs);
}

void ReplayTest::redrawsTheForecastAsItLearns()
{
    OPEN_DESK(desk);
    openTab(desk, QStringLiteral("Forecast"));
    QVERIFY(judged(desk)->content().isEmpty());
    QVERIFY(!slider(desk)->isVisible());
    desk.chooseSmallNetwork(100'000);
    desk.press();
    QTRY_COMPARE_WITH_TIMEOUT(judged(desk)->content().curves.size(), 2, longMs);
    const ChartContent first = judged(desk)->content();
    QVERIFY(first.curves[0].role != first.curves[1].role); // another dash
    const std::vector<double> early = *first.curves[1].values;
    QTRY_VERIFY_WITH_TIMEOUT(said(desk) != early, longMs);
    QVERIFY(judgedTitle(desk).startsWith(QStringLiteral("Epoch ")));
    QCOMPARE(*judged(desk)->content().curves[0].values, *first.curves[0].values); // what was stays
    QVERIFY(!slider(desk)->isVisible());
    desk.click("keepBestTraining");
    QTRY_COMPARE_WITH_TIMEOUT(desk.runs(), 1, longMs);
    QTRY_VERIFY_WITH_TIMEOUT(slider(desk)->isVisible(), longMs);
}

void ReplayTest::replaysWithTheKeyboard()
{
    OPEN_DESK(desk);
    trainSmall(desk, 12);
    const RunRecord run = storedRuns(m_shop).value(0);
    const EpochTrail trail = storedTrail(m_shop, run.summary.id);
    QCOMPARE(trail.epochs().size(), size_t(13));
    openTab(desk, QStringLiteral("Forecast"));
    QCOMPARE(slider(desk)->value(), trail.best()); // what was kept is shown first
    QVERIFY2(words(desk).contains(QStringLiteral("the best")), qPrintable(words(desk)));
    QVERIFY(said(desk) == trail.epochs()[size_t(trail.best())].forecast);
    QTest::keyClick(slider(desk), Qt::Key_Home);
    QCOMPARE(judgedTitle(desk), QStringLiteral("Before the first epoch: validation part, one step ahead"));
    QVERIFY(said(desk) == trail.epochs()[0].forecast);
    QTest::keyClick(slider(desk), Qt::Key_Right);
    QTest::keyClick(slider(desk), Qt::Key_Right);
    QCOMPARE(judgedTitle(desk), QStringLiteral("Epoch 2: validation part, one step ahead"));
    QVERIFY2(words(desk).startsWith(QStringLiteral("Epoch 2 of 12 · training ")), qPrintable(words(desk)));
    QVERIFY(said(desk) == trail.epochs()[2].forecast);
    QCOMPARE(desk.button("branchEpoch")->text(), QStringLiteral("Branch from epoch 2..."));
    QTest::keyClick(slider(desk), Qt::Key_End);
    QVERIFY(said(desk) == trail.epochs()[12].forecast);
    QCOMPARE(slider(desk)->accessibleDescription(), words(desk));
    QVERIFY(judged(desk)->content().valueTitle.startsWith(QStringLiteral("Revenue")));
}

void ReplayTest::playsToTheEnd()
{
    OPEN_DESK(desk);
    trainSmall(desk, 5);
    QTest::keyClick(slider(desk), Qt::Key_End);
    desk.click("playEpochs"); // from the beginning again
    QCOMPARE(desk.button("playEpochs")->text(), QStringLiteral("Pause"));
    QTRY_COMPARE_WITH_TIMEOUT(desk.button("playEpochs")->text(), QStringLiteral("Play"), longMs);
    QCOMPARE(slider(desk)->value(), 5);
}

void ReplayTest::showsWeightsAndGates()
{
    OPEN_DESK(desk);
    trainSmall(desk, 8);
    openTab(desk, QStringLiteral("Weights and gates"));
    auto *first = desk.find<BarChart>("histogram0");
    QTRY_VERIFY_WITH_TIMEOUT(first->isVisible(), longMs);
    constexpr int units = 4, gates = 4, lookback = 7;
    QVERIFY(first->content().title.startsWith(QStringLiteral("Input weights, mean ")));
    QCOMPARE(sum(desk.find<BarChart>("histogram1")), double(gates * units * units));
    QCOMPARE(sum(desk.find<BarChart>("histogram2")), double(2 * gates * units));
    QCOMPARE(sum(desk.find<BarChart>("histogram3")), double(units + 1));
    WAIT_QUIET(desk);
    const std::vector<double> best = first->content().values;
    QTest::keyClick(slider(desk), Qt::Key_Home);
    QTRY_VERIFY_WITH_TIMEOUT(first->content().values != best, longMs);
    QVERIFY(desk.find<QLabel>("histogramWords")->text().startsWith(QStringLiteral("Before the first epoch: ")));
    QTest::keyClick(desk.find<QComboBox>("histogramChoice"), Qt::Key_Down);
    QVERIFY(first->content().title.startsWith(QStringLiteral("Input gate, mean ")));
    const RunRecord run = storedRuns(m_shop).value(0);
    const int windows = storedTrail(m_shop, run.summary.id).epochs().front().part->windowCount();
    for (const char *chart : {"histogram0", "histogram1", "histogram2", "histogram3"})
        QCOMPARE(sum(desk.find<BarChart>(chart)), double(windows * lookback * units));
}

// Newer epochs overtake those that wait; none of them holds the training or the window up.
void ReplayTest::countsWhileItLearns()
{
    OPEN_DESK(desk);
    openTab(desk, QStringLiteral("Weights and gates"));
    desk.chooseSmallNetwork(100'000);
    desk.press();
    auto *words = desk.find<QLabel>("histogramWords");
    QTRY_VERIFY_WITH_TIMEOUT(words->isVisible() && words->text().startsWith(QStringLiteral("Epoch ")), longMs);
    const QString early = words->text();
    QTRY_VERIFY_WITH_TIMEOUT(words->text() != early, longMs);
    desk.click("jobStop");
    WAIT_QUIET(desk);
    QTRY_VERIFY(desk.sentence().contains(QStringLiteral("no run was stored")));
}

void ReplayTest::branchesAndRaces()
{
    OPEN_DESK(desk);
    trainSmall(desk, 8);
    const RunRecord origin = storedRuns(m_shop).value(0);
    QVERIFY(!desk.find<QCheckBox>("lossRace")->isVisible());
    QTest::keyClick(slider(desk), Qt::Key_Home);
    for (int i = 0; i < 4; ++i)
        QTest::keyClick(slider(desk), Qt::Key_Right);
    desk.click("branchEpoch");
    QTRY_VERIFY(desk.find<QDialog>("branchDialog"));
    QVERIFY(desk.find<QLabel>("branchWords")->text().contains(QStringLiteral("after epoch 4")));
    QVERIFY(desk.find<QLabel>("branchNote")->text().contains(QStringLiteral("the weights fit no other network")));
    QVERIFY(!desk.find<QWidget>("branchUnits") && !desk.find<QWidget>("branchLookback"));
    const auto *seed = desk.find<QWidget>("branchSeed"); // the last field
    QVERIFY(seed->height() >= seed->sizeHint().height());
    QVERIFY(seed->parentWidget()->rect().contains(seed->geometry()));
    QCOMPARE(desk.find<QLineEdit>("branchLearningRate")->text(), QStringLiteral("0.01"));
    desk.find<QLineEdit>("branchLearningRate")->selectAll();
    QTest::keyClicks(desk.find<QLineEdit>("branchLearningRate"), QStringLiteral("0.002"));
    desk.find<QSpinBox>("branchEpochs")->setValue(6);
    desk.click("startBranch");
    QTRY_COMPARE_WITH_TIMEOUT(desk.runs(), 2, longMs);
    WAIT_QUIET(desk);
    const QList<RunRecord> runs = storedRuns(m_shop);
    const RunRecord &branch = runs[0].summary.id == origin.summary.id ? runs[1] : runs[0];
    QCOMPARE(branch.summary.name, origin.summary.name + QStringLiteral(", from epoch 4"));
    QCOMPARE(originOf(branch.summary)->run, origin.summary.id);
    QCOMPARE(branch.epochs.size(), 6);
    QCOMPARE(branch.epochs.front().learningRate, 0.002);
    // Both begin with what the origin had, the origin solid, the branch dashed, each with its name.
    QTRY_COMPARE_WITH_TIMEOUT(desk.chart()->content().curves.value(0).name, QStringLiteral("Origin"), longMs);
    QTRY_COMPARE_WITH_TIMEOUT(points(desk.chart()), 5, longMs);
    const ChartContent race = desk.chart()->content();
    QCOMPARE(race.curves[1].name, QStringLiteral("Branch"));
    QVERIFY(race.curves[0].role != race.curves[1].role);
    QCOMPARE(race.curves[0].offset, 4);
    QCOMPARE(race.curves[0].values->front(), origin.epochs[3].validationLoss);
    QCOMPARE(race.curves[0].values->back(), origin.epochs.back().validationLoss);
    QCOMPARE(race.curves[1].values->size(), size_t(7));
    QCOMPARE(race.curves[1].values->front(), origin.epochs[3].validationLoss);
    QCOMPARE(race.curves[1].values->back(), branch.epochs.back().validationLoss);
    QVERIFY(desk.find<QCheckBox>("lossRace")->isVisible());
    desk.find<QCheckBox>("lossRace")->click();
    QCOMPARE(points(desk.chart()), 6); // its own losses alone
    QCOMPARE(desk.chart()->content().curves[0].values->front(), branch.epochs.front().trainingLoss);
}

void ReplayTest::refusesWrongSettings()
{
    OPEN_DESK(desk);
    trainSmall(desk, 3);
    desk.click("branchEpoch");
    QTRY_VERIFY(desk.find<QDialog>("branchDialog"));
    desk.find<QLineEdit>("branchDropout")->selectAll();
    QTest::keyClicks(desk.find<QLineEdit>("branchDropout"), QStringLiteral("2"));
    QVERIFY(!desk.button("startBranch")->isEnabled());
    QVERIFY(!desk.problem("branchDropout").isEmpty());
    desk.click("cancelBranch");
    QTRY_VERIFY(!desk.find<QDialog>("branchDialog"));
    QCOMPARE(desk.runs(), 1);
}

void ReplayTest::branchesAreReproduced()
{
    OPEN_DESK(desk);
    trainSmall(desk, 4);
    QTest::keyClick(slider(desk), Qt::Key_Home);
    QTest::keyClick(slider(desk), Qt::Key_Right);
    desk.click("branchEpoch");
    QTRY_VERIFY(desk.find<QDialog>("branchDialog"));
    desk.click("startBranch");
    QTRY_COMPARE_WITH_TIMEOUT(desk.runs(), 2, longMs);
    WAIT_QUIET(desk);
    desk.find<QAction>("runReproduce")->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(desk.runs(), 3, longMs);
    QTRY_VERIFY_WITH_TIMEOUT(desk.sentence().contains(QStringLiteral("from epoch 1 was reproduced")), longMs);
}

// Its epochs are there to see, but none to branch from.
void ReplayTest::replaysARunOfManySeries()
{
    {
        auto workspace = Workspace::open(m_shop);
        VERIFY_RESULT(workspace);
        TrainingSpec spec = TrainingSpec::quickPreset();
        spec.model.model = QStringLiteral("gru-global");
        spec.model.global.epochs = 3;
        spec.model.global.windows = 200;
        spec.model.global.members = 1;
        JobContext job;
        VERIFY_RESULT(trainAndStore(*workspace, spec, job));
    }
    OPEN_DESK(desk);
    QTRY_COMPARE_WITH_TIMEOUT(desk.runs(), 1, longMs);
    QTRY_VERIFY_WITH_TIMEOUT(slider(desk)->isVisible(), longMs);
    WAIT_QUIET(desk);
    openTab(desk, QStringLiteral("Forecast"));
    QTRY_COMPARE_WITH_TIMEOUT(judged(desk)->content().curves.size(), 2, longMs);
    slider(desk)->setValue(0);
    const std::vector<double> early = said(desk);
    slider(desk)->setValue(slider(desk)->maximum());
    QVERIFY(said(desk) != early);
    auto *branch = desk.find<QPushButton>("branchEpoch");
    QVERIFY(!branch->isEnabled());
    QVERIFY(branch->toolTip().contains(QStringLiteral("several trainings in a row")));
    openTab(desk, QStringLiteral("Weights and gates"));
    WAIT_QUIET(desk);
}

void ReplayTest::saysWhyThereIsNothingToReplay_data()
{
    QTest::addColumn<bool>("isImported");
    QTest::addColumn<QString>("why");
    QTest::newRow("a model without epochs") << false << QStringLiteral("fitted in one go");
    QTest::newRow("an imported run") << true << QStringLiteral("it was imported");
}

void ReplayTest::saysWhyThereIsNothingToReplay()
{
    QFETCH(bool, isImported);
    QFETCH(QString, why);
    {
        auto workspace = Workspace::open(m_shop);
        VERIFY_RESULT(workspace);
        TrainingSpec spec = TrainingSpec::quickPreset();
        spec.model.epochs = 2;
        if (!isImported)
            spec.model.model = QStringLiteral("drift");
        JobContext job;
        const auto run = trainAndStore(*workspace, spec, job);
        VERIFY_RESULT(run);
        if (isImported) {
            const auto copy = readRunFile(runFile(*RunStore(*workspace).load(*run)), QStringLiteral("copy"));
            VERIFY_RESULT(RunStore(*workspace).remove(*run));
            VERIFY_RESULT(RunStore(*workspace).add(*copy, job));
        }
    }
    OPEN_DESK(desk);
    QTRY_COMPARE_WITH_TIMEOUT(desk.runs(), 1, longMs);
    WAIT_QUIET(desk);
    for (const char *tab : {"Forecast", "Weights and gates"}) {
        openTab(desk, QLatin1String(tab));
        const auto labels = desk.find<QTabWidget>("trainTabs")->currentWidget()->findChildren<QLabel *>(QStringLiteral("emptySentence"));
        QTRY_VERIFY_WITH_TIMEOUT(std::ranges::any_of(labels, [&](const QLabel *label) { return label->isVisible() && label->text().contains(why); }), longMs);
    }
    QVERIFY(!slider(desk)->isVisible());
}

void ReplayTest::readOnlyCannotBranch()
{
    {
        auto workspace = Workspace::open(m_shop);
        VERIFY_RESULT(workspace);
        TrainingSpec spec = TrainingSpec::quickPreset();
        spec.model.epochs = 2;
        JobContext job;
        VERIFY_RESULT(trainAndStore(*workspace, spec, job));
    }
    QVERIFY(QFile(m_shop).setPermissions(QFile::ReadOwner));
    if (QFileInfo(m_shop).isWritable())
        QSKIP("this account writes everywhere");
    TrainDesk desk(m_shop, file(QStringLiteral("settings.ini")));
    QTRY_VERIFY_WITH_TIMEOUT(slider(desk)->isVisible(), longMs);
    QVERIFY(!desk.button("branchEpoch")->isEnabled());
    QVERIFY(desk.button("branchEpoch")->toolTip().contains(QStringLiteral("read-only")));
}

FORETRAIL_TEST_MAIN(ReplayTest, QApplication)
#include "tst_replay.moc"
