// Imports taken back and brought back, as a person does: by button and by keyboard, asked first, told by the list.
#include "tests/ui/DataDesk.h"

#include "ui/models/ImportsModel.h"

#include <QAction>

using namespace foretrail;
using namespace foretrail::test;

class TestImportUndo : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void undoneAndRedone();
    void sayingNoChangesNothing();
    void keysDoTheSame();
};

void TestImportUndo::undoneAndRedone()
{
    DataDesk desk;
    QVERIFY(desk.open());
    QVERIFY(desk.importFile("sales.csv", aprilSales));
    const int state = int(ImportsModel::Column::State);
    QCOMPARE(desk.cell("importsTable", 0, state), QStringLiteral("counts"));
    QVERIFY(!desk.isShown("redoImport"));
    desk.click("undoImport");
    QTRY_VERIFY_WITH_TIMEOUT(desk.window().findChild<QLabel *>(QStringLiteral("confirmText")), DataDesk::waitMs);
    const QString question = desk.text("confirmText");
    QVERIFY2(question.contains(QStringLiteral("6 rows")) && question.contains(QStringLiteral("Runs and forecasts")), qPrintable(question));
    QVERIFY(desk.confirm());
    QTRY_COMPARE_WITH_TIMEOUT(desk.cell("importsTable", 0, state), QStringLiteral("taken back"), DataDesk::waitMs);
    QVERIFY(desk.settle());
    QVERIFY(desk.table("importsTable").index(0, 0).data(Qt::FontRole).value<QFont>().strikeOut());
    QVERIFY(desk.isShown("importUndone"));
    QVERIFY(!desk.isShown("undoImport"));
    QCOMPARE(desk.session().summary().events, 0);

    desk.click("redoImport");
    QVERIFY(desk.confirm());
    QTRY_COMPARE_WITH_TIMEOUT(desk.cell("importsTable", 0, state), QStringLiteral("counts"), DataDesk::waitMs);
    QVERIFY(desk.settle());
    QCOMPARE(desk.session().summary().events, 6);
}

void TestImportUndo::sayingNoChangesNothing()
{
    DataDesk desk;
    QVERIFY(desk.open());
    QVERIFY(desk.importFile("sales.csv", aprilSales));
    desk.click("undoImport");
    desk.click("confirmNo");
    QVERIFY(desk.settle());
    QCOMPARE(desk.session().summary().events, 6);
}

void TestImportUndo::keysDoTheSame()
{
    DataDesk desk;
    QVERIFY(desk.open());
    QVERIFY(desk.importFile("sales.csv", aprilSales));
    auto &list = desk.part<QAbstractItemView>("importsTable");
    list.setFocus();
    QTest::keyClick(&list, Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(desk.confirm());
    QTRY_COMPARE_WITH_TIMEOUT(desk.session().summary().events, 0, DataDesk::waitMs);
    QVERIFY(desk.settle());
    auto *redo = list.findChild<QAction *>(QStringLiteral("redoImportKey"));
    QVERIFY(redo && redo->shortcuts().contains(QKeySequence(QKeySequence::Redo)));
    redo->trigger(); // a test cannot count on the focus after a dialog
    QVERIFY(desk.confirm());
    QTRY_COMPARE_WITH_TIMEOUT(desk.session().summary().events, 6, DataDesk::waitMs);
    QVERIFY(desk.settle());
}

FORETRAIL_TEST_MAIN(TestImportUndo, QApplication)
#include "tst_import_undo.moc"
