// The Data page as a person uses it: drop or choose a file, look, change, import, read what became of it.
#include "core/data/Import.h"
#include "tests/support/TestSupport.h"
#include "ui/AppSession.h"
#include "ui/MainWindow.h"
#include "ui/asking/FileDialogs.h"
#include "ui/models/ImportsModel.h"
#include "ui/models/PreviewModel.h"
#include "ui/models/RejectsModel.h"
#include "ui/pages/Page.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSemaphore>
#include <QTabWidget>
#include <QTableView>

#include <unistd.h>

using namespace foretrail;
using namespace foretrail::test;

namespace {

constexpr int waitMs = 20000;

/// Six sales lines in April, all readable; worth 7 + 5 + 14 - 5 + 2.25 + 3.5 = 26.75.
const QByteArray sales = "invoice,sku,name,qty,price,date,customer,country\n"
                         "1,A1,Tea,2,3.50,2011-04-01 09:00,17850,France\n"
                         "1,B2,Cup,1,5.00,2011-04-01 09:00,17850,France\n"
                         "2,A1,Tea,4,3.50,2011-04-13 10:30,13047,Spain\n"
                         "3,B2,Cup,-1,5.00,2011-04-13 11:00,17850,France\n"
                         "4,C3,Jam,1,2.25,2011-04-14 12:00,,Spain\n"
                         "5,A1,Tea,1,3.50,2011-04-15 12:00,13047,Spain\n";
const QByteArray clicks = "date,user,kind,item\n2011-02-01,u1,view,A\n2011-02-02,u2,cart,B\n";

/// A window with a session of its own; `chosen` and `saveTo` answer its file dialogs.
struct ImportDesk {
    QTemporaryDir folder;
    Settings settings{folder.filePath(QStringLiteral("settings.ini"))};
    AppSession session{settings};
    MainWindow window{session};
    QStringList chosen;
    QString saveTo;

    ImportDesk()
    {
        FileDialogs::setFunctions({[this](const FileDialogs::Question &) { return chosen; },
                                   [this](const FileDialogs::Question &) { return saveTo; }});
        window.show();
    }
    ~ImportDesk()
    {
        session.jobs().shutDown();
        FileDialogs::setFunctions({});
    }

    QString write(const char *name, const QByteArray &content) const
    {
        const QString path = folder.filePath(QLatin1String(name));
        writeAll(path, content);
        return path;
    }
    template<class T = QWidget>
    T *find(const char *name) const
    {
        T *found = window.findChild<T *>(QLatin1String(name));
        if (!found)
            qFatal("there is no %s", name);
        return found;
    }
    bool isShown(const char *name) const { return find(name)->isVisible(); }
    bool isIdle() { return session.jobs().jobs().isEmpty(); }
    QString text(const char *label) const { return find<QLabel>(label)->text(); }
    QString choice(const char *combo) const { return find<QComboBox>(combo)->currentText(); }
    qint64 number(const char *label) const { return QLocale().toLongLong(text(label)); }
    QAbstractItemModel *table(const char *name) const { return find<QAbstractItemView>(name)->model(); }
    QString cell(const char *name, int row, int column) const { return table(name)->index(row, column).data().toString(); }
    QString problem(int row, int column) const
    {
        return table("previewTable")->index(row, column).data(PreviewModel::ProblemRole).toString();
    }
    QString primary() const { return find<QPushButton>("primaryAction")->text(); }
    bool canImport() const { return find("primaryAction")->isEnabled(); }

    void click(const char *name) const { QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton); }
    void showTab(int tab) const { find<QTabWidget>("importTabs")->setCurrentIndex(tab); }
    void choose(const char *name, const QString &text) const
    {
        auto *combo = find<QComboBox>(name);
        const int row = combo->findText(text);
        QVERIFY2(row >= 0, qPrintable(text));
        combo->setCurrentIndex(row);
        Q_EMIT combo->activated(row);
    }
    void type(QLineEdit *edit, const QString &text) const
    {
        edit->selectAll();
        QTest::keyClicks(edit, text);
        QTest::keyClick(edit, Qt::Key_Return);
    }
};

