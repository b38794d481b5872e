// Rejected rows as a person mends them: read why, type over the value, feed again, and the ledger follows.
#include "tests/ui/DataDesk.h"

#include "ui/models/ImportsModel.h"
#include "ui/models/RejectFieldsModel.h"
#include "ui/models/RejectsModel.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QTranslator>
#include <QTreeView>

using namespace foretrail;
using namespace foretrail::test;

namespace {

using Column = RejectsModel::Column;

/// Line 38 has no date, line 39 no number, line 40 a field too many.
const QByteArray bad = "6,A1,Tea,1,3.50,2011-13-01 12:00,13047,Spain\n"
                       "7,A1,Tea,many,3.50,2011-04-16 12:00,13047,Spain\n"
                       "8,A1,Tea,1,3.50,2011-04-17 12:00,13047,Spain,extra\n";

void type(QTableView &table, const QModelIndex &index, const QString &text)
{
    table.setCurrentIndex(index);
    table.edit(index);
    auto *editor = table.viewport()->findChild<QLineEdit *>();
    QVERIFY(editor);
    editor->selectAll();
    QTest::keyClick(editor, Qt::Key_Delete);
    QTest::keyClicks(editor, text);
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_VERIFY(!table.viewport()->findChild<QLineEdit *>()); // a table takes the text a little later
}

} // namespace

class TestRejects : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void valueIsCorrectedAndFed();
    void wholeRowIsCorrected();
    void stillWrongStaysWithItsNewText();
    void correctionsStayWithTheirImport();
    void whatIsTypedWhileRowsAreFedStays();
    void anotherWorkspaceAsks();
    void closingAsks();
    void theWorkspaceSortsThem();
    void reasonsFilter();
    void reasonsFollowTheLanguage();
    void rowsAreCopied();
    void undoneImportCannotBeCorrected();
    void fieldsModel();
};

void TestRejects::valueIsCorrectedAndFed()
{
    DataDesk desk;
    QVERIFY(desk.open());
    QVERIFY(desk.importFile("bad.csv", longSales() + bad));
    desk.showTab(DataDesk::Rejects);
    QTRY_COMPARE_WITH_TIMEOUT(desk.table("rejectsTable").rowCount(), 3, DataDesk::waitMs);
    QVERIFY(desk.settle());
    QVERIFY(!desk.part("feedAgain").isEnabled());
    auto &table = desk.part<QTableView>("rejectsTable");
    type(table, table.model()->index(0, int(Column::Value)), QStringLiteral("2011-05-01 12:00"));
    type(table, table.model()->index(1, int(Column::Value)), QStringLiteral("3"));
    QCOMPARE(desk.cell("rejectsTable", 1, int(Column::Value)), QStringLiteral("3"));
    QCOMPARE(desk.part<QPushButton>("feedAgain").text(), QStringLiteral("Feed 2 again"));
    desk.click("feedAgain");
    QTRY_COMPARE_WITH_TIMEOUT(desk.number("rowsRejectedNumber"), 1, DataDesk::waitMs);
    QVERIFY(desk.settle());
    QCOMPARE(desk.number("rowsReadNumber"), 39);
    QCOMPARE(desk.number("rowsStoredNumber"), 38);
    QCOMPARE(desk.session().summary().events, 38);
    QTRY_COMPARE_WITH_TIMEOUT(desk.table("rejectsTable").rowCount(), 1, DataDesk::waitMs);
    QVERIFY(desk.text("importDetails").contains(QStringLiteral("Rejected rows corrected and stored: 2.")));
}

void TestRejects::wholeRowIsCorrected()
{
    DataDesk desk;
    QVERIFY(desk.open());
    QVERIFY(desk.importFile("bad.csv", longSales() + bad));
    desk.showTab(DataDesk::Rejects);
    QTRY_COMPARE_WITH_TIMEOUT(desk.table("rejectsTable").rowCount(), 3, DataDesk::waitMs);
    QVERIFY(desk.settle());
    auto &table = desk.part<QTableView>("rejectsTable");
    table.setCurrentIndex(table.model()->index(2, 0));
    QTRY_COMPARE_WITH_TIMEOUT(desk.table("rejectFields").rowCount(), 9, DataDesk::waitMs);
    QCOMPARE(desk.cell("rejectFields", 8, 0), QStringLiteral("one too many"));
    auto &fields = desk.part<QTableView>("rejectFields");
    type(fields, fields.model()->index(8, 1), QString());
    QCOMPARE(desk.part<QPushButton>("feedAgain").text(), QStringLiteral("Feed 1 again"));
    desk.click("feedAgain");
    QTRY_COMPARE_WITH_TIMEOUT(desk.number("rowsRejectedNumber"), 2, DataDesk::waitMs);
    QVERIFY(desk.settle());
    QCOMPARE(desk.session().summary().events, 37);
}

