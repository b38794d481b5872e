// A trainer in front of a class: the teaching series, a network that is paused, replayed, opened and broken, the walk on which the
// last value wins, and all of it in large type; by keyboard and mouse through the window.
#include "core/data/RunStore.h"
#include "core/data/sample/TeachingSeries.h"
#include "core/training/EpochTrail.h"
#include "core/training/OpenedCell.h"
#include "core/training/RunawayRun.h"
#include "tests/ui/CutTexts.h"
#include "tests/ui/UiTest.h"
#include "ui/Presenter.h"
#include "ui/SampleWorkspace.h"
#include "ui/charts/LineChart.h"
#include "ui/dialogs/OpenCellDialog.h"
#include "ui/pages/Page.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/CellView.h"
#include "ui/pages/Rail.h"
#include "ui/widgets/RunsView.h"

#include <QAction>
#include <QCheckBox>
#include <QDialog>
#include <QJsonArray>
#include <QJsonObject>
#include <QLayout>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QScreen>
#include <QSlider>
#include <QSpinBox>
#include <QSplitter>
#include <QTabWidget>
#include <QTableView>

#include <cmath>

using namespace foretrail;
using namespace foretrail::test;

namespace {

constexpr int longMs = 120'000;

/// A projector and a larger one beside it, as the platform without a screen is told of them.
const bool hasScreens = [] {
    static QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("screens.json"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    file.write(R"({"screens": [
        {"name": "small", "x": 0, "y": 0, "width": 1280, "height": 800, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1},
        {"name": "large", "x": 1280, "y": 0, "width": 1920, "height": 1080, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}]})");
    file.close();
    return qputenv("QT_QPA_PLATFORM", "offscreen:configfile=" + path.toLocal8Bit());
}();

/// The window on the Train page of the teaching series, with the class's network in the fields.
class Lectern : public Desk {
public:
    explicit Lectern(const QString &language = QStringLiteral("en")) : Desk(language) {}

    bool openSeries()
    {
        QTest::keyClick(&part<QPushButton>("openTeaching"), Qt::Key_Space);
        if (!QTest::qWaitFor([this] { return session().workspaceName() == QStringLiteral("teaching-series") && isIdle(); }, longMs))
            return false;
        press(Qt::Key_4, Qt::ControlModifier);
        return QTest::qWaitFor([this] { return isIdle() && part<QPushButton>("primaryAction").isEnabled(); }, longMs);
    }
    bool chooseSeries(const QString &key)
    {
        auto &list = part<QListView>("seriesList");
        QTest::keyClick(&list, Qt::Key_Home);
        for (int row = 0; row < list.model()->rowCount() && session().selection().seriesKey() != key; ++row)
            QTest::keyClick(&list, Qt::Key_Down);
        return session().selection().seriesKey() == key;
    }
    void key(const char *button) { QTest::keyClick(&part<QPushButton>(button), Qt::Key_Space); }
    void type(const char *field, const QString &text)
    {
        auto *spin = window().findChild<QSpinBox *>(QLatin1String(field));
        auto &edit = spin ? *spin->findChild<QLineEdit *>() : part<QLineEdit>(field);
        edit.selectAll();
        QTest::keyClicks(&edit, text);
        QTest::keyClick(&edit, Qt::Key_Return);
    }
    /// Its preset has it learn slowly enough to be watched; `isWatched` false: nobody does.
    bool chooseClassNetwork(int epochs, bool isWatched = false)
    {
        key("presetTeaching");
        type("trainEpochs", QString::number(epochs));
        auto &slowly = part<QCheckBox>("trainSlowly");
        const bool isReady = slowly.isChecked() && part<QComboBox>("trainModel").currentText() == QStringLiteral("lstm");
        if (!isWatched)
            QTest::keyClick(&slowly, Qt::Key_Space);
        return isReady && slowly.isChecked() == isWatched;
    }
    bool finishRuns(int count)
    {
        return QTest::qWaitFor([&] { return isIdle() && part<QTableView>("runsTable").model()->rowCount() == count; }, longMs);
    }
    qsizetype epochs()
    {
        const auto &curves = part<LineChart>("lossChart").content().curves;
        return curves.isEmpty() ? 0 : qsizetype(curves.front().values->size());
    }
    JobState trainingState()
    {
        for (const JobInfo &job : session().jobs().jobs())
            if (job.lane == Lane::Train)
                return job.state;
        return JobState::Stopping;
    }
    RunRecord newestRun()
    {
        auto workspace = Workspace::open(session().workspacePath(), Workspace::Mode::ReadOnly);
        RunStore store(*workspace);
        return *store.load(store.list()->front().id);
    }
    QString gainOf(int row) { return part<QTableView>("runsTable").model()->index(row, int(RunsModel::Column::Gain)).data().toString(); }
};