void makeWorkspace(ImportDesk &desk)
{
    desk.session.createWorkspace(desk.folder.filePath(QStringLiteral("shop.foretrail")));
    QTRY_VERIFY_WITH_TIMEOUT(desk.session.hasWorkspace(), waitMs);
    desk.window.showPage(QStringLiteral("data"));
    QTRY_VERIFY_WITH_TIMEOUT(desk.isIdle(), waitMs);
}

void drop(ImportDesk &desk, const QStringList &files)
{
    QMimeData mime;
    QList<QUrl> urls;
    for (const QString &file : files)
        urls << QUrl::fromLocalFile(file);
    mime.setUrls(urls);
    QDragEnterEvent enter({200, 200}, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&desk.window, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent event({200, 200}, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&desk.window, &event);
}

/// Drops the files and waits until the first one can be imported.
void preview(ImportDesk &desk, const QStringList &files)
{
    drop(desk, files);
    QTRY_COMPARE_WITH_TIMEOUT(desk.window.currentPage()->name(), QStringLiteral("data"), waitMs);
    QTRY_VERIFY_WITH_TIMEOUT(desk.isShown("previewTable") && desk.canImport(), waitMs);
}

void importIt(ImportDesk &desk)
{
    desk.click("primaryAction");
    QTRY_VERIFY_WITH_TIMEOUT(desk.isShown("importSentence") && desk.isIdle(), waitMs);
}

} // namespace

class TestDataPage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void emptyPageOffersImport();
    void importMakesWorkspaceFirst();
    void droppedFileIsImported();
    void secondImportStoresNothing();
    void roleIsFollowed();
    void dateFormatIsFollowed();
    void rawViewShowsTheFile();
    void badRowsAreListedAndExported();
    void wideSeriesTakesStartAndStep();
    void cancelLeavesPreview();
    void stoppedImportStoresNothing();
    void unreadableFiles_data();
    void unreadableFiles();
    void severalFilesFollowEachOther();
    void sameSettingsServeTheRest();
    void readOnlyWorkspaceSaysWhy();
    void otherWorkspaceDropsThePreview();
};

