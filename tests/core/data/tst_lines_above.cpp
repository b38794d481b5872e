// What stands above a table: titles, blank lines, comments, the line about the delimiter. It is left out, and nothing else is.
#include "core/data/Import.h"
#include "core/data/ImportTemplates.h"
#include "core/data/import/LinesAbove.h"
#include "core/data/import/RecordSource.h"
#include "tests/core/data/ZipBuilder.h"

using namespace foretrail;

class TestLinesAbove : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void guess_data();
    void guess();
    void nothingToSkip_data();
    void nothingToSkip();
    void delimiterIsSaid_data();
    void delimiterIsSaid();
    void sheet();
    void linesOfTheFileStay();
    void lineBreaks_data();
    void lineBreaks();
    void largeFile();
    void saidByAPerson();
    void saidTooMany();
    void jsonHasNone();
    void keptInThePlan();
    void templateIsOfTheHeader();

private:
    QString write(const QString &name, const QByteArray &content)
    {
        const QString path = m_folder.filePath(name);
        test::writeAll(path, content);
        return path;
    }
    ImportPreview preview(const SourceFile &source)
    {
        const auto made = previewFile(source, m_job);
        if (!made)
            qWarning("%s", qPrintable(made.error().message));
        return made.value_or(ImportPreview{});
    }
    ImportPreview preview(const QByteArray &csv) { return preview(SourceFile{write(QStringLiteral("table.csv"), csv)}); }

    QTemporaryDir m_folder;
    JobContext m_job;
};

namespace {

const QByteArray header = "date,customer,product,quantity,price\n";
const QByteArray rows = "2024-01-01,ann,A,2,1.50\n2024-01-02,bob,B,1,3.00\n2024-01-03,ann,A,4,1.50\n";

QByteArray withSemicolons(QByteArray csv) { return csv.replace(',', ';'); }

} // namespace

void TestLinesAbove::guess_data()
{
    QTest::addColumn<QByteArray>("csv");
    QTest::addColumn<int>("skipped");
    QTest::addColumn<QString>("firstColumn");
    QTest::newRow("title") << "Sales report 2011\n" + header + rows << 1 << "date";
    QTest::newRow("title and blank line") << "Sales report 2011\n\n" + header + rows << 2 << "date";
    QTest::newRow("titles filled up with delimiters") << "Sales report 2011,,,,\n,,,,\n" + header + rows << 2 << "date";
    QTest::newRow("names and values") << "Shop,London\nPeriod,January 2024\n\n" + header + rows << 3 << "date";
    QTest::newRow("title with commas") << "Sales report, London, 2024\n" + header + rows << 1 << "date";
    QTest::newRow("quotation mark in the title") << "\"Sales of the 12\" screens\n" + header + rows << 1 << "date";
    QTest::newRow("more titles than rows") << "A\nB\nC\nD\nE\n" + header + "2024-01-01,ann,A,2,1.50\n" << 5 << "date";
    QTest::newRow("header alone") << "Sales report\n" + header << 1 << "date";
    QTest::newRow("names over groups of columns") << ",,What,,\n" + header + rows << 1 << "date";
    QTest::newRow("comments") << "# exported by the shop\n# on 2024-02-01, at night\n" + header + rows << 2 << "date";
    QTest::newRow("comment as wide as the table") << "# a,b,c,d,e\n" + header + rows << 1 << "date";
    QTest::newRow("header behind a #") << "# exported by the shop\n# date,customer,product,quantity,price\n" + rows << 1 << "# date";
    QTest::newRow("comments and no header") << "# exported by the shop\n\n" + rows << 2 << "column 1";
    QTest::newRow("Excel's line") << "sep=;\n" + withSemicolons(header + rows) << 1 << "date";
    QTest::newRow("Excel's line in quotes") << "\"sep=;\"\r\n" + withSemicolons(header + rows) << 1 << "date";
    QTest::newRow("Excel's line and a title") << "sep=;\nSales report\n\n" + withSemicolons(header + rows) << 3 << "date";
    QTest::newRow("semicolons, decimal commas") << QByteArray("Umsatz 2024\n\nDatum;Menge;Betrag\n01.02.2024;2;3,50\n14.02.2024;1;1,75\n") << 2 << "Datum";
    QTest::newRow("three columns below names and values") << QByteArray("Shop,London\nPeriod,January\ndate,user,amount\n2024-01-01,ann,2.5\n2024-01-02,bob,3.5\n")
                                                          << 2 << "date";
    QTest::newRow("Chinese") << QByteArray("2024年销售报表\n\n日期,商品,数量,金额\n2024-01-01,灯,2,3.00\n2024-01-02,椅,1,9.00\n") << 2
                             << QString::fromUtf8("日期");
    QTest::newRow("delimiter at the end of each row") << "Sales report\n" + QByteArray(header + rows).replace("\n", ",\n") << 1 << "date";
    QTest::newRow("statement of an account") << QByteArray("支付明细,,,,\n账号:[ann],,,,\n起始时间：[2024-01-01 00:00:00],终止时间：[2024-02-01 00:00:00],,,\n"
                                                           "-----------明细列表-----------,,,,\n交易时间 ,交易对方 ,商品 ,金额（元） ,\n"
                                                           "2024-01-03 10:00:00 ,茶店 ,茶 ,12.50 ,\n2024-01-02 09:30:00 ,书店 ,书 ,30.00 ,\n"
                                                           "2024-01-01 12:00:00 ,茶店 ,茶 ,12.50 ,\n")
                                             << 4 << QString::fromUtf8("交易时间");
    QTest::newRow("wide table of months") << QByteArray("Units by store\n\nstore,2024-01,2024-02,2024-03\nA,1,2,3\nB,4,5,6\n") << 2 << "store";
    QTest::newRow("UTF-8 mark") << "\xef\xbb\xbfSales report\n" + header + rows << 1 << "date";
}

