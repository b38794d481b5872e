// The table of stored runs and what can be done with them.
#include "tests/ui/TrainDesk.h"

#include <QAction>
#include <QSignalSpy>

using namespace foretrail;
using namespace foretrail::test;

class RunsTableTest : public QObject, private TrainFolders {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { makeTemplates(); }
    void init() { copyTemplates(); }
    void trainsAndListsBesideTheBaseline();
    void aRecipeOfARunStandsInTheList();
    void usesTheSettingsOfARun();
    void renamesCopiesAndDeletes();
    void notesAndFilters();
    void whatIsTypedStaysWhenATrainingEnds_data();
    void whatIsTypedStaysWhenATrainingEnds();
    void comparesRuns();
    void drawsDifferentLossesApart();
    void reproducesARun();
    void runsTravelAsFiles();
    void sortsByNumbers();
    void showsTheForecastWithoutTraining();
};

void RunsTableTest::trainsAndListsBesideTheBaseline()
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
    QVERIFY(desk.cell(0, RunsModel::Column::Gain).contains(isCloser ? QStringLiteral("lower") : QStringLiteral("higher")));
    QTRY_COMPARE(desk.find<QLabel>("lossLine")->text(), run.summary.metrics.value(QStringLiteral("sentence")).toString());
    QVERIFY(desk.find<QLabel>("lossSettings")->text().contains(QStringLiteral("AR order automatic")));
    QVERIFY(desk.chart()->content().isEmpty()); // fitted in one go
}

// As of a run of before there were recipes, or of a recipe that is no longer in the workspace.
void RunsTableTest::aRecipeOfARunStandsInTheList()
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

void RunsTableTest::usesTheSettingsOfARun()
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

void RunsTableTest::renamesCopiesAndDeletes()
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
    desk.find<QAction>("undoRun")->trigger();
    WAIT_QUIET(desk);
    QVERIFY(desk.cell(0, RunsModel::Column::Name) != QStringLiteral("Autumn"));
    QVERIFY(!desk.find<QAction>("undoRun")->isEnabled());
    desk.find<QAction>("redoRun")->trigger();
    WAIT_QUIET(desk);
    QCOMPARE(desk.cell(0, RunsModel::Column::Name), QStringLiteral("Autumn"));
    QCOMPARE(storedRuns(m_shop)[0].summary.name, QStringLiteral("Autumn"));

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

void RunsTableTest::notesAndFilters()
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
    QVERIFY(editor->width() > editor->fontMetrics().horizontalAdvance(QStringLiteral("for Easter #holiday")));
    QTest::keyClicks(editor, QStringLiteral("for Easter #holiday"));
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(storedRuns(m_shop)[0].summary.note, QStringLiteral("for Easter #holiday"));
    WAIT_QUIET(desk);
    QCOMPARE(desk.find<QLabel>("runsTitle")->text(), QStringLiteral("Runs: 2"));
    QTest::keyClicks(desk.find<QLineEdit>("runsFilter"), QStringLiteral("holi EAST"));
    QCOMPARE(desk.runs(), 1);
    QCOMPARE(desk.find<QLabel>("runsTitle")->text(), QStringLiteral("Runs: 1 of 2"));
    QCOMPARE(desk.cell(0, RunsModel::Column::Note), QStringLiteral("for Easter #holiday"));
    desk.find<QLineEdit>("runsFilter")->setText(QStringLiteral("drift"));
    QCOMPARE(desk.runs(), 1);
    QCOMPARE(desk.cell(0, RunsModel::Column::Model), QStringLiteral("drift"));
    desk.find<QLineEdit>("runsFilter")->clear();
    QCOMPARE(desk.runs(), 2);
}

void RunsTableTest::whatIsTypedStaysWhenATrainingEnds_data()
{
    QTest::addColumn<QString>("action");
    QTest::newRow("name") << QStringLiteral("renameRunKey");
    QTest::newRow("note") << QStringLiteral("runNote");
}

