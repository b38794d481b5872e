// Several files imported at once, as a person does: asked once, one line that opens, one step back and one forth.
#include "tests/ui/DataDesk.h"

#include "ui/models/ImportsModel.h"
#include "ui/models/SourcesModel.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QTreeView>

using namespace foretrail;
using namespace foretrail::test;

namespace {

QByteArray clicks(const QList<QByteArray> &dates)
{
    QByteArray text = "date,user,kind,item\n";
    for (const QByteArray &date : dates)
        text += date + ",u1,view,A\n" + date + ",u2,cart,B\n";
    return text;
}

/// A desk whose files are days of one log.
class LogDesk : public DataDesk {
public:
    QStringList writeDays(int days) const
    {
        QStringList files;
        for (int day = 1; day <= days; ++day)
            files << write(("2011-05-0" + QByteArray::number(day) + ".csv").constData(), clicks({"2011-05-0" + QByteArray::number(day)}));
        return files;
    }
    QAbstractItemModel &imports() { return table("importsTable"); }
    QModelIndex group() { return imports().index(0, 0); }
    QString cellOf(const QModelIndex &index, ImportsModel::Column column) { return index.siblingAtColumn(int(column)).data().toString(); }
    void select(const QModelIndex &index) { part<QTreeView>("importsTable").setCurrentIndex(index); }
    bool importAll() { return import() && QTest::qWaitFor([this] { return imports().rowCount() > 0; }, waitMs) && settle(); }
};

} // namespace

class TestImportGroups : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void groupIsOneLineThatOpens();
    void groupIsTakenBackInOneStep();
    void fileOfAGroupIsTakenBackAlone();
    void datesAreAskedOnceForAll();
    void anotherFileSettlesTheDates();
    void answerHoldsFileByFile();
    void oddFilesDoNotHoldUpTheOthers();
    void ledgerIsShownAfterwards();
    void groupIsImportedAgain();
    void rejectedRowsOfAGroup();
    void importsModel();
};

void TestImportGroups::groupIsOneLineThatOpens()
{
    LogDesk desk;
    QVERIFY(desk.open());
    QVERIFY(desk.preview(desk.writeDays(5)));
    QCOMPARE(desk.part<QPushButton>("primaryAction").text(), QStringLiteral("Import 5 files"));
    QVERIFY(desk.importAll());
    QCOMPARE(desk.imports().rowCount(), 1);
    QCOMPARE(desk.imports().rowCount(desk.group()), 5);
    QCOMPARE(desk.cellOf(desk.group(), ImportsModel::Column::File), QStringLiteral("5 files: 2011-05-01.csv – 2011-05-05.csv"));
    qint64 read = 0;
    for (int file = 0; file < 5; ++file)
        read += QLocale().toLongLong(desk.cellOf(desk.imports().index(file, 0, desk.group()), ImportsModel::Column::Read));
    QCOMPARE(read, 10);
    QCOMPARE(desk.cellOf(desk.group(), ImportsModel::Column::Read), QStringLiteral("10"));
    QCOMPARE(desk.number("rowsReadNumber"), 10);
    QCOMPARE(desk.number("rowsStoredNumber"), 10);
    auto &list = desk.part<QTreeView>("importsTable");
    QVERIFY(!list.isExpanded(desk.group()));
    list.setFocus();
    QTest::keyClick(&list, Qt::Key_Right);
    QVERIFY(list.isExpanded(desk.group()));
    QTest::keyClick(&list, Qt::Key_Down);
    QCOMPARE(desk.number("rowsReadNumber"), 2);
    QCOMPARE(desk.text("importSentence"), QStringLiteral("2011-05-01.csv: All 2 rows were stored."));
}

void TestImportGroups::groupIsTakenBackInOneStep()
{
    LogDesk desk;
    QVERIFY(desk.open());
    QVERIFY(desk.preview(desk.writeDays(3)));
    QVERIFY(desk.importAll());
    desk.click("undoImport");
    QTRY_VERIFY_WITH_TIMEOUT(desk.window().findChild<QLabel *>(QStringLiteral("confirmText")), DataDesk::waitMs);
    const QString question = desk.text("confirmText");
    QVERIFY2(question.contains(QStringLiteral("3 files")) && question.contains(QStringLiteral("6 rows")), qPrintable(question));
    QVERIFY(desk.confirm());
    QTRY_COMPARE_WITH_TIMEOUT(desk.cellOf(desk.group(), ImportsModel::Column::State), QStringLiteral("taken back"), DataDesk::waitMs);
    QVERIFY(desk.settle());
    QCOMPARE(desk.session().summary().events, 0);
    QCOMPARE(desk.cellOf(desk.imports().index(2, 0, desk.group()), ImportsModel::Column::State), QStringLiteral("taken back"));
    QVERIFY(desk.isShown("importUndone") && !desk.isShown("undoImport"));
    desk.click("redoImport");
    QVERIFY(desk.confirm());
    QTRY_COMPARE_WITH_TIMEOUT(desk.session().summary().events, 6, DataDesk::waitMs);
    QVERIFY(desk.settle());
    QCOMPARE(desk.cellOf(desk.group(), ImportsModel::Column::State), QStringLiteral("counts"));
}

