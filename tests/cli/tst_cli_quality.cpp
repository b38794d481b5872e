// The verb quality: its table, its object and its rows.
#include "tests/cli/CliRun.h"

using namespace foretrail;
using test::runCli;

class TestCliQuality : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void table();
    void json();
    void ofOneImport();
    void rowsOfAKind();
    void nothingOfAKind();
    void mistakes_data();
    void mistakes();

private:
    QString path(const char *name) const { return m_folder.filePath(QLatin1String(name)); }
    QTemporaryDir m_folder;
    QString m_workspace;
};

// Fifteen days; two rows without a user, one of them a return of what was never sold; one row that cannot be read.
void TestCliQuality::initTestCase()
{
    m_workspace = path("shop.foretrail");
    QByteArray csv = "time,user,item,quantity,price\n";
    for (int day = 1; day <= 15; ++day)
        csv += QStringLiteral("2024-01-%1 10:00:00,u1,cup,1,2\n").arg(day, 2, 10, QLatin1Char('0')).toLatin1();
    csv += "2024-01-03 11:00:00,,jug,-2,3\n2024-01-04 11:00:00,,cup,1,2\nnever,u1,cup,1,2\n";
    test::writeAll(path("log.csv"), csv);
    const test::CliRun log = runCli({QStringLiteral("import"), m_workspace, path("log.csv")});
    VERIFY_CODE(log, 0);
    test::writeAll(path("late.csv"), "time,user,item,quantity,price\n2024-01-16 10:00:00,u1,cup,1,0\n2024-01-16 11:00:00,u1,cup,4,2\n");
    const test::CliRun late = runCli({QStringLiteral("import"), m_workspace, path("late.csv")});
    VERIFY_CODE(late, 0);
}

void TestCliQuality::table()
{
    const test::CliRun run = runCli({QStringLiteral("quality"), m_workspace});
    VERIFY_CODE(run, 0);
    QVERIFY(run.out.startsWith("Rows: 19, users: 1, items: 2, series: 0.\n"));
    QVERIFY2(run.out.contains("warning missing-user     2 of 19 rows (11 %) name no user.\n"), run.out.constData());
    QVERIFY2(run.out.contains("warning rejected         1 of 20 rows could not be read and are kept aside.\n"), run.out.constData());
}

void TestCliQuality::json()
{
    const test::CliRun run = runCli({QStringLiteral("quality"), m_workspace, QStringLiteral("--json")});
    VERIFY_CODE(run, 0);
    const QJsonObject json = run.json();
    QCOMPARE(json[QStringLiteral("rows")].toInt(), 19);
    QCOMPARE(json[QStringLiteral("import")].toInt(), 0);
    QCOMPARE(json[QStringLiteral("first")].toString(), QStringLiteral("2024-01-01T10:00:00Z"));
    const QJsonArray findings = json[QStringLiteral("findings")].toArray();
    QVERIFY(!findings.isEmpty());
    for (const QJsonValue &finding : findings)
        for (const char *key : {"kind", "severity", "subject", "series", "count", "sentence", "remedy", "step"})
            QVERIFY2(finding.toObject().contains(QLatin1String(key)), key);
}

void TestCliQuality::ofOneImport()
{
    const test::CliRun run = runCli({QStringLiteral("quality"), m_workspace, QStringLiteral("--import"), QStringLiteral("2"), QStringLiteral("--json")});
    VERIFY_CODE(run, 0);
    QCOMPARE(run.json()[QStringLiteral("rows")].toInt(), 2);
    QCOMPARE(run.json()[QStringLiteral("import")].toInt(), 2);
}

void TestCliQuality::rowsOfAKind()
{
    const QString out = path("rows.csv");
    const test::CliRun missing = runCli({QStringLiteral("quality"), m_workspace, QStringLiteral("--rows"), QStringLiteral("missing-user"),
                                         QStringLiteral("--out"), out});
    VERIFY_CODE(missing, 0);
    const QByteArray wanted = "time,user,item,kind,quantity,price,amount\n"
                              "2024-01-03T11:00:00,,jug,return,-2.0,3.0,-6.0\n"
                              "2024-01-04T11:00:00,,cup,purchase,1.0,2.0,2.0\n";
    QCOMPARE(test::readAll(out).replace("\r\n", "\n"), wanted);
    const test::CliRun rejected = runCli({QStringLiteral("quality"), m_workspace, QStringLiteral("--rows"), QStringLiteral("rejected"),
                                          QStringLiteral("--out"), QStringLiteral("-")});
    VERIFY_CODE(rejected, 0);
    QVERIFY2(rejected.out.contains("1,19,time,never,"), rejected.out.constData());
}

void TestCliQuality::nothingOfAKind()
{
    const test::CliRun run = runCli({QStringLiteral("quality"), m_workspace, QStringLiteral("--rows"), QStringLiteral("robot"), QStringLiteral("--out"),
                                     QStringLiteral("-")});
    VERIFY_CODE(run, 0);
    QVERIFY(run.out.isEmpty());
    QCOMPARE(run.message(), QStringLiteral("Nothing of this kind was found."));
}

void TestCliQuality::mistakes_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("words");
    QTest::newRow("no such import") << "--import 7" << 1 << "no import 7";
    QTest::newRow("no such kind") << "--rows holes --out -" << 1 << "gap, irregular-step";
    QTest::newRow("rows without a file") << "--rows gap" << 2 << "--out";
    QTest::newRow("a number is needed") << "--import x" << 2 << "--import";
}

void TestCliQuality::mistakes()
{
    QFETCH(QString, options);
    QFETCH(QString, words);
    const test::CliRun run = runCli(QStringList{QStringLiteral("quality"), m_workspace} + options.split(QLatin1Char(' ')));
    QTEST(run.code, "code");
    QVERIFY2(run.message().contains(words), qPrintable(run.message()));
}

FORETRAIL_TEST_MAIN(TestCliQuality, QCoreApplication)
#include "tst_cli_quality.moc"
