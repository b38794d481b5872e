// The Prepare page as a person meets it: the real window, found by object names, on a small workspace made here. What the
// charts show is checked against values that follow from the series by hand.
#include "core/data/RecipeStore.h"
#include "core/preparation/Presets.h"
#include "core/training/TriedSuggestion.h"
#include "tests/ui/UiTest.h"
#include "ui/charts/LineChart.h"
#include "ui/models/FindingsModel.h"
#include "ui/models/RecipeDraft.h"
#include "ui/models/RecipeModel.h"
#include "ui/models/SortedRows.h"
#include "ui/pages/PreparePage.h"
#include "ui/widgets/StepDelegate.h"
#include "ui/widgets/TrainInspector.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QCompleter>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QSlider>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>

#include <cmath>

using namespace foretrail;
using namespace foretrail::test;

namespace {

constexpr int days = 140;
constexpr int gapAt = 20;
constexpr int outlierAt = 40;
constexpr int negativeAt = 60;

/// 100 to 106 over the days of a week; one gap, one outlier, one value below zero.
double valueOn(int day)
{
    return day == gapAt ? missing : day == outlierAt ? 5000 : day == negativeAt ? -20 : 100 + day % 7;
}

std::vector<double> shopValues()
{
    std::vector<double> values;
    for (int day = 0; day < days; ++day)
        values.push_back(valueOn(day));
    return values;
}

/// That a row of the table shows.
const Finding &findingOf(const QTableView &findings, int row)
{
    const QModelIndex index = inModel(findings.model()->index(row, 0));
    return qobject_cast<const FindingsModel *>(index.model())->finding(index.row());
}

} // namespace

class TestPreparePage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_desk.reset(); }

    void saysWhatIsMissing();
    void stepsComeAndGo();
    void stepsAreSwitchedOff();
    void aStepIsDragged();
    void chartsShowWhatAStepDid();
    void twoChartsShowTheSameDays();
    void datesComeFromAFile();
    void aParameterChangesThePicture();
    void aFieldSaysWhatIsWrong();
    void stepsAreSuggestedWithReasons();
    void nothingLeaks();
    void recipesAreKeptInTheWorkspace();
    void presetsAreOpened();
    void recipesTravelAsFiles();
    void recipesAreCompared();
    void windowsAreWalkedThrough();
    void theSeriesIsLookedAtInOtherWays();
    void theDraftOutlivesTheProgram();
    void aQualityFindingLeadsHere();
    void aFindingOfManySeriesLeadsToTheGravest();
    void seriesThatMayJoinAreOffered();
    void undoReachesThePageFromAField();
    void recipesSavedElsewhereAreListed();
    void aChoiceSaysWhatItMeans();
    void theRecipeGoesToTraining();

private:
    Desk &desk() { return *m_desk; }
    PreparePage &page() { return desk().part<PreparePage>("preparePage"); }
    QListView &list() { return desk().part<QListView>("recipeSteps"); }
    const ChartContent &chart(const char *name) { return desk().part<LineChart>(name).content(); }
    QStringList titles()
    {
        QStringList texts;
        for (int row = 0; row < list().model()->rowCount(); ++row)
            texts << list().model()->index(row, 0).data().toString();
        return texts;
    }
    /// Until the picture of the newest recipe is there.
    void settle() { TRY_IDLE(desk()); }
    /// From the menu, as a person picks it.
    void add(const char *kind)
    {
        auto *menu = desk().part<QToolButton>("addStep").menu();
        auto *action = menu->findChild<QAction *>(QLatin1String("add_") + QLatin1String(kind));
        QVERIFY2(action, kind);
        action->trigger();
        settle();
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(&list(), key, modifiers);
        settle();
    }
    void type(const char *field, const QString &text)
    {
        auto &edit = *desk().part(field).findChild<QLineEdit *>();
        edit.selectAll();
        QTest::keyClicks(&edit, text);
        settle();
    }
    QString problem(const char *field)
    {
        const QLabel &label = desk().part<QLabel>(qPrintable(QLatin1String(field) + QStringLiteral("Problem")));
        return label.isVisible() ? label.text() : QString();
    }
    void openShop()
    {
        VERIFY_RESULT(makeSeries(desk().path(QStringLiteral("shop.foretrail")), {{QStringLiteral("lamps"), shopValues()}}));
        QVERIFY(desk().openAndWait(desk().path(QStringLiteral("shop.foretrail"))));
        settle();
    }
    /// An entry of the menu below the recipe's name.
    void pick(const QString &action)
    {
        QMenu *menu = desk().part<QToolButton>("recipeName").menu();
        Q_EMIT menu->aboutToShow(); // fills it
        auto *entry = menu->findChild<QAction *>(action);
        if (!entry)
            entry = page().findChild<QAction *>(action);
        QVERIFY2(entry, qPrintable(action));
        QVERIFY2(entry->isEnabled(), qPrintable(action));
        entry->trigger();
    }
    QStringList entries(const QString &prefix)
    {
        QMenu *menu = desk().part<QToolButton>("recipeName").menu();
        Q_EMIT menu->aboutToShow();
        QStringList names;
        for (const QAction *action : menu->actions())
            if (action->objectName().startsWith(prefix))
                names << action->objectName().mid(prefix.size());
        return names;
    }
    QString recipeName() { return desk().part<QToolButton>("recipeName").accessibleName(); }
    void nameIt(const QString &name)
    {
        auto &field = desk().part<QLineEdit>("nameField");
        field.selectAll();
        QTest::keyClicks(&field, name);
        desk().click("nameYes");
        settle();
        QTRY_VERIFY(!page().findChild<QDialog *>(QStringLiteral("nameDialog")));
    }
    void showTab(int number)
    {
        desk().part<QTabWidget>("prepareTabs").setCurrentIndex(number);
        settle();
    }
    std::unique_ptr<Desk> m_desk;
};