void TestRejects::stillWrongStaysWithItsNewText()
{
    DataDesk desk;
    QVERIFY(desk.open());
    QVERIFY(desk.importFile("bad.csv", longSales() + bad));
    desk.showTab(DataDesk::Rejects);
    QTRY_COMPARE_WITH_TIMEOUT(desk.table("rejectsTable").rowCount(), 3, DataDesk::waitMs);
    QVERIFY(desk.settle());
    auto &table = desk.part<QTableView>("rejectsTable");
    type(table, table.model()->index(1, int(Column::Value)), QStringLiteral("some"));
    QSignalSpy said(&desk.session(), &AppSession::said);
    desk.click("feedAgain");
    QTRY_VERIFY_WITH_TIMEOUT(said.count() == 1 && desk.isIdle(), DataDesk::waitMs);
    QVERIFY(said.front().front().toString().contains(QStringLiteral("still not readable: 1.")));
    QCOMPARE(desk.number("rowsRejectedNumber"), 3);
    QTRY_COMPARE_WITH_TIMEOUT(desk.cell("rejectsTable", 1, int(Column::Value)), QStringLiteral("some"), DataDesk::waitMs);
    QVERIFY(!desk.part("feedAgain").isEnabled());
}

/// Imports the bad file and types a number into its second rejected row.
void correctOne(DataDesk &desk)
{
    QVERIFY(desk.open());
    QVERIFY(desk.importFile("bad.csv", longSales() + bad));
    desk.showTab(DataDesk::Rejects);
    QTRY_COMPARE_WITH_TIMEOUT(desk.table("rejectsTable").rowCount(), 3, DataDesk::waitMs);
    QVERIFY(desk.settle());
    auto &table = desk.part<QTableView>("rejectsTable");
    type(table, table.model()->index(1, int(Column::Value)), QStringLiteral("3"));
}

void TestRejects::correctionsStayWithTheirImport()
{
    DataDesk desk;
    correctOne(desk);
    auto &tabs = desk.part<QTabWidget>("importTabs");
    QCOMPARE(tabs.tabText(DataDesk::Rejects), QStringLiteral("Rejected ro&ws (3, to feed: 1)"));
    QVERIFY(desk.importFile("other.csv", longSales() + bad.split('\n').front() + '\n'));
    QTRY_COMPARE_WITH_TIMEOUT(desk.table("rejectsTable").rowCount(), 1, DataDesk::waitMs);
    QCOMPARE(tabs.tabText(DataDesk::Rejects), QStringLiteral("Rejected ro&ws (1)"));
    QVERIFY(!desk.part("feedAgain").isEnabled());
    const int state = int(ImportsModel::Column::State);
    QCOMPARE(desk.cell("importsTable", 0, state), QStringLiteral("counts"));
    QCOMPARE(desk.cell("importsTable", 1, state), QStringLiteral("counts, to feed: 1"));
    auto &imports = desk.part<QTreeView>("importsTable");
    imports.setCurrentIndex(imports.model()->index(1, 0));
    tabs.setCurrentIndex(DataDesk::Rejects); // an import that has ended shows its ledger
    QTRY_COMPARE_WITH_TIMEOUT(desk.table("rejectsTable").rowCount(), 3, DataDesk::waitMs);
    QVERIFY(desk.settle());
    QCOMPARE(desk.cell("rejectsTable", 1, int(Column::Value)), QStringLiteral("3"));
    QCOMPARE(desk.cell("rejectsTable", 1, int(Column::Reason)), QStringLiteral("changed, not fed yet"));
    desk.click("feedAgain");
    QTRY_COMPARE_WITH_TIMEOUT(desk.number("rowsRejectedNumber"), 2, DataDesk::waitMs);
    QVERIFY(desk.settle());
    QCOMPARE(desk.cell("importsTable", 1, state), QStringLiteral("counts"));
    QCOMPARE(desk.session().corrections().count(), 0);
}

void TestRejects::whatIsTypedWhileRowsAreFedStays()
{
    UnfedCorrections corrections;
    const QSignalSpy changed(&corrections, &UnfedCorrections::changed);
    corrections.set(1, 10, {QStringLiteral("a")});
    corrections.set(1, 11, {QStringLiteral("b")});
    corrections.set(2, 10, {QStringLiteral("a")});
    const QList<Correction> sent = corrections.of(1);
    QCOMPARE(sent.size(), 2);
    corrections.set(1, 11, {QStringLiteral("c")});
    corrections.removeFed(1, sent);
    QVERIFY(!corrections.contains(1, 10));
    QCOMPARE(corrections.fields(1, 11, {}), QStringList{QStringLiteral("c")});
    QCOMPARE(corrections.fields(1, 10, {QStringLiteral("as read")}), QStringList{QStringLiteral("as read")});
    QCOMPARE(corrections.count(1), 1);
    QCOMPARE(corrections.count(), 2);
    corrections.clear();
    QCOMPARE(corrections.count(), 0);
    QCOMPARE(changed.count(), 7);
}

