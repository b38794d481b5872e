// Import of folders, archives and parts of them, and of files as a template says.
#include "tests/cli/CliRun.h"

#include <QDir>

#include <archive.h>
#include <archive_entry.h>

using namespace foretrail::test;

class TestCliSources : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void folderOfDailyFiles();
    void archiveAndItsParts();
    void dailyFilesAgreeOnTheirDates();
    void templateAnswersTheDates();
    void templateThatDoesNotFit();

private:
    QString path(const char *name) const { return m_folder->filePath(QString::fromLatin1(name)); }
    CliRun cli(const QString &line) const { return runCli(QString(line).replace(QStringLiteral("@"), m_folder->path() + QLatin1Char('/'))); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

QByteArray day(int number)
{
    const QByteArray date = QByteArray::number(number).rightJustified(2, '0');
    return "user,item,time,quantity,price\nu1,A,2024-03-" + date + " 08:00:00,2,5\nu2,B,2024-03-" + date + " 09:00:00,1,3\n";
}

/// Days 2 to 4 of three months: both readings span the same time.
const QByteArray ambiguous = "user,item,date,quantity,price\nu1,A,02/03/2024,1,1\nu1,A,03/02/2024,1,2\nu2,B,04/03/2024,1,3\nu2,B,03/04/2024,1,4\n";

void addMember(archive *zip, const char *name, const QByteArray &content)
{
    archive_entry *entry = archive_entry_new();
    archive_entry_set_pathname(entry, name);
    archive_entry_set_size(entry, content.size());
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_write_header(zip, entry);
    archive_write_data(zip, content.constData(), size_t(content.size()));
    archive_entry_free(entry);
}

} // namespace

void TestCliSources::folderOfDailyFiles()
{
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("days")));
    for (int i = 1; i <= 3; ++i)
        writeAll(path("days/log-") + QString::number(i) + QStringLiteral(".csv"), day(i));
    writeAll(path("days/logo.png"), "no table");
    const CliRun run = cli(QStringLiteral("import @w.foretrail @days --json"));
    VERIFY_CODE(run, 0);
    QCOMPARE(run.json()[QStringLiteral("files")].toArray().size(), 3);
    QCOMPARE(run.json()[QStringLiteral("stored")].toInt(), 6);
    QCOMPARE(run.json()[QStringLiteral("net_revenue_stored")].toDouble(), 39.0);
}

void TestCliSources::archiveAndItsParts()
{
    archive *zip = archive_write_new();
    archive_write_set_format_zip(zip);
    QCOMPARE(archive_write_open_filename(zip, path("logs.zip").toUtf8().constData()), ARCHIVE_OK);
    addMember(zip, "one.csv", day(1));
    addMember(zip, "two.csv", day(2));
    archive_write_free(zip);
    CliRun run = cli(QStringLiteral("import @w.foretrail @logs.zip --part two.csv --json"));
    VERIFY_CODE(run, 0);
    QCOMPARE(run.json()[QStringLiteral("stored")].toInt(), 2);
    QCOMPARE(run.json()[QStringLiteral("files")].toArray()[0][QStringLiteral("part")].toString(), QStringLiteral("two.csv"));
    run = cli(QStringLiteral("import @w.foretrail @logs.zip --json"));
    VERIFY_CODE(run, 0);
    QCOMPARE(run.json()[QStringLiteral("stored")].toInt(), 2);
    QCOMPARE(run.json()[QStringLiteral("duplicate")].toInt(), 2);
    run = cli(QStringLiteral("import @w.foretrail @logs.zip --part three.csv"));
    VERIFY_CODE(run, 1);
    QVERIFY2(run.message().contains(QStringLiteral("one.csv, two.csv")), qPrintable(run.message()));
}

// A file a day, 1 to 12 March: no file alone tells which number is the month, all together do.
void TestCliSources::dailyFilesAgreeOnTheirDates()
{
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("days")));
    for (int i = 1; i <= 12; ++i)
        writeAll(path("days/log-") + QString::number(100 + i) + QStringLiteral(".csv"),
                 "user,item,date,quantity,price\nu1,A," + QByteArray::number(i) + "/3/2024,1,1\nu2,B," + QByteArray::number(i) + "/3/2024,1,2\n");
    CliRun run = cli(QStringLiteral("import @w.foretrail @days --json"));
    VERIFY_CODE(run, 0);
    QVERIFY2(run.message().contains(QStringLiteral("d/M/yyyy")), qPrintable(run.message()));
    run = cli(QStringLiteral("series @w.foretrail --step month --measure orders --out @s.csv"));
    VERIFY_CODE(run, 0);
    const auto rows = CliRun::table(readAll(path("s.csv")));
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows[1].mid(1), (QStringList{QStringLiteral("2024-03-01"), QStringLiteral("24")}));
}

void TestCliSources::templateAnswersTheDates()
{
    writeAll(path("a.csv"), ambiguous);
    CliRun run = cli(QStringLiteral("import @w.foretrail @a.csv"));
    VERIFY_CODE(run, 1);
    QVERIFY2(run.message().contains(QStringLiteral("--date-format")), qPrintable(run.message()));
    run = cli(QStringLiteral("import @w.foretrail @a.csv --date-format d/M/yyyy --save-template @t.json"));
    VERIFY_CODE(run, 0);
    run = cli(QStringLiteral("import @v.foretrail @a.csv --template @t.json --json"));
    VERIFY_CODE(run, 0);
    QCOMPARE(run.json()[QStringLiteral("stored")].toInt(), 4);
    run = cli(QStringLiteral("series @v.foretrail --step month --measure orders --out @s.csv"));
    VERIFY_CODE(run, 0);
    // Read as day before month: one order in February, two in March, one in April.
    const auto rows = CliRun::table(readAll(path("s.csv")));
    QCOMPARE(rows.size(), 4);
    QCOMPARE(rows[1].mid(1), (QStringList{QStringLiteral("2024-02-01"), QStringLiteral("1")}));
    QCOMPARE(rows[2].mid(1), (QStringList{QStringLiteral("2024-03-01"), QStringLiteral("2")}));
    QCOMPARE(rows[3].mid(1), (QStringList{QStringLiteral("2024-04-01"), QStringLiteral("1")}));
}

void TestCliSources::templateThatDoesNotFit()
{
    writeAll(path("a.csv"), day(1));
    writeAll(path("b.csv"), "when,who,what\n2024-03-01,u1,view\n2024-03-02,u2,view\n");
    QCOMPARE(cli(QStringLiteral("import @w.foretrail @a.csv --save-template @t.json")).code, 0);
    CliRun run = cli(QStringLiteral("import @w.foretrail @b.csv --template @t.json"));
    VERIFY_CODE(run, 1);
    QVERIFY2(run.message().contains(QStringLiteral("b.csv")), qPrintable(run.message()));
    writeAll(path("t.json"), "{ no template");
    run = cli(QStringLiteral("import @w.foretrail @a.csv --template @t.json"));
    VERIFY_CODE(run, 1);
    QVERIFY2(run.message().contains(QStringLiteral("t.json")), qPrintable(run.message()));
}

FORETRAIL_TEST_MAIN(TestCliSources, QCoreApplication)
#include "tst_cli_sources.moc"