void TestDataPage::emptyPageOffersImport()
{
    ImportDesk desk;
    makeWorkspace(desk);
    const auto *page = desk.find("dataPage");
    QVERIFY(page->findChild<QLabel *>(QStringLiteral("emptySentence"))->isVisible());
    desk.chosen = {desk.write("sales.csv", sales)};
    QTest::mouseClick(page->findChild<QPushButton *>(QStringLiteral("emptyButton")), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(desk.primary(), QStringLiteral("Import 6 rows"), waitMs);
    QCOMPARE(desk.table("previewTable")->rowCount(), 6);
    QVERIFY(desk.isShown("importKind"));
}

void TestDataPage::importMakesWorkspaceFirst()
{
    ImportDesk desk;
    desk.saveTo = desk.folder.filePath(QStringLiteral("new.foretrail"));
    preview(desk, {desk.write("sales.csv", sales)});
    QCOMPARE(desk.session.workspaceName(), QStringLiteral("new"));
    QCOMPARE(desk.window.currentPage()->name(), QStringLiteral("data"));
}

void TestDataPage::droppedFileIsImported()
{
    ImportDesk desk;
    makeWorkspace(desk);
    using Tester = QAbstractItemModelTester;
    const Tester previewTester(desk.table("previewTable"), Tester::FailureReportingMode::QtTest);
    const Tester importsTester(desk.table("importsTable"), Tester::FailureReportingMode::QtTest);
    preview(desk, {desk.write("sales.csv", sales)});
    QCOMPARE(desk.window.focusWidget(), desk.find("primaryAction")); // Enter imports
    QCOMPARE(desk.choice("importKind"), QStringLiteral("Sales lines"));
    QCOMPARE(desk.choice("role_5"), QStringLiteral("Time"));
    QCOMPARE(desk.choice("role_6"), QStringLiteral("User"));
    importIt(desk);
    QCOMPARE(desk.table("importsTable")->rowCount(), 1);
    QCOMPARE(desk.cell("importsTable", 0, int(ImportsModel::Column::File)), QStringLiteral("sales.csv"));
    QCOMPARE(desk.text("importSentence"), QStringLiteral("sales.csv: All 6 rows were stored."));
    QCOMPARE(desk.number("rowsReadNumber"), 6);
    QCOMPARE(desk.number("rowsStoredNumber"), 6);
    QVERIFY(!desk.isShown("rejectsTable"));
    QVERIFY2(desk.text("importDetails").contains(QStringLiteral("26.75")), qPrintable(desk.text("importDetails")));
    QCOMPARE(desk.session.summary().events, 6);
    desk.click("goForecast");
    QCOMPARE(desk.window.currentPage()->name(), QStringLiteral("forecast"));
    QTRY_VERIFY_WITH_TIMEOUT(desk.isIdle(), waitMs);
}

void TestDataPage::secondImportStoresNothing()
{
    ImportDesk desk;
    makeWorkspace(desk);
    const QString file = desk.write("sales.csv", sales);
    preview(desk, {file});
    importIt(desk);
    preview(desk, {file});
    importIt(desk);
    QTRY_COMPARE_WITH_TIMEOUT(desk.table("importsTable")->rowCount(), 2, waitMs);
    QCOMPARE(desk.text("importSentence"), QStringLiteral("sales.csv: Nothing new: all 6 rows were already there."));
    QCOMPARE(desk.number("rowsDuplicateNumber"), 6);
    QCOMPARE(desk.session.summary().events, 6);
}

void TestDataPage::roleIsFollowed()
{
    ImportDesk desk;
    makeWorkspace(desk);
    preview(desk, {desk.write("sales.csv", sales)});
    desk.choose("role_5", QStringLiteral("Leave out"));
    QVERIFY(!desk.canImport());
    QTRY_VERIFY_WITH_TIMEOUT(desk.isShown("importMessage"), waitMs);
    QVERIFY(!desk.canImport());
    desk.choose("role_5", QStringLiteral("Time"));
    QTRY_VERIFY_WITH_TIMEOUT(desk.canImport(), waitMs);
    QVERIFY(!desk.isShown("importMessage"));
    // Only one column is the user: the one before is left out.
    desk.choose("role_7", QStringLiteral("User"));
    QTRY_COMPARE_WITH_TIMEOUT(desk.choice("role_6"), QStringLiteral("Leave out"), waitMs);
    QCOMPARE(desk.choice("role_7"), QStringLiteral("User"));
}

void TestDataPage::dateFormatIsFollowed()
{
    ImportDesk desk;
    makeWorkspace(desk);
    drop(desk, {desk.write("days.csv", "date,user,kind,item\n1/2/2011,u1,view,A\n3/4/2011,u2,cart,B\n5/6/2011,u1,view,B\n")});
    QTRY_VERIFY_WITH_TIMEOUT(desk.isShown("dateQuestion"), waitMs);
    QVERIFY(!desk.canImport()); // two readings fit, and nobody has said which
    QLineEdit *format = desk.find<QComboBox>("dateFormat")->lineEdit();
    desk.type(format, QStringLiteral("d/M/yyyy"));
    QTRY_VERIFY_WITH_TIMEOUT(desk.cell("previewTable", 1, 0).startsWith(QStringLiteral("2011-04-03")), waitMs);
    desk.type(format, QStringLiteral("M/d/yyyy"));
    QTRY_VERIFY_WITH_TIMEOUT(desk.cell("previewTable", 1, 0).startsWith(QStringLiteral("2011-03-04")), waitMs);
    desk.type(format, QStringLiteral("yyyy-MM-dd"));
    QTRY_VERIFY_WITH_TIMEOUT(!desk.problem(1, 0).isEmpty(), waitMs);
    QCOMPARE(desk.cell("previewTable", 1, 0), QStringLiteral("3/4/2011"));
}

void TestDataPage::rawViewShowsTheFile()
{
    ImportDesk desk;
    makeWorkspace(desk);
    preview(desk, {desk.write("sales.csv", sales)});
    desk.click("showRaw");
    QCOMPARE(desk.cell("previewTable", 0, 5), QStringLiteral("2011-04-01 09:00"));
    QCOMPARE(desk.cell("previewTable", 0, 4), QStringLiteral("3.50"));
    desk.click("showStored");
    QVERIFY(desk.cell("previewTable", 0, 5).startsWith(QStringLiteral("2011-04-01")));
}

void TestDataPage::badRowsAreListedAndExported()
{
    ImportDesk desk;
    makeWorkspace(desk);
    QByteArray good;
    for (int line = 2; line <= 31; ++line)
        good += QByteArray::number(100 + line) + ",A1,Tea,1,3.50,2011-04-20 12:00,13047,Spain\n";
    preview(desk, {desk.write("bad.csv", sales + good + "6,A1,Tea,1,3.50,2011-13-01 12:00,13047,Spain\n"
                                                 "7,A1,Tea,many,3.50,2011-04-16 12:00,13047,Spain\n")});
    QVERIFY(!desk.problem(36, 5).isEmpty());
    QVERIFY(!desk.problem(37, 3).isEmpty());
    QVERIFY(desk.problem(0, 5).isEmpty());
    const QAbstractItemModelTester tester(desk.table("rejectsTable"), QAbstractItemModelTester::FailureReportingMode::QtTest);
    importIt(desk);
    desk.showTab(1);
    QTRY_COMPARE_WITH_TIMEOUT(desk.table("rejectsTable")->rowCount(), 2, waitMs);
    QCOMPARE(desk.text("importSentence"), QStringLiteral("bad.csv: 36 of 38 rows were stored."));
    QCOMPARE(desk.number("rowsRejectedNumber"), 2);
    QCOMPARE(desk.cell("rejectsTable", 0, int(RejectsModel::Column::Line)), QStringLiteral("38"));
    QCOMPARE(desk.cell("rejectsTable", 0, int(RejectsModel::Column::Column)), QStringLiteral("date"));
    QCOMPARE(desk.cell("rejectsTable", 1, int(RejectsModel::Column::Value)), QStringLiteral("many"));
    desk.saveTo = desk.folder.filePath(QStringLiteral("rejected.csv"));
    desk.click("exportRejects");
    QTRY_VERIFY_WITH_TIMEOUT(readAll(desk.saveTo).contains("2011-13-01 12:00"), waitMs);
    QTRY_VERIFY_WITH_TIMEOUT(desk.isIdle(), waitMs);
}

void TestDataPage::wideSeriesTakesStartAndStep()
{
    ImportDesk desk;
    makeWorkspace(desk);
    drop(desk, {desk.write("wide.csv", "id,V2,V3,V4,V5\nH1,605,586,586,559\nH2,3124,2990,2862,2809\n")});
    QTRY_VERIFY_WITH_TIMEOUT(desk.isShown("previewTable") && desk.isIdle(), waitMs);
    desk.choose("importKind", QStringLiteral("Ready-made series"));
    QTRY_VERIFY_WITH_TIMEOUT(desk.isShown("seriesLayout"), waitMs);
    desk.choose("seriesLayout", QStringLiteral("One row a series"));
    QTRY_VERIFY_WITH_TIMEOUT(desk.isShown("seriesStart"), waitMs);
    auto *start = desk.find<QLineEdit>("seriesStart");
    desk.type(start, QStringLiteral("1 May"));
    QVERIFY(desk.isShown("startProblem"));
    desk.type(start, QStringLiteral("2015-07-01"));
    QVERIFY(!desk.isShown("startProblem"));
    desk.choose("seriesStep", QStringLiteral("Hour"));
    QTRY_VERIFY_WITH_TIMEOUT(desk.canImport(), waitMs);
    QCOMPARE(start->text(), QStringLiteral("2015-07-01"));
    importIt(desk);
    QCOMPARE(desk.session.summary().importedSeries, 2);
    QCOMPARE(desk.session.summary().observations, 8);
}

void TestDataPage::cancelLeavesPreview()
{
    ImportDesk desk;
    makeWorkspace(desk);
    preview(desk, {desk.write("sales.csv", sales)});
    desk.click("cancelPreview");
    QVERIFY(!desk.isShown("previewTable"));
    QVERIFY(!desk.isShown("inspector"));
    QCOMPARE(desk.primary(), QStringLiteral("Import a file"));
    QTRY_VERIFY_WITH_TIMEOUT(desk.isIdle(), waitMs);
    QCOMPARE(desk.session.summary().rows(), 0);
}

void TestDataPage::stoppedImportStoresNothing()
{
    QSemaphore gate; // outlives the window, whose jobs wait for it
    ImportDesk desk;
    makeWorkspace(desk);
    preview(desk, {desk.write("sales.csv", sales)});
    // Another writer comes first, so that the import waits for as long as the test likes.
    desk.session.jobs().start<bool>({QStringLiteral("another writer"), Lane::Write, false},
        [&gate](JobContext &) -> Result<bool> {
            gate.acquire();
            return true;
        },
        nullptr, [](Result<bool>) {});
    desk.click("primaryAction");
    QVERIFY(desk.isShown("runningJob"));
    QVERIFY(!desk.window.close());
    QVERIFY(desk.text("confirmText").startsWith(QStringLiteral("Importing sales.csv is not finished.")));
    desk.click("confirmNo");
    QTest::mouseClick(desk.find("runningJob")->findChild<QPushButton *>(QStringLiteral("jobStop")), Qt::LeftButton);
    gate.release();
    QTRY_VERIFY_WITH_TIMEOUT(desk.isShown("importMessage"), waitMs);
    QVERIFY(desk.text("importMessage").contains(QStringLiteral("Nothing of sales.csv was stored")));
    QVERIFY(!desk.isShown("runningJob"));
    QVERIFY(desk.canImport());
    importIt(desk);
    QCOMPARE(desk.session.summary().events, 6);
}

void TestDataPage::unreadableFiles_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QStringLiteral("empty.csv") << QByteArray();
    QTest::newRow("binary") << QStringLiteral("picture.csv") << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0\0\0\1\0\x08\6\0\0\0", 29);
    QTest::newRow("folder") << QStringLiteral("folder") << QByteArray();
    QTest::newRow("missing") << QStringLiteral("missing") << QByteArray();
}

