// Workbooks: what each kind of cell becomes, sheets, dates of both calendars, and what is refused.
#include "core/data/Import.h"
#include "core/data/import/CellText.h"
#include "core/data/import/RecordSource.h"
#include "core/data/import/SourceShape.h"
#include "tests/core/data/ZipBuilder.h"

using namespace foretrail;

class TestWorkbook : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void formats_data();
    void formats();
    void dates_data();
    void dates();
    void numbers_data();
    void numbers();
    void escapes();
    void cells();
    void gapsKeepTheirColumns();
    void rowsOfTheSheet();
    void sheets();
    void calendarOf1904();
    void imported();
    void refuses_data();
    void refuses();
    void bombs();

private:
    using Rows = QList<QStringList>;
    QString write(const test::BookBuilder &book)
    {
        const QString path = m_folder.filePath(QStringLiteral("book.xlsx"));
        test::writeZip(path, book.members());
        return path;
    }
    Rows read(const QString &path, const QString &part = {})
    {
        m_lines.clear();
        m_error.clear();
        ImportPlan plan;
        plan.format = SourceFormat::Workbook;
        plan.part = part;
        auto source = RecordSource::open(path, plan);
        Rows rows;
        Record record;
        Result<bool> more = source ? (*source)->next(record) : fail(source.error());
        for (; more && *more; more = (*source)->next(record)) {
            QStringList row;
            for (const std::string_view field : record.fields)
                row.append(QString::fromUtf8(field.data(), qsizetype(field.size())));
            rows.append(row);
            m_lines.append(record.line);
        }
        if (!more)
            m_error = more.error().message;
        return rows;
    }
    QTemporaryDir m_folder;
    QList<qint64> m_lines;
    QString m_error;
    JobContext m_job;
};

void TestWorkbook::formats_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("format");
    const auto row = [](const char *code, CellFormat format) { QTest::newRow(code) << QString::fromUtf8(code) << int(format); };
    row("General", CellFormat::Number);
    row("#,##0.00", CellFormat::Number);
    row("0.00E+00", CellFormat::Number);
    row("#,##0 \"days\"", CellFormat::Number);
    row("[Red]0.00;[Blue]-0.00", CellFormat::Number);
    row("_-* #,##0.00\\ \\d_-", CellFormat::Number);
    row("[$€-407]#,##0.00", CellFormat::Number);
    row("yyyy\\-mm\\-dd", CellFormat::DateTime);
    row("D/M/YYYY h:mm", CellFormat::DateTime);
    row("[$-804]yyyy\"年\"m\"月\"d\"日\"", CellFormat::DateTime);
    row("h:mm AM/PM", CellFormat::DateTime);
    row("[h]:mm:ss", CellFormat::Elapsed);
    row("[mm]:ss", CellFormat::Elapsed);
}

void TestWorkbook::formats()
{
    QFETCH(QString, code);
    QFETCH(int, format);
    QCOMPARE(int(formatOfCode(code.toStdString())), format);
}

// Days as spreadsheets count them: their day 60 is the 29 February 1900, which never was.
void TestWorkbook::dates_data()
{
    QTest::addColumn<double>("serial");
    QTest::addColumn<bool>("from1904");
    QTest::addColumn<QString>("text");
    QTest::newRow("first day") << 1.0 << false << "1900-01-01 00:00:00";
    QTest::newRow("before the day that never was") << 59.0 << false << "1900-02-28 00:00:00";
    QTest::newRow("behind it") << 61.0 << false << "1900-03-01 00:00:00";
    QTest::newRow("Unix epoch") << 25569.0 << false << "1970-01-01 00:00:00";
    QTest::newRow("minutes written with 15 digits") << 40513.3513888889 << false << "2010-12-01 08:26:00";
    QTest::newRow("last second of a day") << 40513.999988426 << false << "2010-12-01 23:59:59";
    QTest::newRow("rounds up to midnight") << 40513.9999999 << false << "2010-12-02 00:00:00";
    QTest::newRow("last date") << 2958465.0 << false << "9999-12-31 00:00:00";
    QTest::newRow("time alone") << 0.75 << false << "18:00:00";
    QTest::newRow("calendar of 1904") << 39051.5 << true << "2010-12-01 12:00:00";
    QTest::newRow("its first day") << 0.0 << true << "1904-01-01 00:00:00";
    QTest::newRow("negative") << -1.0 << false << "";
    QTest::newRow("beyond") << 1e9 << false << "";
}

