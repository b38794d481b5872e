// Import of tables that begin below titles and comments, and of those with dates and times of day in two columns.
#include "tests/cli/CliRun.h"

using namespace foretrail::test;

class TestCliRows : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void linesAboveTheHeader();
    void linesSaid();
    void linesOfATemplate();
    void dateAndTimeOfDay();
    void fewColumnsCalledWide();
    void sheetWithoutRows();

private:
    QString path(const char *name) const { return m_folder->filePath(QString::fromLatin1(name)); }
    CliRun cli(const QString &line) const { return runCli(QString(line).replace(QStringLiteral("@"), m_folder->path() + QLatin1Char('/'))); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

const QByteArray sales = "user,item,time,quantity,price\nu1,A,2024-03-01 08:00:00,2,5\nu2,B,2024-03-01 25:00:00,1,3\nu2,B,2024-03-02 09:00:00,1,3\n";
const QByteArray wideTitle = "what,we,sold,in,March\n"; // passes for a header

QJsonObject firstFile(const CliRun &run) { return run.json()[QStringLiteral("files")].toArray()[0].toObject(); }

} // namespace

void TestCliRows::linesAboveTheHeader()
{
    writeAll(path("a.csv"), "sep=,\nSales of March\n\n" + sales);
    const CliRun run = cli(QStringLiteral("import @w.foretrail @a.csv --rejects @r.csv --json"));
    VERIFY_CODE(run, 0);
    QCOMPARE(run.json()[QStringLiteral("read")].toInt(), 3);
    QCOMPARE(run.json()[QStringLiteral("stored")].toInt(), 2);
    QCOMPARE(run.json()[QStringLiteral("rejected")].toInt(), 1);
    QVERIFY(firstFile(run)[QStringLiteral("notes")].toArray().contains(QStringLiteral("3 lines above the header are left out.")));
    QCOMPARE(CliRun::table(readAll(path("r.csv")))[1].mid(0, 2), QStringList({QStringLiteral("6"), QStringLiteral("time")}));
}

void TestCliRows::linesSaid()
{
    writeAll(path("a.csv"), wideTitle + sales);
    CliRun run = cli(QStringLiteral("import @w.foretrail @a.csv"));
    VERIFY_CODE(run, 1);
    run = cli(QStringLiteral("import @w.foretrail @a.csv --skip-rows 1 --json"));
    VERIFY_CODE(run, 0);
    QCOMPARE(run.json()[QStringLiteral("stored")].toInt(), 2);
    run = cli(QStringLiteral("import @w.foretrail @a.csv --skip-rows 9"));
    VERIFY_CODE(run, 1);
    QVERIFY2(run.message().contains(QStringLiteral("a.csv has no rows below line 9")), qPrintable(run.message()));
    run = cli(QStringLiteral("import @w.foretrail @a.csv --skip-rows -1"));
    VERIFY_CODE(run, 2);
}

// The template knows where the header lies, and a file whose header is found needs no such help.
void TestCliRows::linesOfATemplate()
{
    writeAll(path("a.csv"), wideTitle + sales);
    writeAll(path("b.csv"), wideTitle + QByteArray(sales).replace("2024-03", "2024-04"));
    writeAll(path("c.csv"), "Sales\nof May\n\n" + QByteArray(sales).replace("2024-03", "2024-05"));
    VERIFY_CODE(cli(QStringLiteral("import @w.foretrail @a.csv --skip-rows 1 --save-template @t.json")), 0);
    CliRun run = cli(QStringLiteral("import @w.foretrail @b.csv --template @t.json --json"));
    VERIFY_CODE(run, 0);
    QCOMPARE(run.json()[QStringLiteral("stored")].toInt(), 2);
    run = cli(QStringLiteral("import @w.foretrail @c.csv --template @t.json --json"));
    VERIFY_CODE(run, 0);
    QCOMPARE(run.json()[QStringLiteral("stored")].toInt(), 2);
}