bool fitsScreen(MainWindow &window)
{
    constexpr int deepest = 12; // each level of layouts tells the next one by an event
    for (int i = 0; i < deepest; ++i)
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    const QSize needed = window.layout()->totalMinimumSize();
    const QSize room = window.screen()->size();
    if (needed.width() > room.width() || needed.height() > room.height())
        qWarning("%s needs %d x %d", qPrintable(window.currentPage()->name()), needed.width(), needed.height());
    return needed.width() <= room.width() && needed.height() <= room.height();
}

} // namespace

class TrainersJourney : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cleanup();
    void typeFitsTheScreen();
    void pausesAndScrubs();
    void opensTheCell();
    void breaksWhileItLearns();
    void breaksFromTheStart();
    void lastValueWinsOnTheWalk();
    void presentsAndReturns();
    void presentationIsNotRemembered();
    void nothingIsCut_data();
    void nothingIsCut();
};

void TrainersJourney::cleanup()
{
    QFile::remove(sampleWorkspacePath(SampleKind::TeachingSeries)); // runs of one test are none of another
}

// A fortieth of the height and a sixty-fourth of the width, but never less than usual.
void TrainersJourney::typeFitsTheScreen()
{
    QVERIFY(hasScreens);
    QCOMPARE(Presenter::typePixels({1280, 800}, 13), 20);
    QCOMPARE(Presenter::typePixels({1920, 1080}, 13), 27);
    QCOMPARE(Presenter::typePixels({800, 600}, 13), 13);
    QCOMPARE(Presenter::typePixels({1280, 800}, 24), 24);
}