void TestLinesAbove::guess()
{
    QFETCH(QByteArray, csv);
    QFETCH(int, skipped);
    QFETCH(QString, firstColumn);
    const ImportPreview shown = preview(csv);
    QCOMPARE(shown.plan.skipRows, skipped);
    QCOMPARE(shown.header.value(0), firstColumn);
    QCOMPARE(shown.plan.hasHeader, firstColumn != QStringLiteral("column 1"));
    QVERIFY2(shown.notes.join(QLatin1Char('|')).contains(QStringLiteral("%1 line(s) above the").arg(skipped)), qPrintable(shown.notes.join(QLatin1Char('|'))));
}

void TestLinesAbove::nothingToSkip_data()
{
    QTest::addColumn<QByteArray>("csv");
    QTest::newRow("header") << header + rows;
    QTest::newRow("no header") << rows;
    QTest::newRow("numbers without a header") << QByteArray("1,7,1512000000\n2,8,1512000060\n3,9,1512000120\n");
    QTest::newRow("series of different length") << QByteArray("A,1\nB,1,2,3\nC,1,2,3,4,5\nD,1,2\n");
    QTest::newRow("filled up series") << QByteArray("A,1,,\nB,1,2,\nC,1,2,3\nD,1,2,3\n");
    QTest::newRow("header without a name for the row") << QByteArray("date,quantity,price\n1,2024-01-01,2,1.50\n2,2024-01-02,1,3.00\n");
    QTest::newRow("header with an empty name") << QByteArray(",date,quantity\n1,2024-01-01,2\n2,2024-01-02,1\n");
    QTest::newRow("header with unnamed columns") << "date,customer,product\n" + rows;
    QTest::newRow("rows with gaps") << header + "2024-01-01,,,2,\n2024-01-02,,,1,\n2024-01-03,ann,A,4,1.50\n2024-01-04,,,2,\n";
    QTest::newRow("rows with gaps and no header") << QByteArray("2024-01-01,,,2,\n2024-01-02,,,1,\n2024-01-03,ann,A,4,1.50\n2024-01-04,,,2,\n");
    QTest::newRow("header behind a #") << "#date,customer,product,quantity,price\n" + rows;
    QTest::newRow("ids behind a #") << QByteArray("#1001,ann,2\n#1002,bob,1\n1003,ann,4\n");
    QTest::newRow("one short row first") << "2024-01-01,ann\n" + rows;
    QTest::newRow("words without a header") << QByteArray("x\na,b\nc,d\n");
    QTest::newRow("one column") << QByteArray("Title\ndate\n2024-01-01\n2024-01-02\n");
    QTest::newRow("runs of spaces") << QByteArray(" 00004 1 19970101  2  29.33\n 00004 1 19970118  2  29.73\n 00021 2 19970101  3  63.34\n");
}