void RunsTableTest::whatIsTypedStaysWhenATrainingEnds()
{
    QFETCH(QString, action);
    OPEN_DESK(desk);
    desk.chooseModel(QStringLiteral("drift"));
    desk.press();
    QTRY_COMPARE_WITH_TIMEOUT(desk.runs(), 1, longMs);
    WAIT_QUIET(desk);
    const RunId typedIn = storedRuns(m_shop).value(0).summary.id;
    desk.chooseSmallNetwork(100'000);
    desk.press();
    desk.chooseModel(QStringLiteral("mean"));
    desk.press();
    desk.find<QAction>(qPrintable(action))->trigger();
    auto *editor = desk.table()->findChild<QLineEdit *>();
    QVERIFY(editor);
    editor->selectAll();
    QTest::keyClicks(editor, QStringLiteral("half a wo"));
    desk.session.jobs().cancel(desk.trainingJob()); // then the one that waits is trained and stored
    QTRY_COMPARE_WITH_TIMEOUT(desk.runs(), 2, longMs);
    WAIT_QUIET(desk);
    QCOMPARE(desk.table()->findChild<QLineEdit *>(), editor);
    QVERIFY(editor->isVisible());
    QCOMPARE(editor->text(), QStringLiteral("half a wo"));
    QTest::keyClicks(editor, QStringLiteral("rd"));
    QTest::keyClick(editor, Qt::Key_Return);
    WAIT_QUIET(desk);
    QTRY_COMPARE(desk.table()->findChildren<QLineEdit *>().size(), 0);
    WAIT_QUIET(desk);
    const QList<RunRecord> runs = storedRuns(m_shop);
    QCOMPARE(runs.size(), 2);
    for (const RunRecord &run : runs) {
        const QString text = action == u"runNote" ? run.summary.note : run.summary.name;
        QCOMPARE(text == u"half a word", run.summary.id == typedIn);
    }
}

void RunsTableTest::comparesRuns()
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
    QVERIFY(!desk.find<QLabel>("compareScale")->isVisible()); // the same loss
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

void RunsTableTest::drawsDifferentLossesApart()
{
    OPEN_DESK(desk);
    desk.chooseSmallNetwork(4);
    desk.press();
    auto *loss = desk.find<QComboBox>("trainLoss");
    loss->setFocus();
    QTest::keyClick(loss, Qt::Key_Down);
    QCOMPARE(loss->currentData().toString(), QStringLiteral("mae"));
    desk.press();
    QTRY_COMPARE_WITH_TIMEOUT(desk.runs(), 2, longMs);
    WAIT_QUIET(desk);
    desk.table()->selectAll();
    desk.click("runCompare");
    QTRY_VERIFY_WITH_TIMEOUT(desk.find<QDialog>("runCompareDialog"), longMs);
    const auto *scale = desk.find<QLabel>("compareScale");
    QVERIFY(scale->isVisible());
    QVERIFY2(scale->text().contains(QStringLiteral("(MAE, MSE)")), qPrintable(scale->text()));
    const QList<RunRecord> runs = storedRuns(m_shop);
    const ChartContent &content = desk.find<LineChart>("compareChart")->content();
    QCOMPARE(content.curves.size(), 2);
    for (qsizetype i = 0; i < 2; ++i) {
        QVERIFY(content.curves[i].name.startsWith(i == 0 ? QStringLiteral("MAE, ") : QStringLiteral("MSE, ")));
        for (size_t epoch = 0; epoch < content.curves[i].values->size(); ++epoch)
            QCOMPARE(content.curves[i].values->at(epoch), runs[i].epochs[qsizetype(epoch)].validationLoss / runs[i].epochs[0].validationLoss);
    }
    desk.click("closeCompareRuns");
}

void RunsTableTest::reproducesARun()
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

void RunsTableTest::runsTravelAsFiles()
{
    FileAnswers answers;
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
    QSignalSpy said(&desk.session, &AppSession::said);
    desk.find<QAction>("runImport")->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(desk.runs(), 2, longMs);
    QVERIFY(said.value(0).value(0).toString().startsWith(QStringLiteral("Imported 1 run")));
    const QList<RunRecord> runs = storedRuns(m_shop);
    QCOMPARE(runs[0].weights, runs[1].weights);
    QCOMPARE(runs[0].outcome, runs[1].outcome);
    QCOMPARE(runs[0].epochs, runs[1].epochs);
    QCOMPARE(runs[0].summary.created, runs[1].summary.created);
    WAIT_QUIET(desk);
    writeAll(answers.save, "{\"format\": \"foretrail-run\", \"version\": 1}");
    desk.find<QAction>("runImport")->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(desk.find<QLabel>("messageText")->text().contains(QStringLiteral("one.foretrail-run is not a run: \"spec\" is missing.")), longMs);
    QCOMPARE(desk.runs(), 2);
}

void RunsTableTest::sortsByNumbers()
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
    QCOMPARE(model.index(0, int(RunsModel::Column::Gain)).data().toString(), QStringLiteral("error 55 % lower"));
    QCOMPARE(model.index(1, int(RunsModel::Column::Gain)).data().toString(), QStringLiteral("error 400 % higher"));
    QCOMPARE(model.index(2, int(RunsModel::Column::Gain)).data().toString(), QStringLiteral("same error"));
    QCOMPARE(model.index(0, int(RunsModel::Column::Mase)).data().toString(), QStringLiteral("–"));
}

void RunsTableTest::showsTheForecastWithoutTraining()
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

FORETRAIL_TEST_MAIN(RunsTableTest, QApplication)
#include "tst_runs_table.moc"