void TestDataPage::unreadableFiles()
{
    QFETCH(const QString, name);
    QFETCH(const QByteArray, content);
    ImportDesk desk;
    makeWorkspace(desk);
    const QString path = desk.folder.filePath(name);
    if (name == QStringLiteral("folder"))
        QVERIFY(QDir().mkpath(path));
    else if (name != QStringLiteral("missing"))
        writeAll(path, content);
    QSignalSpy problems(&desk.session, &AppSession::problem);
    drop(desk, {path});
    QTRY_COMPARE_WITH_TIMEOUT(problems.count(), 1, waitMs);
    QVERIFY2(problems.front().front().toString().contains(name), qPrintable(problems.front().front().toString()));
    QVERIFY(desk.isShown("messageBar"));
    QVERIFY(!desk.isShown("previewTable"));
    QCOMPARE(desk.primary(), QStringLiteral("Import a file"));
}

void TestDataPage::severalFilesFollowEachOther()
{
    ImportDesk desk;
    makeWorkspace(desk);
    preview(desk, {desk.write("first.csv", sales), desk.write("second.csv", clicks)});
    QVERIFY(desk.find("pageSentence")->accessibleName().contains(QStringLiteral("File 1 of 2")));
    QVERIFY(desk.isShown("sameForRest"));
    desk.click("primaryAction");
    QTRY_COMPARE_WITH_TIMEOUT(desk.primary(), QStringLiteral("Import 2 rows"), waitMs);
    QVERIFY(!desk.isShown("sameForRest"));
    QTRY_VERIFY_WITH_TIMEOUT(desk.canImport(), waitMs);
    importIt(desk);
    // Both are one go, and so one line that opens to its files.
    QTRY_COMPARE_WITH_TIMEOUT(desk.table("importsTable")->rowCount(), 1, waitMs);
    const QModelIndex group = desk.table("importsTable")->index(0, 0);
    QCOMPARE(desk.table("importsTable")->rowCount(group), 2);
    QCOMPARE(group.data().toString(), QStringLiteral("2 files: first.csv – second.csv"));
    QCOMPARE(group.siblingAtColumn(int(ImportsModel::Column::Kind)).data().toString(), QStringLiteral("Various"));
    QCOMPARE(desk.number("rowsStoredNumber"), 8);
}

