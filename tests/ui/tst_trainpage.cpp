// What to train with, and that it is what core and the command line do: every number is checked against core's trainAndStore, or
// against the command-line program, on a copy of the same workspace.
#include "tests/ui/TrainDesk.h"

using namespace foretrail;
using namespace foretrail::test;

class TrainPageTest : public QObject, private TrainFolders {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { makeTemplates(); }
    void init() { copyTemplates(); }
    void emptyWithoutWorkspace();
    void emptyWithoutRuns();
    void showsOnlyWhatTheModelReads();
    void networksOverAllSeriesHaveTheirSettings();
    void equalsCoreExactly();
    void equalsTheCommandLineExactly();
    void preparesByARecipe_data();
    void preparesByARecipe();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void limitsHoldTheForecast();
    void articlePresetFillsTheFields();
    void remembersTheSettings();
    void readOnlyCannotTrain();
};

void TrainPageTest::emptyWithoutWorkspace()
{
    TrainDesk desk({}, file(QStringLiteral("settings.ini")));
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

void TrainPageTest::networksOverAllSeriesHaveTheirSettings()
{
    OPEN_DESK(desk);
    const auto isShown = [&](const char *name) { return desk.find<QWidget>(name)->isVisible(); };
    desk.chooseModel(QStringLiteral("lstm"));
    QVERIFY(!isShown("trainGlobalUnits"));
    desk.chooseModel(QStringLiteral("lstm-global"));
    QVERIFY(isShown("trainGlobalUnits") && isShown("trainGlobalHolidays") && !isShown("trainUnits") && isShown("trainSeed"));
    QVERIFY(!isShown("findRate") && !isShown("trainSplitValidation") && desk.find<QLabel>("trainCost")->text().contains(QStringLiteral("parameters in each of 3 networks")));
    desk.type("trainGlobalUnits", QStringLiteral("8"));
    desk.type("trainGlobalEpochs", QStringLiteral("2"));
    desk.type("trainGlobalMembers", QStringLiteral("1"));
    desk.type("trainGlobalWindows", QStringLiteral("500"));
    desk.type("trainGlobalAttributes", QStringLiteral("type, all"));
    QVERIFY(Desk::choose(*desk.find<QComboBox>("trainGlobalHolidays"), QStringLiteral("United States")));
    desk.press();
    QTRY_COMPARE_WITH_TIMEOUT(desk.runs(), 1, longMs);
    const auto spec = TrainingSpec::fromJson(storedRuns(m_shop).value(0).summary.spec);
    VERIFY_RESULT(spec);
    QCOMPARE(spec->model.model, QStringLiteral("lstm-global"));
    QCOMPARE(spec->model.global.units, 8);
    QCOMPARE(spec->model.global.epochs, 2);
    QCOMPARE(spec->model.global.windows, 500);
    QCOMPARE(spec->model.global.holidays, QStringLiteral("us"));
    QCOMPARE(spec->model.global.attributes, (QStringList{QStringLiteral("type"), QStringLiteral("all")}));
    desk.type("trainGlobalUnits", QStringLiteral("0"));
    QVERIFY2(desk.find<QLabel>("trainGlobalUnitsProblem")->text().contains(QStringLiteral("1 to 2048")), qPrintable(desk.find<QLabel>("trainGlobalUnitsProblem")->text()));
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
    if (!QFile::exists(cliProgram()))
        QSKIP("the command-line program is not built");
    const QString copy = file(QStringLiteral("copy.foretrail"));
    QVERIFY(QFile::copy(m_shop, copy));
    OPEN_DESK(desk);
    desk.chooseSmallNetwork(4);
    desk.press();
    QTRY_COMPARE_WITH_TIMEOUT(desk.runs(), 1, longMs);
    const RunRecord run = storedRuns(m_shop).value(0);
    writeAll(file(QStringLiteral("spec.json")), QJsonDocument(run.summary.spec).toJson());
    QProcess program;
    program.start(cliProgram(), {QStringLiteral("train"), copy, QStringLiteral("--spec"), file(QStringLiteral("spec.json")), QStringLiteral("--json")});
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
    if (!QFile::exists(cliProgram()))
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
    writeAll(file(QStringLiteral("spec.json")), QJsonDocument(spec).toJson());
    QProcess program;
    program.start(cliProgram(), {QStringLiteral("train"), copy, QStringLiteral("--spec"), file(QStringLiteral("spec.json")), QStringLiteral("--recipe"), spoken});
    QVERIFY(program.waitForFinished(longMs));
    QVERIFY2(program.exitCode() == 0, program.readAllStandardError().constData());
    const RunRecord line = storedRuns(copy).value(0);
    QCOMPARE(line.summary.metrics, run.summary.metrics);
    QCOMPARE(line.modelState, run.modelState);
    QCOMPARE(line.weights, run.weights);
    OPEN_DESK(again);
    QTRY_COMPARE(again.find<QComboBox>("trainRecipe")->currentText(), name);
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

void TrainPageTest::readOnlyCannotTrain()
{
    QVERIFY(QFile::setPermissions(m_shop, QFile::ReadOwner));
    if (QFileInfo(m_shop).isWritable())
        QSKIP("this user may write everything");
    TrainDesk desk(m_shop, file(QStringLiteral("settings.ini")));
    QTRY_VERIFY(desk.session.hasWorkspace());
    WAIT_QUIET(desk);
    QVERIFY(!desk.button("primaryAction")->isEnabled());
    QVERIFY(desk.sentence().contains(QStringLiteral("read-only")));
}

FORETRAIL_TEST_MAIN(TrainPageTest, QApplication)
#include "tst_trainpage.moc"