void TestImportGroups::fileOfAGroupIsTakenBackAlone()
{
    LogDesk desk;
    QVERIFY(desk.open());
    QVERIFY(desk.preview(desk.writeDays(3)));
    QVERIFY(desk.importAll());
    desk.select(desk.imports().index(1, 0, desk.group()));
    desk.click("undoImport");
    QVERIFY(desk.confirm());
    QTRY_COMPARE_WITH_TIMEOUT(desk.session().summary().events, 4, DataDesk::waitMs);
    QVERIFY(desk.settle());
    QCOMPARE(desk.cellOf(desk.group(), ImportsModel::Column::State), QStringLiteral("1 of 3 taken back"));
    // The file is still selected; its group can go both ways.
    QCOMPARE(desk.text("importSentence"), QStringLiteral("2011-05-02.csv: All 2 rows were stored."));
    desk.select(desk.group());
    QVERIFY(desk.isShown("undoImport") && desk.isShown("redoImport"));
    desk.click("redoImport");
    QVERIFY(desk.confirm());
    QTRY_COMPARE_WITH_TIMEOUT(desk.session().summary().events, 6, DataDesk::waitMs);
    QVERIFY(desk.settle());
}

// Neither file tells whether the day comes first; the question is about both and comes once.
void TestImportGroups::datesAreAskedOnceForAll()
{
    LogDesk desk;
    QVERIFY(desk.open());
    desk.drop({desk.write("a.csv", clicks({"1/2/2011", "3/4/2011", "5/6/2011"})), desk.write("b.csv", clicks({"2/3/2011", "6/5/2011", "4/1/2011"}))});
    QTRY_VERIFY_WITH_TIMEOUT(desk.isShown("dateQuestion") && desk.isIdle(), DataDesk::waitMs);
    QVERIFY(!desk.canImport());
    QVERIFY(desk.text("dateReading_0Span").contains(QStringLiteral("6 days"))); // of both files
    const bool isFirst = desk.part("dateReading_0").accessibleName() == QStringLiteral("1 February 2011");
    desk.click(isFirst ? "dateReading_0" : "dateReading_1");
    QTRY_VERIFY_WITH_TIMEOUT(desk.canImport(), DataDesk::waitMs);
    QVERIFY(desk.importAll());
    QVERIFY(!desk.isShown("dateQuestion"));
    QCOMPARE(desk.session().summary().events, 12);
    // Day first: from 4 January (in the second file) to 5 June.
    QCOMPARE(formatTime(*desk.session().summary().firstEvent, Step::Day), QStringLiteral("2011-01-04"));
    QCOMPARE(formatTime(*desk.session().summary().lastEvent, Step::Day), QStringLiteral("2011-06-05"));
}

void TestImportGroups::anotherFileSettlesTheDates()
{
    LogDesk desk;
    QVERIFY(desk.open());
    QVERIFY(desk.preview({desk.write("a.csv", clicks({"1/2/2011", "3/4/2011"})), desk.write("b.csv", clicks({"2/3/2011"})),
                          desk.write("c.csv", clicks({"13/4/2011", "1/1/2011"}))}));
    QVERIFY(!desk.isShown("dateQuestion"));
    QVERIFY(desk.cell("previewTable", 0, 0).startsWith(QStringLiteral("2011-02-01")));
    QVERIFY2(desk.text("importNotes").contains(QStringLiteral("as in c.csv")), qPrintable(desk.text("importNotes")));
    QVERIFY(desk.importAll());
    QCOMPARE(desk.session().summary().events, 10);
    QCOMPARE(formatTime(*desk.session().summary().lastEvent, Step::Day), QStringLiteral("2011-04-13"));
}

// A person who looks at each file is asked but once as well.
void TestImportGroups::answerHoldsFileByFile()
{
    LogDesk desk;
    QVERIFY(desk.open());
    desk.drop({desk.write("a.csv", clicks({"1/2/2011", "3/4/2011"})), desk.write("b.csv", clicks({"2/3/2011", "3/5/2011"}))});
    QTRY_VERIFY_WITH_TIMEOUT(desk.isShown("dateQuestion") && desk.isIdle(), DataDesk::waitMs);
    desk.click("dateReading_0");
    QTRY_VERIFY_WITH_TIMEOUT(desk.canImport(), DataDesk::waitMs);
    desk.part<QCheckBox>("sameForRest").click();
    desk.click("primaryAction");
    QTRY_VERIFY_WITH_TIMEOUT(desk.part("pageSentence").accessibleName().contains(QStringLiteral("File 2 of 2")) && desk.canImport(), DataDesk::waitMs);
    QVERIFY(!desk.isShown("dateQuestion"));
    QVERIFY(desk.importAll());
    QCOMPARE(desk.imports().rowCount(desk.group()), 2);
}

