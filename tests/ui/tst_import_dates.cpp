// Dates that can be read in two ways, as a person meets them: asked once, remembered, and not asked where the rows tell.
#include "tests/ui/DataDesk.h"

#include "ui/models/DateDays.h"

using namespace foretrail;
using namespace foretrail::test;

namespace {

/// Days 1 to 6 of February to April 2011, month first or day first: no number above 12.
QByteArray ambiguous(const char *header = "date,user,kind,item\n")
{
    QByteArray text = header;
    for (const auto *day : {"1/2/2011", "2/3/2011", "3/4/2011", "4/3/2011", "5/2/2011", "6/4/2011"})
        text += QByteArray(day) + ",u1,view,A\n";
    return text;
}

} // namespace

class TestImportDates : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void questionStandsUntilAnswered();
    void answerIsRemembered();
    void evidenceOfAFolderStandsOverAnAnswer();
    void typedFormatAnswersToo();
    void clearDatesAreNotAsked();
    void daysOfReading();
};

void TestImportDates::questionStandsUntilAnswered()
{
    DataDesk desk;
    QVERIFY(desk.open());
    desk.drop({desk.write("clicks.csv", ambiguous())});
    QTRY_VERIFY_WITH_TIMEOUT(desk.isShown("dateQuestion"), DataDesk::waitMs);
    QTRY_VERIFY_WITH_TIMEOUT(desk.isIdle(), DataDesk::waitMs);
    QVERIFY(!desk.canImport());
    QVERIFY(desk.part("primaryAction").toolTip().contains(QStringLiteral("question about the dates")));
    const QString question = desk.text("dateQuestionText");
    QVERIFY2(question.startsWith(QStringLiteral("1/2/2011: is that ")), qPrintable(question));
    QVERIFY2(question.contains(QStringLiteral("2 January 2011")) && question.contains(QStringLiteral("1 February 2011")), qPrintable(question));
    QVERIFY(desk.text("dateReading_0Span").contains(QStringLiteral("6 days")));

    // The person takes the calendar where the days come first.
    const int dayFirst = desk.part("dateReading_0").accessibleName() == QStringLiteral("1 February 2011") ? 0 : 1;
    desk.click(dayFirst == 0 ? "dateReading_0" : "dateReading_1");
    QTRY_VERIFY_WITH_TIMEOUT(desk.canImport(), DataDesk::waitMs);
    QVERIFY(!desk.isShown("dateQuestion"));
    QVERIFY(desk.cell("previewTable", 0, 0).startsWith(QStringLiteral("2011-02-01")));
    QVERIFY(desk.import());
    QCOMPARE(desk.session().summary().events, 6);
}

void TestImportDates::answerIsRemembered()
{
    DataDesk desk;
    QVERIFY(desk.open());
    desk.drop({desk.write("february.csv", ambiguous())});
    QTRY_VERIFY_WITH_TIMEOUT(desk.isShown("dateQuestion") && desk.isIdle(), DataDesk::waitMs);
    const QString chosen = desk.part("dateReading_1").accessibleName();
    desk.click("dateReading_1");
    QTRY_VERIFY_WITH_TIMEOUT(desk.canImport(), DataDesk::waitMs);
    const QString first = desk.cell("previewTable", 0, 0);
    QVERIFY(desk.import());

    QByteArray other = ambiguous();
    other.replace(",u1,", ",u2,");
    QVERIFY(desk.preview({desk.write("march.csv", other)}));
    QVERIFY(!desk.isShown("dateQuestion"));
    QVERIFY2(desk.text("templateText").contains(QStringLiteral("february.csv")), qPrintable(desk.text("templateText")));
    QCOMPARE(desk.cell("previewTable", 0, 0), first);

    // Guessing anew asks again.
    desk.click("guessAnew");
    QTRY_VERIFY_WITH_TIMEOUT(desk.isShown("dateQuestion") && desk.isIdle(), DataDesk::waitMs);
    QVERIFY(!desk.canImport());
    QVERIFY(!desk.isShown("templateText"));
}

