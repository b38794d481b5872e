// The Train page as a person meets it: the real window, found by object names, on small workspaces made here. Every number
// is checked against core's trainAndStore, or against the command-line program, on a copy of the same workspace.
#include "core/data/FactWriter.h"
#include "core/data/RecipeStore.h"
#include "core/data/UnfinishedTrainings.h"
#include "core/preparation/Presets.h"
#include "tests/support/TestSupport.h"
#include "tests/ui/UiTest.h"
#include "ui/AppSession.h"
#include "ui/MainWindow.h"
#include "ui/charts/LineChart.h"
#include "ui/charts/LossChart.h"
#include "ui/pages/ForecastPage.h"
#include "ui/widgets/RunsView.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QDialog>
#include <QClipboard>
#include <QComboBox>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QProcess>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>

#include <algorithm>
#include <cmath>
#include <utility>

using namespace foretrail;

namespace {

constexpr int longMs = 120'000; // for work that takes seconds on a busy machine

/// A week that repeats, a wave and some noise: something to learn.
double valueOf(int day)
{
    static const double week[] = {100, 80, 90, 120, 160, 200, 60};
    const double noise = double((day * 7919) % 31) - 15;
    return week[day % 7] + 20 * std::sin(day / 20.0) + noise;
}

void writeFacts(const QString &path, const std::function<void(FactWriter &)> &write)
{
    auto workspace = Workspace::create(path);
    VERIFY_RESULT(workspace);
    FactWriterOptions options;
    options.kind = QStringLiteral("sales");
    auto writer = FactWriter::begin(*workspace, options);
    VERIFY_RESULT(writer);
    write(**writer);
    JobContext job;
    VERIFY_RESULT((*writer)->commit({}, {}, QByteArray("x"), job));
}

/// 200 days of sales of one item: "total" has 200 observations.
void makeShop(const QString &path)
{
    writeFacts(path, [](FactWriter &writer) {
        for (int day = 0; day < 200; ++day) {
            EventRow row;
            row.time = UtcMs(1'704'067'200'000) + day * dayMs + 43'200'000; // noon of 2024-01-01 on
            row.user = "u1";
            row.item = "lamp";
            row.kind = "purchase";
            row.quantity = 1;
            row.price = row.amount = valueOf(day);
            row.fingerprint = quint64(day + 1);
            VERIFY_RESULT(writer.addEvent(row));
        }
    });
}

/// Two daily tables of values, one of them so large that a squared error is more than a float can hold.
void makeSeries(const QString &path)
{
    writeFacts(path, [](FactWriter &writer) {
        for (int day = 0; day < 120; ++day) {
            const WallMs time = WallMs(1'704'067'200'000) + day * dayMs;
            VERIFY_RESULT(writer.addObservation("huge", Step::Day, time, 1e25 * valueOf(day)));
            VERIFY_RESULT(writer.addObservation("small", Step::Day, time, valueOf(day)));
        }
    });
}

/// The window on one workspace, on the Train page, ready.
class Desk {
public:
    explicit Desk(const QString &path, const QString &settingsPath) : settings(settingsPath), session(settings), window(session)
    {
        window.show();
        window.showPage(QStringLiteral("train"));
        if (!path.isEmpty())
            session.openWorkspace(path);
    }
    template<class T>
    T *find(const char *name) const { return window.findChild<T *>(QLatin1String(name)); }
    QPushButton *button(const char *name) const { return find<QPushButton>(name); }
    void click(const char *name) const { QTest::mouseClick(button(name), Qt::LeftButton); }
    void press() const { click("primaryAction"); }
    QWidget *page() const { return find<QWidget>("trainPage"); }
    QString sentence() const { return find<QLabel>("pageSentence")->accessibleName(); }
    QTableView *table() const { return find<QTableView>("runsTable"); }
    LineChart *chart() const { return find<LineChart>("lossChart"); }
    int runs() const { return table()->model()->rowCount(); }
    int jobRows() const { return int(find<QWidget>("trainingJobs")->findChildren<QWidget *>(QStringLiteral("jobRow")).size()); }
    bool isQuiet() { return session.jobs().jobs().isEmpty(); }
    QString cell(int row, RunsModel::Column column) const { return table()->model()->index(row, int(column)).data().toString(); }
    QString header(RunsModel::Column column) const { return table()->model()->headerData(int(column), Qt::Horizontal).toString(); }

    /// With the keyboard, as the list of models is walked.
    void chooseModel(const QString &name) const
    {
        auto *combo = find<QComboBox>("trainModel");
        QTest::keyClick(combo, Qt::Key_Home);
        for (int i = 0; i < combo->count() && combo->currentText() != name; ++i)
            QTest::keyClick(combo, Qt::Key_Down);
        QCOMPARE(combo->currentText(), name);
    }
    void type(const char *field, const QString &text) const
    {
        auto *edit = find<QLineEdit>(field);
        if (auto *spin = find<QSpinBox>(field))
            edit = spin->findChild<QLineEdit *>();
        edit->selectAll();
        if (text.isEmpty())
            QTest::keyClick(edit, Qt::Key_Delete);
        QTest::keyClicks(edit, text);
        QTest::keyClick(edit, Qt::Key_Return);
    }
    /// A network that learns in a moment.
    void chooseSmallNetwork(int epochs) const
    {
        chooseModel(QStringLiteral("lstm"));
        type("trainLookback", QStringLiteral("7"));
        type("trainUnits", QStringLiteral("4"));
        type("trainEpochs", QString::number(epochs));
        type("trainPatience", QStringLiteral("0"));
    }
    QString problem(const char *field) const
    {
        const auto *label = window.findChild<QLabel *>(QLatin1String(field) + QStringLiteral("Problem"));
        return label->isVisibleTo(label->parentWidget()) ? label->text() : QString();
    }

    Settings settings;
    AppSession session;
    MainWindow window;
};

QList<RunRecord> storedRuns(const QString &path)
{
    auto workspace = Workspace::open(path, Workspace::Mode::ReadOnly);
    if (!workspace)
        qFatal("%s", qPrintable(workspace.error().message));
    RunStore store(*workspace);
    const Result<QList<RunSummary>> list = store.list();
    QList<RunRecord> runs;
    for (const RunSummary &run : *list)
        runs.append(*store.load(run.id));
    return runs;
}

QList<UnfinishedTraining> unfinished(const QString &path)
{
    auto workspace = Workspace::open(path, Workspace::Mode::ReadOnly);
    if (!workspace)
        qFatal("%s", qPrintable(workspace.error().message));
    return *UnfinishedTrainings(*workspace).list();
}

qsizetype points(const LineChart *chart)
{
    const auto &curves = chart->content().curves;
    return curves.isEmpty() ? 0 : qsizetype(curves.front().values->size());
}

} // namespace

class TrainPageTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void emptyWithoutWorkspace();
    void emptyWithoutRuns();
    void showsOnlyWhatTheModelReads();
    void trainsAndListsBesideTheBaseline();
    void equalsCoreExactly();
    void equalsTheCommandLineExactly();
    void preparesByARecipe_data();
    void preparesByARecipe();
    void aRecipeOfARunStandsInTheList();
    void keepsTheLosses();
    void drawsLiveAndStoresNothingWhenStopped();
    void isSteeredWhileItRuns();
    void goesOnInAnotherProgram();
    void drawsEpochsInOtherWays();
    void queuesTrainings();
    void oneThatWaitsRunsNext();
    void cancelsOneThatWaits();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void limitsHoldTheForecast();
    void articlePresetFillsTheFields();
    void presetsSayWhatTheyCost();
    void findsALearningRate();
    void usesTheSettingsOfARun();
    void renamesCopiesAndDeletes();
    void notesAndFilters();
    void comparesRuns();
    void reproducesARun();
    void runsTravelAsFiles();
    void sortsByNumbers();
    void showsTheForecastWithoutTraining();
    void trainsEveryChosenSeries();
    void saysThatItDiverged();
    void remembersTheSettings();
    void closingStopsQuietly();
    void readOnlyCannotTrain();

private:
    QString file(const QString &name) const { return m_dir->filePath(name); }

    QTemporaryDir m_templates;
    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_shop;
};

#define OPEN_DESK(name)                                                                                                \
    Desk name(m_shop, file(QStringLiteral("settings.ini")));                                                           \
    QTRY_VERIFY_WITH_TIMEOUT(name.button("primaryAction")->isEnabled(), longMs);                                       \
    QTRY_VERIFY_WITH_TIMEOUT(name.isQuiet(), longMs)

#define WAIT_QUIET(name) QTRY_VERIFY_WITH_TIMEOUT((name).isQuiet(), longMs)

void TrainPageTest::initTestCase()
{
    makeShop(m_templates.filePath(QStringLiteral("shop.foretrail")));
    makeSeries(m_templates.filePath(QStringLiteral("series.foretrail")));
}

void TrainPageTest::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_shop = file(QStringLiteral("shop.foretrail"));
    for (const auto *name : {"shop.foretrail", "series.foretrail"})
        QVERIFY(QFile::copy(m_templates.filePath(QLatin1String(name)), file(QLatin1String(name))));
}

void TrainPageTest::emptyWithoutWorkspace()
{
    Desk desk({}, file(QStringLiteral("settings.ini")));
    QVERIFY(!desk.button("primaryAction")->isEnabled());
    QVERIFY(!desk.button("primaryAction")->toolTip().isEmpty());
    auto *button = desk.find<QWidget>("trainEmpty")->findChild<QPushButton *>(QStringLiteral("emptyButton"));
    QTRY_VERIFY(button->isVisible());
    QSignalSpy asked(&desk.session, &AppSession::pageRequested);
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(asked.value(0).value(0).toString(), QStringLiteral("start"));
}

void TrainPageTest::emptyWithoutRuns()
{
    OPEN_DESK(desk);
    auto *view = desk.find<RunsView>("runsView");
    auto *button = view->findChild<QPushButton *>(QStringLiteral("emptyButton"));
    QVERIFY(button->isVisible());
    QVERIFY(!desk.table()->isVisible());
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(desk.runs(), 1, longMs);
    QVERIFY(desk.table()->isVisible());
}

void TrainPageTest::showsOnlyWhatTheModelReads()
{
    OPEN_DESK(desk);
    const auto isShown = [&](const char *name) { return desk.find<QWidget>(name)->isVisible(); };
    desk.chooseModel(QStringLiteral("ar"));
    QVERIFY(isShown("trainArOrder"));
    QVERIFY(!isShown("trainFourierPairs") && !isShown("trainUnits") && !isShown("trainSplitValidation"));
    desk.chooseModel(QStringLiteral("naive"));
    QVERIFY(!isShown("trainSeason") && !isShown("trainArOrder") && isShown("trainHorizon"));
    desk.chooseModel(QStringLiteral("gru"));
    for (const auto *name : {"trainSeason", "trainLookback", "trainLayers", "trainUnits", "trainDropout", "trainLearningRate", "trainBatch",
                             "trainEpochs", "trainPatience", "trainLoss", "trainNormalisation", "trainSeasonInputs", "trainSeed",
                             "trainSplitValidation", "trainSplitTest", "trainRecipe"})
        QVERIFY2(isShown(name), name);
    QVERIFY(!isShown("trainArOrder"));
}

void TrainPageTest::trainsAndListsBesideTheBaseline()
{
    OPEN_DESK(desk);
    QAbstractItemModelTester tester(desk.table()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QAbstractItemModelTester source(const_cast<RunsModel *>(&desk.find<RunsView>("runsView")->model()),
                                    QAbstractItemModelTester::FailureReportingMode::QtTest);
    desk.chooseModel(QStringLiteral("ar"));
    desk.press();
    QTRY_COMPARE_WITH_TIMEOUT(desk.runs(), 1, longMs);
    WAIT_QUIET(desk);
    const RunRecord run = storedRuns(m_shop).value(0);
    QCOMPARE(run.summary.model, QStringLiteral("ar"));
    const auto number = [&](const char *of, const char *name) { return run.summary.metrics.value(QLatin1String(of)).toObject().value(QLatin1String(name)).toDouble(); };
    const QString wape = QStringLiteral("%1 v %2").arg(100 * number("model", "WAPE"), 0, 'f', 1).arg(100 * number("baseline", "WAPE"), 0, 'f', 1);
    QCOMPARE(desk.cell(0, RunsModel::Column::Wape), wape);
    for (const auto column : {RunsModel::Column::Mae, RunsModel::Column::Rmse, RunsModel::Column::Mase})
        QVERIFY2(desk.cell(0, column).contains(QStringLiteral(" v ")), qPrintable(desk.cell(0, column)));
    QCOMPARE(desk.cell(0, RunsModel::Column::Name), run.summary.name);
    QCOMPARE(desk.cell(0, RunsModel::Column::Seed), QStringLiteral("1"));
    const bool isCloser = number("model", "WAPE") < number("baseline", "WAPE");
    QVERIFY(desk.cell(0, RunsModel::Column::Gain).contains(isCloser ? QStringLiteral("closer") : QStringLiteral("further off")));
    QTRY_COMPARE(desk.find<QLabel>("lossLine")->text(), run.summary.metrics.value(QStringLiteral("sentence")).toString());
    QVERIFY(desk.find<QLabel>("lossSettings")->text().contains(QStringLiteral("AR order automatic")));
    QVERIFY(desk.chart()->content().isEmpty()); // fitted in one go
}

void TrainPageTest::equalsCoreExactly()
{
    const QString copy = file(QStringLiteral("copy.foretrail"));
    QVERIFY(QFile::copy(m_shop, copy));
    OPEN_DESK(desk);
    desk.chooseSmallNetwork(5);
    desk.type("trainSeed", QStringLiteral("42"));
    desk.press();
    QTRY_COMPARE_WITH_TIMEOUT(desk.runs(), 1, longMs);
    const RunRecord run = storedRuns(m_shop).value(0);
    QCOMPARE(run.summary.seed, quint64(42));

    auto workspace = Workspace::open(copy);
    VERIFY_RESULT(workspace);
    const auto spec = TrainingSpec::fromJson(run.summary.spec);
    VERIFY_RESULT(spec);
    JobContext job;
    VERIFY_RESULT(trainAndStore(*workspace, *spec, job));
    const RunRecord core = storedRuns(copy).value(0);
    QCOMPARE(run.summary.metrics, core.summary.metrics);
    QCOMPARE(run.modelState, core.modelState);
    QCOMPARE(run.weights, core.weights);
}

void TrainPageTest::equalsTheCommandLineExactly()
{
    if (!QFile::exists(test::cliProgram()))
        QSKIP("the command-line program is not built");
    const QString copy = file(QStringLiteral("copy.foretrail"));
    QVERIFY(QFile::copy(m_shop, copy));
    OPEN_DESK(desk);
    desk.chooseSmallNetwork(4);
    desk.press();
    QTRY_COMPARE_WITH_TIMEOUT(desk.runs(), 1, longMs);
    const RunRecord run = storedRuns(m_shop).value(0);
    test::writeAll(file(QStringLiteral("spec.json")), QJsonDocument(run.summary.spec).toJson());
    QProcess program;
    program.start(test::cliProgram(), {QStringLiteral("train"), copy, QStringLiteral("--spec"), file(QStringLiteral("spec.json")), QStringLiteral("--json")});
    QVERIFY(program.waitForFinished(longMs));
    QVERIFY2(program.exitCode() == 0, program.readAllStandardError().constData());
    const RunRecord line = storedRuns(copy).value(0);
    QCOMPARE(line.summary.spec, run.summary.spec);
    QCOMPARE(line.summary.metrics, run.summary.metrics);
    QCOMPARE(line.weights, run.weights);
}

void TrainPageTest::preparesByARecipe_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("spoken"); // on the command line
    QTest::newRow("one of the workspace") << QStringLiteral("Shop") << QStringLiteral("Shop");
    QTest::newRow("one of the program") << presets().front().recipe.name << presets().front().id;
}