void TestRejects::anotherWorkspaceAsks()
{
    DataDesk desk;
    VERIFY_RESULT(makeEmpty(desk.path(QStringLiteral("other.foretrail"))));
    correctOne(desk);
    desk.drop({desk.path(QStringLiteral("other.foretrail"))});
    QVERIFY(desk.answer("confirmNo"));
    QCOMPARE(desk.session().workspaceName(), QStringLiteral("shop"));
    QCOMPARE(desk.session().corrections().count(), 1);
    desk.drop({desk.path(QStringLiteral("shop.foretrail"))}); // the same one: nothing is left, nothing is lost
    QVERIFY(desk.settle());
    QCOMPARE(desk.session().corrections().count(), 1);
    desk.drop({desk.path(QStringLiteral("other.foretrail"))});
    QVERIFY(desk.confirm());
    QTRY_COMPARE_WITH_TIMEOUT(desk.session().workspaceName(), QStringLiteral("other"), DataDesk::waitMs);
    QVERIFY(desk.settle());
    QCOMPARE(desk.session().corrections().count(), 0);
}

void TestRejects::closingAsks()
{
    DataDesk desk;
    correctOne(desk);
    QVERIFY(!desk.window().close());
    QVERIFY(!desk.window().close()); // and asks once
    QCOMPARE(desk.window().findChildren<QDialog *>(QStringLiteral("confirm")).size(), 1);
    QVERIFY(desk.text("confirmText").contains(QStringLiteral("not fed yet: 1.")));
    QVERIFY(desk.answer("confirmNo"));
    QVERIFY(desk.window().isVisible());
    QVERIFY(!desk.window().close());
    QVERIFY(desk.answer("confirmYes"));
    QTRY_VERIFY(!desk.window().isVisible());
}

/// Line 38 has a bad date, 39 a quantity of "many", 40 a field too many. What is corrected is the row that is seen.
void TestRejects::theWorkspaceSortsThem()
{
    DataDesk desk;
    QVERIFY(desk.open());
    QVERIFY(desk.importFile("bad.csv", longSales() + bad));
    desk.showTab(DataDesk::Rejects);
    QTRY_COMPARE_WITH_TIMEOUT(desk.table("rejectsTable").rowCount(), 3, DataDesk::waitMs);
    auto &table = desk.part<QTableView>("rejectsTable");
    QVERIFY(table.isSortingEnabled());
    table.sortByColumn(int(Column::Line), Qt::DescendingOrder);
    QTRY_COMPARE_WITH_TIMEOUT(desk.cell("rejectsTable", 0, int(Column::Line)), QStringLiteral("40"), DataDesk::waitMs);
    QVERIFY(desk.settle());
    QCOMPARE(desk.cell("rejectsTable", 2, int(Column::Line)), QStringLiteral("38"));
    type(table, table.model()->index(2, int(Column::Value)), QStringLiteral("2011-05-01 12:00"));
    desk.click("feedAgain");
    QTRY_COMPARE_WITH_TIMEOUT(desk.number("rowsRejectedNumber"), 2, DataDesk::waitMs);
    QVERIFY(desk.settle());
    QTRY_COMPARE_WITH_TIMEOUT(desk.table("rejectsTable").rowCount(), 2, DataDesk::waitMs);
    QCOMPARE(desk.cell("rejectsTable", 0, int(Column::Line)), QStringLiteral("40")); // still from below
    table.sortByColumn(-1, Qt::AscendingOrder);
    QTRY_COMPARE_WITH_TIMEOUT(desk.cell("rejectsTable", 0, int(Column::Line)), QStringLiteral("39"), DataDesk::waitMs);
    QVERIFY(desk.settle());
}

void TestRejects::reasonsFilter()
{
    DataDesk desk;
    QVERIFY(desk.open());
    QVERIFY(desk.importFile("bad.csv", longSales() + bad));
    const QAbstractItemModelTester tester(&desk.table("rejectsTable"), QAbstractItemModelTester::FailureReportingMode::QtTest);
    desk.showTab(DataDesk::Rejects);
    QTRY_VERIFY_WITH_TIMEOUT(desk.isShown("rejectReason") && desk.isIdle(), DataDesk::waitMs);
    auto &reason = desk.part<QComboBox>("rejectReason");
    QCOMPARE(reason.count(), 4); // all, and three different ones
    QVERIFY(Desk::choose(reason, reason.itemText(1)));
    QTRY_COMPARE_WITH_TIMEOUT(desk.table("rejectsTable").rowCount(), 1, DataDesk::waitMs);
    QVERIFY(Desk::choose(reason, reason.itemText(0)));
    QTRY_COMPARE_WITH_TIMEOUT(desk.table("rejectsTable").rowCount(), 3, DataDesk::waitMs);
    QVERIFY(desk.settle());
}