void TestLinesAbove::nothingToSkip()
{
    QFETCH(QByteArray, csv);
    QCOMPARE(preview(csv).plan.skipRows, 0);
}

void TestLinesAbove::delimiterIsSaid_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<char>("delimiter");
    QTest::newRow("semicolon") << QByteArray("sep=;\r\na;b") << ';';
    QTest::newRow("tab") << QByteArray("sep=\t\na\tb") << '\t';
    QTest::newRow("quotes") << QByteArray("\"sep=|\"\na|b") << '|';
    QTest::newRow("capitals") << QByteArray("SEP=,\na,b") << ',';
    QTest::newRow("alone") << QByteArray("sep=;") << ';';
    QTest::newRow("no sign") << QByteArray("sep=\na,b") << '\0';
    QTest::newRow("a column of that name") << QByteArray("sep=;b;c\n1;2;3") << '\0';
    QTest::newRow("other text") << QByteArray("month;sep=;\n") << '\0';
    QTest::newRow("nothing") << QByteArray() << '\0';
}

void TestLinesAbove::delimiterIsSaid()
{
    QFETCH(QByteArray, text);
    QFETCH(char, delimiter);
    QCOMPARE(saidDelimiter({text.constData(), size_t(text.size())}), delimiter);
}

void TestLinesAbove::sheet()
{
    const auto cell = [](const char *place, const QByteArray &text) {
        return "<c r=\"" + QByteArray(place) + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    };
    test::BookBuilder book;
    QByteArray xml = "<row r=\"1\">" + cell("A1", "Sales report") + "</row><row r=\"2\">" + cell("A2", "Shop") + cell("B2", "London") + "</row>"
                     "<row r=\"4\">" + cell("A4", "date") + cell("B4", "customer") + cell("C4", "product") + cell("D4", "quantity") + "</row>";
    for (const QByteArray row : {"5", "6", "7"})
        xml += "<row r=\"" + row + "\">" + cell(("A" + row).constData(), "2024-01-0" + row) + cell(("B" + row).constData(), "ann") + cell(("C" + row).constData(), "A")
             + "<c r=\"D" + row + "\"><v>2</v></c></row>";
    book.sheets = {{QStringLiteral("Sales"), xml}};
    const QString path = m_folder.filePath(QStringLiteral("book.xlsx"));
    test::writeZip(path, book.members());
    const ImportPreview shown = preview(SourceFile{path});
    QCOMPARE(shown.plan.skipRows, 3); // the sheet has no row 3, and the header is its row 4
    QCOMPARE(shown.header, QStringList({QStringLiteral("date"), QStringLiteral("customer"), QStringLiteral("product"), QStringLiteral("quantity")}));
    QCOMPARE(shown.rows.size(), 3);
}

void TestLinesAbove::linesOfTheFileStay()
{
    const QString path = write(QStringLiteral("table.csv"), "Sales report\n\n" + header + rows + "2024-01-32,ann,A,4,1.50\n");
    auto workspace = Workspace::create(m_folder.filePath(QStringLiteral("lines.foretrail")));
    VERIFY_RESULT(workspace);
    const auto report = importFile(*workspace, path, preview(SourceFile{path}).plan, m_job);
    VERIFY_RESULT(report);
    QCOMPARE(report->read, 4);
    QCOMPARE(report->stored, 3);
    QCOMPARE(report->rejected, 1);
    QCOMPARE(report->firstRejects.front().line, 7);
    QVERIFY(report->notes.contains(QStringLiteral("2 line(s) above the header are left out.")));
}

void TestLinesAbove::lineBreaks_data()
{
    QTest::addColumn<QByteArray>("end");
    QTest::newRow("LF") << QByteArray("\n");
    QTest::newRow("CRLF") << QByteArray("\r\n");
    QTest::newRow("CR") << QByteArray("\r");
}