// Chosen in the window, and by its name on the command line: the same numbers. The choice is there at the next start.
void TrainPageTest::preparesByARecipe()
{
    QFETCH(QString, name);
    QFETCH(QString, spoken);
    if (!QFile::exists(test::cliProgram()))
        QSKIP("the command-line program is not built");
    {
        auto workspace = Workspace::open(m_shop);
        VERIFY_RESULT(workspace);
        const Recipe recipe{QStringLiteral("Shop"), {{QStringLiteral("missing"), true, {}}, {QStringLiteral("log1p"), true, {}},
                                                     {QStringLiteral("scale"), true, {}}, {QStringLiteral("lags"), true, {{QStringLiteral("lags"), QJsonArray{7}}}}}};
        JobContext job;
        VERIFY_RESULT(RecipeStore(*workspace).save(recipe.name, recipe.toJson(), job));
    }
    const QString copy = file(QStringLiteral("copy.foretrail"));
    QVERIFY(QFile::copy(m_shop, copy));
    {
        OPEN_DESK(desk);
        desk.chooseSmallNetwork(3);
        auto *combo = desk.find<QComboBox>("trainRecipe");
        QTRY_VERIFY(combo->findText(QStringLiteral("Shop")) >= 0);
        QTest::keyClick(combo, Qt::Key_End);
        QCOMPARE(combo->currentText(), QStringLiteral("Shop"));
        QCOMPARE(desk.find<QLabel>("trainRecipeSteps")->text(), QStringLiteral("Missing values, Logarithm, Scaling, Lags"));
        if (combo->currentText() != name)
            QTest::keyClick(combo, Qt::Key_Home);
        QCOMPARE(combo->currentText(), name);
        desk.press();
        QTRY_COMPARE_WITH_TIMEOUT(desk.runs(), 1, longMs);
        WAIT_QUIET(desk);
    }
    const RunRecord run = storedRuns(m_shop).value(0);
    QCOMPARE(run.summary.spec[QStringLiteral("recipe")][QStringLiteral("name")].toString(), name);
    QJsonObject spec = run.summary.spec;
    spec.remove(QStringLiteral("recipe"));
    test::writeAll(file(QStringLiteral("spec.json")), QJsonDocument(spec).toJson());
    QProcess program;
    program.start(test::cliProgram(), {QStringLiteral("train"), copy, QStringLiteral("--spec"), file(QStringLiteral("spec.json")), QStringLiteral("--recipe"), spoken});
    QVERIFY(program.waitForFinished(longMs));
    QVERIFY2(program.exitCode() == 0, program.readAllStandardError().constData());
    const RunRecord line = storedRuns(copy).value(0);
    QCOMPARE(line.summary.metrics, run.summary.metrics);
    QCOMPARE(line.modelState, run.modelState);
    QCOMPARE(line.weights, run.weights);
    OPEN_DESK(again);
    QTRY_COMPARE(again.find<QComboBox>("trainRecipe")->currentText(), name);
}

// As of a run of before there were recipes, or of a recipe that is no longer in the workspace.
void TrainPageTest::aRecipeOfARunStandsInTheList()
{
    {
        auto workspace = Workspace::open(m_shop);
        VERIFY_RESULT(workspace);
        const auto spec = TrainingSpec::fromJson(QJsonDocument::fromJson(R"({"model": "mean", "by": "total", "split": {"test": 7},
                                                                             "cleaning": {"outliers": "clip"}})").object());
        VERIFY_RESULT(spec);
        JobContext job;
        VERIFY_RESULT(trainAndStore(*workspace, *spec, job));
    }
    OPEN_DESK(desk);
    QTRY_COMPARE_WITH_TIMEOUT(desk.runs(), 1, longMs);
    auto *combo = desk.find<QComboBox>("trainRecipe");
    QCOMPARE(combo->currentText(), standardRecipe().name);
    const int known = combo->count();
    desk.click("runUse");
    QCOMPARE(combo->count(), known + 1);
    QCOMPARE(desk.find<QLabel>("trainRecipeSteps")->text(), QStringLiteral("Outliers, Missing values"));
    QTest::keyClick(combo, Qt::Key_Home);
    QCOMPARE(desk.find<QLabel>("trainRecipeSteps")->text(), QStringLiteral("Missing values"));
    QCOMPARE(combo->count(), known);
}

