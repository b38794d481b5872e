// Import of logs and series: counts by hand, every way a file can be written, every way it can be broken.
#include "core/data/Import.h"
#include "core/data/import/SampleRows.h"
#include "tests/support/TestSupport.h"

#include <QJsonArray>
#include <QRandomGenerator>

#include <archive.h>
#include <archive_entry.h>

using namespace foretrail;

class TestImport : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void guessesSales();
    void guessesBehaviourWithoutHeader();
    void guessesSpaces();
    void guessesWideSeries();
    void guessesLongSeries();
    void guessesDelimiter_data();
    void guessesDelimiter();
    void decimalComma();
    void twoDateFormats();
    void ambiguityEndsLaterInTheFile();
    void encodings_data();
    void encodings();
    void quotesAndLineBreaks();
    void unclosedQuote();
    void oneLongRowIsOneReject();
    void mostRowsRejectedIsSaid();
    void startNeedsAStep();
    void countsAddUp();
    void rejectsAreKept();
    void onceOnly();
    void anotherEditionOfTheSameRows();
    void returnsAndAdjustments();
    void amountOnlyOfPurchases();
    void wideWithDates();
    void wideAsIndex();
    void wideWithStart();
    void reversedWide();
    void conflicts();
    void gapsInSeries();
    void timeZones();
    void changedPlanIsFollowed();
    void changedDelimiterRebuildsColumns();
    void map();
    void kindChange();
    void blockers_data();
    void blockers();
    void badFiles_data();
    void badFiles();
    void cancelLeavesNothing();
    void allRowsBadStoresNothing();
    void packed();
    void smallPackedFilesAreLookedAtLikeOthers();
    void randomTablesComeBack();
    void damagedTablesNeverLoseARow();

private:
    QString write(const QByteArray &content, const QString &name = QStringLiteral("log.csv")) const
    {
        test::writeAll(m_folder->filePath(name), content);
        return m_folder->filePath(name);
    }
    ImportPreview preview(const QString &path)
    {
        const auto made = previewFile(path, m_job);
        if (!made)
            qWarning("%s", qPrintable(made.error().message));
        return made.value_or(ImportPreview{});
    }
    Result<ImportReport> import(const QString &path) { return importFile(*m_workspace, path, preview(path).plan, m_job); }
    QStringList roles(const ImportPlan &plan) const
    {
        QStringList names;
        for (const ColumnPlan &column : plan.columns)
            names << roleName(column.role);
        return names;
    }
    QMap<QString, Series> series(SeriesQuery query)
    {
        QMap<QString, Series> byKey;
        for (const Series &one : m_workspace->data().series(query, m_job).value_or(QList<Series>{}))
            byKey[one.key] = one;
        return byKey;
    }
    SeriesQuery imported() const
    {
        SeriesQuery query;
        query.measure = Measure::Value;
        query.by = GroupBy::Series;
        return query;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Workspace> m_workspace;
    JobContext m_job;
};

namespace {

const QByteArray salesHeader = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";

QByteArray sales(int rows)
{
    QByteArray csv = salesHeader;
    for (int i = 0; i < rows; ++i)
        csv += "5" + QByteArray::number(1000 + i / 3) + ",A" + QByteArray::number(i % 7) + ",\"LAMP, RED\"," + QByteArray::number(i % 5 + 1)
             + ",2011-01-" + QByteArray::number(10 + i % 20) + " 08:26:00,2.50,17850.0,France\n";
    return csv;
}

/// A literal with zeros inside.
template<size_t size>
QByteArray bytes(const char (&literal)[size]) { return QByteArray(literal, size - 1); }

bool adds(const ImportReport &report) { return report.read == report.stored + report.duplicate + report.rejected + report.filtered; }

void pack(const QString &path, const QByteArray &content)
{
    archive *handle = archive_write_new();
    archive_write_add_filter_gzip(handle);
    archive_write_set_format_raw(handle);
    QCOMPARE(archive_write_open_filename(handle, qPrintable(path)), ARCHIVE_OK);
    archive_entry *entry = archive_entry_new();
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_write_header(handle, entry);
    archive_write_data(handle, content.constData(), size_t(content.size()));
    archive_entry_free(entry);
    archive_write_free(handle);
}

} // namespace

void TestImport::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_workspace.reset();
    auto created = Workspace::create(m_folder->filePath(QStringLiteral("w.foretrail")));
    VERIFY_RESULT(created);
    m_workspace = std::make_unique<Workspace>(std::move(*created));
}