void TestWorkbook::dates()
{
    QFETCH(double, serial);
    QFETCH(bool, from1904);
    QFETCH(QString, text);
    QCOMPARE(QString::fromStdString(dateText(serial, from1904)), text);
}

void TestWorkbook::numbers_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *written, const char *text) { QTest::newRow(written) << QString::fromLatin1(written) << QString::fromLatin1(text); };
    row("17850", "17850");
    row("2053013555631882655", "2053013555631882655"); // 19 digits, as some programs write ids
    row("2.5499999999999998", "2.55");
    row("0.30000000000000004", "0.3");
    row("-1.5", "-1.5");
    row("1E-3", "0.001");
    row("1.23E+16", "12300000000000000");
    row("1.2E+30", "1.2e+30");
    row("123456789012.34", "123456789012.34");
    row("-0.0", "0");
    row("not a number", "not a number");
}

void TestWorkbook::numbers()
{
    QFETCH(QString, written);
    QFETCH(QString, text);
    QCOMPARE(QString::fromStdString(numberText(written.toStdString())), text);
}

void TestWorkbook::escapes()
{
    std::string text;
    appendCellText(text, "a_x000D_b_x_c_x005F_d_x12");
    QCOMPARE(QByteArray::fromStdString(text), QByteArray("a\rb_x_c_d_x12"));
    QCOMPARE(QString::fromStdString(elapsedText(1.5)), QStringLiteral("36:00:00"));
}

void TestWorkbook::cells()
{
    test::BookBuilder book;
    book.strings = {"plain", "<r><t>rich </t></r><r><t>text</t></r><rPh sb=\"0\" eb=\"1\"><t>aid</t></rPh>", "a &amp; b", ""};
    book.styles = {"yyyy-mm-dd", "22", "[h]:mm", "0.00"};
    book.sheets = {{QStringLiteral("S"),
                    "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c><c r=\"C1\" t=\"s\"><v>2</v></c>"
                    "<c r=\"D1\" t=\"inlineStr\"><is><r><t>in </t></r><r><t>line</t></r></is></c><c r=\"E1\" t=\"str\"><f>A1</f><v>formula</v></c></row>"
                    "<row r=\"2\"><c r=\"A2\" t=\"b\"><v>1</v></c><c r=\"B2\" t=\"b\"><v>0</v></c><c r=\"C2\" t=\"e\"><v>#N/A</v></c>"
                    "<c r=\"D2\"><v>1.10</v></c><c r=\"E2\" s=\"4\"><f>2*3</f><v>6</v></c></row>"
                    "<row r=\"3\"><c r=\"A3\" s=\"1\"><v>40513</v></c><c r=\"B3\" s=\"2\"><v>40513.25</v></c><c r=\"C3\" s=\"3\"><v>1.25</v></c>"
                    "<c r=\"D3\" t=\"d\"><v>2010-12-01T08:26:00</v></c><c r=\"E3\" t=\"s\"><v>3</v></c></row>"}};
    const Rows rows = read(write(book));
    QVERIFY2(m_error.isEmpty(), qPrintable(m_error));
    QCOMPARE(rows.value(0), QStringList({QStringLiteral("plain"), QStringLiteral("rich text"), QStringLiteral("a & b"), QStringLiteral("in line"),
                                         QStringLiteral("formula")}));
    QCOMPARE(rows.value(1), QStringList({QStringLiteral("TRUE"), QStringLiteral("FALSE"), QString(), QStringLiteral("1.1"), QStringLiteral("6")}));
    QCOMPARE(rows.value(2), QStringList({QStringLiteral("2010-12-01 00:00:00"), QStringLiteral("2010-12-01 06:00:00"), QStringLiteral("30:00:00"),
                                         QStringLiteral("2010-12-01 08:26:00"), QString()}));
}