void TrainPageTest::keepsTheLosses()
{
    OPEN_DESK(desk);
    desk.chooseSmallNetwork(40);
    desk.press();
    QTRY_COMPARE_WITH_TIMEOUT(desk.runs(), 1, longMs);
    WAIT_QUIET(desk);
    const RunRecord run = storedRuns(m_shop).value(0);
    QCOMPARE(run.epochs.size(), 40);
    QTRY_COMPARE(points(desk.chart()), 40);
    const ChartContent &content = desk.chart()->content();
    QCOMPARE(content.indexTitle, QStringLiteral("Epoch"));
    QCOMPARE(content.curves.size(), 2);
    QVERIFY(content.curves[0].role != content.curves[1].role); // another dash
    for (qsizetype i = 0; i < 40; ++i) {
        QCOMPARE(content.curves[0].values->at(size_t(i)), run.epochs[i].trainingLoss);
        QCOMPARE(content.curves[1].values->at(size_t(i)), run.epochs[i].validationLoss);
    }
    QCOMPARE(content.marks.size(), 1);
}

void TrainPageTest::drawsLiveAndStoresNothingWhenStopped()
{
    OPEN_DESK(desk);
    desk.chooseSmallNetwork(100'000);
    desk.press();
    QTRY_VERIFY_WITH_TIMEOUT(points(desk.chart()) > 1, longMs);
    const qsizetype early = points(desk.chart());
    QTRY_VERIFY_WITH_TIMEOUT(points(desk.chart()) > early, longMs);
    QCOMPARE(desk.jobRows(), 1); // still running: nobody waits for so many epochs
    QVERIFY2(desk.find<QLabel>("lossLine")->text().contains(QLocale().toString(100'000)), qPrintable(desk.find<QLabel>("lossLine")->text()));
    desk.click("jobStop");
    WAIT_QUIET(desk);
    QTRY_VERIFY(desk.sentence().contains(QStringLiteral("no run was stored")));
    QVERIFY(desk.find<QLabel>("lossLine")->text().contains(QStringLiteral("no run was stored")));
    QVERIFY(points(desk.chart()) > 1); // the curve stays to look at
    QCOMPARE(desk.runs(), 0);
    QVERIFY(storedRuns(m_shop).isEmpty());
}

void TrainPageTest::isSteeredWhileItRuns()
{
    OPEN_DESK(desk);
    QVERIFY(!desk.find<QWidget>("trainingControls")->isVisible());
    desk.chooseSmallNetwork(100'000);
    desk.press();
    QTRY_VERIFY_WITH_TIMEOUT(points(desk.chart()) > 1, longMs);
    QVERIFY(desk.find<QWidget>("trainingControls")->isVisible());
    QVERIFY(!desk.button("stepTraining")->isEnabled());
    desk.click("pauseTraining");
    QCOMPARE(desk.button("pauseTraining")->text(), QStringLiteral("Resume"));
    qsizetype epochs = -1;
    QTRY_VERIFY_WITH_TIMEOUT(std::exchange(epochs, points(desk.chart())) == points(desk.chart()) && !unfinished(m_shop).isEmpty(), longMs);
    QTRY_COMPARE_WITH_TIMEOUT(points(desk.chart()), unfinished(m_shop).value(0).epochs.size(), longMs); // it waits where it was kept
    epochs = points(desk.chart());
    desk.find<QLineEdit>("trainingRate")->setFocus(); // looked at and left: nothing is asked for
    QTest::keyClick(desk.find<QLineEdit>("trainingRate"), Qt::Key_Return);
    desk.click("stepTraining");
    QTRY_COMPARE_WITH_TIMEOUT(points(desk.chart()), epochs + 1, longMs);
    QTRY_COMPARE_WITH_TIMEOUT(unfinished(m_shop).value(0).epochs.value(epochs).learningRate, ModelSpec().learningRate, longMs);
    ++epochs;
    desk.type("trainingRate", QStringLiteral("0.0005"));
    desk.click("stepTraining");
    QTRY_COMPARE_WITH_TIMEOUT(points(desk.chart()), epochs + 1, longMs);
    QTRY_COMPARE_WITH_TIMEOUT(unfinished(m_shop).value(0).epochs.value(epochs).learningRate, 0.0005, longMs);
    desk.click("pauseTraining");
    QTRY_VERIFY_WITH_TIMEOUT(points(desk.chart()) > epochs + 2, longMs);
    desk.click("keepBestTraining");
    QTRY_COMPARE_WITH_TIMEOUT(desk.runs(), 1, longMs);
    WAIT_QUIET(desk);
    QVERIFY(!desk.find<QWidget>("trainingControls")->isVisible());
    QVERIFY(unfinished(m_shop).isEmpty());
    const RunRecord run = storedRuns(m_shop).value(0);
    QVERIFY(run.epochs.size() > epochs + 2 && run.epochs.size() < 100'000);
    QCOMPARE(run.epochs.back().learningRate, 0.0005);
}

void TrainPageTest::goesOnInAnotherProgram()
{
    qsizetype before = 0;
    {
        OPEN_DESK(desk);
        desk.chooseSmallNetwork(100'000);
        desk.press();
        QTRY_VERIFY_WITH_TIMEOUT(points(desk.chart()) > 1, longMs);
        desk.click("pauseTraining");
        QTRY_VERIFY_WITH_TIMEOUT(!unfinished(m_shop).isEmpty(), longMs);
        QVERIFY(!desk.find<QWidget>("unfinishedList")->isVisible()); // it only waits
        desk.click("jobStop");
        WAIT_QUIET(desk);
        before = unfinished(m_shop).value(0).epochs.size();
        QTRY_VERIFY_WITH_TIMEOUT(desk.find<QWidget>("unfinishedList")->isVisible(), longMs);
    }
    OPEN_DESK(desk);
    QTRY_VERIFY_WITH_TIMEOUT(desk.find<QWidget>("unfinishedList")->isVisible(), longMs);
    const QString words = desk.find<QLabel>("unfinishedWords")->text();
    QVERIFY2(words.contains(QStringLiteral("stopped after epoch %1").arg(QLocale().toString(before))), qPrintable(words));
    desk.click("resumeTraining");
    QTRY_VERIFY_WITH_TIMEOUT(points(desk.chart()) > before, longMs);
    QTRY_VERIFY_WITH_TIMEOUT(!desk.find<QWidget>("unfinishedList")->isVisible(), longMs);
    desk.click("keepBestTraining");
    QTRY_COMPARE_WITH_TIMEOUT(desk.runs(), 1, longMs);
    const RunRecord run = storedRuns(m_shop).value(0);
    QVERIFY(run.epochs.size() > before);
    for (qsizetype i = 0; i < run.epochs.size(); ++i)
        QCOMPARE(run.epochs[i].epoch, int(i) + 1);
    QVERIFY(unfinished(m_shop).isEmpty());
}

void TrainPageTest::drawsEpochsInOtherWays()
{
    OPEN_DESK(desk);
    desk.chooseSmallNetwork(12);
    desk.press();
    QTRY_COMPARE_WITH_TIMEOUT(desk.runs(), 1, longMs);
    WAIT_QUIET(desk);
    QTRY_COMPARE(points(desk.chart()), 12);
    const std::vector<double> losses = *desk.chart()->content().curves[0].values;
    desk.find<QCheckBox>("lossLogarithmic")->click();
    for (size_t i = 0; i < 12; ++i)
        QCOMPARE(desk.chart()->content().curves[0].values->at(i), std::log10(losses[i]));
    desk.find<QCheckBox>("lossLogarithmic")->click();
    desk.find<QCheckBox>("lossSmoothed")->click();
    QCOMPARE(desk.chart()->content().curves.size(), 4); // the values behind their means
    QCOMPARE(*desk.chart()->content().curves[0].values, losses);
    QCOMPARE(*desk.chart()->content().curves[1].values, smoothed(losses));
    desk.find<QCheckBox>("lossSmoothed")->click();
    auto *curve = desk.find<QComboBox>("epochCurve");
    curve->setCurrentIndex(int(EpochCurve::GradientNorm));
    QCOMPARE(desk.chart()->content().curves.size(), 1);
    QVERIFY(std::ranges::all_of(*desk.chart()->content().curves[0].values, [](double norm) { return norm > 0; }));
    curve->setCurrentIndex(int(EpochCurve::LearningRate));
    QCOMPARE(desk.chart()->content().curves[0].values->at(0), ModelSpec().learningRate);
}

void TrainPageTest::queuesTrainings()
{
    OPEN_DESK(desk);
    desk.chooseSmallNetwork(3);
    desk.press();
    desk.type("trainSeed", QStringLiteral("2"));
    desk.press();
    QCOMPARE(desk.jobRows(), 2);
    QTRY_COMPARE_WITH_TIMEOUT(desk.runs(), 2, longMs);
    WAIT_QUIET(desk);
    QCOMPARE(desk.jobRows(), 0);
    QSet<QString> seeds{desk.cell(0, RunsModel::Column::Seed), desk.cell(1, RunsModel::Column::Seed)};
    QCOMPARE(seeds, (QSet<QString>{QStringLiteral("1"), QStringLiteral("2")}));
    QCOMPARE(desk.cell(0, RunsModel::Column::Seed), QStringLiteral("2")); // the newest first
}

void TrainPageTest::oneThatWaitsRunsNext()
{
    OPEN_DESK(desk);
    desk.chooseSmallNetwork(100'000);
    desk.press();
    QTRY_VERIFY_WITH_TIMEOUT(points(desk.chart()) > 0, longMs);
    for (const char *model : {"mean", "drift"}) {
        desk.chooseModel(QLatin1String(model));
        desk.press();
    }
    QCOMPARE(desk.jobRows(), 3);
    const auto rows = desk.find<QWidget>("trainingJobs")->findChildren<QWidget *>(QStringLiteral("jobRow"));
    QVERIFY(!rows[1]->findChild<QPushButton *>(QStringLiteral("jobNext"))->isVisible());
    QTest::mouseClick(rows[2]->findChild<QPushButton *>(QStringLiteral("jobNext")), Qt::LeftButton);
    QTRY_VERIFY(rows[1]->findChild<QLabel *>(QStringLiteral("jobTitle"))->text().contains(QStringLiteral("drift")));
    desk.click("keepBestTraining");
    QTRY_COMPARE_WITH_TIMEOUT(desk.runs(), 3, longMs);
    WAIT_QUIET(desk);
    QList<RunRecord> runs = storedRuns(m_shop);
    std::ranges::sort(runs, {}, [](const RunRecord &run) { return run.summary.id.value; });
    QCOMPARE(runs[1].summary.model, QStringLiteral("drift"));
    QCOMPARE(runs[2].summary.model, QStringLiteral("mean"));
}

void TrainPageTest::cancelsOneThatWaits()
{
    OPEN_DESK(desk);
    desk.chooseSmallNetwork(100'000);
    desk.press();
    desk.chooseModel(QStringLiteral("naive"));
    desk.press();
    desk.chooseModel(QStringLiteral("mean"));
    desk.press();
    const auto stops = desk.find<QWidget>("trainingJobs")->findChildren<QPushButton *>(QStringLiteral("jobStop"));
    QCOMPARE(stops.size(), 3);
    QTest::mouseClick(stops[1], Qt::LeftButton);
    QTest::mouseClick(stops[0], Qt::LeftButton);
    WAIT_QUIET(desk);
    QTRY_COMPARE_WITH_TIMEOUT(desk.runs(), 1, longMs);
    QCOMPARE(desk.cell(0, RunsModel::Column::Model), QStringLiteral("mean"));
}

void TrainPageTest::saysWhatIsWrong_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("wrong");
    QTest::addColumn<QString>("allowed");
    QTest::addColumn<QString>("right");
    QTest::newRow("too many layers") << "trainLayers" << "12" << "1 to 8" << "2";
    QTest::newRow("no units") << "trainUnits" << "0" << "1 to 2048" << "4";
    QTest::newRow("a word for a rate") << "trainLearningRate" << "fast" << "not a number" << "0.01";
    QTest::newRow("dropout above") << "trainDropout" << "1.5" << "0 to 0.9" << "0.5";
    QTest::newRow("negative seed") << "trainSeed" << "-3" << "from 0 on" << "3";
    QTest::newRow("horizon of nothing") << "trainHorizon" << "0" << "1 to 100000" << "7";
    QTest::newRow("a word for a floor") << "trainLimitsFloor" << "low" << "not a number" << "";
    QTest::newRow("a cap without end") << "trainLimitsCap" << "inf" << "not a number" << "1e3";
    QTest::newRow("test longer than the series") << "trainSplitTest" << "200" << "at most 198" << "14";
    QTest::newRow("lookback longer than the rest") << "trainLookback" << "180" << "fewer" << "14";
}

void TrainPageTest::saysWhatIsWrong()
{
    QFETCH(const QString, field);
    QFETCH(const QString, wrong);
    QFETCH(const QString, allowed);
    QFETCH(const QString, right);
    OPEN_DESK(desk);
    desk.chooseSmallNetwork(3);
    const QByteArray name = field.toLatin1();
    desk.type(name.constData(), wrong);
    QVERIFY2(desk.problem(name.constData()).contains(allowed), qPrintable(desk.problem(name.constData())));
    QVERIFY(!desk.button("primaryAction")->isEnabled());
    QVERIFY(desk.button("primaryAction")->toolTip().contains(allowed));
    desk.type(name.constData(), right);
    QCOMPARE(desk.problem(name.constData()), QString());
    QVERIFY(desk.button("primaryAction")->isEnabled());
}

// Typed, refused, trained with, shown in the words of the run, and back in the fields by a preset and by a run.
void TrainPageTest::limitsHoldTheForecast()
{
    OPEN_DESK(desk);
    desk.chooseModel(QStringLiteral("ar"));
    const auto typed = [&](const char *field) { return desk.find<QLineEdit>(field)->text(); };
    QVERIFY(typed("trainLimitsFloor").isEmpty() && typed("trainLimitsCap").isEmpty());
    QVERIFY(!desk.find<QCheckBox>("trainLimitsWhole")->isChecked());
    desk.type("trainLimitsFloor", QStringLiteral("90.5"));
    desk.type("trainLimitsCap", QStringLiteral("80"));
    QCOMPARE(desk.problem("trainLimitsFloor"), QStringLiteral("90.5 is above the cap of 80."));
    QVERIFY(!desk.button("primaryAction")->isEnabled());
    desk.type("trainLimitsCap", QStringLiteral("90.75"));
    QVERIFY(desk.button("primaryAction")->isEnabled());
    QTest::mouseClick(desk.find<QCheckBox>("trainLimitsWhole"), Qt::LeftButton, {}, {5, desk.find<QCheckBox>("trainLimitsWhole")->height() / 2});
    QVERIFY2(desk.problem("trainLimitsWhole").contains(QStringLiteral("No whole number")), qPrintable(desk.problem("trainLimitsWhole")));
    desk.type("trainLimitsCap", QStringLiteral("120"));
    QVERIFY(desk.problem("trainLimitsWhole").isEmpty() && desk.problem("trainLimitsFloor").isEmpty());
    desk.press();
    QTRY_COMPARE_WITH_TIMEOUT(desk.runs(), 1, longMs);
    WAIT_QUIET(desk);
    const RunRecord run = storedRuns(m_shop).value(0);
    const auto spec = TrainingSpec::fromJson(run.summary.spec);
    VERIFY_RESULT(spec);
    QCOMPARE(spec->limits, (ForecastLimits{90.5, 120.0, true}));
    const QJsonArray future = run.outcome.value(QStringLiteral("future")).toObject().value(QStringLiteral("mean")).toArray();
    QCOMPARE(future.size(), 28);
    for (const QJsonValue &value : future)
        QVERIFY(value.toDouble() >= 91 && value.toDouble() <= 120 && value.toDouble() == std::floor(value.toDouble()));
    QTRY_VERIFY2(desk.find<QLabel>("lossSettings")->text().contains(QStringLiteral("Floor 90.5 · Cap 120 · Whole units yes")),
                 qPrintable(desk.find<QLabel>("lossSettings")->text()));

    desk.click("presetRecommended"); // the limits are of the data, not of the model
    QCOMPARE(typed("trainLimitsCap"), QStringLiteral("120"));
    desk.type("trainLimitsFloor", QString());
    QVERIFY(desk.button("primaryAction")->isEnabled());
    desk.click("runUse");
    QCOMPARE(typed("trainLimitsFloor"), QStringLiteral("90.5"));
    QVERIFY(desk.find<QCheckBox>("trainLimitsWhole")->isChecked());
}

void TrainPageTest::articlePresetFillsTheFields()
{
    OPEN_DESK(desk);
    desk.click("presetArticle");
    QCOMPARE(desk.find<QComboBox>("trainModel")->currentText(), QStringLiteral("lstm"));
    const std::pair<const char *, int> numbers[] = {{"trainLookback", 30}, {"trainLayers", 3}, {"trainUnits", 64}, {"trainBatch", 32},
                                                    {"trainEpochs", 100}, {"trainPatience", 0}};
    for (const auto &[name, value] : numbers)
        QVERIFY2(desk.find<QSpinBox>(name)->value() == value, name);
    QCOMPARE(desk.find<QLineEdit>("trainDropout")->text(), QStringLiteral("0.2"));
    QCOMPARE(desk.find<QComboBox>("trainLoss")->currentData().toString(), QStringLiteral("mse"));
    QCOMPARE(desk.find<QComboBox>("trainNormalisation")->currentData().toString(), QStringLiteral("minmax"));
    QVERIFY(!desk.find<QCheckBox>("trainSeasonInputs")->isChecked());
    QVERIFY(desk.button("primaryAction")->isEnabled());
    desk.click("presetRecommended");
    QCOMPARE(desk.find<QComboBox>("trainModel")->currentText(), QStringLiteral("lstm"));
    QCOMPARE(desk.find<QSpinBox>("trainLayers")->value(), ModelSpec().layers);
}

void TrainPageTest::presetsSayWhatTheyCost()
{
    OPEN_DESK(desk);
    QVERIFY(!desk.find<QLabel>("trainCost")->isVisible()); // the usual model is no network
    desk.click("presetTeaching");
    QCOMPARE(desk.find<QComboBox>("trainModel")->currentText(), QStringLiteral("lstm"));
    QCOMPARE(desk.find<QLabel>("trainCost")->text(), QStringLiteral("43 parameters."));
    desk.press();
    QTRY_COMPARE_WITH_TIMEOUT(desk.runs(), 1, longMs);
    WAIT_QUIET(desk);
    QVERIFY(desk.settings.trainingPace() > 0);
    const QString cost = desk.find<QLabel>("trainCost")->text(); // now there is a pace to go by
    QVERIFY2(cost.startsWith(QStringLiteral("43 parameters. All epochs take ")), qPrintable(cost));
    desk.click("presetDaily");
    QCOMPARE(desk.find<QComboBox>("trainModel")->currentText(), QStringLiteral("gru"));
    QCOMPARE(desk.find<QComboBox>("trainSchedule")->currentText(), QStringLiteral("cosine"));
    desk.click("presetQuick");
    QCOMPARE(desk.find<QSpinBox>("trainEpochs")->value(), 20);
}

void TrainPageTest::findsALearningRate()
{
    OPEN_DESK(desk);
    QVERIFY(!desk.button("findRate")->isVisible());
    desk.chooseSmallNetwork(5);
    desk.click("findRate");
    QTRY_VERIFY_WITH_TIMEOUT(desk.find<QDialog>("rateDialog"), longMs);
    QVERIFY(points(desk.find<LineChart>("rateChart")) > 5);
    QVERIFY(desk.find<QLabel>("rateWords")->text().startsWith(QStringLiteral("The loss falls fastest at ")));
    const QString rate = desk.button("useRate")->text().section(QLatin1Char(' '), 1);
    desk.click("useRate");
    QTRY_COMPARE(desk.find<QLineEdit>("trainLearningRate")->text().toDouble(), rate.toDouble());
    QVERIFY(storedRuns(m_shop).isEmpty());
}

void TrainPageTest::usesTheSettingsOfARun()
{
    OPEN_DESK(desk);
    desk.chooseModel(QStringLiteral("ar"));
    desk.type("trainArOrder", QStringLiteral("3"));
    desk.type("trainHorizon", QStringLiteral("9"));
    desk.press();
    QTRY_COMPARE_WITH_TIMEOUT(desk.runs(), 1, longMs);
    WAIT_QUIET(desk);
    desk.click("presetArticle");
    desk.click("runUse");
    QCOMPARE(desk.find<QComboBox>("trainModel")->currentText(), QStringLiteral("ar"));
    QCOMPARE(desk.find<QSpinBox>("trainArOrder")->value(), 3);
    QCOMPARE(desk.find<QSpinBox>("trainHorizon")->value(), 9);
    desk.press();
    QTRY_COMPARE_WITH_TIMEOUT(desk.runs(), 2, longMs);
    const QList<RunRecord> runs = storedRuns(m_shop);
    QCOMPARE(runs[0].summary.spec, runs[1].summary.spec);
    QCOMPARE(runs[0].summary.metrics, runs[1].summary.metrics);
}

void TrainPageTest::renamesCopiesAndDeletes()
{
    OPEN_DESK(desk);
    desk.chooseModel(QStringLiteral("ar"));
    desk.press();
    desk.chooseModel(QStringLiteral("mean"));
    desk.press();
    QTRY_COMPARE_WITH_TIMEOUT(desk.runs(), 2, longMs);
    WAIT_QUIET(desk);

    desk.find<QAction>("renameRunKey")->trigger();
    auto *editor = desk.table()->findChild<QLineEdit *>();
    QVERIFY(editor);
    editor->selectAll();
    QTest::keyClicks(editor, QStringLiteral("Autumn"));
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(storedRuns(m_shop)[0].summary.name, QStringLiteral("Autumn"));
    WAIT_QUIET(desk);
    QCOMPARE(desk.cell(0, RunsModel::Column::Name), QStringLiteral("Autumn"));

    desk.find<QAction>("runCopy")->trigger();
    const QStringList lines = QGuiApplication::clipboard()->text().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 2);
    QVERIFY(lines[0].startsWith(QStringLiteral("name\tseries\tmodel\tMAE\tbaseline_MAE")));
    QVERIFY(lines[1].startsWith(QStringLiteral("Autumn\t")));

    desk.find<QAction>("deleteRunKey")->trigger();
    QTRY_VERIFY(desk.button("confirmNo"));
    desk.click("confirmNo");
    QTRY_VERIFY(!desk.button("confirmNo"));
    QCOMPARE(desk.runs(), 2);
    desk.click("runDelete");
    QTRY_VERIFY(desk.button("confirmYes"));
    desk.click("confirmYes");
    QTRY_COMPARE_WITH_TIMEOUT(desk.runs(), 1, longMs);
    QCOMPARE(storedRuns(m_shop).size(), 1);
    QCOMPARE(storedRuns(m_shop)[0].summary.model, QStringLiteral("ar"));
}

void TrainPageTest::notesAndFilters()
{
    OPEN_DESK(desk);
    for (const char *model : {"drift", "mean"}) {
        desk.chooseModel(QLatin1String(model));
        desk.press();
    }
    QTRY_COMPARE_WITH_TIMEOUT(desk.runs(), 2, longMs);
    WAIT_QUIET(desk);
    QVERIFY(desk.find<RunsView>("runsView")->select(storedRuns(m_shop)[0].summary.id));
    desk.find<QAction>("runNote")->trigger();
    auto *editor = desk.table()->findChild<QLineEdit *>();
    QVERIFY(editor);
    QTest::keyClicks(editor, QStringLiteral("for Easter #holiday"));
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(storedRuns(m_shop)[0].summary.note, QStringLiteral("for Easter #holiday"));
    WAIT_QUIET(desk);
    QTest::keyClicks(desk.find<QLineEdit>("runsFilter"), QStringLiteral("holi EAST"));
    QCOMPARE(desk.runs(), 1);
    QCOMPARE(desk.cell(0, RunsModel::Column::Note), QStringLiteral("for Easter #holiday"));
    desk.find<QLineEdit>("runsFilter")->setText(QStringLiteral("drift"));
    QCOMPARE(desk.runs(), 1);
    QCOMPARE(desk.cell(0, RunsModel::Column::Model), QStringLiteral("drift"));
    desk.find<QLineEdit>("runsFilter")->clear();
    QCOMPARE(desk.runs(), 2);
}

void TrainPageTest::comparesRuns()
{
    OPEN_DESK(desk);
    desk.chooseSmallNetwork(4);
    desk.press();
    desk.type("trainUnits", QStringLiteral("6"));
    desk.type("trainEpochs", QStringLiteral("7"));
    desk.press();
    QTRY_COMPARE_WITH_TIMEOUT(desk.runs(), 2, longMs);
    WAIT_QUIET(desk);
    QVERIFY(!desk.button("runCompare")->isEnabled());
    desk.table()->selectAll();
    QVERIFY(desk.button("runCompare")->isEnabled());
    desk.click("runCompare");
    QTRY_VERIFY_WITH_TIMEOUT(desk.find<QDialog>("runCompareDialog"), longMs);
    const QList<RunRecord> runs = storedRuns(m_shop);
    const ChartContent &content = desk.find<LineChart>("compareChart")->content();
    QCOMPARE(content.curves.size(), 2);
    QCOMPARE(content.curves[0].values->size(), size_t(runs[0].epochs.size()));
    for (size_t i = 0; i < content.curves[1].values->size(); ++i)
        QCOMPARE(content.curves[1].values->at(i), runs[1].epochs[qsizetype(i)].validationLoss);
    QMap<QString, QStringList> rows;
    const QAbstractItemModel *table = desk.find<QTableView>("compareTable")->model();
    for (int row = 0; row < table->rowCount(); ++row)
        rows.insert(table->index(row, 0).data().toString(), {table->index(row, 1).data().toString(), table->index(row, 2).data().toString()});
    QCOMPARE(rows.value(QStringLiteral("Units")), (QStringList{QStringLiteral("6"), QStringLiteral("4")}));
    QCOMPARE(rows.value(QStringLiteral("Epochs")), (QStringList{QStringLiteral("7"), QStringLiteral("4")}));
    QVERIFY(!rows.contains(QStringLiteral("Lookback"))); // the same in both
    QCOMPARE(rows.value(QStringLiteral("WAPE, %"))[0], desk.cell(0, RunsModel::Column::Wape));
    desk.click("closeCompareRuns");
}

void TrainPageTest::reproducesARun()
{
    OPEN_DESK(desk);
    desk.chooseSmallNetwork(5);
    desk.press();
    QTRY_COMPARE_WITH_TIMEOUT(desk.runs(), 1, longMs);
    WAIT_QUIET(desk);
    desk.find<QAction>("runReproduce")->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(desk.runs(), 2, longMs);
    QTRY_VERIFY_WITH_TIMEOUT(desk.sentence().contains(QStringLiteral("to the last bit")), longMs);
    WAIT_QUIET(desk);
    const QList<RunRecord> runs = storedRuns(m_shop);
    QCOMPARE(runs[0].weights, runs[1].weights);
    QCOMPARE(runs[0].summary.spec, runs[1].summary.spec);
}

void TrainPageTest::runsTravelAsFiles()
{
    test::FileAnswers answers;
    OPEN_DESK(desk);
    desk.chooseSmallNetwork(3);
    desk.press();
    QTRY_COMPARE_WITH_TIMEOUT(desk.runs(), 1, longMs);
    WAIT_QUIET(desk);
    answers.save = file(QStringLiteral("one.foretrail-run"));
    desk.find<QAction>("runExport")->trigger();
    WAIT_QUIET(desk);
    QVERIFY(QFile::exists(answers.save));
    answers.open = {answers.save};
    desk.find<QAction>("runImport")->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(desk.runs(), 2, longMs);
    const QList<RunRecord> runs = storedRuns(m_shop);
    QCOMPARE(runs[0].weights, runs[1].weights);
    QCOMPARE(runs[0].outcome, runs[1].outcome);
    QCOMPARE(runs[0].epochs, runs[1].epochs);
    QCOMPARE(runs[0].summary.created, runs[1].summary.created);
    WAIT_QUIET(desk);
    test::writeAll(answers.save, "{\"format\": \"foretrail-run\", \"version\": 1}");
    desk.find<QAction>("runImport")->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(desk.find<QLabel>("messageText")->text().contains(QStringLiteral("one.foretrail-run is not a run: \"spec\" is missing.")), longMs);
    QCOMPARE(desk.runs(), 2);
}

void TrainPageTest::sortsByNumbers()
{
    RunsModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QList<RunSummary> runs;
    for (const double mae : {9.0, 100.0, 20.0}) {
        RunSummary run;
        run.id = RunId{runs.size() + 1};
        run.metrics = {{QStringLiteral("model"), QJsonObject{{QStringLiteral("MAE"), mae}}},
                       {QStringLiteral("baseline"), QJsonObject{{QStringLiteral("MAE"), 20.0}}}};
        runs.append(run);
    }
    model.setRuns(runs);
    QCOMPARE(model.index(1, int(RunsModel::Column::Mae)).data(RunsModel::SortRole).toDouble(), 100.0);
    QCOMPARE(model.index(0, int(RunsModel::Column::Gain)).data().toString(), QStringLiteral("55 % closer"));
    QCOMPARE(model.index(1, int(RunsModel::Column::Gain)).data().toString(), QStringLiteral("400 % further off"));
    QCOMPARE(model.index(2, int(RunsModel::Column::Gain)).data().toString(), QStringLiteral("as close"));
    QCOMPARE(model.index(0, int(RunsModel::Column::Mase)).data().toString(), QStringLiteral("–"));
}

void TrainPageTest::showsTheForecastWithoutTraining()
{
    OPEN_DESK(desk);
    desk.chooseSmallNetwork(5);
    desk.press();
    QTRY_COMPARE_WITH_TIMEOUT(desk.runs(), 1, longMs);
    WAIT_QUIET(desk);
    const RunRecord run = storedRuns(m_shop).value(0);
    QTest::keyClick(desk.table(), Qt::Key_Return);
    auto *forecast = desk.find<ForecastPage>("forecastPage");
    QTRY_VERIFY(forecast->isVisible());
    QTRY_COMPARE_WITH_TIMEOUT(forecast->shown().runName, run.summary.name, longMs);
    WAIT_QUIET(desk);
    const ForecastOutcome &outcome = forecast->shown().outcome;
    QCOMPARE(outcome.metrics.toJson(), run.summary.metrics.value(QStringLiteral("model")).toObject());
    const QJsonArray future = run.outcome.value(QStringLiteral("future")).toObject().value(QStringLiteral("mean")).toArray();
    QCOMPARE(qsizetype(outcome.future.mean.size()), future.size());
    for (qsizetype i = 0; i < future.size(); ++i)
        QCOMPARE(outcome.future.mean[size_t(i)], future[i].toDouble());
    QCOMPARE(storedRuns(m_shop).size(), 1);
}

void TrainPageTest::trainsEveryChosenSeries()
{
    m_shop = file(QStringLiteral("series.foretrail"));
    OPEN_DESK(desk);
    auto *list = desk.page()->findChild<QListView *>(QStringLiteral("seriesList"));
    QCOMPARE(list->model()->rowCount(), 2);
    QTest::keyClick(list, Qt::Key_A, Qt::ControlModifier);
    QVERIFY(desk.find<QLabel>("trainSeries")->text().contains(QStringLiteral("2 series")));
    desk.chooseModel(QStringLiteral("drift"));
    desk.press();
    QTRY_COMPARE_WITH_TIMEOUT(desk.runs(), 2, longMs);
    QSet<QString> series{desk.cell(0, RunsModel::Column::Series), desk.cell(1, RunsModel::Column::Series)};
    QCOMPARE(series, (QSet<QString>{QStringLiteral("huge"), QStringLiteral("small")}));
}

void TrainPageTest::saysThatItDiverged()
{
    m_shop = file(QStringLiteral("series.foretrail"));
    OPEN_DESK(desk);
    desk.chooseSmallNetwork(5);
    auto *normalisation = desk.find<QComboBox>("trainNormalisation");
    QTest::keyClick(normalisation, Qt::Key_End);
    QCOMPARE(normalisation->currentData().toString(), QStringLiteral("none"));
    QSignalSpy problems(&desk.session, &AppSession::problem);
    desk.press(); // the largest series is chosen
    QTRY_COMPARE_WITH_TIMEOUT(problems.size(), 1, longMs);
    QVERIFY(!desk.find<QLabel>("lossLine")->text().isEmpty());
    QVERIFY(problems[0][0].toString().contains(desk.find<QLabel>("lossLine")->text()));
    QCOMPARE(desk.runs(), 0);
}

void TrainPageTest::remembersTheSettings()
{
    {
        OPEN_DESK(desk);
        desk.chooseSmallNetwork(3);
        desk.type("trainHorizon", QStringLiteral("11"));
        desk.press();
        QTRY_COMPARE_WITH_TIMEOUT(desk.runs(), 1, longMs);
    }
    OPEN_DESK(again);
    QCOMPARE(again.find<QComboBox>("trainModel")->currentText(), QStringLiteral("lstm"));
    QCOMPARE(again.find<QSpinBox>("trainUnits")->value(), 4);
    QCOMPARE(again.find<QSpinBox>("trainHorizon")->value(), 11);
    QCOMPARE(again.runs(), 1);
}

void TrainPageTest::closingStopsQuietly()
{
    {
        OPEN_DESK(desk);
        desk.chooseSmallNetwork(100'000);
        desk.press();
        desk.press();
        QTRY_VERIFY_WITH_TIMEOUT(points(desk.chart()) > 0, longMs);
    }
    QVERIFY(storedRuns(m_shop).isEmpty());
}

void TrainPageTest::readOnlyCannotTrain()
{
    QVERIFY(QFile::setPermissions(m_shop, QFile::ReadOwner));
    if (QFileInfo(m_shop).isWritable())
        QSKIP("this user may write everything");
    Desk desk(m_shop, file(QStringLiteral("settings.ini")));
    QTRY_VERIFY(desk.session.hasWorkspace());
    WAIT_QUIET(desk);
    QVERIFY(!desk.button("primaryAction")->isEnabled());
    QVERIFY(desk.sentence().contains(QStringLiteral("read-only")));
}

FORETRAIL_TEST_MAIN(TrainPageTest, QApplication)
#include "tst_trainpage.moc"