void TrainersJourney::pausesAndScrubs()
{
    Lectern desk;
    QVERIFY(desk.openSeries());
    QVERIFY(desk.chooseSeries(QLatin1String(weekWithNoiseKey)));
    QVERIFY(desk.chooseClassNetwork(100'000, true));
    desk.click("primaryAction");
    QTRY_VERIFY_WITH_TIMEOUT(desk.epochs() > 2, longMs);
    desk.key("pauseTraining");
    QTRY_COMPARE_WITH_TIMEOUT(desk.trainingState(), JobState::Paused, longMs);
    QVERIFY2(desk.text("trainingState").contains(QStringLiteral("It waits")), qPrintable(desk.text("trainingState")));
    qsizetype paused = desk.epochs();
    for (int step = 0; step < 2; ++step) { // each tells of an epoch and waits again, however soon it is done
        desk.key("stepTraining");
        QTRY_VERIFY_WITH_TIMEOUT(desk.epochs() > paused && desk.trainingState() == JobState::Paused, longMs);
        paused = desk.epochs();
    }
    desk.key("pauseTraining"); // resumes
    QTRY_VERIFY_WITH_TIMEOUT(desk.epochs() > paused + 3, longMs);
    desk.key("keepBestTraining");
    QVERIFY(desk.finishRuns(1));

    QTRY_VERIFY_WITH_TIMEOUT(desk.part<QSlider>("epochSlider").isVisible(), longMs);
    desk.part<QTabWidget>("trainTabs").setCurrentIndex(1);
    auto workspace = Workspace::open(desk.session().workspacePath(), Workspace::Mode::ReadOnly);
    const auto trail = trailOf(*workspace, desk.newestRun().summary.id);
    VERIFY_RESULT(trail);
    const auto said = [&desk] { return *desk.part<LineChart>("judgedChart").content().curves[1].values; };
    QTest::keyClick(&desk.part("epochSlider"), Qt::Key_Home);
    QVERIFY(said() == trail->epochs().front().forecast);
    QVERIFY(desk.text("judgedTitle").startsWith(QStringLiteral("Before the first epoch")));
    QTest::keyClick(&desk.part("epochSlider"), Qt::Key_Right);
    QVERIFY(said() == trail->epochs()[1].forecast);
    QTest::keyClick(&desk.part("epochSlider"), Qt::Key_End);
    QVERIFY(said() == trail->epochs().back().forecast);
}

void TrainersJourney::opensTheCell()
{
    Lectern desk;
    QVERIFY(desk.openSeries());
    QVERIFY(desk.chooseSeries(QLatin1String(weekWithNoiseKey)));
    QVERIFY(desk.chooseClassNetwork(4));
    desk.click("primaryAction");
    QVERIFY(desk.finishRuns(1));
    desk.window().findChild<QAction *>(QStringLiteral("runCell"))->trigger();
    auto &dialog = Desk::child<OpenCellDialog>(desk.window(), "openCellDialog");
    const CellView &view = *dialog.findChild<CellView *>();
    QTRY_VERIFY_WITH_TIMEOUT(!view.isEmpty() && desk.isIdle(), longMs);
    auto workspace = Workspace::open(desk.session().workspacePath(), Workspace::Mode::ReadOnly);
    JobContext job;
    const auto cell = OpenedCell::open(*workspace, desk.newestRun().summary.id, {}, job);
    VERIFY_RESULT(cell);
    const auto window = (*cell)->look((*cell)->windowCount() - 1, job);
    VERIFY_RESULT(window);
    QCOMPARE(view.shownWindow().forecast, window->forecast);
    QCOMPARE(view.shownWindow().inputs, window->inputs);
    QTest::keyClick(&Desk::child<QSlider>(dialog, "cellWindow"), Qt::Key_Home);
    const auto first = (*cell)->look(0, job);
    VERIFY_RESULT(first);
    QTRY_VERIFY_WITH_TIMEOUT(view.shownWindow().first == first->first, longMs);
    QCOMPARE(view.shownWindow().forecast, first->forecast);
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QTRY_VERIFY(!dialog.isVisible());
}

/// The rate is typed while the class looks on: the curve shoots up, the run is kept with what it knew before, and a branch from there
/// learns at the rate of before.
void TrainersJourney::breaksWhileItLearns()
{
    Lectern desk;
    QVERIFY(desk.openSeries());
    QVERIFY(desk.chooseSeries(QLatin1String(weekWithNoiseKey)));
    QVERIFY(desk.chooseClassNetwork(100'000, true));
    desk.click("primaryAction");
    QTRY_VERIFY_WITH_TIMEOUT(desk.epochs() > 3, longMs);
    desk.type("trainingRate", QStringLiteral("10"));
    QVERIFY(desk.finishRuns(1));
    const RunRecord run = desk.newestRun();
    const auto runaway = runawayOf(run.summary);
    QVERIFY(runaway);
    QCOMPARE(runaway->rate, 10.0);
    QVERIFY(runaway->kept > 0 && runaway->kept < runaway->epoch);
    QCOMPARE(run.epochs.back().epoch, runaway->epoch); // the loss that shot up is there to be seen
    QVERIFY(run.epochs.back().validationLoss > 30 * run.epochs[runaway->kept - 1].validationLoss);
    QTRY_VERIFY2(desk.problem().contains(QStringLiteral("It ran away in epoch ")), qPrintable(desk.problem()));
    QVERIFY(desk.problem().contains(QStringLiteral("Try a smaller rate, 0.01 for one")));
    QTRY_VERIFY(desk.text("lossLine").contains(QStringLiteral("at a learning rate of 10")));
    QVERIFY2(desk.gainOf(0).startsWith(QStringLiteral("ran away")), qPrintable(desk.gainOf(0)));
    // Back to where it was, with a key: the best epoch is the one that is shown.
    QTRY_VERIFY_WITH_TIMEOUT(desk.part<QSlider>("epochSlider").isVisible(), longMs);
    desk.key("branchEpoch");
    QTRY_VERIFY(desk.window().findChild<QDialog *>(QStringLiteral("branchDialog")));
    auto &dialog = Desk::child<QDialog>(desk.window(), "branchDialog");
    QCOMPARE(Desk::child<QLineEdit>(dialog, "branchLearningRate").text().toDouble(), 0.01);
    auto *epochs = Desk::child<QSpinBox>(dialog, "branchEpochs").findChild<QLineEdit *>();
    epochs->selectAll();
    QTest::keyClicks(epochs, QStringLiteral("3"));
    QTest::keyClick(&Desk::child<QPushButton>(dialog, "startBranch"), Qt::Key_Space);
    QVERIFY(desk.finishRuns(2));
    QVERIFY(!runawayOf(desk.newestRun().summary));
}

void TrainersJourney::breaksFromTheStart()
{
    Lectern desk;
    QVERIFY(desk.openSeries());
    QVERIFY(desk.chooseSeries(QLatin1String(weekWithNoiseKey)));
    QVERIFY(desk.chooseClassNetwork(60));
    desk.type("trainLearningRate", QStringLiteral("10"));
    desk.click("primaryAction");
    QVERIFY(desk.finishRuns(1));
    const RunRecord run = desk.newestRun();
    const auto runaway = runawayOf(run.summary);
    QVERIFY(runaway && runaway->times > 2);
    QVERIFY2(desk.gainOf(0).startsWith(runaway->epoch > 0 ? QStringLiteral("ran away") : QStringLiteral("learnt nothing")), qPrintable(desk.gainOf(0)));
    for (const QJsonValue value : run.outcome[QStringLiteral("future")].toObject()[QStringLiteral("mean")].toArray())
        QVERIFY(value.isDouble()); // what is kept forecasts
    QTRY_VERIFY(!desk.problem().isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(desk.part<QSlider>("epochSlider").isVisible(), longMs);
    desk.key("branchEpoch");
    QTRY_VERIFY(desk.window().findChild<QDialog *>(QStringLiteral("branchDialog")));
    auto &dialog = Desk::child<QDialog>(desk.window(), "branchDialog");
    QCOMPARE(Desk::child<QLineEdit>(dialog, "branchLearningRate").text().toDouble(), 0.01); // not the one that broke it
    QTest::keyClick(&dialog, Qt::Key_Escape);
}

/// Nothing is closer to a random walk than its last value: the network's run says so, and naive beside it has the same numbers.
void TrainersJourney::lastValueWinsOnTheWalk()
{
    Lectern desk;
    QVERIFY(desk.openSeries());
    QVERIFY(desk.chooseSeries(QLatin1String(randomWalkKey)));
    QVERIFY(desk.chooseClassNetwork(60));
    desk.click("primaryAction");
    QVERIFY(desk.finishRuns(1));
    const QJsonObject metrics = desk.newestRun().summary.metrics;
    QCOMPARE(metrics[QStringLiteral("baselineName")].toString(), QStringLiteral("naive"));
    const double network = metrics[QStringLiteral("model")].toObject()[QStringLiteral("MASE")].toDouble();
    const double beside = metrics[QStringLiteral("baseline")].toObject()[QStringLiteral("MASE")].toDouble();
    QVERIFY2(beside > 0 && network > beside, qPrintable(QStringLiteral("%1 v %2").arg(network).arg(beside)));
    QTRY_VERIFY2(desk.text("lossLine").contains(QStringLiteral("repeating the last value")), qPrintable(desk.text("lossLine")));
    QVERIFY2(desk.gainOf(0).contains(QStringLiteral("higher")), qPrintable(desk.gainOf(0)));
    QVERIFY(desk.choose("trainModel", QStringLiteral("naive")));
    desk.click("primaryAction");
    QVERIFY(desk.finishRuns(2));
    QCOMPARE(desk.newestRun().summary.metrics[QStringLiteral("model")].toObject()[QStringLiteral("MASE")].toDouble(), beside);
}

void TrainersJourney::presentsAndReturns()
{
    Lectern desk;
    QVERIFY(desk.openSeries());
    desk.window().resize(1100, 700);
    auto &splitter = desk.part<QSplitter>("trainTopSplitter");
    splitter.setSizes({300, 500});
    QTRY_COMPARE(desk.window().size(), QSize(1100, 700));
    const QRect place = desk.window().geometry();
    const QList<int> sizes = splitter.sizes();
    const QFont body = QApplication::font(), title = desk.part("pageTitle").font(), table = desk.part("runsTable").font(), list = desk.part("trainModel").font();
    const int rail = desk.part("rail").width();

    desk.press(Qt::Key_F11);
    QVERIFY(desk.window().isFullScreen());
    QTRY_COMPARE(desk.window().size(), desk.window().screen()->size());
    QCOMPARE(QApplication::font().pixelSize(), Presenter::typePixels(desk.window().screen()->size(), body.pixelSize()));
    const auto told = [&] { return desk.part<QPushButton>("statusJob").accessibleName(); };
    QTRY_COMPARE(told(), QStringLiteral("F11 or Esc leaves the large type."));
    const double factor = Theme::enlargement();
    QVERIFY(factor > 1.4);
    for (const auto &[part, before] : {std::pair("pageTitle", title), std::pair("runsTable", table), std::pair("trainModel", list)})
        QCOMPARE(desk.part(part).font().pixelSize(), int(std::lround(factor * before.pixelSize())));
    QVERIFY(desk.part<Rail>("rail").isCollapsed());
    QVERIFY(!desk.part("inspector").isVisible());
    desk.click("inspectorToggle"); // wanted all the same
    QVERIFY(desk.part("inspector").isVisible());
    desk.press(Qt::Key_5, Qt::ControlModifier); // made while it presents
    QTRY_COMPARE(desk.window().currentPage()->name(), QStringLiteral("forecast"));
    TRY_IDLE(desk);
    desk.press(Qt::Key_4, Qt::ControlModifier);
    TRY_IDLE(desk);

    desk.press(Qt::Key_Escape);
    QVERIFY(!desk.window().isFullScreen());
    QTRY_COMPARE(desk.window().geometry(), place);
    QTRY_COMPARE(splitter.sizes(), sizes);
    QCOMPARE(QApplication::font(), body);
    for (const auto &[part, before] : {std::pair("pageTitle", title), std::pair("runsTable", table), std::pair("trainModel", list)})
        QCOMPARE(desk.part(part).font().pixelSize(), before.pixelSize());
    QCOMPARE(desk.part("rail").width(), rail);
    QVERIFY(desk.part("inspector").isVisible());
    QTRY_COMPARE(told(), QStringLiteral("No jobs are running"));
    QCOMPARE(Theme::enlargement(), 1.0);
    desk.click("presentToggle"); // and with the mouse
    QVERIFY(desk.window().isFullScreen());
    desk.click("presentToggle");
    QVERIFY(!desk.window().isFullScreen());
}

void TrainersJourney::presentationIsNotRemembered()
{
    Lectern desk;
    desk.window().resize(1000, 640);
    QTRY_COMPARE(desk.window().size(), QSize(1000, 640));
    desk.press(Qt::Key_F11);
    desk.click("railCollapse");
    QVERIFY(desk.window().isFullScreen());
    desk.putAway();
    QCOMPARE(Theme::enlargement(), 1.0);
    QVERIFY(!desk.settings().isRailCollapsed());
    QVERIFY(desk.settings().layout(QStringLiteral("inspector")) != "hidden");
    MainWindow next(desk.session());
    QVERIFY(!next.isFullScreen());
    QCOMPARE(next.size(), QSize(1000, 640));
}

void TrainersJourney::nothingIsCut_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("screen");
    for (const char *language : {"en", "zh_CN"})
        for (const int screen : {0, 1})
            QTest::addRow("%s, %s screen", language, screen == 0 ? "small" : "large") << QString::fromLatin1(language) << screen;
}

void TrainersJourney::nothingIsCut()
{
    QFETCH(QString, language);
    QFETCH(int, screen);
    Lectern desk(language);
    QScreen *projector = QGuiApplication::screens().value(screen);
    QVERIFY(projector);
    desk.window().setScreen(projector);
    desk.window().move(projector->geometry().topLeft());
    QTRY_COMPARE(desk.window().screen(), projector);
    QVERIFY(desk.openSeries());
    QVERIFY(desk.chooseClassNetwork(3));
    desk.click("primaryAction");
    QVERIFY(desk.finishRuns(1));
    desk.press(Qt::Key_F11);
    QTRY_COMPARE(desk.window().size(), projector->size());
    for (const char *page : {"start", "train", "forecast"}) {
        desk.window().showPage(QLatin1String(page));
        TRY_IDLE(desk);
        QVERIFY(fitsScreen(desk.window()));
        QTRY_VERIFY2(crampedTexts(desk.window()).isEmpty(), qPrintable(crampedTexts(desk.window()).join(u'\n')));
    }
    desk.window().showPage(QStringLiteral("train"));
    TRY_IDLE(desk);
    for (int tab = 0; tab < 4; ++tab) {
        desk.part<QTabWidget>("trainTabs").setCurrentIndex(tab);
        TRY_IDLE(desk);
        QTRY_VERIFY2(crampedTexts(desk.window()).isEmpty(), qPrintable(crampedTexts(desk.window()).join(u'\n')));
    }
    desk.click("inspectorToggle");
    QVERIFY(fitsScreen(desk.window()));
    QTRY_VERIFY2(crampedTexts(desk.window()).isEmpty(), qPrintable(crampedTexts(desk.window()).join(u'\n')));
    desk.window().findChild<QAction *>(QStringLiteral("runCell"))->trigger();
    auto &cell = Desk::child<OpenCellDialog>(desk.window(), "openCellDialog");
    QTRY_VERIFY_WITH_TIMEOUT(!cell.findChild<CellView *>()->isEmpty() && desk.isIdle(), longMs);
    QVERIFY(cell.width() <= projector->size().width() && cell.height() <= projector->size().height());
    QTRY_COMPARE(crampedTexts(cell), QStringList());
    QTest::keyClick(&cell, Qt::Key_Escape);
    desk.key("branchEpoch");
    QTRY_VERIFY(desk.window().findChild<QDialog *>(QStringLiteral("branchDialog")));
    auto &branch = Desk::child<QDialog>(desk.window(), "branchDialog");
    QVERIFY(branch.height() <= projector->size().height());
    QTRY_COMPARE(crampedTexts(branch), QStringList());
    QTest::keyClick(&branch, Qt::Key_Escape);
}

FORETRAIL_TEST_MAIN(TrainersJourney, QApplication)
#include "tst_journey_trainer.moc"
