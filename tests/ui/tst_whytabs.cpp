// Tabs Why and What if of page Forecast: a person walks through the steps of an explanation, tests what inputs matter, and types a scenario
// into the grid and into the line; the numbers are those of core and of the command line.
#include "core/data/ScenarioStore.h"
#include "tests/cli/CliRun.h"
#include "tests/ui/WhatIfDesk.h"
#include "ui/charts/BarChart.h"
#include "ui/charts/LineChart.h"
#include "ui/charts/MarkChart.h"
#include "ui/charts/PartsDrawing.h"
#include "ui/widgets/WhyTab.h"

#include <QAction>
#include <QLineEdit>
#include <QListWidget>
#include <QSpinBox>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>

using namespace foretrail;
using namespace foretrail::test;

class TestWhyTabs : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_desk.reset(); }

    void partsOfEachStep();
    void sameAsTheCommandLine();
    void whatInputsMatter();
    void aNetworkWaitsToBeAsked();
    void typedIntoTheGrid();
    void typedIntoTheLine();
    void scenariosAreKept();
    void severalBesideEachOther();
    void aModelWithoutColumns();
    void inChinese();

private:
    Desk &desk() { return *m_desk; }
    QString shop() { return desk().path(QStringLiteral("shop.foretrail")); }
    const ForecastPage::Shown &shown() { return desk().part<ForecastPage>("forecastPage").shown(); }
    WhyTab &why() { return *desk().window().findChild<WhyTab *>(); }
    WhatIfTab &whatIf() { return whatIfOf(desk()); }
    QTableView &grid() { return desk().part<QTableView>("whatIfGrid"); }
    void openTab(const QString &title);
    bool openWhy(const QString &model = {});
    bool openPriced() { return openWhatIf(desk(), shop()); }
    void typeIntoCell(int row, int column, const QString &text);
    int columnOf(const QString &name);

    std::unique_ptr<Desk> m_desk;
};

void TestWhyTabs::init()
{
    m_desk = std::make_unique<Desk>();
    desk().window().showPage(QStringLiteral("forecast"));
}

void TestWhyTabs::openTab(const QString &title)
{
    QVERIFY(Desk::goToTab(desk().part<QTabWidget>("forecastTabs"), title));
}

/// The shop of makeShop, with the tab in front.
bool TestWhyTabs::openWhy(const QString &model)
{
    if (!makeShop(shop(), 84))
        return false;
    desk().session().openWorkspace(shop());
    if (!QTest::qWaitFor([&] { return shown().hasFuture() && desk().isIdle(); }, 30000))
        return false;
    if (!model.isEmpty() && (!desk().choose("model", model) || !QTest::qWaitFor([&] { return shown().spec.model.model == model && desk().isIdle(); }, 30000)))
        return false;
    openTab(QStringLiteral("Why"));
    return QTest::qWaitFor([&] { return why().explained() != nullptr; }, 30000);
}

int TestWhyTabs::columnOf(const QString &name)
{
    for (int column = 0; column < grid().model()->columnCount(); ++column)
        if (grid().model()->headerData(column, Qt::Horizontal).toString() == name)
            return column;
    return -1;
}

void TestWhyTabs::typeIntoCell(int row, int column, const QString &text)
{
    const QModelIndex index = grid().model()->index(row, column);
    grid().scrollTo(index);
    if (!grid().selectionModel()->isSelected(index))
        QTest::mouseClick(grid().viewport(), Qt::LeftButton, {}, grid().visualRect(index).center());
    else
        grid().selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
    QTest::keyClick(&grid(), Qt::Key_F2);
    auto *editor = grid().findChild<QLineEdit *>();
    QVERIFY(editor);
    editor->selectAll();
    QTest::keyClicks(editor, text);
    QTest::keyClick(editor, Qt::Key_Return);
}