void TestDataPage::sameSettingsServeTheRest()
{
    ImportDesk desk;
    makeWorkspace(desk);
    const QByteArray header = sales.left(sales.indexOf('\n') + 1);
    const QByteArray more = "8,A1,Tea,1,3.50,2011-05-01 12:00,13047,Spain\n9,A1,Tea,2,3.50,2011-05-02 12:00,13047,Spain\n";
    preview(desk, {desk.write("a.csv", sales), desk.write("b.csv", header + more), desk.write("c.csv", clicks)});
    QVERIFY(desk.find<QCheckBox>("sameForRest")->isChecked());
    QCOMPARE(desk.primary(), QStringLiteral("Import 3 files"));
    desk.click("primaryAction");
    // The second has the same columns and needs nobody; the third has others.
    QTRY_VERIFY_WITH_TIMEOUT(desk.isShown("importMessage"), waitMs);
    QVERIFY(desk.find("pageSentence")->accessibleName().contains(QStringLiteral("File 3 of 3")));
    desk.click("cancelPreview");
    QTRY_COMPARE_WITH_TIMEOUT(desk.table("importsTable")->rowCount(desk.table("importsTable")->index(0, 0)), 2, waitMs);
    QTRY_VERIFY_WITH_TIMEOUT(desk.isIdle(), waitMs);
    QCOMPARE(desk.session.summary().events, 8);
}

