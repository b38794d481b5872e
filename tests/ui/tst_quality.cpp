// What is odd about data, as a person reads it: findings, their rows, where to look further, the table of them all.
#include "tests/ui/DataDesk.h"

#include "ui/models/FindingRowsModel.h"
#include "ui/models/FindingsModel.h"
#include "ui/pages/Page.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>

using namespace foretrail;
using namespace foretrail::test;

namespace {

/// The row of the first finding of a kind of sentence, or -1.
int rowWith(DataDesk &desk, const QString &words)
{
    for (int row = 0; row < desk.table("findingsTable").rowCount(); ++row)
        if (desk.cell("findingsTable", row, int(FindingsModel::Column::Sentence)).contains(words))
            return row;
    return -1;
}

bool showQuality(DataDesk &desk)
{
    desk.showTab(DataDesk::Quality);
    return QTest::qWaitFor([&] { return desk.isIdle() && desk.table("findingsTable").rowCount() > 0; }, DataDesk::waitMs);
}

} // namespace

class TestQuality : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void findingsOfAnImport();
    void rowsOfAFinding();
    void wholeWorkspace();
    void userLeadsToCustomers();
    void findingsAreExported();
    void takenBackImportHasNone();
    void findingsModel();
};

void TestQuality::findingsOfAnImport()
{
    DataDesk desk;
    QVERIFY(desk.open());
    QVERIFY(desk.importFile("sales.csv", aprilSales));
    const QAbstractItemModelTester findings(&desk.table("findingsTable"), QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QAbstractItemModelTester rows(&desk.table("findingRows"), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(showQuality(desk));
    QCOMPARE(desk.number("qualityRowsNumber"), 6);
    QCOMPARE(desk.number("qualityUsersNumber"), 2);
    QCOMPARE(desk.number("qualityItemsNumber"), 3);
    QCOMPARE(desk.number("qualitySpanNumber"), 15);
    QVERIFY(!desk.isShown("qualitySeries"));
    for (int row = 0; row < desk.table("findingsTable").rowCount(); ++row) {
        QVERIFY(!desk.cell("findingsTable", row, int(FindingsModel::Column::Severity)).isEmpty());
        QVERIFY(!desk.cell("findingsTable", row, int(FindingsModel::Column::Remedy)).isEmpty());
    }
}

void TestQuality::rowsOfAFinding()
{
    DataDesk desk;
    QVERIFY(desk.open());
    QVERIFY(desk.importFile("sales.csv", aprilSales));
    QVERIFY(showQuality(desk));
    const int row = rowWith(desk, QStringLiteral("negative"));
    QVERIFY(row >= 0);
    auto &table = desk.part<QTableView>("findingsTable");
    table.selectRow(row);
    QTRY_COMPARE_WITH_TIMEOUT(desk.text("findingRowsTitle"), QStringLiteral("Rows: 1"), DataDesk::waitMs);
    QCOMPARE(desk.table("findingRows").rowCount(), 1);
    QVERIFY(desk.text("findingStep").contains(QStringLiteral("preparation step")));
    QVERIFY(desk.settle());
}

void TestQuality::wholeWorkspace()
{
    DataDesk desk;
    QVERIFY(desk.open());
    QVERIFY(desk.importFile("sales.csv", aprilSales));
    QVERIFY(desk.importFile("more.csv", longSales()));
    QVERIFY(showQuality(desk));
    QCOMPARE(desk.number("qualityRowsNumber"), 30); // the six of the first file are duplicates here
    desk.click("qualityOfWorkspace");
    QTRY_COMPARE_WITH_TIMEOUT(desk.number("qualityRowsNumber"), 36, DataDesk::waitMs);
    QVERIFY(desk.settle());
}

void TestQuality::userLeadsToCustomers()
{
    DataDesk desk;
    QVERIFY(desk.open());
    // One user has a thousand clicks within minutes, ten others have a few.
    QByteArray clicks = "time,user,kind,item\n";
    for (int i = 0; i < 1000; ++i)
        clicks += "2011-02-01 10:" + QByteArray::number(10 + i / 60).rightJustified(2, '0') + ":" + QByteArray::number(i % 60).rightJustified(2, '0')
            + ",robot,view,I" + QByteArray::number(i % 7) + "\n";
    for (int i = 0; i < 40; ++i)
        clicks += "2011-02-" + QByteArray::number(1 + i % 20).rightJustified(2, '0') + " 12:00:00,u" + QByteArray::number(i % 10) + ",view,I1\n";
    QVERIFY(desk.importFile("clicks.csv", clicks));
    QVERIFY(showQuality(desk));
    const int row = rowWith(desk, QStringLiteral("robot"));
    QVERIFY(row >= 0);
    desk.part<QTableView>("findingsTable").selectRow(row);
    QVERIFY(desk.settle());
    QCOMPARE(desk.part<QPushButton>("findingGo").text(), QStringLiteral("Show in Customers"));
    desk.click("findingGo");
    QCOMPARE(desk.window().currentPage()->name(), QStringLiteral("customers"));
    QCOMPARE(desk.session().selection().userKey(), QStringLiteral("robot"));
    QVERIFY(desk.settle());
}

void TestQuality::findingsAreExported()
{
    DataDesk desk;
    FileAnswers answers;
    QVERIFY(desk.open());
    QVERIFY(desk.importFile("sales.csv", aprilSales));
    QVERIFY(showQuality(desk));
    answers.save = desk.path(QStringLiteral("findings.csv"));
    desk.click("exportFindings");
    QVERIFY(desk.settle());
    const QList<QStringList> table = parsedCsv(readAll(answers.save));
    QCOMPARE(table.size(), 1 + desk.table("findingsTable").rowCount());
    QCOMPARE(table.front().front(), QStringLiteral("severity"));
    QCOMPARE(table.at(1).at(4), desk.cell("findingsTable", 0, int(FindingsModel::Column::Sentence)));
}

void TestQuality::takenBackImportHasNone()
{
    DataDesk desk;
    QVERIFY(desk.open());
    QVERIFY(desk.importFile("sales.csv", aprilSales));
    QVERIFY(showQuality(desk));
    desk.showTab(DataDesk::Ledger);
    desk.click("undoImport");
    QVERIFY(desk.confirm());
    desk.showTab(DataDesk::Quality);
    QVERIFY(desk.settle());
    QVERIFY(!desk.isShown("qualityRows"));
}

void TestQuality::findingsModel()
{
    FindingsModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    Finding finding;
    finding.severity = Severity::Problem;
    finding.sentence = QStringLiteral("3 days are missing.");
    model.setFindings({finding});
    QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("Problem"));
    QVERIFY(!model.index(0, 0).data(Qt::DecorationRole).isNull()); // not by the word alone, nor by the colour
    for (const auto *step : {"missing", "outliers", "negative", "stockouts", "exclude", "closed-days"})
        QVERIFY2(FindingsModel::stepText(QLatin1String(step)) != QLatin1String(step), step);
}

FORETRAIL_TEST_MAIN(TestQuality, QApplication)
#include "tst_quality.moc"