void TestLinesAbove::lineBreaks()
{
    QFETCH(QByteArray, end);
    const QString path = write(QStringLiteral("table.csv"), QByteArray("Sales report\n\n" + header + rows).replace("\n", end));
    const ImportPreview shown = preview(SourceFile{path});
    QCOMPARE(shown.plan.skipRows, 2);
    QCOMPARE(shown.rows.size(), 3);
    auto source = RecordSource::open(path, shown.plan);
    VERIFY_RESULT(source);
    Record record;
    QVERIFY(*(*source)->next(record));
    QCOMPARE(record.line, 3);
    QCOMPARE(record.fields.front(), std::string_view("date"));
}

// Middle and tail of a large file are looked at by their place; titles are only in the head.
void TestLinesAbove::largeFile()
{
    const QString path = write(QStringLiteral("large.csv"), "Sales report\n" + header + rows.repeated(60'000));
    const ImportPreview shown = preview(SourceFile{path});
    QCOMPARE(shown.plan.skipRows, 1);
    QVERIFY(shown.problems.isEmpty());
    QVERIFY(shown.blocker.isEmpty());
}

void TestLinesAbove::saidByAPerson()
{
    // A title as wide as the table passes for its header.
    const QString path = write(QStringLiteral("table.csv"), "Our,sales,in,the,year\n" + header + rows);
    QCOMPARE(preview(SourceFile{path, {}, 1}).header.front(), QStringLiteral("date"));
    QCOMPARE(preview(SourceFile{path, {}, 1}).plan.columnOf(Role::Time), 0);
    const ImportPreview all = preview(SourceFile{path, {}, 0});
    QCOMPARE(all.plan.skipRows, 0);
    QVERIFY(all.header.front() != QStringLiteral("date"));
}

void TestLinesAbove::saidTooMany()
{
    const QString path = write(QStringLiteral("table.csv"), header + rows);
    const ImportPreview shown = preview(SourceFile{path, {}, 10});
    QVERIFY2(shown.blocker.startsWith(QStringLiteral("table.csv has no rows below line 10")), qPrintable(shown.blocker));
    const auto again = previewFile(path, shown.plan, m_job);
    VERIFY_RESULT(again);
    QCOMPARE(again->blocker, shown.blocker);
}

void TestLinesAbove::jsonHasNone()
{
    const QString path = write(QStringLiteral("log.jsonl"), "{\"user\":\"ann\",\"time\":\"2024-01-01\"}\n");
    const auto shown = previewFile(SourceFile{path, {}, 1}, m_job);
    QVERIFY(!shown);
    QVERIFY2(shown.error().message.startsWith(QStringLiteral("log.jsonl holds JSON")), qPrintable(shown.error().message));
}

void TestLinesAbove::keptInThePlan()
{
    ImportPlan plan = preview("Sales report\n" + header + rows).plan;
    QCOMPARE(plan.toJson()[QStringLiteral("skip_rows")].toInt(), 1);
    const auto read = ImportPlan::fromJson(plan.toJson());
    VERIFY_RESULT(read);
    QCOMPARE(read->skipRows, 1);
    QJsonObject wrong = plan.toJson();
    wrong[QStringLiteral("skip_rows")] = -2;
    QVERIFY(!ImportPlan::fromJson(wrong));
    wrong[QStringLiteral("skip_rows")] = QStringLiteral("two");
    QVERIFY(!ImportPlan::fromJson(wrong));
    wrong.remove(QStringLiteral("skip_rows"));
    QCOMPARE(ImportPlan::fromJson(wrong)->skipRows, 0);
}

// The file of February has another number of lines above the same header.
void TestLinesAbove::templateIsOfTheHeader()
{
    const ImportTemplates templates(m_folder.filePath(QStringLiteral("templates")));
    ImportPreview january = preview("Sales report\n" + header + rows);
    january.plan.columns[1].role = Role::Session;
    VERIFY_RESULT(templates.save(QStringLiteral("january.csv"), january.header, january.plan));
    const ImportPreview february = preview("Sales report\nof the shop\n\n" + header + rows);
    const auto found = templates.find(february.header, february.plan.hasHeader);
    QVERIFY(found);
    ImportPlan plan = february.plan;
    VERIFY_RESULT(applyTemplate(plan, found->plan));
    QCOMPARE(plan.skipRows, 3);
    QCOMPARE(plan.columns[1].role, Role::Session);
}

FORETRAIL_TEST_MAIN(TestLinesAbove, QCoreApplication)
#include "tst_lines_above.moc"