void TestPreparePage::init()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    m_desk = std::make_unique<Desk>();
    desk().window().showPage(QStringLiteral("prepare"));
}

void TestPreparePage::saysWhatIsMissing()
{
    QCOMPARE(desk().text("emptySentence"), QStringLiteral("No workspace is open."));
    QVERIFY(!desk().part("primaryAction").isEnabled());
    VERIFY_RESULT(makeEmpty(desk().path(QStringLiteral("empty.foretrail"))));
    QVERIFY(desk().openAndWait(desk().path(QStringLiteral("empty.foretrail"))));
    QCOMPARE(desk().text("emptySentence"), QStringLiteral("No data yet. Import a log or a table of series."));
    desk().click("emptyButton");
    QCOMPARE(desk().window().currentPage()->name(), QStringLiteral("data"));
    desk().window().showPage(QStringLiteral("prepare"));
    openShop();
    QVERIFY(desk().part("noSteps").isVisible());
    QCOMPARE(chart("chartAfter").curves.size(), 1); // the series alone
}

void TestPreparePage::stepsComeAndGo()
{
    openShop();
    const QAbstractItemModelTester tester(list().model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    add("windows");
    add("scale");
    add("missing");
    // Each has its shelf: cleaning, then transforms, then windows.
    QCOMPARE(titles(), QStringList({QStringLiteral("Missing values"), QStringLiteral("Scaling"), QStringLiteral("Windows")}));
    QCOMPARE(list().currentIndex().row(), 0); // the new one is selected
    press(Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(titles().at(1), QStringLiteral("Missing values"));
    QCOMPARE(list().currentIndex().row(), 1);
    press(Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(titles().at(2), QStringLiteral("Missing values"));
    QCOMPARE(list().currentIndex().row(), 2);
    press(Qt::Key_Up, Qt::AltModifier);
    press(Qt::Key_Delete);
    QCOMPARE(titles(), QStringList({QStringLiteral("Missing values"), QStringLiteral("Scaling"), QStringLiteral("Windows")}));
    for (int i = 0; i < 4; ++i)
        press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(titles().size(), 3); // duplicate, down, up and delete are taken back
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(titles(), QStringList({QStringLiteral("Scaling"), QStringLiteral("Windows")}));
    press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(titles().size(), 3);
}

void TestPreparePage::stepsAreSwitchedOff()
{
    openShop();
    add("missing");
    add("log1p");
    list().setCurrentIndex(list().model()->index(0, 0));
    QCOMPARE(list().currentIndex().data(RecipeModel::CountsRole).toString(), QStringLiteral("140 rows, 1 changed"));
    press(Qt::Key_Space);
    QVERIFY(!page().draft().recipe().steps[0].isOn);
    QCOMPARE(list().currentIndex().data(RecipeModel::CountsRole).toString(), QStringLiteral("off"));
    const QRect check = StepDelegate::checkRect(list().visualRect(list().model()->index(0, 0)));
    QTest::mouseClick(list().viewport(), Qt::LeftButton, Qt::NoModifier, check.center());
    QVERIFY(page().draft().recipe().steps[0].isOn);
}

void TestPreparePage::aStepIsDragged()
{
    openShop();
    for (const char *kind : {"missing", "negative", "outliers"})
        add(kind);
    QAbstractItemModel &model = *list().model();
    QVERIFY(model.flags(model.index(0, 0)).testFlag(Qt::ItemIsDragEnabled));
    // A drop between rows is a move of a row, which is what the view asks the model for.
    QVERIFY(model.moveRow({}, 2, {}, 0));
    QCOMPARE(titles(), QStringList({QStringLiteral("Outliers"), QStringLiteral("Missing values"), QStringLiteral("Negative values")}));
    QVERIFY(model.moveRow({}, 0, {}, 2));
    QCOMPARE(titles(), QStringList({QStringLiteral("Missing values"), QStringLiteral("Outliers"), QStringLiteral("Negative values")}));
    QVERIFY(!model.moveRow({}, 1, {}, 2)); // onto itself
    settle();
}

void TestPreparePage::chartsShowWhatAStepDid()
{
    openShop();
    add("missing");
    const ChartContent &filled = chart("chartAfter");
    QCOMPARE(filled.points.size(), 1);
    QCOMPARE(filled.points[0].shape, PointShape::Diamond);
    QCOMPARE(filled.points[0].at, std::vector<qint64>{gapAt});
    QCOMPARE(filled.points[0].values.at(0), 102.5); // halfway from 105 (day 19) to 100 (day 21)
    QVERIFY(!desk().part("chartBefore").isVisible()); // both lines in one chart
    add("difference");
    QVERIFY(desk().part("chartBefore").isVisible());
    const Curve &differences = chart("chartAfter").curves[0];
    QCOMPARE(qint64(differences.values->size()), qint64(days)); // as long as the chart above: the first is not known
    QVERIFY(std::isnan(differences.values->at(0)));
    QCOMPARE(differences.values->at(1), 1.0);
    // The two show the same time.
    desk().part<LineChart>("chartBefore").setVisibleRange(30, 60);
    QCOMPARE(desk().part<LineChart>("chartAfter").visibleFrom(), 30.0);
    QCOMPARE(desk().part<LineChart>("chartAfter").visibleTo(), 60.0);
    add("windows");
    list().setCurrentIndex(list().model()->index(0, 0));
    QCOMPARE(chart("chartAfter").marks.size(), 2);
    QCOMPARE(chart("chartAfter").marks[1].index, qint64(days - 28)); // the usual test part
    QCOMPARE(chart("chartAfter").marks[1].label, QStringLiteral("test"));
}

/// From a picture with one chart to one whose two charts count days differently.
void TestPreparePage::twoChartsShowTheSameDays()
{
    openShop();
    add("closed-days");
    QVERIFY(desk().choose("parameter_days", QStringLiteral("chosen"))); // Sundays
    settle();
    add("missing");
    QVERIFY(!desk().part("chartBefore").isVisible());
    list().setCurrentIndex(list().model()->index(0, 0));
    settle();
    QVERIFY(desk().part("chartBefore").isVisible());
    QCOMPARE(desk().part<LineChart>("chartAfter").visibleTo(), double(days * 6 / 7 - 1));
    QCOMPARE(desk().part<LineChart>("chartBefore").visibleTo(), double(days - 2)); // the last day is a Sunday
}

void TestPreparePage::datesComeFromAFile()
{
    openShop();
    add("exclude");
    writeAll(desk().path(QStringLiteral("days.csv")), "date,name\n2024-02-03,Fair\n2024-02-02,Fair\n2024-02-10,Stocktaking\n");
    FileAnswers answers;
    answers.open = {desk().path(QStringLiteral("days.csv"))};
    desk().click("parameter_dates_file");
    settle();
    const auto dates = [&] { return page().draft().recipe().steps[0].parameters[QStringLiteral("dates")].toArray(); };
    QCOMPARE(dates(), (QJsonArray{QStringLiteral("2024-02-02/2024-02-03 Fair"), QStringLiteral("2024-02-10 Stocktaking")}));
    const QString second = desk().part<QListWidget>("parameter_dates_list").item(1)->text();
    QVERIFY2(second.endsWith(QStringLiteral(": Stocktaking")), qPrintable(second));
    QCOMPARE(list().currentIndex().data(RecipeModel::CountsRole).toString(), QStringLiteral("140 rows, 3 changed"));
    desk().click("parameter_dates_file");
    settle();
    QCOMPARE(dates().size(), 2); // the same again
    writeAll(desk().path(QStringLiteral("days.csv")), "date,name\nsoon,Fair\n");
    desk().click("parameter_dates_file");
    settle();
    QVERIFY2(desk().problem().contains(QStringLiteral("line 2")), qPrintable(desk().problem()));
    QCOMPARE(dates().size(), 2);
}

void TestPreparePage::aParameterChangesThePicture()
{
    openShop();
    add("missing");
    QVERIFY(desk().choose("parameter_rule", QStringLiteral("zero")));
    settle();
    QCOMPARE(chart("chartAfter").points[0].values.at(0), 0.0);
    QCOMPARE(list().currentIndex().data(RecipeModel::WordsRole).toString(), QStringLiteral("Fill with: zero"));
    press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(page().draft().recipe().steps[0].parameters.isEmpty());
    QCOMPARE(chart("chartAfter").points[0].values.at(0), 102.5);
    QCOMPARE(desk().part<QComboBox>("parameter_rule").currentText(), QStringLiteral("a line between the neighbours"));
    QCOMPARE(list().currentIndex().data(RecipeModel::WordsRole).toString(), QString());
}

void TestPreparePage::aFieldSaysWhatIsWrong()
{
    openShop();
    add("windows");
    type("parameter_lookback", QStringLiteral("500"));
    QVERIFY2(problem("parameter_lookback").contains(QStringLiteral("84 observations")), qPrintable(problem("parameter_lookback")));
    QVERIFY(!list().currentIndex().data(RecipeModel::ProblemRole).toString().isEmpty());
    type("parameter_lookback", QStringLiteral("20"));
    QCOMPARE(problem("parameter_lookback"), QString());
    QCOMPARE(list().currentIndex().data(RecipeModel::ProblemRole).toString(), QString());
    add("outliers");
    auto &width = desk().part<QLineEdit>("parameter_width");
    width.selectAll();
    QTest::keyClicks(&width, QStringLiteral("wide"));
    settle();
    QVERIFY2(problem("parameter_width").contains(QStringLiteral("wide")), qPrintable(problem("parameter_width")));
    QVERIFY(!desk().part("primaryAction").isEnabled());
    width.selectAll();
    QTest::keyClicks(&width, QStringLiteral("2.5"));
    settle();
    QCOMPARE(problem("parameter_width"), QString());
    QVERIFY(desk().part("primaryAction").isEnabled());
}

void TestPreparePage::stepsAreSuggestedWithReasons()
{
    openShop();
    add("log1p");
    desk().click("suggestRecipe");
    settle();
    const Series series{QStringLiteral("lamps"), {}, {}, {Step::Day, 1'704'067'200'000, 0}, shopValues()};
    JobContext job;
    const Result<Suggestion> suggested = suggestTriedRecipe(series, job);
    VERIFY_RESULT(suggested);
    const Suggestion &expected = *suggested;
    QVERIFY(!expected.recipe.steps.isEmpty());
    QCOMPARE(page().draft().recipe().steps, expected.recipe.steps);
    QCOMPARE(recipeName(), QStringLiteral("Suggested for lamps (not saved)"));
    QCOMPARE(list().model()->index(0, 0).data(RecipeModel::ReasonRole).toString(), expected.reasons.at(0));
    QVERIFY(desk().text("stepReason").contains(expected.reasons.at(0)));
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(titles(), QStringList{QStringLiteral("Logarithm")});
    QCOMPARE(recipeName(), QStringLiteral("New recipe (not saved)"));
    // The logarithm is among what was suggested, so what speaks for it stays; a step that is not has no reason.
    const qsizetype place = std::find_if(expected.recipe.steps.begin(), expected.recipe.steps.end(), [](const RecipeStep &step) { return step.kind == u"log1p"; })
                            - expected.recipe.steps.begin();
    QCOMPARE(list().model()->index(0, 0).data(RecipeModel::ReasonRole).toString(), expected.reasons.value(place));
    add("box-cox");
    QCOMPARE(list().currentIndex().data(RecipeModel::ReasonRole).toString(), QString());
}

void TestPreparePage::nothingLeaks()
{
    openShop();
    add("missing");
    add("scale");
    desk().click("proveNoLeak"); // all of it is training
    settle();
    QVERIFY2(desk().text("leakWords").contains(QStringLiteral("Windows")), qPrintable(desk().text("leakWords")));
    add("windows");
    QVERIFY(!desk().part("leakWords").isVisible()); // another recipe, nothing proved yet
    desk().click("proveNoLeak");
    settle();
    // 56 observations stand behind the 84 of training; scaling learns two statistics.
    QVERIFY2(desk().text("leakWords").startsWith(QStringLiteral("Nothing leaks: 56 values")), qPrintable(desk().text("leakWords")));
    QVERIFY(desk().text("leakWords").contains(QStringLiteral("all 2 fitted statistics")));
    QVERIFY(desk().part("leakIcon").isVisible());
}

void TestPreparePage::recipesAreKeptInTheWorkspace()
{
    openShop();
    add("missing");
    pick(QStringLiteral("saveRecipe"));
    nameIt(QStringLiteral("Lamps"));
    QCOMPARE(recipeName(), QStringLiteral("Lamps"));
    QVERIFY(entries(QStringLiteral("open_")).contains(QStringLiteral("Lamps")));
    add("scale");
    QCOMPARE(recipeName(), QStringLiteral("Lamps (changed)"));
    QVERIFY(desk().part<QToolButton>("recipeName").text().endsWith(QStringLiteral("(changed)")));
    // "Save as" proposes a name that is free, and asks before it takes one that is not.
    pick(QStringLiteral("saveRecipeAs"));
    QCOMPARE(desk().part<QLineEdit>("nameField").text(), QStringLiteral("Lamps 2"));
    desk().part<QLineEdit>("nameField").setText(QStringLiteral("Lamps"));
    desk().click("nameYes");
    QTRY_VERIFY(page().findChild<QDialog *>(QStringLiteral("confirm")));
    QVERIFY(desk().part<QLabel>("confirmText").text().contains(QStringLiteral("Lamps")));
    desk().click("confirmNo");
    QTRY_VERIFY(!page().findChild<QDialog *>(QStringLiteral("confirm")));
    QCOMPARE(recipeName(), QStringLiteral("Lamps (changed)"));
    pick(QStringLiteral("saveRecipe")); // under its name, without asking
    settle();
    QCOMPARE(recipeName(), QStringLiteral("Lamps"));
    pick(QStringLiteral("renameRecipe"));
    nameIt(QStringLiteral("Lights"));
    QCOMPARE(recipeName(), QStringLiteral("Lights"));
    QVERIFY(!entries(QStringLiteral("open_")).contains(QStringLiteral("Lamps")));
    pick(QStringLiteral("newRecipe"));
    QCOMPARE(titles().size(), 0);
    pick(QStringLiteral("open_Lights"));
    QCOMPARE(titles(), QStringList({QStringLiteral("Missing values"), QStringLiteral("Scaling")}));
    pick(QStringLiteral("removeRecipe"));
    desk().click("confirmYes");
    settle();
    QCOMPARE(recipeName(), QStringLiteral("Lights (not saved)"));
    QVERIFY(!entries(QStringLiteral("open_")).contains(QStringLiteral("Lights")));
}

void TestPreparePage::presetsAreOpened()
{
    openShop();
    add("missing");
    pick(QStringLiteral("open_Article"));
    QVERIFY(desk().part<QLabel>("confirmText").text().contains(QStringLiteral("not saved")));
    desk().click("confirmNo");
    QCOMPARE(titles().size(), 1);
    QTRY_VERIFY(!page().findChild<QDialog *>(QStringLiteral("confirm")));
    pick(QStringLiteral("open_Article"));
    desk().click("confirmYes");
    settle();
    QCOMPARE(page().draft().recipe(), presetById(QStringLiteral("article"))->recipe);
    QCOMPARE(recipeName(), QStringLiteral("Article"));
    QVERIFY(!page().draft().undoStack().canUndo());
}

void TestPreparePage::recipesTravelAsFiles()
{
    openShop();
    FileAnswers answers;
    add("missing");
    QVERIFY(desk().choose("parameter_rule", QStringLiteral("zero")));
    answers.save = desk().path(QStringLiteral("out.json"));
    pick(QStringLiteral("exportRecipe"));
    settle();
    const Recipe before = page().draft().recipe();
    const Result<Recipe> written = Recipe::fromFile(answers.save);
    VERIFY_RESULT(written);
    QCOMPARE(written->steps, before.steps);
    add("scale");
    answers.open = {answers.save};
    pick(QStringLiteral("importRecipe"));
    settle();
    desk().click("confirmYes"); // the changes are not saved
    settle();
    QCOMPARE(page().draft().recipe().steps, before.steps);
    writeAll(desk().path(QStringLiteral("broken.json")), R"({"steps": [{"step": "missing", "rule": "magic"}]})");
    answers.open = {desk().path(QStringLiteral("broken.json"))};
    pick(QStringLiteral("importRecipe"));
    settle();
    QVERIFY2(desk().problem().contains(QStringLiteral("magic")), qPrintable(desk().problem()));
    QCOMPARE(page().draft().recipe().steps, before.steps);
}

void TestPreparePage::recipesAreCompared()
{
    openShop();
    add("missing");
    pick(QStringLiteral("saveRecipe"));
    nameIt(QStringLiteral("Plain"));
    QVERIFY(desk().choose("parameter_rule", QStringLiteral("zero")));
    add("scale");
    pick(QStringLiteral("compare_Plain"));
    auto *table = desk().window().findChild<QTableView *>(QStringLiteral("recipeDifferences"));
    QVERIFY(table);
    const QAbstractItemModelTester tester(table->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(table->model()->rowCount(), 2);
    const auto cell = [&](int row, int column) { return table->model()->index(row, column).data().toString(); };
    QCOMPARE(cell(0, 0), QStringLiteral("Missing values"));
    QCOMPARE(cell(0, 1), QStringLiteral("Fill with"));
    QCOMPARE(cell(0, 2), QStringLiteral("zero"));
    QCOMPARE(cell(0, 3), QStringLiteral("a line between the neighbours"));
    QCOMPARE(cell(1, 0), QStringLiteral("Scaling"));
    QCOMPARE(cell(1, 3), QStringLiteral("not there"));
}

void TestPreparePage::windowsAreWalkedThrough()
{
    openShop();
    add("missing");
    add("lags");
    showTab(4);
    QVERIFY(desk().text("emptySentence").contains(QStringLiteral("windows")));
    desk().click("emptyButton");
    settle();
    QCOMPARE(titles().last(), QStringLiteral("Windows"));
    auto &table = desk().part<QTableView>("windowTable");
    const QAbstractItemModelTester tester(table.model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    // Training has 140 - 28 - 28 = 84 days; windows of 30 and 28 begin on 84 - 58 + 1 = 27 of them.
    auto &number = desk().part<QSpinBox>("windowNumber");
    QCOMPARE(number.maximum(), 27);
    QCOMPARE(table.model()->rowCount(), 58);
    QCOMPARE(table.model()->columnCount(), 5); // time, part, value, lag 1, lag 7
    const auto cell = [&](int row, int column) { return table.model()->index(row, column).data().toString(); };
    QCOMPARE(cell(0, 0), QStringLiteral("Mon 1 Jan 2024"));
    QCOMPARE(cell(29, 1), QStringLiteral("lookback"));
    QCOMPARE(cell(30, 1), QStringLiteral("target"));
    QCOMPARE(cell(8, 2), QStringLiteral("101")); // day 8 is the second of its week
    QCOMPARE(cell(8, 3), QStringLiteral("100"));
    number.setValue(8);
    QCOMPARE(cell(0, 0), QStringLiteral("Mon 8 Jan 2024"));
    QCOMPARE(desk().part<QSlider>("windowSlider").value(), 8);
}

void TestPreparePage::theSeriesIsLookedAtInOtherWays()
{
    openShop();
    add("missing");
    add("outliers");
    add("negative");
    showTab(1);
    QVERIFY2(desk().text("spectrumWords").startsWith(QStringLiteral("Strongest: 7 days")), qPrintable(desk().text("spectrumWords")));
    QCOMPARE(chart("spectrumChart").curves.size(), 1);
    QVERIFY(!chart("spectrumChart").marks.isEmpty());
    showTab(2);
    // Trend, season and remainder add up to the series.
    const size_t at = 100;
    double sum = 0;
    for (const char *part : {"trendChart", "seasonChart", "remainderChart"})
        sum += chart(part).curves.at(0).values->at(at);
    QVERIFY2(std::abs(sum - valueOn(int(at))) < 1e-9, qPrintable(QString::number(sum)));
    QVERIFY(desk().text("decompositionWords").contains(QStringLiteral("%")));
    showTab(3);
    // 20 weeks and their mean; the mean of Mondays is 100 (day 0 is one).
    QCOMPARE(chart("seasonalChart").curves.size(), 21);
    QCOMPARE(chart("seasonalChart").labels.text(0), QStringLiteral("Mon"));
    QCOMPARE(chart("seasonalChart").curves.last().values->at(0), 100.0);
    QVERIFY(desk().choose("seasonalCycle", QStringLiteral("Year")));
    QCOMPARE(chart("seasonalChart").curves.size(), 2); // one year, and the mean
    QCOMPARE(chart("seasonalChart").labels.text(60), QStringLiteral("1 Mar"));
}

void TestPreparePage::theDraftOutlivesTheProgram()
{
    openShop();
    add("missing");
    add("scale");
    QCOMPARE(recipeName(), QStringLiteral("New recipe (not saved)"));
    QVERIFY(desk().part<QToolButton>("recipeName").text().endsWith(QStringLiteral("•")));
    const Recipe before = page().draft().recipe();
    AppSession session(desk().settings());
    PreparePage other(session);
    QVERIFY(other.draft().recipe().isEmpty()); // each workspace has its own
    session.openWorkspace(desk().session().workspacePath());
    QTRY_VERIFY_WITH_TIMEOUT(session.hasWorkspace() && session.jobs().jobs().isEmpty(), 30000);
    QCOMPARE(other.draft().recipe(), before);
    QCOMPARE(other.draft().current(), 1);
    QVERIFY(other.draft().isChanged());
}

void TestPreparePage::aQualityFindingLeadsHere()
{
    openShop();
    desk().window().showPage(QStringLiteral("data"));
    desk().part<QTabWidget>("importTabs").setCurrentIndex(2);
    settle();
    auto &findings = desk().part<QTableView>("findingsTable");
    int gap = -1; // the finding about the missing day
    for (int row = 0; row < findings.model()->rowCount(); ++row)
        if (findingOf(findings, row).kind == FindingKind::Gap)
            gap = row;
    QVERIFY(gap >= 0);
    findings.selectRow(gap);
    settle();
    desk().click("findingPrepare");
    QCOMPARE(desk().window().currentPage()->name(), QStringLiteral("prepare"));
    QCOMPARE(titles(), QStringList{QStringLiteral("Missing values")});
    desk().session().requestStep(QStringLiteral("missing"));
    QCOMPARE(titles().size(), 1); // it is there already
}

void TestPreparePage::aFindingOfManySeriesLeadsToTheGravest()
{
    std::vector<double> whole;
    for (int day = 0; day < days; ++day)
        whole.push_back(1000 + day % 7);
    VERIFY_RESULT(makeSeries(desk().path(QStringLiteral("two.foretrail")), {{QStringLiteral("chairs"), whole}, {QStringLiteral("lamps"), shopValues()}}));
    QVERIFY(desk().openAndWait(desk().path(QStringLiteral("two.foretrail"))));
    settle();
    QCOMPARE(desk().session().selection().seriesKey(), QStringLiteral("chairs")); // the largest
    desk().window().showPage(QStringLiteral("data"));
    desk().part<QTabWidget>("importTabs").setCurrentIndex(2);
    settle();
    auto &findings = desk().part<QTableView>("findingsTable");
    int ofAll = -1;
    for (int row = 0; row < findings.model()->rowCount(); ++row)
        if (findingOf(findings, row).kind == FindingKind::Gap && findingOf(findings, row).series.isEmpty())
            ofAll = row;
    QVERIFY(ofAll >= 0);
    findings.selectRow(ofAll);
    settle();
    desk().click("findingPrepare");
    settle();
    QCOMPARE(desk().session().selection().seriesKey(), QStringLiteral("lamps"));
    QVERIFY2(desk().part<QToolButton>("seriesButton").accessibleName().contains(QStringLiteral("lamps")), qPrintable(desk().part<QToolButton>("seriesButton").accessibleName()));
    QCOMPARE(list().currentIndex().data(RecipeModel::CountsRole).toString(), QStringLiteral("140 rows, 1 changed"));
}

void TestPreparePage::seriesThatMayJoinAreOffered()
{
    VERIFY_RESULT(makeSeries(desk().path(QStringLiteral("stores.foretrail")), {{QStringLiteral("7/12"), shopValues()}, {QStringLiteral("7/Temperature"), {1, 2, 3}},
                                                                               {QStringLiteral("8/Temperature"), {4, 5, 6}}}));
    QVERIFY(desk().openAndWait(desk().path(QStringLiteral("stores.foretrail"))));
    settle();
    add("join");
    desk().click("columnAdd");
    settle();
    auto &key = desk().part<QLineEdit>("columnKey");
    QAbstractItemModel &offered = *key.completer()->model();
    QStringList keys;
    for (int row = 0; row < offered.rowCount(); ++row)
        keys << offered.index(row, 0).data().toString();
    QCOMPARE(keys.front(), QStringLiteral("{1}/Temperature"));
    QVERIFY(keys.contains(QStringLiteral("8/Temperature")));
    QTest::keyClicks(&key, QStringLiteral("7/Temprature"));
    settle();
    QVERIFY2(problem("parameter_columns").contains(QStringLiteral("Near it: 7/Temperature")), qPrintable(problem("parameter_columns")));
    key.selectAll();
    QTest::keyClicks(&key, QStringLiteral("{1}/Temperature"));
    settle();
    QCOMPARE(problem("parameter_columns"), QString());
}

void TestPreparePage::undoReachesThePageFromAField()
{
    openShop();
    add("outliers");
    auto &width = desk().part<QLineEdit>("parameter_width");
    width.setFocus();
    QTest::keyClicks(&width, QStringLiteral("5")); // behind the 3
    settle();
    QCOMPARE(page().draft().recipe().steps[0].parameters[QStringLiteral("width")].toInt(), 35);
    QTest::keyClick(&width, Qt::Key_Z, Qt::ControlModifier); // of what was typed
    settle();
    QCOMPARE(width.text(), QStringLiteral("3"));
    QCOMPARE(titles(), QStringList{QStringLiteral("Outliers")});
    QTest::keyClick(&width, Qt::Key_Z, Qt::ControlModifier); // nothing is left to undo in the field
    settle();
    QCOMPARE(titles(), QStringList());
}

void TestPreparePage::recipesSavedElsewhereAreListed()
{
    openShop();
    QVERIFY(!entries(QStringLiteral("open_")).contains(QStringLiteral("Elsewhere")));
    settle();
    {
        Result<Workspace> workspace = Workspace::open(desk().session().workspacePath());
        VERIFY_RESULT(workspace);
        JobContext job;
        VERIFY_RESULT(RecipeStore(*workspace).save(QStringLiteral("Elsewhere"), Recipe{{}, {{QStringLiteral("missing"), true, {}}}}.toJson(), job));
    }
    QMenu *menu = desk().part<QToolButton>("recipeName").menu();
    menu->popup(desk().window().mapToGlobal(QPoint(10, 10)));
    settle();
    QVERIFY(menu->findChild<QAction *>(QStringLiteral("open_Elsewhere"))); // while the menu is open
    menu->hide();
    desk().window().showPage(QStringLiteral("train"));
    settle();
    {
        Result<Workspace> workspace = Workspace::open(desk().session().workspacePath());
        VERIFY_RESULT(workspace);
        JobContext job;
        VERIFY_RESULT(RecipeStore(*workspace).save(QStringLiteral("Later"), Recipe{{}, {{QStringLiteral("log1p"), true, {}}}}.toJson(), job));
    }
    auto &combo = desk().part<QComboBox>("trainRecipe");
    QCOMPARE(combo.findText(QStringLiteral("Later")), -1);
    combo.showPopup();
    settle();
    QVERIFY(combo.findText(QStringLiteral("Later")) >= 0);
    combo.hidePopup();
}

void TestPreparePage::aChoiceSaysWhatItMeans()
{
    openShop();
    add("missing");
    QVERIFY(!desk().part("parameter_ruleNote").isVisible());
    QVERIFY(desk().choose("parameter_rule", QStringLiteral("nothing: windows that touch a gap are left out")));
    settle();
    QVERIFY(desk().part("parameter_ruleNote").isVisible());
    QVERIFY(desk().text("parameter_ruleNote").contains(QStringLiteral("Choose another rule")));
    QVERIFY2(desk().text("stepTold").contains(QStringLiteral("missing, which most models refuse")), qPrintable(desk().text("stepTold")));
    QVERIFY(desk().part("primaryAction").isEnabled()); // it is no mistake
}

void TestPreparePage::theRecipeGoesToTraining()
{
    openShop();
    QVERIFY(!desk().part("primaryAction").isEnabled());
    add("missing");
    add("difference");
    desk().click("primaryAction");
    QCOMPARE(desk().window().currentPage()->name(), QStringLiteral("train"));
    settle();
    const Result<TrainingSpec> spec = desk().window().findChild<TrainInspector *>()->spec();
    VERIFY_RESULT(spec);
    QCOMPARE(spec->recipe.steps, page().draft().recipe().steps);
    QCOMPARE(desk().part<QComboBox>("trainRecipe").currentText(), QStringLiteral("Without a name"));
    // One that is edited is not what is saved under its name.
    desk().window().showPage(QStringLiteral("prepare"));
    pick(QStringLiteral("saveRecipe"));
    nameIt(QStringLiteral("Lamps"));
    add("scale");
    desk().click("primaryAction");
    settle();
    QCOMPARE(desk().part<QComboBox>("trainRecipe").currentText(), QStringLiteral("Lamps (changed)"));
    QVERIFY(desk().part<QComboBox>("trainRecipe").findText(QStringLiteral("Lamps")) >= 0);
}

FORETRAIL_TEST_MAIN(TestPreparePage, QApplication)
#include "tst_preparepage.moc"