void TestWhyTabs::partsOfEachStep()
{
    QVERIFY(openWhy(QStringLiteral("ar-fourier")));
    const ExplainedForecast &explained = *why().explained();
    QCOMPARE(explained.mean, shown().outcome.future.mean);
    for (size_t h = 0; h < explained.mean.size(); ++h)
        QVERIFY(std::abs(explained.parts.sumAt(h) - explained.mean[h]) <= 1e-6 * explained.mean[h]);
    QCOMPARE(desk().text("whySentence"), explained.sentence(0));
    auto &step = desk().part<QSpinBox>("whyStep");
    QCOMPARE(step.maximum(), 28);
    step.setFocus();
    QTest::keyClick(&step, Qt::Key_Up);
    QCOMPARE(step.value(), 2);
    QCOMPARE(desk().text("whySentence"), explained.sentence(1));
    // The waterfall ends at the forecast of that step; its table has every part.
    const MarkDrawing *waterfall = desk().part<MarkChart>("whyWaterfall").drawing();
    QCOMPARE(waterfall->table().back()[1].toDouble(), explained.mean[1]);
    QCOMPARE(waterfall->table().size(), qsizetype(explained.parts.parts().size()) + 2);
    // A click on a column chooses its step.
    QVERIFY(desk().choose("whyWhat", QStringLiteral("All steps")));
    auto &stack = desk().part<MarkChart>("whyStack");
    const std::vector<ChartMark> marks = stack.drawing()->marks(stack.rect(), Theme::tableFont());
    QVERIFY(!marks.empty());
    const int number = marks.back().number;
    QTest::mouseClick(&stack, Qt::LeftButton, {}, stack.placeOf(number));
    QCOMPARE(step.value(), StackedPartsDrawing::stepOf(number) + 1);
    FileAnswers answers;
    answers.save = desk().path(QStringLiteral("parts.csv"));
    stack.findChild<QAction *>(QStringLiteral("export_csv"))->trigger();
    QTRY_VERIFY(QFile::exists(answers.save));
    QCOMPARE(parsedCsv(readAll(answers.save)).size(), 29);
    // Another model is explained anew.
    QVERIFY(desk().choose("model", QStringLiteral("naive")));
    QTRY_VERIFY(why().explained() && why().explained()->parts.parts().size() == 1);
    QCOMPARE(why().explained()->mean, shown().outcome.future.mean);
}

void TestWhyTabs::sameAsTheCommandLine()
{
    if (!QFile::exists(cliProgram()))
        QSKIP("foretrail-cli is not built");
    QVERIFY(openWhy(QStringLiteral("ar-fourier")));
    const CliRun run = runCli(QStringLiteral("explain %1 --model ar-fourier --horizon 28").arg(shop()));
    VERIFY_CODE(run, 0);
    const QList<QStringList> rows = CliRun::table(run.out);
    const auto &parts = why().explained()->parts.parts();
    QCOMPARE(rows.size(), qsizetype(1 + 28 * parts.size()));
    for (int h = 0; h < 28; ++h)
        for (size_t i = 0; i < parts.size(); ++i) {
            const QStringList &row = rows[1 + h * qsizetype(parts.size()) + qsizetype(i)];
            QCOMPARE(row[5].toDouble(), why().explained()->mean[size_t(h)]);
            QCOMPARE(row[3], partName(parts[i]));
            QCOMPARE(row[4].toDouble(), parts[i].values[size_t(h)]);
        }
}

void TestWhyTabs::whatInputsMatter()
{
    QVERIFY(openPriced());
    openTab(QStringLiteral("Why"));
    QTRY_VERIFY(why().explained());
    QVERIFY(desk().choose("whyWhat", QStringLiteral("Importance")));
    desk().click("testInputs");
    auto &bars = desk().part<BarChart>("whyImportance");
    QTRY_VERIFY_WITH_TIMEOUT(!bars.content().values.empty(), 60000);
    QVERIFY2((QStringList{QStringLiteral("price"), QStringLiteral("promotion")}).contains(bars.content().labels[0]), qPrintable(bars.content().labels.join(QLatin1Char(' '))));
    QVERIFY(bars.content().values[0] >= bars.content().values[1] && bars.content().values[1] > 100);
    QVERIFY2(desk().text("whyImportanceNote").contains(QStringLiteral("matters most")), qPrintable(desk().text("whyImportanceNote")));
}

void TestWhyTabs::aNetworkWaitsToBeAsked()
{
    QVERIFY(openWhy());
    QVERIFY(desk().choose("model", QStringLiteral("gru")));
    QTRY_COMPARE(shown().spec.model.model, QStringLiteral("gru"));
    TRY_IDLE(desk());
    QVERIFY(!why().explained());
    QCOMPARE(Desk::child<QLabel>(desk().part("whyEmpty"), "emptySentence").text(), QStringLiteral("Nothing is forecast yet."));
}

