// The gallery of broken files: each is refused with a message that names it, or imported with counts that add up and a first
// reject that can be found. tests/data/broken/README.md says what is wrong with each.
#include "core/data/Import.h"
#include "tests/support/TestSupport.h"

using namespace foretrail;

class TestGallery : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void refused_data();
    void refused();
    void imported_data();
    void imported();
    void everyFileIsListed();

private:
    static QString file(const QString &name) { return test::dataFile(QStringLiteral("broken/") + name); }
    Result<ImportReport> import(const QString &path)
    {
        const QTemporaryDir folder;
        auto workspace = Workspace::create(folder.filePath(QStringLiteral("w.foretrail")));
        const auto shown = previewFile(path, m_job);
        if (!shown)
            return fail(shown.error());
        return importFile(*workspace, path, shown->plan, m_job);
    }
    JobContext m_job;
};

void TestGallery::refused_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const char *says) { QTest::newRow(name) << QString::fromLatin1(name) << QString::fromUtf8(says); };
    row("nul_block.csv", "is not text");
    row("cut.csv.gz", "is damaged or cut off");
    row("not_gzip.csv.gz", "is damaged or cut off");
    row("cut.zip", "is damaged or cut off");
    row("damaged.zip", "log.csv is damaged or cut off");
    row("locked.zip", "log.csv is locked with a password");
    row("without_tables.zip", "holds no tables");
    row("letter.zip", "is a document, not a table");
    row("cut.xlsx", "is damaged or cut off");
    row("cut_sheet.xlsx", "s1.xml is damaged at line 1");
    row("empty_sheet.xlsx", "no rows: there is nothing to import");
    row("missing_text.xlsx", "row 11: A cell names the shared text 99, but there are only 0");
    row("macros.xlsb", "a workbook of a kind that Foretrail does not read");
    row("old.xls", "a workbook of the old .xls kind");
    row("header_only.csv", "nothing to import");
    row("header_only.xlsx", "has a header and no rows: there is nothing to import");
    row("titles_only.xlsx", "has a header and no rows: there is nothing to import");
    row("blank_lines.csv", "nothing to import");
    row("empty.csv", "is empty");
    row("picture.csv", "is not text");
    row("scalars.json", "holds no JSON objects");
    row("absurd_width.csv.gz", "line 2: the row has more than 20000 columns");
    row("long_line.csv.xz", "line 2: the row is longer than 32 MiB");
}

void TestGallery::refused()
{
    QFETCH(QString, file);
    QFETCH(QString, says);
    const auto report = import(TestGallery::file(file));
    QVERIFY(!report);
    QVERIFY2(report.error().message.contains(says), qPrintable(report.error().message));
    QVERIFY2(report.error().message.contains(file), qPrintable(report.error().message));
}

void TestGallery::imported_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("read");
    QTest::addColumn<int>("stored");
    QTest::addColumn<QString>("firstReject"); ///< line, column: reason
    const auto row = [](const char *name, int read, int stored, const char *reject) {
        QTest::newRow(name) << QString::fromLatin1(name) << read << stored << QString::fromUtf8(reject);
    };
    row("unclosed_quote.csv", 10, 9, "7, : a quotation mark opens here and never closes");
    row("mixed_widths.csv", 11, 9, "8, : has 4 columns where 5 are expected");
    row("nul_bytes.csv", 14, 13, "14, customer: has bytes that are not UTF-8: choose another encoding");
    row("utf16_without_mark.csv", 9, 9, "");
    row("utf16_odd_end.csv", 10, 9, "11, : has 1 columns where 5 are expected");
    row("without_header.xlsx", 9, 9, "");
    row("errors.xlsx", 11, 9, "11, date: is empty");
    row("two_date_formats.csv", 15, 9, "11, date: is not a date of the form yyyy-MM-dd HH:mm:ss");
    row("31_february.csv", 10, 9, "11, date: is not a date of the form yyyy-MM-dd HH:mm:ss");
    row("broken_line.jsonl", 5, 3, "3, : is not valid JSON at character 78");
    row("array.json", 4, 3, "4, : is not a JSON object");
    row("cut_array.json", 4, 3, "4, : is not valid JSON at character 25");
    row("deep.jsonl", 3, 2, "3, : has objects inside of objects more than 64 deep");
    row("duplicate_headers.csv", 9, 9, "");
    row("mark_in_the_middle.csv", 8, 7, "7, date: is not a date of the form yyyy-MM-dd HH:mm:ss");
    row("cr_only.csv", 7, 6, "8, date: is not a date of the form yyyy-MM-dd HH:mm:ss");
    row("decimal_commas.csv", 9, 8, "10, price: is not a number");
    row("twenty_digits.csv", 7, 6, "8, quantity: is out of range");
    row("currency_signs.csv", 7, 6, "8, price: is not a number");
    row("wrong_encoding.csv", 8, 8, "");
    row("title_lines.csv", 8, 7, "8, date: is not a date of the form yyyy-MM-dd HH:mm:ss");
    row("comment_lines.csv", 9, 8, "9, : has 1 columns where 5 are expected");
    row("titles.xlsx", 6, 5, "9, quantity: is not a number");
}

void TestGallery::imported()
{
    QFETCH(QString, file);
    QFETCH(int, read);
    QFETCH(int, stored);
    QFETCH(QString, firstReject);
    const auto report = import(TestGallery::file(file));
    VERIFY_RESULT(report);
    QString found = QStringLiteral("");
    if (!report->firstRejects.isEmpty()) {
        const RejectedRow &first = report->firstRejects.front();
        found = QStringLiteral("%1, %2: %3").arg(first.line).arg(first.column, first.reason);
    }
    QVERIFY2(found.startsWith(firstReject) && found.isEmpty() == firstReject.isEmpty(), qPrintable(found));
    QCOMPARE(report->read, read);
    QCOMPARE(report->stored, stored);
    QCOMPARE(report->stored + report->duplicate + report->rejected + report->filtered, report->read);
}

void TestGallery::everyFileIsListed()
{
    const QString listed = QString::fromUtf8(test::readAll(file(QStringLiteral("README.md"))));
    for (const QString &name : QDir(file(QString())).entryList(QDir::Files))
        QVERIFY2(name == QStringLiteral("README.md") || listed.contains(QLatin1Char('`') + name + QLatin1Char('`')), qPrintable(name));
}

FORETRAIL_TEST_MAIN(TestGallery, QCoreApplication)
#include "tst_gallery.moc"