void TestImport::guessesSales()
{
    const ImportPreview shown = preview(write(sales(50)));
    QCOMPARE(shown.plan.kind, SourceKind::Sales);
    QVERIFY(shown.plan.hasHeader);
    QCOMPARE(shown.plan.delimiter, ',');
    QCOMPARE(shown.plan.dateFormat, QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    QCOMPARE(roles(shown.plan), QStringList({QStringLiteral("session"), QStringLiteral("item"), QStringLiteral("item-name"),
                                             QStringLiteral("quantity"), QStringLiteral("time"), QStringLiteral("price"),
                                             QStringLiteral("user"), QStringLiteral("attribute")}));
    QCOMPARE(shown.rows.size(), 50);
    QCOMPARE(shown.rows[0][6], QStringLiteral("17850.0"));
    QCOMPARE(shown.parsed[0][6], QStringLiteral("17850"));
    QCOMPARE(shown.parsed[0][2], QStringLiteral("LAMP, RED"));
    QVERIFY(shown.notes.join(QLatin1Char(' ')).contains(QStringLiteral("17850")));
    QVERIFY2(shown.blocker.isEmpty(), qPrintable(shown.blocker));
    QVERIFY(shown.problems.isEmpty());
}

void TestImport::guessesBehaviourWithoutHeader()
{
    QByteArray csv;
    const QList<QByteArray> kinds{"pv", "pv", "cart", "pv", "fav", "buy"};
    for (int i = 0; i < 60; ++i)
        csv += QByteArray::number(100 + i / 10) + ',' + QByteArray::number(2'000'000 + i * 17) + ',' + QByteArray::number(5000 + i % 9) + ','
             + kinds[i % 6] + ',' + QByteArray::number(1'511'550'516 + i * 60) + '\n';
    const ImportPreview shown = preview(write(csv));
    QVERIFY(!shown.plan.hasHeader);
    QCOMPARE(shown.plan.kind, SourceKind::Events);
    QCOMPARE(shown.plan.dateFormat, QStringLiteral("unix-s"));
    QCOMPARE(roles(shown.plan), QStringList({QStringLiteral("user"), QStringLiteral("item"), QStringLiteral("category"),
                                             QStringLiteral("kind"), QStringLiteral("time")}));
    QCOMPARE(shown.parsed[0][4], QStringLiteral("2017-11-24 19:08:36"));
}

void TestImport::guessesSpaces()
{
    const ImportPreview shown = preview(write(" 00004 0001 19970101  2   29.33\n 00004 0001 19970118  2   29.73\n 00021 0002 19970101  3   63.34\n"));
    QCOMPARE(shown.plan.delimiter, ' ');
    QVERIFY(!shown.plan.hasHeader);
    QCOMPARE(shown.plan.kind, SourceKind::Sales);
    QCOMPARE(shown.plan.dateFormat, QStringLiteral("yyyyMMdd"));
    QCOMPARE(roles(shown.plan), QStringList({QStringLiteral("user"), QStringLiteral("ignore"), QStringLiteral("time"),
                                             QStringLiteral("quantity"), QStringLiteral("amount")}));
    QCOMPARE(shown.parsed[0][0], QStringLiteral("00004"));
}

void TestImport::guessesWideSeries()
{
    const ImportPreview shown = preview(write("\"V1\",\"V2\",\"V3\",\"V4\",\"V5\",\"V6\"\n\"H1\",\"605\",\"586\",\"586\",\"559\",\"\"\n"
                                              "\"H2\",\"3124\",\"2990\",\"2862\",\"\",\"\"\n"));
    QCOMPARE(shown.plan.kind, SourceKind::Series);
    QCOMPARE(shown.plan.layout, SeriesLayout::Wide);
    QCOMPARE(shown.plan.columnsOf(Role::Value).size(), 5);
    QCOMPARE(shown.plan.step, Step::None);
    QVERIFY(shown.blocker.isEmpty());
    QVERIFY2(shown.notes.join(QLatin1Char(' ')).contains(QStringLiteral("start")), qPrintable(shown.notes.join(QLatin1Char('|'))));
}

void TestImport::guessesLongSeries()
{
    QByteArray csv = "Store,Dept,Date,Weekly_Sales,IsHoliday\n";
    for (int dept = 1; dept <= 3; ++dept)
        for (int week = 0; week < 10; ++week)
            csv += "1," + QByteArray::number(dept) + ',' + QDate(2010, 2, 5).addDays(7 * week).toString(Qt::ISODate).toLatin1() + ','
                 + QByteArray::number(100.5 * dept + week) + ",FALSE\n";
    const ImportPreview shown = preview(write(csv));
    QCOMPARE(shown.plan.kind, SourceKind::Series);
    QCOMPARE(shown.plan.layout, SeriesLayout::Long);
    QCOMPARE(shown.plan.step, Step::Week);
    QCOMPARE(roles(shown.plan), QStringList({QStringLiteral("series"), QStringLiteral("series"), QStringLiteral("time"),
                                             QStringLiteral("value"), QStringLiteral("ignore")}));
}

void TestImport::guessesDelimiter_data()
{
    QTest::addColumn<char>("delimiter");
    QTest::newRow("comma") << ',';
    QTest::newRow("semicolon") << ';';
    QTest::newRow("tab") << '\t';
    QTest::newRow("pipe") << '|';
}

void TestImport::guessesDelimiter()
{
    QFETCH(char, delimiter);
    QByteArray csv = "date|customer|product|quantity|price\n2024-01-02 10:00:00|ann|A b c|2|3.00\n2024-01-03 10:00:00|bob|B d|1|4.50\n";
    csv.replace('|', delimiter);
    const ImportPreview shown = preview(write(csv));
    QCOMPARE(shown.plan.delimiter, delimiter);
    QCOMPARE(shown.plan.columns.size(), 5);
    QCOMPARE(shown.parsed[1][2], QStringLiteral("B d"));
}

void TestImport::decimalComma()
{
    const QString path = write("Datum;date;customer;quantity;price\nx;01.02.2024;ann;1.200;3,50\ny;15.02.2024;bob;2;1,25\n");
    const ImportPreview shown = preview(path);
    QCOMPARE(shown.plan.decimalSign, QLatin1Char(','));
    QCOMPARE(shown.plan.dateFormat, QStringLiteral("d.M.yyyy"));
    const auto report = import(path);
    VERIFY_RESULT(report);
    QCOMPARE(report->netRevenueStored, 1200 * 3.5 + 2 * 1.25);
}

void TestImport::twoDateFormats()
{
    QByteArray csv = salesHeader;
    for (int day = 1; day <= 7; ++day)
        csv += "5,A,L,1,12/" + QByteArray::number(day) + "/2010 8:26,2.50,1,France\n";
    const QString path = write(csv);
    const ImportPreview shown = preview(path);
    QCOMPARE(shown.plan.dateFormat, QStringLiteral("M/d/yyyy H:mm"));
    QCOMPARE(shown.alternativeDateFormats, QStringList{QStringLiteral("d/M/yyyy H:mm")});
    QVERIFY(shown.notes.first().contains(QStringLiteral("2010-01-12")));
    ImportPlan other = shown.plan;
    other.dateFormat = QStringLiteral("d/M/yyyy H:mm");
    const auto changed = previewFile(path, other, m_job);
    VERIFY_RESULT(changed);
    QCOMPARE(changed->parsed[1][4], QStringLiteral("2010-02-12 08:26:00"));
    QCOMPARE(changed->alternativeDateFormats, QStringList{QStringLiteral("M/d/yyyy H:mm")});
}

// Only row 1,501 tells day from month: beyond the rows that roles are guessed from.
void TestImport::ambiguityEndsLaterInTheFile()
{
    QByteArray csv = salesHeader;
    for (int i = 0; i < 1500; ++i)
        csv += "5,A,L,1," + QByteArray::number(i % 9 + 1) + "/" + QByteArray::number(i % 5 + 1) + "/2010 8:26,2.50," + QByteArray::number(i) + ",F\n";
    csv += "5,A,L,1,25/2/2010 8:26,2.50,9,F\n";
    const ImportPreview shown = preview(write(csv));
    QCOMPARE(shown.plan.dateFormat, QStringLiteral("d/M/yyyy H:mm"));
    QVERIFY(shown.alternativeDateFormats.isEmpty());
}

void TestImport::encodings_data()
{
    QTest::addColumn<QByteArray>("mark");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("encoding");
    const auto chinese = QString::fromUtf8("红色台灯");
    QTest::newRow("UTF-8") << QByteArray() << QByteArray("UTF-8") << chinese << "UTF-8";
    QTest::newRow("UTF-8 with mark") << QByteArray("\xef\xbb\xbf") << QByteArray("UTF-8") << chinese << "UTF-8";
    QTest::newRow("UTF-16 little") << QByteArray("\xff\xfe") << QByteArray("UTF-16LE") << chinese << "UTF-16LE";
    QTest::newRow("UTF-16 big") << QByteArray("\xfe\xff") << QByteArray("UTF-16BE") << chinese << "UTF-16BE";
    QTest::newRow("Latin-1") << QByteArray() << QByteArray("ISO-8859-1") << QString::fromUtf8("LAMPE £5 é") << "Windows-1252";
    QTest::newRow("GB18030") << QByteArray() << QByteArray("GB18030") << chinese << "GB18030";
}

void TestImport::encodings()
{
    QFETCH(QByteArray, mark);
    QFETCH(QByteArray, name);
    QFETCH(QString, text);
    QFETCH(QString, encoding);
    QString csv = QStringLiteral("date,customer,product,description,quantity,price\n");
    for (int i = 1; i <= 28; ++i)
        csv += QStringLiteral("2024-01-%1 10:00:00,ann%1,A,%2,2,3.00\n").arg(i, 2, 10, QLatin1Char('0')).arg(text);
    QStringEncoder encoder(name.constData());
    QVERIFY(encoder.isValid());
    const QString path = write(mark + QByteArray(encoder(csv)));
    const ImportPreview shown = preview(path);
    QCOMPARE(shown.plan.encoding, encoding);
    QCOMPARE(shown.parsed.value(0).value(3), text);
    QCOMPARE(shown.header.value(0), QStringLiteral("date"));
    const auto report = import(path);
    VERIFY_RESULT(report);
    QCOMPARE(report->stored, 28);
}

void TestImport::quotesAndLineBreaks()
{
    const QString path = write("date,customer,product,quantity,price\r\n2024-01-02 10:00:00,\"ann \"\"the\nfirst\"\"\",A,2,3.00\r\n"
                               "\r\n2024-01-03 10:00:00,bob,\"B\"x,1,4.50\r\n2024-01-0x 10:00:00,bob,B,1,4.50");
    const ImportPreview shown = preview(path);
    QCOMPARE(shown.rows[0][1], QStringLiteral("ann \"the\nfirst\""));
    QCOMPARE(shown.rows[1][2], QStringLiteral("Bx"));
    const auto report = import(path);
    VERIFY_RESULT(report);
    QCOMPARE(report->stored, 2);
    QCOMPARE(report->rejected, 1);
    QCOMPARE(report->firstRejects.first().line, 6); // the first row spans two lines and an empty one follows
}

void TestImport::unclosedQuote()
{
    QByteArray csv = sales(20);
    csv += "9,\"open,LAMP,1,2011-01-10 08:00:00,1.00,1,France\n";
    csv += sales(4).mid(salesHeader.size()).replace("5100", "7100");
    const auto report = import(write(csv));
    VERIFY_RESULT(report);
    QVERIFY(adds(*report));
    QCOMPARE(report->rejected, 1);
    QCOMPARE(report->firstRejects.first().line, 22);
    QCOMPARE(report->stored, 24);
}

void TestImport::oneLongRowIsOneReject()
{
    QByteArray csv = sales(60);
    csv.insert(csv.indexOf('\n', salesHeader.size() + 200), ",one more");
    const QString path = write(csv);
    QCOMPARE(preview(path).plan.columns.size(), 8);
    const auto report = import(path);
    VERIFY_RESULT(report);
    QCOMPARE(report->rejected, 1);
    QVERIFY(report->firstRejects.first().reason.contains(QLatin1Char('9')));
    // Without a header the commonest width counts.
    const auto headless = import(write(csv.mid(salesHeader.size()), QStringLiteral("headless.csv")));
    VERIFY_RESULT(headless);
    QCOMPARE(headless->rejected, 1);
}

void TestImport::mostRowsRejectedIsSaid()
{
    const QString path = write("date,customer,product,quantity,price\n2024-01-02,ann,A,2,3.00\n02.01.2024,ann,A,2,3.00\n"
                               "03.01.2024,bob,A,2,3.00\n04.01.2024,bob,A,2,3.00\n");
    ImportPlan plan = preview(path).plan;
    plan.dateFormat = QStringLiteral("yyyy-MM-dd");
    const auto shown = previewFile(path, plan, m_job);
    VERIFY_RESULT(shown);
    QVERIFY2(shown->notes.first().contains(QStringLiteral("3 of the 4")), qPrintable(shown->notes.first()));
    const auto report = importFile(*m_workspace, path, plan, m_job);
    VERIFY_RESULT(report);
    QVERIFY2(report->notes.first().contains(QStringLiteral("02.01.2024")), qPrintable(report->notes.first()));
}

void TestImport::startNeedsAStep()
{
    const QString path = write("id,V2,V3,V4,V5,V6\nA,1,2,3,4,5\n");
    ImportPlan plan = preview(path).plan;
    plan.start = 0;
    QVERIFY(!previewFile(path, plan, m_job)->blocker.isEmpty());
    plan.start.reset();
    plan.step = Step::Day;
    QVERIFY(!previewFile(path, plan, m_job)->blocker.isEmpty());
    plan.start = 0;
    QVERIFY(previewFile(path, plan, m_job)->blocker.isEmpty());
}

void TestImport::countsAddUp()
{
    const QString path = write("date,customer,product,quantity,price\n2024-01-02 10:00:00,ann,A,2,3.00\n2024-01-02 10:00:00,ann,A,2,3.00\n"
                               "2024-01-03 10:00:00,bob,B,x,4.50\n2024-02-30 10:00:00,bob,B,1,4.50\n2024-01-04 10:00:00,,C,1,2.00\n"
                               "2024-01-05 10:00:00,cat,C,1\n2024-01-05 10:00:00,cat,C,,2.00\n2024-01-06 10:00:00,dan,C,1e300,2.00\n");
    const auto report = import(path);
    VERIFY_RESULT(report);
    QCOMPARE(report->read, 8);
    QCOMPARE(report->stored, 2);
    QCOMPARE(report->duplicate, 1);
    QCOMPARE(report->rejected, 5);
    QVERIFY(adds(*report));
    QCOMPARE(report->withoutUser, 1);
    QCOMPARE(report->netRevenueRead, 14.0);
    QCOMPARE(report->netRevenueStored, 8.0);
    const auto listed = listImports(*m_workspace);
    VERIFY_RESULT(listed);
    QCOMPARE(listed->size(), 1);
    QCOMPARE(listed->first().read, 8);
    QCOMPARE(listed->first().netRevenueStored, 8.0);
    QVERIFY(listed->first().started.isValid());
}

void TestImport::rejectsAreKept()
{
    QByteArray csv = "date,customer,product,quantity,price\n2024-01-02 10:00:00,ann,A,2,3.00\n";
    for (int i = 0; i < 1500; ++i)
        csv += "2024-13-01 10:00:00,ann,A,2,3.00\n";
    const QString path = write(csv);
    ImportPlan plan = preview(path).plan;
    plan.dateFormat = QStringLiteral("yyyy-MM-dd HH:mm:ss");
    const auto report = importFile(*m_workspace, path, plan, m_job);
    VERIFY_RESULT(report);
    QCOMPARE(report->rejected, 1500);
    QCOMPARE(report->firstRejects.size(), 1000);
    const auto page = listRejects(*m_workspace, report->importId, 1490, 100);
    VERIFY_RESULT(page);
    QCOMPARE(page->size(), 10);
    QCOMPARE(page->last().line, 1502);
    QCOMPARE(page->last().column, QStringLiteral("date"));
    QCOMPARE(page->last().value, QStringLiteral("2024-13-01 10:00:00"));
    QVERIFY(page->last().reason.contains(QStringLiteral("yyyy-MM-dd HH:mm:ss")));
}

void TestImport::onceOnly()
{
    const QString path = write(sales(100));
    const auto first = import(path);
    VERIFY_RESULT(first);
    QCOMPARE(first->stored, 100 - first->duplicate);
    const auto second = import(path);
    VERIFY_RESULT(second);
    QCOMPARE(second->stored, 0);
    QCOMPARE(second->duplicate, 100);
}

void TestImport::anotherEditionOfTheSameRows()
{
    VERIFY_RESULT(import(write("date,customer,product,quantity,price,Country\n2010-12-01 08:26:00,17850.0,A,6,2.55,France\n"
                               "2010-12-02 08:26:00,17850.0,A,6,2.55,France\n2010-12-13 08:26:00,17850.0,A,6,2.55,France\n")));
    const auto again = import(write("customer,price,product,date,quantity,Country\r\n17850,2.550,A,12/1/2010 8:26,6,France\r\n"
                                    "17850,2.55,A,12/13/2010 8:26,6,France\r\n17850,2.55,A,12/14/2010 8:26,6,France\r\n",
                                    QStringLiteral("other.csv")));
    VERIFY_RESULT(again);
    QCOMPARE(again->duplicate, 2);
    QCOMPARE(again->stored, 1);
}

void TestImport::returnsAndAdjustments()
{
    const auto report = import(write(salesHeader + "1,A,L,2,2011-01-10 08:00:00,3.00,1,F\nC1,A,L,-1,2011-01-11 08:00:00,3.00,1,F\n"
                                                   "A1,B,D,1,2011-01-12 08:00:00,-11.00,,F\n"));
    VERIFY_RESULT(report);
    QCOMPARE(report->returns, 1);
    QCOMPARE(report->netRevenueStored, 6.0 - 3.0 - 11.0);
    const auto summary = m_workspace->data().summary();
    VERIFY_RESULT(summary);
    QCOMPARE(QSet<QString>(summary->kindNames.begin(), summary->kindNames.end()),
             QSet<QString>({QStringLiteral("purchase"), QStringLiteral("return"), QStringLiteral("adjustment")}));
}

void TestImport::amountOnlyOfPurchases()
{
    const auto report = import(write("event_time,event_type,product_id,price,user_id\n2019-10-01 00:00:00 UTC,view,1,35.79,5\n"
                                     "2019-10-01 00:00:05 UTC,purchase,1,35.79,5\n2019-10-01 00:00:09 UTC,cart,2,10.00,6\n"));
    VERIFY_RESULT(report);
    QCOMPARE(report->stored, 3);
    QCOMPARE(report->netRevenueStored, 35.79);
}

void TestImport::wideWithDates()
{
    const auto report = import(write("item,2024-01-01,2024-01-02,2024-01-03,2024-01-04,2024-01-05\nA,1,2,,4,5\nB,10,20,30,40,50\n"));
    VERIFY_RESULT(report);
    QCOMPARE(report->stored, 9);
    QCOMPARE(report->series, 2);
    const auto found = series(imported());
    QCOMPARE(found[QStringLiteral("A")].axis.step, Step::Day);
    QCOMPARE(formatTime(found[QStringLiteral("A")].timeAt(0), Step::Day), QStringLiteral("2024-01-01"));
    QVERIFY(std::isnan(found[QStringLiteral("A")].values[2]));
    QCOMPARE(found[QStringLiteral("B")].values, (std::vector<double>{10, 20, 30, 40, 50}));
}

void TestImport::wideAsIndex()
{
    const auto report = import(write("id,V2,V3,V4,V5,V6\nA,1,2,3,4,5\nB,10,20,30,,\n"));
    VERIFY_RESULT(report);
    const auto found = series(imported());
    QCOMPARE(found[QStringLiteral("B")].axis.step, Step::None);
    QCOMPARE(found[QStringLiteral("B")].size(), 3);
}

void TestImport::wideWithStart()
{
    const QString path = write("id,V2,V3,V4,V5,V6\nA,1,2,3,4,5\n");
    ImportPlan plan = preview(path).plan;
    plan.step = Step::Month;
    plan.start = QDateTime(QDate(2020, 1, 31), QTime(0, 0), Qt::UTC).toMSecsSinceEpoch();
    VERIFY_RESULT(importFile(*m_workspace, path, plan, m_job));
    const Series found = series(imported())[QStringLiteral("A")];
    QCOMPARE(found.axis.step, Step::Month);
    QCOMPARE(formatTime(found.timeAt(1), Step::Month), QStringLiteral("2020-02-01"));
}

void TestImport::reversedWide()
{
    const auto report = import(write("date,north,south\n2024-01-01,1,10\n2024-02-01,2,20\n2024-03-01,3,30\n"));
    VERIFY_RESULT(report);
    const auto found = series(imported());
    QCOMPARE(found.keys(), QStringList({QStringLiteral("north"), QStringLiteral("south")}));
    QCOMPARE(found[QStringLiteral("south")].axis.step, Step::Month);
    QCOMPARE(found[QStringLiteral("south")].values, (std::vector<double>{10, 20, 30}));
}

void TestImport::conflicts()
{
    VERIFY_RESULT(import(write("series,date,value\nA,2024-01-01,1\nA,2024-01-02,2\nA,2024-01-03,3\n")));
    const QString path = write("series,date,value\nA,2024-01-02,7\nA,2024-01-03,3\nA,2024-01-04,4\n", QStringLiteral("second.csv"));
    ImportPlan plan = preview(path).plan;
    plan.conflict = ConflictPolicy::Abort;
    QVERIFY(!importFile(*m_workspace, path, plan, m_job));
    QCOMPARE(series(imported())[QStringLiteral("A")].size(), 3);
    plan.conflict = ConflictPolicy::Skip;
    const auto skipped = importFile(*m_workspace, path, plan, m_job);
    VERIFY_RESULT(skipped);
    QCOMPARE(skipped->conflicts, 1);
    QCOMPARE(skipped->duplicate, 2);
    QCOMPARE(skipped->stored, 1);
    plan.conflict = ConflictPolicy::Replace;
    const auto replaced = importFile(*m_workspace, path, plan, m_job);
    VERIFY_RESULT(replaced);
    QCOMPARE(replaced->replaced, 1);
    QCOMPARE(series(imported())[QStringLiteral("A")].values, (std::vector<double>{1, 7, 3, 4}));
}

void TestImport::gapsInSeries()
{
    const auto report = import(write("series,date,value\nA,2024-01-01,1\nA,2024-01-02,NA\nA,2024-01-04,4\n"));
    VERIFY_RESULT(report);
    QCOMPARE(report->read, 3);
    QCOMPARE(report->filtered, 1);
    QVERIFY(adds(*report));
    QCOMPARE(series(imported())[QStringLiteral("A")].size(), 4);
}

void TestImport::timeZones()
{
    const QString path = write("user_id,item_id,behavior,timestamp\n1,1,pv,1511550516\n1,2,buy,1511550616\n2,2,pv,1511586000\n");
    ImportPlan plan = preview(path).plan;
    plan.timeZone = QStringLiteral("Asia/Shanghai");
    VERIFY_RESULT(importFile(*m_workspace, path, plan, m_job));
    const auto summary = m_workspace->data().summary();
    VERIFY_RESULT(summary);
    QCOMPARE(summary->timeZone, QStringLiteral("Asia/Shanghai"));
    QCOMPARE(*summary->firstEvent, 1'511'550'516'000);
    SeriesQuery query;
    query.measure = Measure::Events;
    // 2017-11-24 19:08 UTC is the next morning in Shanghai, as is 05:00 UTC of the 25th.
    QCOMPARE(series(query)[QStringLiteral("total")].values, std::vector<double>{3});
}

void TestImport::changedPlanIsFollowed()
{
    const QString path = write(sales(30));
    ImportPlan plan = preview(path).plan;
    plan.columns[4].role = Role::Ignore;
    const auto without = previewFile(path, plan, m_job);
    VERIFY_RESULT(without);
    QVERIFY(without->blocker.contains(QStringLiteral("time")));
    QVERIFY(!importFile(*m_workspace, path, plan, m_job));
    plan.columns[4].role = Role::Time;
    plan.dateFormat = QStringLiteral("dd/MM/yyyy");
    plan.isDateFormatSaid = true;
    const auto wrong = previewFile(path, plan, m_job);
    VERIFY_RESULT(wrong);
    QCOMPARE(wrong->problems.size(), 30);
    QCOMPARE(wrong->problems.first().column, 4);
    QVERIFY(wrong->parsed[0][4].isEmpty());
    plan.hasHeader = false;
    const auto headless = previewFile(path, plan, m_job);
    VERIFY_RESULT(headless);
    QCOMPARE(headless->rows.size(), 31);
    QCOMPARE(headless->header.first(), QStringLiteral("column 1"));
}

void TestImport::changedDelimiterRebuildsColumns()
{
    const QString path = write("date;customer;product;quantity;price\n2024-01-02 10:00:00;ann;A;2;3.00\n2024-01-03 10:00:00;bob;B;1;4.50\n");
    ImportPlan plan = preview(path).plan;
    plan.delimiter = '|';
    const auto one = previewFile(path, plan, m_job);
    VERIFY_RESULT(one);
    QCOMPARE(one->plan.columns.size(), 1);
    QVERIFY(!one->blocker.isEmpty());
    plan = one->plan;
    plan.delimiter = ';';
    const auto back = previewFile(path, plan, m_job);
    VERIFY_RESULT(back);
    QCOMPARE(back->plan.columns.size(), 5);
    QCOMPARE(back->plan.columnOf(Role::User), 1);
    QVERIFY2(back->blocker.isEmpty(), qPrintable(back->blocker));
}

void TestImport::map()
{
    ImportPlan plan = preview(write(sales(10))).plan;
    VERIFY_RESULT(applyMap(plan, {QStringLiteral("user=StockCode"), QStringLiteral("attr:Land=8"), QStringLiteral("ignore=description")}));
    QCOMPARE(plan.columnOf(Role::User), 1);
    QCOMPARE(plan.columns[6].role, Role::Ignore);
    QCOMPARE(plan.columns[7].name, QStringLiteral("Land"));
    QCOMPARE(plan.columns[2].role, Role::Ignore);
    for (const char *bad : {"user=Shopper", "user=17", "colour=Country", "user", "=3"})
        QVERIFY2(!applyMap(plan, {QString::fromLatin1(bad)}), bad);
    QCOMPARE(plan.columnOf(Role::User), 1);
}

void TestImport::kindChange()
{
    ImportPlan plan = preview(write("series,date,value\nA,2024-01-01,1\nA,2024-01-02,2\nA,2024-01-03,3\n")).plan;
    QCOMPARE(plan.kind, SourceKind::Series);
    plan.setKind(SourceKind::Sales);
    QCOMPARE(roles(plan), QStringList({QStringLiteral("item"), QStringLiteral("time"), QStringLiteral("amount")}));
    plan.setKind(SourceKind::Series);
    QCOMPARE(roles(plan), QStringList({QStringLiteral("series"), QStringLiteral("time"), QStringLiteral("value")}));
}

void TestImport::blockers_data()
{
    QTest::addColumn<QByteArray>("csv");
    QTest::addColumn<QString>("says");
    QTest::newRow("no time") << QByteArray("customer,product,quantity\nann,A,2\nbob,B,1\n") << "time";
    QTest::newRow("unreadable dates") << QByteArray("date,customer,quantity\nsoon,ann,2\nlater,bob,1\n") << "date format";
    QTest::newRow("header only") << QByteArray("date,customer,product,quantity,price\n") << "no rows";
}

void TestImport::blockers()
{
    QFETCH(QByteArray, csv);
    QFETCH(QString, says);
    const ImportPreview shown = preview(write(csv));
    QVERIFY2(shown.blocker.contains(says), qPrintable(shown.blocker));
}

void TestImport::badFiles_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("code");
    QTest::newRow("empty") << QByteArray() << int(ErrorCode::InvalidInput);
    QTest::newRow("zeros") << QByteArray(4096, '\0') << int(ErrorCode::Format);
    QTest::newRow("picture") << bytes("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0") << int(ErrorCode::Format);
    QTest::newRow("broken gzip") << bytes("\x1f\x8b\x08\x00garbage that is no deflate stream") << int(ErrorCode::Format);
}

void TestImport::badFiles()
{
    QFETCH(QByteArray, content);
    QFETCH(int, code);
    const auto shown = previewFile(write(content), m_job);
    QVERIFY(!shown);
    QCOMPARE(int(shown.error().code), code);
    QVERIFY2(shown.error().message.contains(QStringLiteral("log.csv")), qPrintable(shown.error().message));
    const auto folder = previewFile(m_folder->path(), m_job);
    QVERIFY(!folder && folder.error().message.contains(QStringLiteral("folder")));
    const auto absent = previewFile(m_folder->filePath(QStringLiteral("absent.csv")), m_job);
    QVERIFY(!absent && absent.error().code == ErrorCode::NotFound);
}

void TestImport::cancelLeavesNothing()
{
    const QString path = write(sales(5000));
    const ImportPlan plan = preview(path).plan;
    JobContext *running = nullptr;
    JobContext job([&](const Progress &progress) {
        if (progress.done > 0)
            running->requestStop();
    });
    running = &job;
    const auto report = importFile(*m_workspace, path, plan, job);
    QVERIFY(!report && report.error().isCancelled());
    QCOMPARE(m_workspace->data().summary()->events, 0);
    QVERIFY(listImports(*m_workspace)->isEmpty());
    QVERIFY(m_workspace->setting(QStringLiteral("timeZone"))->isEmpty());
    VERIFY_RESULT(import(path));
}

void TestImport::allRowsBadStoresNothing()
{
    const QString path = write(sales(40));
    ImportPlan plan = preview(path).plan;
    plan.dateFormat = QStringLiteral("dd.MM.yyyy");
    plan.isDateFormatSaid = true;
    const auto report = importFile(*m_workspace, path, plan, m_job);
    QVERIFY(!report);
    QVERIFY2(report.error().message.contains(QStringLiteral("Line 2, column InvoiceDate")), qPrintable(report.error().message));
    QVERIFY(listImports(*m_workspace)->isEmpty());
}

void TestImport::packed()
{
    const QByteArray csv = sales(3000);
    const QString path = m_folder->filePath(QStringLiteral("log.csv.gz"));
    pack(path, csv);
    const auto report = import(path);
    VERIFY_RESULT(report);
    QCOMPARE(report->read, 3000);
    const QString cut = write(test::readAll(path).left(QFileInfo(path).size() / 2), QStringLiteral("cut.csv.gz"));
    const auto broken = importFile(*m_workspace, cut, preview(write(csv)).plan, m_job);
    QVERIFY(!broken);
    QVERIFY2(broken.error().message.contains(QStringLiteral("cut.csv.gz")), qPrintable(broken.error().message));
    QCOMPARE(listImports(*m_workspace)->size(), 1);
}

void TestImport::smallPackedFilesAreLookedAtLikeOthers()
{
    const QByteArray csv = "Report of the year\n\n" + sales(20'000).replace("LAMP", "L\xe4MP");
    const QString plain = write(csv, QStringLiteral("plain.csv")), packed = m_folder->filePath(QStringLiteral("packed.csv.gz"));
    pack(packed, csv);
    const auto preview = previewFile(SourceFile{packed}, m_job);
    VERIFY_RESULT(preview);
    QCOMPARE(preview->fileBytes, QFileInfo(packed).size());
    QCOMPARE(preview->plan.skipRows, 2);
    const auto expected = readSample(plain, preview->plan, 1000, m_job), sample = readSample(packed, preview->plan, 1000, m_job);
    VERIFY_RESULT(sample);
    QCOMPARE(expected->rows.size(), size_t(1500));
    QCOMPARE(sample->rows, expected->rows);
    QCOMPARE(sample->tail, expected->tail);
}

// Whatever a field holds, a table written by the rules of RFC 4180 comes back as it was.
void TestImport::randomTablesComeBack()
{
    QRandomGenerator random(7);
    const QString letters = QString::fromUtf8("ab ,;\"\n\r\té£灯x'|");
    for (int round = 0; round < 60; ++round) {
        QList<QStringList> table;
        QByteArray csv = "date,customer,product,quantity,price\n";
        for (int row = 0; row < 30; ++row) {
            QStringList fields{QStringLiteral("2024-01-%1").arg(row % 28 + 1, 2, 10, QLatin1Char('0'))};
            for (int column = 0; column < 2; ++column) {
                QString field;
                for (quint32 i = random.bounded(12u) + 1; i > 0; --i)
                    field += letters[int(random.bounded(quint32(letters.size())))];
                fields << field;
            }
            fields << QString::number(row) << QStringLiteral("1.5");
            table << fields;
            for (const QString &field : fields)
                csv += '"' + QString(field).replace(QStringLiteral("\""), QStringLiteral("\"\"")).toUtf8() + (&field == &fields.back() ? "\"\n" : "\",");
        }
        ImportPlan plan;
        plan.dateFormat = QStringLiteral("yyyy-MM-dd");
        for (const char *name : {"date", "customer", "product", "quantity", "price"})
            plan.columns.append({QString::fromLatin1(name), Role::Attribute});
        plan.columns[0].role = Role::Time;
        plan.columns[3].role = Role::Quantity;
        const auto shown = previewFile(write(csv), plan, m_job);
        VERIFY_RESULT(shown);
        QCOMPARE(shown->rows, table);
    }
}

// Bytes are struck out, doubled, overwritten: the import says what is wrong, or what it did with every row.
void TestImport::damagedTablesNeverLoseARow()
{
    QRandomGenerator random(20261124);
    const QByteArray marks = bytes("\",;\n\r\0\xff\xc3\xa3 x9-");
    for (int round = 0; round < 150; ++round) {
        QByteArray csv = sales(40);
        for (quint32 hits = random.bounded(30u) + 1; hits > 0; --hits) {
            const auto at = qsizetype(random.bounded(quint32(csv.size())));
            switch (random.bounded(3)) {
            case 0: csv.remove(at, qsizetype(random.bounded(20u))); break;
            case 1: csv.insert(at, csv.mid(at, qsizetype(random.bounded(60u)))); break;
            default: csv[at] = marks[qsizetype(random.bounded(quint32(marks.size())))]; break;
            }
        }
        const QString path = write(csv);
        const auto shown = previewFile(path, m_job);
        if (!shown) {
            QVERIFY(!shown.error().message.isEmpty());
            continue;
        }
        const qint64 before = m_workspace->data().summary()->events;
        const auto report = importFile(*m_workspace, path, shown->plan, m_job);
        const qint64 added = m_workspace->data().summary()->events - before;
        QVERIFY(report ? adds(*report) : !report.error().message.isEmpty());
        QVERIFY(report ? shown->plan.kind == SourceKind::Series || added == report->stored : added == 0);
    }
}

FORETRAIL_TEST_MAIN(TestImport, QCoreApplication)
#include "tst_import.moc"
