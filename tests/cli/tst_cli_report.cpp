// The verb report, and export as a workbook, on the sample shop.
#include "core/base/NumberText.h"
#include "tests/cli/CliRun.h"
#include "tests/support/SheetReader.h"

using namespace foretrail;
using namespace foretrail::test;

class TestCliReport : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void pages_data();
    void pages();
    void numbersAreThoseOfTheForecast();
    void refuses_data();
    void refuses();
    void exportsAWorkbook();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QStringList report(const QStringList &more) const
    {
        return QStringList{QStringLiteral("report"), m_shop, QStringLiteral("--by"), QStringLiteral("item"), QStringLiteral("--top"), QStringLiteral("3"),
                           QStringLiteral("--model"), QStringLiteral("snaive"), QStringLiteral("--horizon"), QStringLiteral("14")} + more;
    }
    QTemporaryDir m_folder;
    QString m_shop;
};

void TestCliReport::initTestCase()
{
    m_shop = path(QStringLiteral("shop.foretrail"));
    VERIFY_CODE(runCli({QStringLiteral("sample"), m_shop}), 0);
}

void TestCliReport::pages_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("file");
    QTest::newRow("full pdf") << QStringList() << QStringLiteral("full.pdf");
    QTest::newRow("brief pdf") << QStringList{QStringLiteral("--template"), QStringLiteral("brief")} << QStringLiteral("brief.pdf");
    QTest::newRow("full html") << QStringList{QStringLiteral("--company"), QStringLiteral("Corner Shop")} << QStringLiteral("full.html");
}

void TestCliReport::pages()
{
    QFETCH(QStringList, options);
    QFETCH(QString, file);
    const CliRun run = runCli(report(options + QStringList{QStringLiteral("--out"), path(file)}));
    VERIFY_CODE(run, 0);
    QVERIFY(run.out.isEmpty());
    QVERIFY2(run.err.contains("Overall: Of 3 series") && run.err.contains("How good the forecasts were: "), run.err.constData());
    const QByteArray bytes = readAll(path(file));
    if (file.endsWith(QStringLiteral("pdf")))
        QCOMPARE(pdfPages(bytes), options.isEmpty() ? 1 + 3 : 1 + 1);
    else
        QVERIFY(bytes.count("<section>") == 3 && bytes.contains("Corner Shop") && bytes.count("http") == bytes.count("http://www.w3.org/2000/svg"));
}

void TestCliReport::numbersAreThoseOfTheForecast()
{
    VERIFY_CODE(runCli(report({QStringLiteral("--out"), path(QStringLiteral("n.html"))})), 0);
    const QString html = QString::fromUtf8(readAll(path(QStringLiteral("n.html"))));
    const CliRun forecast = runCli({QStringLiteral("forecast"), m_shop, QStringLiteral("--by"), QStringLiteral("item"), QStringLiteral("--top"), QStringLiteral("3"),
                                    QStringLiteral("--model"), QStringLiteral("snaive"), QStringLiteral("--horizon"), QStringLiteral("14")});
    VERIFY_CODE(forecast, 0);
    const QList<QStringList> rows = CliRun::table(forecast.out);
    QCOMPARE(rows.size(), 1 + 3 * 14);
    for (const QStringList &row : rows.mid(1)) { // the seasonal naive learns nothing of the test part: both forecast the same
        const double mean = row[4].toDouble();
        const QString told = QStringLiteral("<th scope=\"row\">%1</th><td>").arg(row[2]);
        QVERIFY2(html.contains(told), qPrintable(told));
        QVERIFY2(html.contains(told + plainNumber(mean, QLocale::c()) + QStringLiteral("</td>")), qPrintable(row.join(u' ')));
    }
}

void TestCliReport::refuses_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("says");
    QTest::newRow("no format") << QStringList{QStringLiteral("--out"), path(QStringLiteral("r.docx"))} << 2 << QStringLiteral(".pdf");
    QTest::newRow("no template") << QStringList{QStringLiteral("--out"), path(QStringLiteral("r.pdf")), QStringLiteral("--template"), QStringLiteral("long")} << 2 << QStringLiteral("brief");
    QTest::newRow("no folder") << QStringList{QStringLiteral("--out"), path(QStringLiteral("nowhere/r.pdf"))} << 1 << QStringLiteral("nowhere/r.pdf");
    QTest::newRow("no logo") << QStringList{QStringLiteral("--out"), path(QStringLiteral("r.pdf")), QStringLiteral("--logo"), m_shop} << 1 << QStringLiteral("shop.foretrail");
    QTest::newRow("full disk") << QStringList{QStringLiteral("--out"), QStringLiteral("/dev/full"), QStringLiteral("--format"), QStringLiteral("pdf")} << 1 << QStringLiteral("/dev/full");
}

void TestCliReport::refuses()
{
    QFETCH(QStringList, options);
    QFETCH(int, code);
    QFETCH(QString, says);
    const CliRun run = runCli(report(options));
    VERIFY_CODE(run, code);
    QVERIFY2(run.message().contains(says), qPrintable(run.message()));
    QVERIFY(!QFile::exists(path(QStringLiteral("r.pdf"))) && !QFile::exists(path(QStringLiteral("r.docx"))));
}

void TestCliReport::exportsAWorkbook()
{
    const QString spec = path(QStringLiteral("spec.json"));
    writeAll(spec, R"({"model": "ar", "measure": "revenue", "by": "total", "step": "day", "horizon": 14, "split": {"test": 14}})");
    VERIFY_CODE(runCli({QStringLiteral("train"), m_shop, QStringLiteral("--spec"), spec}), 0);
    for (const char *format : {"xlsx", "csv", "svg"}) {
        const QString out = path(QStringLiteral("run.") + QLatin1String(format));
        VERIFY_CODE(runCli({QStringLiteral("export"), m_shop, QStringLiteral("--run"), QStringLiteral("1"), QStringLiteral("--series"), QStringLiteral("total"),
                            QStringLiteral("--format"), QString::fromLatin1(format), QStringLiteral("--out"), out}), 0);
    }
    const QList<QStringList> sheet = sheetRows(path(QStringLiteral("run.xlsx")), QStringLiteral("Forecast"));
    const QList<QStringList> csv = CliRun::table(readAll(path(QStringLiteral("run.csv"))));
    QCOMPARE(sheet.size(), 1 + 14);
    QCOMPARE(csv.size(), sheet.size());
    QCOMPARE(sheet[0], csv[0]);
    for (int h = 1; h <= 14; ++h)
        for (int column = 4; column < 9; ++column)
            QVERIFY2(isSameNumber(sheet[h][column], csv[h][column].toDouble()), qPrintable(sheet[h].join(u' ')));
    const QByteArray svg = readAll(path(QStringLiteral("run.svg")));
    QVERIFY(svg.contains("80\u00a0% promised") && // no line ends before the %
            svg.contains("model ar") && svg.contains("run 1"));
}

FORETRAIL_TEST_MAIN(TestCliReport, QCoreApplication)
#include "tst_cli_report.moc"