/// The Chinese of this test is its own, so that it stands on no file.
void TestRejects::reasonsFollowTheLanguage()
{
    class Translator : public QTranslator {
    public:
        QString translate(const char *context, const char *source, const char *, int) const override
        {
            const bool isIt = QByteArray(context) == "foretrail::Reason" && QByteArray(source) == "is not a number";
            return isIt ? QString::fromUtf8("不是数字") : QString();
        }
        bool isEmpty() const override { return false; }
    } translator;
    DataDesk desk;
    QVERIFY(desk.open());
    QVERIFY(desk.importFile("bad.csv", longSales() + bad));
    desk.showTab(DataDesk::Rejects);
    QTRY_VERIFY_WITH_TIMEOUT(desk.isShown("rejectReason") && desk.isIdle(), DataDesk::waitMs);
    const int reason = int(Column::Reason);
    QCOMPARE(desk.cell("rejectsTable", 1, reason), QStringLiteral("is not a number"));
    auto &filter = desk.part<QComboBox>("rejectReason");
    desk.settings().setLanguage(QStringLiteral("zh_CN"));
    QCoreApplication::installTranslator(&translator);
    QCOMPARE(desk.cell("rejectsTable", 1, reason), QString::fromUtf8("不是数字"));
    QTRY_VERIFY(filter.findText(QString::fromUtf8("不是数字"), Qt::MatchContains) > 0);
    QVERIFY(Desk::choose(filter, filter.itemText(filter.findText(QString::fromUtf8("不是数字"), Qt::MatchContains))));
    QTRY_COMPARE_WITH_TIMEOUT(desk.table("rejectsTable").rowCount(), 1, DataDesk::waitMs);
    QVERIFY(desk.settle());
    QCoreApplication::removeTranslator(&translator);
}

void TestRejects::rowsAreCopied()
{
    DataDesk desk;
    QVERIFY(desk.open());
    QVERIFY(desk.importFile("bad.csv", longSales() + bad));
    desk.showTab(DataDesk::Rejects);
    QTRY_COMPARE_WITH_TIMEOUT(desk.table("rejectsTable").rowCount(), 3, DataDesk::waitMs);
    desk.part<QTableView>("rejectsTable").selectAll();
    desk.click("copyRejects");
    const QString copied = QApplication::clipboard()->text();
    QCOMPARE(copied.count(QLatin1Char('\n')), 4);
    QVERIFY(copied.startsWith(QStringLiteral("Line\tColumn\tValue\tReason\n")));
    QVERIFY(copied.contains(QStringLiteral("2011-13-01 12:00")));
    QVERIFY(desk.settle());
}

void TestRejects::undoneImportCannotBeCorrected()
{
    DataDesk desk;
    QVERIFY(desk.open());
    QVERIFY(desk.importFile("bad.csv", longSales() + bad));
    desk.click("undoImport");
    QVERIFY(desk.confirm());
    desk.showTab(DataDesk::Rejects);
    QTRY_COMPARE_WITH_TIMEOUT(desk.table("rejectsTable").rowCount(), 3, DataDesk::waitMs);
    QVERIFY(desk.settle());
    const QModelIndex value = desk.table("rejectsTable").index(1, int(Column::Value));
    QVERIFY(!(value.flags() & Qt::ItemIsEditable));
    QVERIFY(desk.text("rejectsHint").contains(QStringLiteral("taken back")));
}

void TestRejects::fieldsModel()
{
    RejectFieldsModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setRow({QStringLiteral("a"), QStringLiteral("b")}, {QStringLiteral("1")}, true);
    QCOMPARE(model.rowCount(), 2); // a field that is missing can be typed
    QVERIFY(model.setData(model.index(1, 1), QStringLiteral("2"), Qt::EditRole));
    QCOMPARE(model.fields(), (QStringList{QStringLiteral("1"), QStringLiteral("2")}));
    model.setRow({QStringLiteral("a")}, {QStringLiteral("1"), QStringLiteral("x")}, true);
    QVERIFY(model.setData(model.index(1, 1), QString(), Qt::EditRole));
    QCOMPARE(model.fields(), QStringList{QStringLiteral("1")});
    model.setRow({QStringLiteral("a")}, {QStringLiteral("1")}, false);
    QVERIFY(!model.setData(model.index(0, 1), QStringLiteral("2"), Qt::EditRole));
}

FORETRAIL_TEST_MAIN(TestRejects, QApplication)
#include "tst_rejects.moc"
