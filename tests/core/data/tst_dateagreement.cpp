// Dates of files that are imported together: one way for all files of one shape, found from all of them.
#include "core/data/DateAgreement.h"
#include "core/data/FileProgress.h"
#include "core/data/Import.h"
#include "tests/support/TestSupport.h"

using namespace foretrail;
using namespace foretrail::test;

class TestDateAgreement : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_files = 0;
    }
    void oneFileSettlesAll();
    void allTogetherTellWhereNoneDoes();
    void rowsDeepInAFileTell();
    void sameDayBothWaysProvesNothing();
    void contradictionStaysOpen();
    void contradictionIsSaid();
    void filesWaitingBehindTell();
    void otherShapesDoNotMatter();
    void eachShapeIsSettled();
    void unclearIsSaid();
    void progressIsOfAllFiles();

private:
    QString write(const QByteArray &content)
    {
        const QString path = m_folder->filePath(QStringLiteral("%1.csv").arg(++m_files));
        writeAll(path, content);
        return path;
    }
    PlannedFile plan(const QByteArray &content)
    {
        const QString path = write(content);
        return PlannedFile({path, {}}, previewFile(path, m_job).value());
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    JobContext m_job;
    int m_files = 0;
};

namespace {

QByteArray clicks(const QList<QByteArray> &dates, const QByteArray &header = "date,user,kind,item\n")
{
    QByteArray text = header;
    for (const QByteArray &date : dates)
        text += date + ",u1,view,A\n";
    return text;
}

QStringList formatsOf(const QList<DateReading> &readings)
{
    QStringList formats;
    for (const DateReading &reading : readings)
        formats << reading.format;
    return formats;
}

const QString dayFirst = QStringLiteral("d/M/yyyy");
const QString monthFirst = QStringLiteral("M/d/yyyy");

/// Rows of 1 to 9 February, day first, or of the second of nine months.
QByteArray manyRows(int rows)
{
    QByteArray text = "date,user,kind,item\n";
    for (int i = 0; i < rows; ++i)
        text += QByteArray::number(i % 9 + 1) + "/2/2011,u" + QByteArray::number(i % 100) + ",view,A" + QByteArray::number(i % 50) + '\n';
    return text;
}

} // namespace

void TestDateAgreement::oneFileSettlesAll()
{
    const QList<PlannedFile> files{plan(clicks({"3/4/2011", "5/6/2011"})), plan(clicks({"13/4/2011", "5/6/2011"}))};
    QCOMPARE(files[0].openDates.size(), 2);
    const auto agreed = agreeOnDates(files, m_job);
    VERIFY_RESULT(agreed);
    QCOMPARE(formatsOf(agreed->readings), QStringList{dayFirst});
    QCOMPARE(agreed->proof, QStringLiteral("2.csv"));
}

// A day a file: 1 to 12 February when days come first, else the second of twelve months.
void TestDateAgreement::allTogetherTellWhereNoneDoes()
{
    QList<PlannedFile> files;
    for (int day = 1; day <= 12; ++day)
        files << plan(clicks({QByteArray::number(day) + "/2/2011", QByteArray::number(day) + "/2/2011"}));
    const auto agreed = agreeOnDates(files, m_job);
    VERIFY_RESULT(agreed);
    QCOMPARE(formatsOf(agreed->readings), (QStringList{dayFirst, monthFirst}));
    QVERIFY(agreed->isClear);
    QVERIFY(agreed->proof.isEmpty());
    QCOMPARE(formatTime(agreed->readings[0].first, Step::Day), QStringLiteral("2011-02-01"));
    QCOMPARE(formatTime(agreed->readings[0].last, Step::Day), QStringLiteral("2011-02-12"));
    QCOMPARE(agreed->readings[0].days, 12);
    const auto notes = settleOpenDates(files, m_job);
    VERIFY_RESULT(notes);
    QCOMPARE(notes->size(), 1);
    for (const PlannedFile &file : files)
        QVERIFY(file.plan.dateFormat == dayFirst && file.openDates.isEmpty());
}

