// The tab that makes forecasts add up, driven by hand, beside the command line. The shop is that of makeShop(): tea (drinks), mug
// (kitchen) and jam (food).
#include "tests/cli/CliRun.h"
#include "tests/ui/UiTest.h"
#include "ui/pages/ForecastPage.h"
#include "ui/widgets/HierarchyTab.h"

#include <QPushButton>
#include <QSpinBox>
#include <QTabBar>
#include <QTabWidget>
#include <QTreeView>

#include <cmath>

using namespace foretrail;
using namespace foretrail::test;

class HierarchyTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_desk.reset(); }
    void addsUpAndLeadsOn();
    void sameAsTheCommandLine();
    void whatDoesNotAddUpIsSaid();

private:
    Desk &desk() { return *m_desk; }
    ForecastPage &page() { return desk().part<ForecastPage>("forecastPage"); }
    HierarchyTab &tab() { return *page().findChild<HierarchyTab *>(); }
    QTreeView &tree() { return desk().part<QTreeView>("hierarchyTree"); }
    QString shop() { return desk().path(QStringLiteral("shop.foretrail")); }
    std::unique_ptr<Desk> m_desk;
};

void HierarchyTest::init()
{
    m_desk = std::make_unique<Desk>();
    desk().window().showPage(QStringLiteral("forecast"));
    VERIFY_RESULT(makeShop(shop(), 84));
    desk().session().openWorkspace(shop());
    QTRY_VERIFY_WITH_TIMEOUT(!page().shown().isEmpty() && desk().isIdle(), 30000);
    QVERIFY(desk().choose("model", QStringLiteral("naive")));
    QTRY_COMPARE(page().shown().spec.model.model, QStringLiteral("naive"));
    QVERIFY(Desk::goToTab(desk().part<QTabWidget>("forecastTabs"), QStringLiteral("Adds up")));
    QVERIFY(desk().part("hierarchyStart").isVisible());
}

void HierarchyTest::addsUpAndLeadsOn()
{
    QVERIFY(desk().part("hierarchyEmpty").isVisible() && !tree().isVisible()); // no table with nothing in it
    const QString empty = Desk::child<QLabel>(desk().part("hierarchyEmpty"), "emptySentence").text();
    QVERIFY2(empty.contains(QStringLiteral("do not add up")) && empty.contains(QStringLiteral("\"Add up\"")), qPrintable(empty));
    QVERIFY(!desk().part<QPushButton>("hierarchySave").isEnabled());
    desk().click("hierarchyStart");
    QTRY_COMPARE_WITH_TIMEOUT(tab().reconciled().nodes.size(), 7, 30000); // total, three categories, three items
    QVERIFY(tree().isVisible() && !desk().part("hierarchyEmpty").isVisible());
    QVERIFY(tab().reconciled().gapAfter < 1e-9);
    const QAbstractItemModel &lines = *tree().model();
    QCOMPARE(lines.rowCount(), 1);
    const QModelIndex total = lines.index(0, 0);
    QCOMPARE(lines.rowCount(total), 3);
    const QModelIndex category = lines.index(0, 0, total);
    QCOMPARE(lines.rowCount(category), 1);
    QVERIFY(desk().text("hierarchySentence").contains(QStringLiteral("now they add up")));
    // A category opens above; what was found stays.
    tree().setCurrentIndex(category);
    QTest::keyClick(&tree(), Qt::Key_Return);
    QTRY_COMPARE(page().shown().spec.query.by, GroupBy::Category);
    QCOMPARE(page().shown().outcome.history.name, category.data().toString());
    QCOMPARE(tab().reconciled().nodes.size(), 7);
    FileAnswers answers;
    answers.save = desk().path(QStringLiteral("sums.csv"));
    TRY_IDLE(desk());
    desk().click("hierarchySave");
    QTRY_VERIFY(QFile::exists(answers.save));
    QCOMPARE(parsedCsv(readAll(answers.save)).size(), 1 + 7 * page().shown().spec.horizon);
}

void HierarchyTest::sameAsTheCommandLine()
{
    QVERIFY(desk().choose("hierarchyMethod", QStringLiteral("Bottom-up")));
    desk().part<QSpinBox>("hierarchyTop").setValue(2);
    desk().click("hierarchyStart");
    QTRY_VERIFY_WITH_TIMEOUT(!tab().reconciled().nodes.isEmpty(), 30000);
    TRY_IDLE(desk());
    const CliRun run = runCli(QStringLiteral("reconcile %1 --model naive --horizon 28 --method bottom-up --top 2").arg(shop()));
    VERIFY_CODE(run, 0);
    const auto rows = CliRun::table(run.out);
    int row = 1;
    for (const ReconciledNode &node : tab().reconciled().nodes)
        for (const double value : node.reconciled) {
            QCOMPARE(rows[row][2], node.key);
            QCOMPARE(rows[row++].last().toDouble(), value);
        }
    QCOMPARE(row, rows.size());
    // Judged on the same steps, a quarter of the 84 days of the total.
    QCOMPARE(tab().reconciled().tested, 21);
    const CliRun told = runCli(QStringLiteral("reconcile %1 --model naive --horizon 28 --method bottom-up --top 2 --json").arg(shop()));
    VERIFY_CODE(told, 0);
    QCOMPARE(told.json()[QStringLiteral("sentence")].toString(), tab().reconciled().sentence());
}

void HierarchyTest::whatDoesNotAddUpIsSaid()
{
    QVERIFY(desk().choose("measure", QStringLiteral("Orders")));
    QTRY_COMPARE(page().shown().spec.query.measure, Measure::Orders);
    TRY_IDLE(desk());
    desk().click("hierarchyStart");
    QTRY_VERIFY2(desk().problem().contains(QStringLiteral("do not add up")), qPrintable(desk().problem()));
    QVERIFY(tab().reconciled().nodes.isEmpty());
}

FORETRAIL_TEST_MAIN(HierarchyTest, QApplication)
#include "tst_hierarchy.moc"
