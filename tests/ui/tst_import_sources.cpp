// Where files come from, as a person brings them: folders, several at once, the clipboard; and what is kept for the next one.
#include "tests/ui/DataDesk.h"

#include "core/data/ImportTemplates.h"
#include "ui/models/SourcesModel.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QHeaderView>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>

using namespace foretrail;
using namespace foretrail::test;

namespace {

QByteArray day(int number)
{
    const QByteArray date = "2011-05-" + QByteArray::number(number).rightJustified(2, '0');
    return "date,user,kind,item\n" + date + ",u1,view,A\n" + date + ",u2,cart,B\n";
}

} // namespace

class TestImportSources : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void folderIsImportedFileByFile();
    void emptyFolderSaysSo();
    void clipboardIsATable();
    void emptyClipboardSaysSo();
    void templateIsUsedSavedLoadedDeleted();
    void templateThatDoesNotFitIsNamed();
    void importAgainTakesTheSamePlan();
    void keyColumnsTellRowsApart();
    void kindWordsGetAMeaning();
    void nullWordsAreFollowed();
    void productRuleIsEdited();
    void sourcesModel();
};

void TestImportSources::folderIsImportedFileByFile()
{
    DataDesk desk;
    FileAnswers answers;
    QVERIFY(desk.open());
    const QString folder = desk.path(QStringLiteral("logs"));
    QVERIFY(QDir().mkpath(folder));
    for (int number = 1; number <= 3; ++number)
        writeAll(folder + QStringLiteral("/2011-05-0%1.csv").arg(number), day(number));
    FileDialogs::setFunctions({{}, {}, [folder](const FileDialogs::Question &) { return folder; }});
    auto *action = desk.window().findChild<QAction *>(QStringLiteral("importFolderAction"));
    QVERIFY(action);
    action->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(desk.canImport(), DataDesk::waitMs);
    QVERIFY(desk.isShown("sourcesTable"));
    QCOMPARE(desk.table("sourcesTable").rowCount(), 3);
    QCOMPARE(desk.cell("sourcesTable", 0, int(SourcesModel::Column::State)), QStringLiteral("being looked at"));
    QCOMPARE(desk.cell("sourcesTable", 2, int(SourcesModel::Column::State)), QStringLiteral("waiting"));
    QSignalSpy said(&desk.session(), &AppSession::said);
    QVERIFY(desk.part<QCheckBox>("sameForRest").isChecked());
    desk.click("primaryAction");
    QTRY_COMPARE_WITH_TIMEOUT(desk.table("importsTable").rowCount(), 1, DataDesk::waitMs);
    QCOMPARE(desk.table("importsTable").rowCount(desk.table("importsTable").index(0, 0)), 3);
    QVERIFY(desk.settle());
    QCOMPARE(desk.session().summary().events, 6);
    QVERIFY(!desk.isShown("sourcesTable"));
    QCOMPARE(said.back().front().toString(), QStringLiteral("3 of 3 files done: 6 rows stored, 0 rejected."));
}

void TestImportSources::emptyFolderSaysSo()
{
    DataDesk desk;
    QVERIFY(desk.open());
    const QString folder = desk.path(QStringLiteral("nothing"));
    QVERIFY(QDir().mkpath(folder));
    desk.drop({folder});
    QTRY_VERIFY_WITH_TIMEOUT(desk.problem().contains(QStringLiteral("nothing")), DataDesk::waitMs);
    QVERIFY(!desk.isShown("previewTable"));
}

void TestImportSources::clipboardIsATable()
{
    DataDesk desk;
    QVERIFY(desk.open());
    QApplication::clipboard()->setText(QString::fromUtf8(aprilSales));
    auto *paste = desk.window().findChild<QAction *>(QStringLiteral("pasteAction"));
    QVERIFY(paste);
    QCOMPARE(paste->shortcut(), QKeySequence(QKeySequence::Paste));
    paste->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(desk.canImport(), DataDesk::waitMs);
    QCOMPARE(desk.table("previewTable").rowCount(), 6);
    QVERIFY(desk.import());
    QCOMPARE(desk.cell("importsTable", 0, 0), QStringLiteral("clipboard.csv"));
    QCOMPARE(desk.session().summary().events, 6);
}

void TestImportSources::emptyClipboardSaysSo()
{
    DataDesk desk;
    QVERIFY(desk.open());
    QApplication::clipboard()->clear();
    desk.window().findChild<QAction *>(QStringLiteral("pasteAction"))->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(desk.problem().contains(QStringLiteral("clipboard")), DataDesk::waitMs);
}