void TestDataPage::readOnlyWorkspaceSaysWhy()
{
    if (geteuid() == 0)
        QSKIP("root may write everywhere");
    ImportDesk desk;
    const QString path = desk.folder.filePath(QStringLiteral("kept.foretrail"));
    VERIFY_RESULT(Workspace::create(path));
    QVERIFY(QFile::setPermissions(path, QFileDevice::ReadOwner));
    desk.session.openWorkspace(path);
    QTRY_VERIFY_WITH_TIMEOUT(desk.session.isReadOnly(), waitMs);
    desk.window.showPage(QStringLiteral("data"));
    QTRY_VERIFY_WITH_TIMEOUT(desk.isIdle(), waitMs);
    QVERIFY(!desk.canImport());
    QVERIFY(desk.find("primaryAction")->toolTip().contains(QStringLiteral("reading only")));
    QVERIFY(desk.find("pageSentence")->accessibleName().contains(QStringLiteral("reading only")));
    QSignalSpy problems(&desk.session, &AppSession::problem);
    Q_EMIT desk.session.importRequested({desk.write("sales.csv", sales)});
    QCOMPARE(problems.count(), 1);
    QVERIFY(!desk.isShown("previewTable"));
}

void TestDataPage::otherWorkspaceDropsThePreview()
{
    ImportDesk desk;
    makeWorkspace(desk);
    preview(desk, {desk.write("sales.csv", sales)});
    desk.session.createWorkspace(desk.folder.filePath(QStringLiteral("other.foretrail")));
    QTRY_COMPARE_WITH_TIMEOUT(desk.session.workspaceName(), QStringLiteral("other"), waitMs);
    QVERIFY(!desk.isShown("previewTable"));
    QTRY_VERIFY_WITH_TIMEOUT(desk.isIdle(), waitMs);
}

FORETRAIL_TEST_MAIN(TestDataPage, QApplication)
#include "tst_datapage.moc"