// Empty and merged cells are simply not written; those of some programs do not say where they stand.
void TestWorkbook::gapsKeepTheirColumns()
{
    test::BookBuilder book;
    book.sheets = {{QStringLiteral("S"), "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c><c r=\"C1\"><v>3</v></c></row>"
                                         "<row r=\"2\"><c r=\"C2\"><v>9</v></c></row>"
                                         "<row r=\"3\"><c r=\"A3\"><v>7</v></c><c r=\"AB3\"><v>8</v></c></row>"
                                         "<row><c><v>4</v></c><c><v>5</v></c></row>"}};
    const Rows rows = read(write(book));
    QCOMPARE(rows.size(), 4);
    QCOMPARE(rows[1], QStringList({QString(), QString(), QStringLiteral("9")}));
    QCOMPARE(rows[2].size(), 28);
    QCOMPARE(rows[2][27], QStringLiteral("8"));
    QCOMPARE(rows[3], QStringList({QStringLiteral("4"), QStringLiteral("5"), QString()}));
    QCOMPARE(m_lines, QList<qint64>({1, 2, 3, 4}));
}

void TestWorkbook::rowsOfTheSheet()
{
    test::BookBuilder book;
    book.sheets = {{QStringLiteral("S"), "<row r=\"3\"><c r=\"A3\"><v>1</v></c></row><row r=\"4\"/><row r=\"5\"><c r=\"A5\" s=\"0\"/></row>"
                                         "<row r=\"900\" hidden=\"1\"><c r=\"A900\"><v>2</v></c></row>"}};
    QCOMPARE(read(write(book)).size(), 2);
    QCOMPARE(m_lines, QList<qint64>({3, 900}));
}

void TestWorkbook::sheets()
{
    test::BookBuilder book;
    const auto one = [](const char *value) { return QByteArray("<row r=\"1\"><c r=\"A1\"><v>") + value + "</v></c></row>"; };
    book.sheets = {{QStringLiteral("notes"), one("0")}, {QStringLiteral("empty"), ""}, {QStringLiteral("一月"), one("1")}, {QStringLiteral("Feb"), one("2")}};
    book.hidden = QStringList{QStringLiteral("notes")};
    const QString path = write(book);
    const auto shape = sniffFormat(path, {}, m_job);
    VERIFY_RESULT(shape);
    QCOMPARE(shape->format, SourceFormat::Workbook);
    QCOMPARE(shape->parts, QStringList({QStringLiteral("empty"), QStringLiteral("一月"), QStringLiteral("Feb")}));
    QCOMPARE(read(path).size(), 0);
    QCOMPARE(read(path, QStringLiteral("一月")), Rows{QStringList{QStringLiteral("1")}});
    QCOMPARE(read(path, QStringLiteral("notes")), Rows{QStringList{QStringLiteral("0")}});
    read(path, QStringLiteral("March"));
    QVERIFY2(m_error.contains(QStringLiteral("no sheet March")) && m_error.contains(QStringLiteral("Feb")), qPrintable(m_error));
    const auto found = findSources({path}, m_job);
    VERIFY_RESULT(found);
    QCOMPARE(*found, QList<SourceFile>({{path, QStringLiteral("一月")}, {path, QStringLiteral("Feb")}}));
    QCOMPARE(found->front().shown(), QStringLiteral("book.xlsx › 一月"));
}

void TestWorkbook::calendarOf1904()
{
    test::BookBuilder book;
    book.styles = {"14"};
    book.from1904 = true;
    book.sheets = {{QStringLiteral("S"), "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>39051</v></c></row>"}};
    QCOMPARE(read(write(book)), Rows{QStringList{QStringLiteral("2010-12-01 00:00:00")}});
}

