// What lies above the header of a file, and dates whose time of day is in another column, as a person sees and changes them in
// the window.
#include "tests/ui/DataDesk.h"

#include <QSpinBox>

using namespace foretrail;
using namespace foretrail::test;

class TestImportRows : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void linesAboveAreGuessed();
    void linesAboveAreChanged();
    void linesAboveAreKeptForTheNextFile();
    void timeOfDayIsJoined();
    void timeOfDayIsChosen();

private:
    static QString firstColumn(DataDesk &desk) { return desk.table("previewTable").headerData(0, Qt::Horizontal).toString(); }
    static QSpinBox &openLines(DataDesk &desk)
    {
        auto &lines = desk.part<QSpinBox>("skipRows");
        if (!lines.isVisible())
            QTest::mouseClick(&desk.part("fileSectionHeading"), Qt::LeftButton);
        return lines;
    }
};

void TestImportRows::linesAboveAreGuessed()
{
    DataDesk desk;
    QVERIFY(desk.open());
    QVERIFY(desk.preview({desk.write("report.csv", "Sales of April\n\n" + aprilSales)}));
    QCOMPARE(desk.part("fileSectionHeading").accessibleName(), QStringLiteral("File: Comma, UTF-8, from line 3"));
    QCOMPARE(openLines(desk).value(), 2);
    QCOMPARE(firstColumn(desk), QStringLiteral("invoice"));
    QVERIFY(desk.text("importNotes").contains(QStringLiteral("2 lines above the header are left out.")));
    QVERIFY(desk.import());
    QCOMPARE(desk.session().summary().events, 6);
}

// A title as wide as the table passes for its header until a person says more.
void TestImportRows::linesAboveAreChanged()
{
    DataDesk desk;
    QVERIFY(desk.open());
    desk.drop({desk.write("report.csv", "all,that,we,have,sold,in,this,April\n" + aprilSales)});
    QTRY_VERIFY_WITH_TIMEOUT(desk.isShown("previewTable") && desk.isIdle(), DataDesk::waitMs);
    QSpinBox &lines = openLines(desk);
    QVERIFY(lines.isVisible());
    QCOMPARE(lines.value(), 0);
    QVERIFY(firstColumn(desk) != QStringLiteral("invoice"));
    lines.setFocus();
    QTest::keyClick(&lines, Qt::Key_Up);
    QTRY_COMPARE_WITH_TIMEOUT(firstColumn(desk), QStringLiteral("invoice"), DataDesk::waitMs);
    QTRY_VERIFY_WITH_TIMEOUT(desk.canImport() && desk.isIdle(), DataDesk::waitMs);
    QCOMPARE(lines.value(), 1);
    QCOMPARE(desk.table("previewTable").rowCount(), 6);
    QCOMPARE(desk.part<QComboBox>("role_5").currentText(), QStringLiteral("Time"));

    QTest::keyClick(&lines, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(&lines, QStringLiteral("40"));
    QTest::keyClick(&lines, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(desk.text("importMessage").startsWith(QStringLiteral("report.csv has no rows below line 40")), DataDesk::waitMs);
    QVERIFY(!desk.canImport());
    QTest::keyClick(&lines, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(&lines, QStringLiteral("1"));
    QTest::keyClick(&lines, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(desk.canImport() && desk.isIdle(), DataDesk::waitMs);
    QVERIFY(desk.import());
    QCOMPARE(desk.session().summary().events, 6);
}

void TestImportRows::linesAboveAreKeptForTheNextFile()
{
    DataDesk desk;
    QVERIFY(desk.open());
    const QByteArray title = "all,that,we,have,sold,in,this,April\n";
    desk.drop({desk.write("april.csv", title + aprilSales)});
    QTRY_VERIFY_WITH_TIMEOUT(desk.isShown("previewTable") && desk.isIdle(), DataDesk::waitMs);
    QSpinBox &lines = openLines(desk);
    lines.setFocus();
    QTest::keyClick(&lines, Qt::Key_Up);
    QTRY_VERIFY_WITH_TIMEOUT(desk.canImport() && desk.isIdle(), DataDesk::waitMs);
    QVERIFY(desk.import());
    QVERIFY(desk.preview({desk.write("may.csv", title + QByteArray(aprilSales).replace("2011-04", "2011-05"))}));
    QVERIFY(desk.text("templateText").startsWith(QStringLiteral("Read as april.csv on ")));
    QCOMPARE(openLines(desk).value(), 1);
    QCOMPARE(firstColumn(desk), QStringLiteral("invoice"));
    QVERIFY(desk.settle());
}

namespace {

QByteArray visits(const char *names, const char *clock)
{
    return QByteArray(names) + ",user,item,kind\n2011-09-30," + clock + ",u1,A,view\n2011-10-01," + clock + ",u2,B,cart\n";
}

} // namespace

void TestImportRows::timeOfDayIsJoined()
{
    DataDesk desk;
    QVERIFY(desk.open());
    QVERIFY(desk.preview({desk.write("visits.csv", visits("Date,Time", "08:26:00"))}));
    QCOMPARE(desk.part<QComboBox>("role_0").currentText(), QStringLiteral("Time"));
    QCOMPARE(desk.part<QComboBox>("role_1").currentText(), QStringLiteral("Time of day"));
    QCOMPARE(desk.cell("previewTable", 0, 0), QStringLiteral("2011-09-30 08:26:00"));
    QCOMPARE(desk.cell("previewTable", 0, 1), QStringLiteral("08:26:00"));
    QVERIFY(desk.text("importNotes").contains(QStringLiteral("Date and Time are joined to one time.")));
    desk.click("showRaw");
    QCOMPARE(desk.cell("previewTable", 0, 0), QStringLiteral("2011-09-30"));
    QVERIFY(desk.import());
    QCOMPARE(desk.session().summary().firstEvent, std::optional<UtcMs>(1'317'371'160'000)); // 2011-09-30 08:26 UTC
}

// A column that may be a duration is no time of day until a person says so.
void TestImportRows::timeOfDayIsChosen()
{
    DataDesk desk;
    QVERIFY(desk.open());
    QVERIFY(desk.preview({desk.write("visits.csv", visits("Date,Duration", "08:26"))}));
    QCOMPARE(desk.part<QComboBox>("role_1").currentText(), QStringLiteral("Attribute"));
    QCOMPARE(desk.cell("previewTable", 0, 0), QStringLiteral("2011-09-30"));
    QVERIFY(desk.choose("role_1", QStringLiteral("Time of day")));
    QTRY_COMPARE_WITH_TIMEOUT(desk.cell("previewTable", 0, 0), QStringLiteral("2011-09-30 08:26:00"), DataDesk::waitMs);
    // Without the dates there is nothing that it could be the time of.
    QVERIFY(desk.choose("role_0", QStringLiteral("Leave out")));
    QTRY_VERIFY_WITH_TIMEOUT(desk.text("importMessage").startsWith(QStringLiteral("Duration holds times of day, and no column holds their dates")),
                             DataDesk::waitMs);
    QVERIFY(!desk.canImport());
    QVERIFY(desk.settle());
}

FORETRAIL_TEST_MAIN(TestImportRows, QApplication)
#include "tst_import_rows.moc"