void TestWhyTabs::typedIntoTheGrid()
{
    QVERIFY(openPriced());
    QCOMPARE(whatIf().base()->forecast.mean, shown().outcome.future.mean); // bit for bit
    QVERIFY(desk().choose("whatIfShow", QStringLiteral("Inputs")));
    const int price = columnOf(QStringLiteral("price"));
    QVERIFY(price > 0);
    const int first = 28; // behind four weeks of history
    const QModelIndex from = grid().model()->index(first, price), to = grid().model()->index(first + pricedAhead - 1, price);
    grid().selectionModel()->select(QItemSelection(from, to), QItemSelectionModel::ClearAndSelect);
    typeIntoCell(first, price, QStringLiteral("-10%"));
    QTRY_VERIFY(whatIf().changed() && whatIf().changed()->forecast.mean != whatIf().base()->forecast.mean);
    QCOMPARE(whatIf().scenario().changes.size(), 1);
    const PricedShop made;
    double prices = 0;
    for (int h = 0; h < pricedAhead; ++h)
        prices += made.price[size_t(pricedDays + h)];
    const double found = differenceOf(*whatIf().base(), *whatIf().changed()).total();
    QVERIFY2(std::abs(found / (1.2 * prices) - 1) < 0.03, qPrintable(QString::number(found))); // -12 a unit of price, a tenth of it
    QVERIFY2(desk().text("whatIfSentence").contains(QStringLiteral("more in 14 days")), qPrintable(desk().text("whatIfSentence")));
    QVERIFY(grid().model()->index(first, price).data().toString().endsWith(QLatin1Char('*')));
    QCOMPARE(desk().part<LineChart>("whatIfChart").content().curves.size(), 3);
    // A value of the history, by itself.
    typeIntoCell(27, 1, QStringLiteral("-100"));
    QTRY_COMPARE(whatIf().scenario().changes.size(), 2);
    TRY_IDLE(desk());
    QTRY_VERIFY(whatIf().changed()->history.values.back() < whatIf().base()->history.values.back() - 99);
    QVERIFY(desk().choose("whatIfShow", QStringLiteral("Scenarios")));
    desk().click("undoScenario");
    QCOMPARE(whatIf().scenario().changes.size(), 1);
    desk().click("undoScenario");
    QTRY_COMPARE(whatIf().changed()->forecast.mean, whatIf().base()->forecast.mean);
    TRY_IDLE(desk());
}

void TestWhyTabs::typedIntoTheLine()
{
    QVERIFY(openPriced());
    QVERIFY(desk().choose("changeWhat", QStringLiteral("promotion")));
    auto &by = desk().part<QLineEdit>("changeBy");
    QTest::keyClicks(&by, QStringLiteral("1"));
    QTest::keyClick(&by, Qt::Key_Return);
    QTRY_VERIFY(whatIf().changed() && whatIf().changed()->forecast.mean != whatIf().base()->forecast.mean);
    QVERIFY(desk().choose("whatIfShow", QStringLiteral("Differences")));
    auto &table = desk().part<QTableView>("whatIfDifferences");
    QCOMPARE(table.model()->rowCount(), 1 + pricedAhead); // the total on top
    QVERIFY(table.isVisible());
    by.clear();
    QTest::keyClicks(&by, QStringLiteral("much"));
    QTest::keyClick(&by, Qt::Key_Return);
    QVERIFY2(desk().text("whatIfSentence").contains(QStringLiteral("no change")), qPrintable(desk().text("whatIfSentence")));
    QCOMPARE(whatIf().scenario().changes.size(), 1);
    QVERIFY(desk().choose("whatIfShow", QStringLiteral("Inputs")));
    desk().part<QListWidget>("changeList").setCurrentRow(0);
    desk().click("removeChange");
    QVERIFY(whatIf().scenario().changes.isEmpty());
    TRY_IDLE(desk());
}

void TestWhyTabs::scenariosAreKept()
{
    QVERIFY(openPriced());
    auto &by = desk().part<QLineEdit>("changeBy");
    QVERIFY(desk().choose("changeWhat", QStringLiteral("price")));
    QTest::keyClicks(&by, QStringLiteral("-10%"));
    desk().click("addChange");
    QVERIFY(desk().choose("whatIfShow", QStringLiteral("Scenarios")));
    desk().click("saveScenario");
    auto &name = desk().part<QLineEdit>("nameField");
    name.selectAll();
    QTest::keyClicks(&name, QStringLiteral("Sale"));
    desk().click("nameYes");
    auto &list = desk().part<QListWidget>("scenarioList");
    QTRY_COMPARE(list.count(), 1);
    QCOMPARE(list.item(0)->text(), QStringLiteral("Sale"));
    desk().click("duplicateScenario");
    desk().click("nameYes");
    QTRY_COMPARE(list.count(), 2);
    TRY_IDLE(desk());
    desk().click("newScenario");
    QVERIFY(whatIf().scenario().changes.isEmpty());
    QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, list.visualItemRect(list.item(0)).center());
    QCOMPARE(whatIf().scenario().name, QStringLiteral("Sale"));
    QCOMPARE(whatIf().scenario().changes.size(), 1);
    desk().click("deleteScenario");
    QTRY_COMPARE(list.count(), 1);
    TRY_IDLE(desk());
    desk().click("undoScenario");
    QTRY_COMPARE(list.count(), 2);
    TRY_IDLE(desk());
    desk().click("renameScenario");
    auto &newName = desk().part<QLineEdit>("nameField");
    newName.selectAll();
    QTest::keyClicks(&newName, QStringLiteral("Autumn"));
    desk().click("nameYes");
    const auto isListed = [&list](const char *what) { return list.findItems(QString::fromLatin1(what), Qt::MatchExactly).size() == 1; };
    QTRY_VERIFY(isListed("Autumn") && !isListed("Sale"));
    TRY_IDLE(desk());
    desk().window().findChild<QAction *>(QStringLiteral("undoNote"))->trigger(); // the one undo of the page
    QTRY_VERIFY(isListed("Sale") && !isListed("Autumn"));
    TRY_IDLE(desk());
    desk().window().findChild<QAction *>(QStringLiteral("redoNote"))->trigger();
    QTRY_VERIFY(isListed("Autumn") && !isListed("Sale"));
    TRY_IDLE(desk());
    QVERIFY2(desk().problem().isEmpty(), qPrintable(desk().problem()));
}