void TestImportSources::templateIsUsedSavedLoadedDeleted()
{
    DataDesk desk;
    FileAnswers answers;
    QVERIFY(desk.open());
    QVERIFY(desk.preview({desk.write("first.csv", aprilSales)}));
    QVERIFY(!desk.isShown("templateText"));
    QVERIFY(desk.choose("role_7", QStringLiteral("Category")));
    QTRY_VERIFY_WITH_TIMEOUT(desk.canImport() && desk.isIdle(), DataDesk::waitMs);
    QVERIFY(desk.import());

    QByteArray other = aprilSales;
    other.replace("2011-04", "2011-05");
    QVERIFY(desk.preview({desk.write("second.csv", other)}));
    QVERIFY(desk.text("templateText").startsWith(QStringLiteral("Read as first.csv on ")));
    QCOMPARE(desk.part<QComboBox>("role_7").currentText(), QStringLiteral("Category"));

    answers.save = desk.path(QStringLiteral("shop.json"));
    desk.window().findChild<QAction *>(QStringLiteral("saveTemplate"))->trigger();
    QVERIFY(desk.settle());
    const auto saved = ImportTemplates::read(answers.save);
    VERIFY_RESULT(saved);
    QCOMPARE(saved->plan.columns.at(7).role, Role::Category);

    desk.click("guessAnew");
    QTRY_VERIFY_WITH_TIMEOUT(!desk.isShown("templateText") && desk.canImport() && desk.isIdle(), DataDesk::waitMs);
    QVERIFY(desk.part<QComboBox>("role_7").currentText() != QStringLiteral("Category"));
    answers.open = {answers.save};
    desk.window().findChild<QAction *>(QStringLiteral("loadTemplate"))->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(desk.part<QComboBox>("role_7").currentText(), QStringLiteral("Category"), DataDesk::waitMs);

    desk.window().findChild<QAction *>(QStringLiteral("manageTemplates"))->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(desk.part<QListWidget>("templatesList").count(), 1, DataDesk::waitMs);
    desk.click("deleteTemplate");
    QVERIFY(desk.confirm());
    QTRY_COMPARE_WITH_TIMEOUT(desk.part<QListWidget>("templatesList").count(), 0, DataDesk::waitMs);
    desk.click("closeTemplates");
    QVERIFY(desk.settle());
}

void TestImportSources::templateThatDoesNotFitIsNamed()
{
    DataDesk desk;
    QVERIFY(desk.open());
    QVERIFY(desk.importFile("first.csv", aprilSales));
    QByteArray other = aprilSales;
    for (const char *day : {"01", "13", "14", "15"})
        other.replace(QByteArray("2011-04-") + day, QByteArray(day) + "/04/2011");
    QVERIFY(desk.preview({desk.write("second.csv", other)}));
    QVERIFY(!desk.isShown("templateText"));
    QVERIFY2(desk.text("importNotes").contains(QStringLiteral("(first.csv) do not fit this one")), qPrintable(desk.text("importNotes")));
}

void TestImportSources::importAgainTakesTheSamePlan()
{
    DataDesk desk;
    QVERIFY(desk.open());
    QVERIFY(desk.preview({desk.write("sales.csv", aprilSales)}));
    QVERIFY(desk.choose("role_7", QStringLiteral("Leave out")));
    QTRY_VERIFY_WITH_TIMEOUT(desk.canImport() && desk.isIdle(), DataDesk::waitMs);
    QVERIFY(desk.import());
    desk.click("importAgain");
    QTRY_VERIFY_WITH_TIMEOUT(desk.canImport(), DataDesk::waitMs);
    QVERIFY(desk.text("templateText").startsWith(QStringLiteral("Read as it was on ")));
    QCOMPARE(desk.part<QComboBox>("role_7").currentText(), QStringLiteral("Leave out"));
    QVERIFY(desk.import());
    QCOMPARE(desk.number("rowsDuplicateNumber"), 6);
}

void TestImportSources::keyColumnsTellRowsApart()
{
    DataDesk desk;
    QVERIFY(desk.open());
    QVERIFY(desk.preview({desk.write("sales.csv", aprilSales)}));
    QVERIFY(desk.choose("duplicateRule", QStringLiteral("the key columns are equal")));
    QTRY_VERIFY_WITH_TIMEOUT(desk.isShown("keyColumns") && desk.isIdle(), DataDesk::waitMs);
    // A click on a column's name opens its menu; the customer alone becomes the key.
    auto *header = desk.part<QTableView>("previewTable").horizontalHeader();
    Q_EMIT header->sectionClicked(6);
    auto *menu = desk.window().findChild<QMenu *>(QStringLiteral("columnMenu"));
    QVERIFY(menu);
    menu->actions().front()->trigger();
    menu->close();
    QTRY_VERIFY_WITH_TIMEOUT(desk.text("keyColumns").contains(QStringLiteral("customer")), DataDesk::waitMs);
    QTRY_VERIFY_WITH_TIMEOUT(desk.canImport() && desk.isIdle(), DataDesk::waitMs);
    QVERIFY(desk.import());
    QCOMPARE(desk.number("rowsStoredNumber"), 3); // 17850, 13047 and nobody
    QCOMPARE(desk.number("rowsDuplicateNumber"), 3);
}