void TestCliRows::dateAndTimeOfDay()
{
    writeAll(path("a.csv"), "user,item,day,quantity,price,till\nu1,A,2024-03-01,2,5,08:26\nu2,B,2024-03-01,1,3,18:05\nu2,B,2024-03-02,1,3,25:00\n");
    CliRun run = cli(QStringLiteral("import @w.foretrail @a.csv --map clock=till --save-template @t.json --json"));
    VERIFY_CODE(run, 0);
    QCOMPARE(run.json()[QStringLiteral("stored")].toInt(), 2);
    QCOMPARE(run.json()[QStringLiteral("rejected")].toInt(), 1);
    QVERIFY(firstFile(run)[QStringLiteral("notes")].toArray().contains(QStringLiteral("day and till are joined to one time.")));
    // The same rows with both in one column, and once more by the settings that were kept.
    writeAll(path("b.csv"), "user,item,time,quantity,price\nu1,A,2024-03-01 08:26,2,5\nu2,B,2024-03-01 18:05,1,3\n");
    run = cli(QStringLiteral("import @w.foretrail @b.csv @a.csv --json"));
    VERIFY_CODE(run, 0);
    QCOMPARE(run.json()[QStringLiteral("files")].toArray()[0][QStringLiteral("duplicate")].toInt(), 2);
    run = cli(QStringLiteral("import @v.foretrail @a.csv --template @t.json --json"));
    VERIFY_CODE(run, 0);
    QCOMPARE(run.json()[QStringLiteral("stored")].toInt(), 2);
    run = cli(QStringLiteral("series @v.foretrail --step hour --measure orders --out @s.csv"));
    VERIFY_CODE(run, 0);
    const auto rows = CliRun::table(readAll(path("s.csv")));
    QCOMPARE(rows[1].mid(1), (QStringList{QStringLiteral("2024-03-01T08:00:00"), QStringLiteral("1")}));
    QCOMPARE(rows.back().mid(1), (QStringList{QStringLiteral("2024-03-01T18:00:00"), QStringLiteral("1")}));
    QCOMPARE(cli(QStringLiteral("import @v.foretrail @a.csv --map clock=till,ignore=day")).code, 1);
}

void TestCliRows::fewColumnsCalledWide()
{
    writeAll(path("a.csv"), "store,2024-01,2024-02\nA,1,2\nB,3,4\n");
    writeAll(path("b.csv"), "store,jan,feb\nA,1,2\nB,3,4\n");
    CliRun run = cli(QStringLiteral("import @w.foretrail @a.csv --kind series --layout wide --json"));
    VERIFY_CODE(run, 0);
    QCOMPARE(run.json()[QStringLiteral("stored")].toInt(), 4);
    run = cli(QStringLiteral("import @v.foretrail @b.csv --kind series --layout wide --start 2024-01-01 --step month --json"));
    VERIFY_CODE(run, 0);
    QCOMPARE(run.json()[QStringLiteral("stored")].toInt(), 4);
    QCOMPARE(firstFile(run)[QStringLiteral("series")].toInt(), 2);
    writeAll(path("c.csv"), "name,city\nann,Rome\nbob,Oslo\n");
    run = cli(QStringLiteral("import @u.foretrail @c.csv --kind series --layout wide"));
    VERIFY_CODE(run, 1);
    QVERIFY2(run.message().contains(QStringLiteral("No column holds numbers")), qPrintable(run.message()));
}

void TestCliRows::sheetWithoutRows()
{
    const CliRun run = runCli({QStringLiteral("import"), path("w.foretrail"), dataFile(QStringLiteral("broken/header_only.xlsx"))});
    VERIFY_CODE(run, 1);
    QVERIFY2(run.message().contains(QStringLiteral("header_only.xlsx has a header and no rows: there is nothing to import.")), qPrintable(run.message()));
}

FORETRAIL_TEST_MAIN(TestCliRows, QCoreApplication)
#include "tst_cli_rows.moc"