void TestWhyTabs::severalBesideEachOther()
{
    QVERIFY(openPriced());
    auto &list = desk().part<QListWidget>("scenarioList");
    {
        Result<Workspace> workspace = Workspace::open(shop());
        VERIFY_RESULT(workspace);
        JobContext job;
        for (const auto &[name, by] : {std::pair("Cheap", "-10%"), std::pair("Dear", "+10%")}) {
            const Scenario scenario{QLatin1String(name), {ScenarioChange::fromWords(QStringLiteral("price"), QStringLiteral("2024-06-09"), {}, QLatin1String(by)).value()}};
            VERIFY_RESULT(ScenarioStore(*workspace).save(scenario.name, scenario.toJson(), job));
        }
    }
    QVERIFY(desk().choose("whatIfShow", QStringLiteral("Scenarios")));
    QVERIFY(desk().choose("model", QStringLiteral("auto"))); // is read again with the next forecast
    QTRY_COMPARE(list.count(), 2);
    TRY_IDLE(desk());
    QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, list.visualItemRect(list.item(0)).center());
    QTest::mouseClick(list.viewport(), Qt::LeftButton, Qt::ControlModifier, list.visualItemRect(list.item(1)).center());
    QTRY_COMPARE(desk().part<LineChart>("whatIfChart").content().curves.size(), 4);
    QVERIFY2(desk().text("whatIfSentence").contains(QStringLiteral("Cheap:")) && desk().text("whatIfSentence").contains(QStringLiteral("Dear:")),
             qPrintable(desk().text("whatIfSentence")));
    TRY_IDLE(desk());
}

void TestWhyTabs::aModelWithoutColumns()
{
    QVERIFY(openPriced());
    QVERIFY(desk().choose("model", QStringLiteral("theta")));
    QTRY_COMPARE(shown().spec.model.model, QStringLiteral("theta"));
    QTRY_VERIFY(desk().isIdle() && desk().part("whatIfModels").isVisible());
    QVERIFY2(desk().text("whatIfNote").contains(QStringLiteral("takes no columns")), qPrintable(desk().text("whatIfNote")));
    QVERIFY(desk().choose("changeWhat", QStringLiteral("History"))); // which still can be changed
    auto &by = desk().part<QLineEdit>("changeBy");
    QTest::keyClicks(&by, QStringLiteral("+10%"));
    QTest::keyClick(&by, Qt::Key_Return);
    QTRY_VERIFY(whatIf().changed() && whatIf().changed()->forecast.mean != whatIf().base()->forecast.mean);
    TRY_IDLE(desk());
    auto &models = desk().part<QComboBox>("whatIfModels");
    const int row = models.findData(QStringLiteral("ar-fourier"));
    QVERIFY(row > 0);
    QVERIFY(desk().choose(models, models.itemText(row)));
    QTRY_COMPARE(shown().spec.model.model, QStringLiteral("ar-fourier"));
    TRY_IDLE(desk());
}

void TestWhyTabs::inChinese()
{
    QVERIFY(openWhy(QStringLiteral("naive")));
    desk().settings().setLanguage(QStringLiteral("zh_CN"));
    QTRY_VERIFY(desk().isIdle());
    desk().settings().setLanguage(QStringLiteral("en"));
    QTRY_VERIFY(desk().isIdle() && why().explained());
    QCOMPARE(desk().text("whySentence"), why().explained()->sentence(0));
}

FORETRAIL_TEST_MAIN(TestWhyTabs, QApplication)
#include "tst_whytabs.moc"