// What was answered for one file is no answer for others that are dropped together and show that it was wrong for them.
void TestImportDates::evidenceOfAFolderStandsOverAnAnswer()
{
    DataDesk desk;
    QVERIFY(desk.open());
    desk.drop({desk.write("february.csv", ambiguous())});
    QTRY_VERIFY_WITH_TIMEOUT(desk.isShown("dateQuestion") && desk.isIdle(), DataDesk::waitMs);
    const bool isFirst = desk.part("dateReading_0").accessibleName() == QStringLiteral("2 January 2011"); // month first
    desk.click(isFirst ? "dateReading_0" : "dateReading_1");
    QTRY_VERIFY_WITH_TIMEOUT(desk.canImport(), DataDesk::waitMs);
    QVERIFY(desk.cell("previewTable", 0, 0).startsWith(QStringLiteral("2011-01-02")));
    QVERIFY(desk.import());

    QVERIFY(desk.preview({desk.write("a.csv", ambiguous().replace(",u1,", ",u2,")), desk.write("b.csv", ambiguous() + "13/4/2011,u1,view,A\n")}));
    QTRY_VERIFY_WITH_TIMEOUT(desk.isIdle(), DataDesk::waitMs);
    QVERIFY(!desk.isShown("dateQuestion"));
    QVERIFY2(desk.cell("previewTable", 0, 0).startsWith(QStringLiteral("2011-02-01")), qPrintable(desk.cell("previewTable", 0, 0)));
    QVERIFY(desk.text("importNotes").contains(QStringLiteral("as in b.csv")));
}

void TestImportDates::typedFormatAnswersToo()
{
    DataDesk desk;
    QVERIFY(desk.open());
    desk.drop({desk.write("clicks.csv", ambiguous())});
    QTRY_VERIFY_WITH_TIMEOUT(desk.isShown("dateQuestion") && desk.isIdle(), DataDesk::waitMs);
    QLineEdit *format = desk.part<QComboBox>("dateFormat").lineEdit();
    const QString other = format->text() == QStringLiteral("d/M/yyyy") ? QStringLiteral("M/d/yyyy") : QStringLiteral("d/M/yyyy");
    format->selectAll();
    QTest::keyClicks(format, other);
    QTest::keyClick(format, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(desk.canImport(), DataDesk::waitMs);
    QVERIFY(!desk.isShown("dateQuestion"));
    QCOMPARE(format->text(), other);
}

void TestImportDates::clearDatesAreNotAsked()
{
    DataDesk desk;
    QVERIFY(desk.open());
    QVERIFY(desk.preview({desk.write("clicks.csv", ambiguous() + "13/4/2011,u1,view,A\n")}));
    QVERIFY(!desk.isShown("dateQuestion"));
    QVERIFY(desk.cell("previewTable", 0, 0).startsWith(QStringLiteral("2011-02-01")));
}

void TestImportDates::daysOfReading()
{
    DateReading reading;
    reading.daysSeen.resize(25'567 + 3);
    reading.daysSeen[25'567] = true; // 1970-01-01
    reading.daysSeen[25'569] = true;
    QCOMPARE(DateDays::of(reading), (DateDays::Days{0, 2}));
    QCOMPARE(DateDays::dayOf(QStringLiteral("3/1/1970"), QStringLiteral("d/M/yyyy")), std::optional<qint64>(2));
    QCOMPARE(DateDays::dayOf(QStringLiteral("tea"), QStringLiteral("d/M/yyyy")), std::optional<qint64>());
    DateReading dayFirst, monthFirst;
    dayFirst.format = QStringLiteral("d/M/yyyy");
    monthFirst.format = QStringLiteral("M/d/yyyy");
    // 4/4 is the same day either way and tells nothing.
    QCOMPARE(DateDays::telling({QStringLiteral("4/4/2011"), QStringLiteral("3/4/2011")}, {dayFirst, monthFirst}), QStringLiteral("3/4/2011"));
}

FORETRAIL_TEST_MAIN(TestImportDates, QApplication)
#include "tst_import_dates.moc"