void TestImportSources::kindWordsGetAMeaning()
{
    DataDesk desk;
    QVERIFY(desk.open());
    QVERIFY(desk.preview({desk.write("clicks.csv", "date,user,kind,item\n2011-05-01,u1,look,A\n2011-05-02,u1,buy,A\n")}));
    QTRY_VERIFY_WITH_TIMEOUT(desk.isShown("meaning_look"), DataDesk::waitMs);
    QCOMPARE(desk.part<QComboBox>("meaning_buy").currentText(), QStringLiteral("Purchase"));
    QVERIFY(desk.choose("meaning_look", QStringLiteral("Purchase")));
    QTRY_VERIFY_WITH_TIMEOUT(desk.canImport() && desk.isIdle(), DataDesk::waitMs);
    QCOMPARE(desk.part<QComboBox>("meaning_look").currentText(), QStringLiteral("Purchase"));
    QVERIFY(desk.import());
    desk.window().showPage(QStringLiteral("customers"));
    QVERIFY(desk.settle());
    QCOMPARE(desk.session().summary().events, 2);
}

void TestImportSources::nullWordsAreFollowed()
{
    DataDesk desk;
    QVERIFY(desk.open());
    QByteArray sales = aprilSales;
    sales.replace(",,Spain", ",nobody,Spain");
    QVERIFY(desk.preview({desk.write("sales.csv", sales)}));
    QCOMPARE(desk.cell("previewTable", 4, 6), QStringLiteral("nobody"));
    QTest::mouseClick(&desk.part("fileSectionHeading"), Qt::LeftButton);
    auto &words = desk.part<QLineEdit>("nullWords");
    QVERIFY(words.isVisible());
    QTest::keyClicks(&words, QStringLiteral("nobody, none"));
    QTest::keyClick(&words, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(desk.cell("previewTable", 4, 6), QString(), DataDesk::waitMs);
    QCOMPARE(words.text(), QStringLiteral("nobody, none"));
    QVERIFY(desk.settle());
}

void TestImportSources::productRuleIsEdited()
{
    DataDesk desk;
    QVERIFY(desk.open());
    QVERIFY(desk.importFile("sales.csv", aprilSales));
    desk.window().findChild<QAction *>(QStringLiteral("productRuleAction"))->trigger();
    auto &patterns = desk.part<QPlainTextEdit>("productPatterns");
    QTRY_VERIFY_WITH_TIMEOUT(patterns.isEnabled() && desk.text("flaggedItems").contains(QStringLiteral("0 of 3")), DataDesk::waitMs);
    const QString before = patterns.toPlainText();
    patterns.setPlainText(QStringLiteral("A*\n"));
    QTRY_VERIFY_WITH_TIMEOUT(desk.text("flaggedItems").startsWith(QStringLiteral("Flags 1 of 3 known items: A1")), DataDesk::waitMs);
    desk.click("productUndo");
    QCOMPARE(patterns.toPlainText(), before);
    patterns.setPlainText(QStringLiteral("A*\nC3"));
    QSignalSpy said(&desk.session(), &AppSession::said);
    desk.click("productSave");
    QTRY_COMPARE_WITH_TIMEOUT(said.count(), 1, DataDesk::waitMs);
    QCOMPARE(said.front().front().toString(), QStringLiteral("2 items are no products now."));
    QVERIFY(desk.settle());
}

void TestImportSources::sourcesModel()
{
    SourcesModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QList<SourceEntry> entries{{{QStringLiteral("/logs/a.csv"), {}}, SourceEntry::State::Done, {}, {}},
                               {{QStringLiteral("/logs/b.csv"), {}}, SourceEntry::State::Failed, {}, QStringLiteral("empty")}};
    entries[0].report.read = 1200;
    entries[0].report.stored = 1199;
    entries[0].report.rejected = 1;
    model.setEntries(entries);
    QCOMPARE(model.index(0, int(SourcesModel::Column::Stored)).data().toString(), QLocale().toString(1199));
    QCOMPARE(model.index(1, 0).data(Qt::ToolTipRole).toString(), QStringLiteral("empty"));
    QCOMPARE(SourcesModel::sentence(entries),
             QStringLiteral("1 of 2 files done: %1 rows stored, 1 rejected. 1 could not be read.").arg(QLocale().toString(1199)));
}

FORETRAIL_TEST_MAIN(TestImportSources, QApplication)
#include "tst_import_sources.moc"