// 30 sales of 2 pieces at 2.55: 153 in all.
void TestWorkbook::imported()
{
    test::BookBuilder book;
    book.strings = {"date", "customer", "product", "quantity", "price", "A-1"};
    book.styles = {"d/m/yyyy h:mm"};
    QByteArray rows = "<row r=\"1\">";
    for (int i = 0; i < 5; ++i)
        rows += "<c r=\"" + QByteArray(1, char('A' + i)) + "1\" t=\"s\"><v>" + QByteArray::number(i) + "</v></c>";
    rows += "</row>";
    for (int i = 0; i < 30; ++i) {
        const QByteArray number = QByteArray::number(i + 2);
        rows += "<row r=\"" + number + "\"><c r=\"A" + number + "\" s=\"1\"><v>" + QByteArray::number(40513.25 + i, 'f', 2) + "</v></c><c r=\"B" + number
              + "\"><v>" + QByteArray::number(17850 + i) + "</v></c><c r=\"C" + number + "\" t=\"s\"><v>5</v></c><c r=\"D" + number
              + "\"><v>2</v></c><c r=\"E" + number + "\"><v>2.5499999999999998</v></c></row>";
    }
    rows += "<row r=\"32\"><c r=\"A32\" t=\"e\"><v>#REF!</v></c><c r=\"B32\"><v>1</v></c><c r=\"C32\" t=\"s\"><v>5</v></c><c r=\"D32\"><v>1</v></c></row>";
    book.sheets = {{QStringLiteral("Sales"), rows}};
    const QString path = write(book);
    const auto shown = previewFile(path, m_job);
    VERIFY_RESULT(shown);
    QCOMPARE(shown->plan.format, SourceFormat::Workbook);
    QCOMPARE(shown->plan.dateFormat, QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    QCOMPARE(shown->rows.value(0).value(0), QStringLiteral("2010-12-01 06:00:00"));
    QVERIFY2(shown->blocker.isEmpty(), qPrintable(shown->blocker));
    auto workspace = Workspace::create(m_folder.filePath(QStringLiteral("w.foretrail")));
    VERIFY_RESULT(workspace);
    const auto report = importFile(*workspace, path, shown->plan, m_job);
    VERIFY_RESULT(report);
    QCOMPARE(report->read, 31);
    QCOMPARE(report->stored, 30);
    QCOMPARE(report->rejected, 1);
    QCOMPARE(report->firstRejects.first().line, 32);
    QCOMPARE(report->netRevenueStored, 153.0);
}

void TestWorkbook::refuses_data()
{
    QTest::addColumn<QByteArray>("sheet");
    QTest::addColumn<QString>("says");
    QTest::newRow("cut off") << QByteArray("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row") << "sheet1.xml is damaged at line 1";
    QTest::newRow("no such text") << QByteArray("<row r=\"7\"><c r=\"A7\" t=\"s\"><v>5</v></c></row>") << "row 7: A cell names the shared text 5";
    QTest::newRow("text of another number") << QByteArray("<row r=\"7\"><c r=\"A7\" t=\"s\"><v>x</v></c></row>") << "row 7";
    QTest::newRow("absurd width") << QByteArray("<row r=\"2\"><c r=\"ZZZZ2\"><v>1</v></c></row>") << "row 2: the row has more than 20000 columns";
    QTest::newRow("deep") << QByteArray("<row>") + QByteArray("<x>").repeated(200) << "nested more than 64 deep";
    QTest::newRow("long text") << "<row><c t=\"str\"><v>" + QByteArray(6 << 20, 'x') + "</v></c></row>" << "longer than 4 MiB";
}

void TestWorkbook::refuses()
{
    QFETCH(QByteArray, sheet);
    QFETCH(QString, says);
    test::BookBuilder book;
    book.sheets = {{QStringLiteral("S"), sheet}};
    read(write(book));
    QVERIFY2(m_error.contains(QStringLiteral("book.xlsx")), qPrintable(m_error));
    QVERIFY2(m_error.contains(says), qPrintable(m_error));
}

// A hundred megabytes of empty rows that pack to a few hundred kilobytes are read no further than needed to see it.
void TestWorkbook::bombs()
{
    test::BookBuilder book;
    book.sheets = {{QStringLiteral("S"), "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>" + QByteArray("<row/>").repeated(16 << 20)}};
    read(write(book));
    QVERIFY2(m_error.contains(QStringLiteral("no real workbook does")), qPrintable(m_error));
}

FORETRAIL_TEST_MAIN(TestWorkbook, QCoreApplication)
#include "tst_workbook.moc"