void TestImportGroups::oddFilesDoNotHoldUpTheOthers()
{
    LogDesk desk;
    QVERIFY(desk.open());
    const QStringList days = desk.writeDays(2);
    QSignalSpy said(&desk.session(), &AppSession::said);
    QVERIFY(desk.preview({days[0], desk.write("empty.csv", "date,user,kind,item\n"), desk.write("sales.csv", aprilSales), days[1]}));
    desk.click("primaryAction");
    // The two days are in; the sales have other columns and are looked at next.
    QTRY_VERIFY_WITH_TIMEOUT(desk.isShown("importMessage") && desk.canImport() && desk.isIdle(), DataDesk::waitMs);
    QCOMPARE(desk.session().summary().events, 4);
    QCOMPARE(desk.cell("sourcesTable", 1, int(SourcesModel::Column::State)), QStringLiteral("no rows"));
    QCOMPARE(desk.cell("sourcesTable", 3, int(SourcesModel::Column::State)), QStringLiteral("done"));
    QVERIFY(desk.importAll());
    QCOMPARE(desk.session().summary().events, 10);
    QCOMPARE(desk.imports().rowCount(), 1);
    QCOMPARE(desk.imports().rowCount(desk.group()), 3);
    QCOMPARE(said.back().front().toString(), QStringLiteral("3 of 4 files done: 10 rows stored, 0 rejected. 1 without rows."));
}

void TestImportGroups::ledgerIsShownAfterwards()
{
    LogDesk desk;
    QVERIFY(desk.open());
    QVERIFY(desk.importFile("sales.csv", aprilSales));
    desk.showTab(DataDesk::Quality);
    QVERIFY(desk.settle());
    QVERIFY(desk.preview(desk.writeDays(2)));
    QVERIFY(desk.importAll());
    QCOMPARE(desk.part<QTabWidget>("importTabs").currentIndex(), int(DataDesk::Ledger));
    QCOMPARE(desk.text("importSentence"), QStringLiteral("2 files: 2011-05-01.csv – 2011-05-02.csv: All 4 rows were stored."));
}

void TestImportGroups::groupIsImportedAgain()
{
    LogDesk desk;
    QVERIFY(desk.open());
    QVERIFY(desk.preview(desk.writeDays(3)));
    QVERIFY(desk.importAll());
    desk.click("importAgain");
    QTRY_VERIFY_WITH_TIMEOUT(desk.canImport(), DataDesk::waitMs);
    QCOMPARE(desk.part<QPushButton>("primaryAction").text(), QStringLiteral("Import 3 files"));
    QVERIFY(desk.import());
    QTRY_COMPARE_WITH_TIMEOUT(desk.imports().rowCount(), 2, DataDesk::waitMs);
    QVERIFY(desk.settle());
    QCOMPARE(desk.number("rowsDuplicateNumber"), 6);
}

void TestImportGroups::rejectedRowsOfAGroup()
{
    LogDesk desk;
    QVERIFY(desk.open());
    QByteArray bad = clicks({"2011-05-07", "2011-05-08", "2011-05-09"}) + "someday,u1,view,A\n";
    QVERIFY(desk.preview(desk.writeDays(2) << desk.write("bad.csv", bad)));
    QVERIFY(desk.importAll());
    desk.showTab(DataDesk::Rejects);
    QVERIFY(desk.settle());
    QVERIFY(!desk.isShown("rejectsTable") && desk.isShown("exportRejects"));
    QVERIFY2(desk.text("rejectsHint").contains(QStringLiteral("choose one of its files")), qPrintable(desk.text("rejectsHint")));
    desk.select(desk.imports().index(2, 0, desk.group()));
    QTRY_COMPARE_WITH_TIMEOUT(desk.table("rejectsTable").rowCount(), 1, DataDesk::waitMs);
    QVERIFY(desk.isShown("rejectsTable"));
    QVERIFY(desk.settle());
}

void TestImportGroups::importsModel()
{
    const UnfedCorrections corrections;
    ImportsModel model(corrections);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    ImportReport first, second, alone;
    first.importId = first.group = second.group = 1;
    second.importId = 2;
    alone.importId = alone.group = 3;
    first.file = QStringLiteral("/logs/a.csv");
    second.file = QStringLiteral("/logs/b.csv");
    first.read = first.stored = 5;
    second.read = second.duplicate = 7;
    model.setGroups(groupsOf({alone, second, first}));
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.rowCount(model.index(0, 0)), 0);
    const QModelIndex group = model.index(1, 0);
    QCOMPARE(model.rowCount(group), 2);
    QCOMPARE(group.siblingAtColumn(int(ImportsModel::Column::Read)).data().toString(), QStringLiteral("12"));
    QCOMPARE(group.siblingAtColumn(int(ImportsModel::Column::Duplicate)).data().toString(), QStringLiteral("7"));
    QCOMPARE(model.indexOf(2, false), model.index(1, 0, group));
    QCOMPARE(model.indexOf(2, true), group);
    QCOMPARE(model.group(model.index(1, 0, group)).importIds(), QList<qint64>{2});
    QVERIFY(!model.indexOf(9, true).isValid());
    QCOMPARE(group.data(Qt::ToolTipRole).toString(), QStringLiteral("/logs/a.csv\n/logs/b.csv"));
}

FORETRAIL_TEST_MAIN(TestImportGroups, QApplication)
#include "tst_import_groups.moc"