// Too large to be read whole by a look at it; the one row that tells is in its middle, in the second file.
void TestDateAgreement::rowsDeepInAFileTell()
{
    QByteArray second = manyRows(200'000);
    second.insert(second.indexOf('\n', second.size() / 3) + 1, "25/2/2011,u1,view,A\n");
    const QList<PlannedFile> files{plan(manyRows(20)), plan(second)};
    QCOMPARE(files[1].openDates.size(), 2);
    const auto agreed = agreeOnDates(files, m_job);
    VERIFY_RESULT(agreed);
    QCOMPARE(formatsOf(agreed->readings), QStringList{dayFirst});
}

void TestDateAgreement::sameDayBothWaysProvesNothing()
{
    const QList<PlannedFile> files{plan(clicks({"3/4/2011", "5/6/2011"})), plan(clicks({"4/4/2011", "4/4/2011"}))};
    QVERIFY(files[1].openDates.isEmpty());
    const auto agreed = agreeOnDates(files, m_job);
    VERIFY_RESULT(agreed);
    QCOMPARE(agreed->readings.size(), 2);
    QVERIFY(agreed->proof.isEmpty());
}

void TestDateAgreement::contradictionStaysOpen()
{
    const QList<PlannedFile> files{plan(clicks({"3/4/2011", "5/6/2011"})), plan(clicks({"13/4/2011"})), plan(clicks({"4/13/2011"}))};
    const auto agreed = agreeOnDates(files, m_job);
    VERIFY_RESULT(agreed);
    QCOMPARE(agreed->readings.size(), 2);
    QVERIFY(!agreed->isClear);
    QCOMPARE(agreed->contradiction, QStringLiteral("Two files write their dates in different ways: 2.csv, line 2: \"13/4/2011\" can only be "
                                                   "d/M/yyyy; 3.csv, line 2: \"4/13/2011\" can only be M/d/yyyy."));
}

void TestDateAgreement::contradictionIsSaid()
{
    QList<PlannedFile> files{plan(clicks({"4/13/2011", "5/6/2011"})), plan(clicks({"3/4/2011", "5/6/2011"})),
                             plan(clicks({"3/4/2011", "5/6/2011", "30/6/2011"}))};
    const auto notes = settleOpenDates(files, m_job);
    QVERIFY(!notes);
    QCOMPARE(notes.error().code, ErrorCode::InvalidInput);
    const QString &message = notes.error().message;
    for (const char *part : {"1.csv, line 2: \"4/13/2011\"", "3.csv, line 4: \"30/6/2011\"", "--date-format \"d/M/yyyy\"", "--date-format \"M/d/yyyy\""})
        QVERIFY2(message.contains(QLatin1String(part)), qPrintable(message));
    QVERIFY2(!message.contains(QStringLiteral("2.csv")), qPrintable(message));
}

void TestDateAgreement::filesWaitingBehindTell()
{
    const PlannedFile first = plan(clicks({"3/4/2011", "5/6/2011"}));
    const QList<SourceFile> others{{write(clicks({"4/5/2011"})), {}}, {write("date,user,kind,item\n"), {}}, {write(clicks({"4/5/2011", "30/4/2011"})), {}},
                                   {m_folder->filePath(QStringLiteral("none.csv")), {}}};
    const auto agreed = agreeOnDates(first, others, m_job);
    VERIFY_RESULT(agreed);
    QCOMPARE(formatsOf(agreed->readings), QStringList{dayFirst});
    QCOMPARE(agreed->proof, QStringLiteral("4.csv"));
}

void TestDateAgreement::otherShapesDoNotMatter()
{
    const PlannedFile first = plan(clicks({"3/4/2011", "5/6/2011"}));
    const auto agreed = agreeOnDates(first, {{write(clicks({"13/4/2011"}, "day,user,kind,item\n")), {}}}, m_job);
    VERIFY_RESULT(agreed);
    QCOMPARE(agreed->readings.size(), 2);
    JobContext stopped;
    stopped.requestStop();
    const auto none = agreeOnDates(first, {}, stopped);
    QVERIFY(!none && none.error().isCancelled());
}

void TestDateAgreement::eachShapeIsSettled()
{
    const QByteArray other = "day,user,kind,item\n";
    QList<PlannedFile> files{plan(clicks({"3/4/2011", "5/6/2011"})), plan(clicks({"3/4/2011", "5/6/2011"}, other)), plan(clicks({"13/4/2011"})),
                             plan(clicks({"4/13/2011"}, other)), plan(clicks({"3/4/2011", "5/6/2011"}, "when,user,kind,item\n"))};
    const auto notes = settleOpenDates(files, m_job);
    VERIFY_RESULT(notes);
    QCOMPARE(notes->size(), 2);
    QVERIFY2(notes->front().contains(QStringLiteral("1.csv")) && notes->front().contains(QStringLiteral("as in 3.csv")), qPrintable(notes->front()));
    QCOMPARE(files[0].plan.dateFormat, dayFirst);
    QCOMPARE(files[1].plan.dateFormat, monthFirst);
    QCOMPARE(files[4].openDates.size(), 2); // alone in its shape: its import looks at all its rows
}

void TestDateAgreement::unclearIsSaid()
{
    QList<PlannedFile> files{plan(clicks({"3/4/2011", "5/6/2011"})), plan(clicks({"7/6/2011", "5/4/2011"}))};
    const auto notes = settleOpenDates(files, m_job);
    QVERIFY(!notes);
    QCOMPARE(notes.error().code, ErrorCode::InvalidInput);
    QVERIFY2(notes.error().message.contains(QStringLiteral("--date-format")), qPrintable(notes.error().message));
}

// Files of 100 and 300 bytes: half of the second is 250 of 400.
void TestDateAgreement::progressIsOfAllFiles()
{
    Progress last;
    JobContext job([&last](const Progress &progress) { last = progress; });
    const FileProgress progress({{write(QByteArray(100, 'a')), {}}, {write(QByteArray(300, 'b')), {}}}, job);
    JobContext second = progress.partOf(1);
    second.report(5, 10, QStringLiteral("row 7"));
    QCOMPARE(last.done, qint64(250));
    QCOMPARE(last.total, qint64(400));
    QCOMPARE(last.what, QStringLiteral("2.csv: row 7"));
}

FORETRAIL_TEST_MAIN(TestDateAgreement, QCoreApplication)
#include "tst_dateagreement.moc"
