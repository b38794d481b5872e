// Several files in one go of which some cannot be imported, and how numbers are said to be written.
#include "tests/cli/CliRun.h"

#include <QDir>

using namespace foretrail::test;

class TestCliFiles : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anotherLogJoinsTheClockOfTheFirst();
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void unreadableFileDoesNotHoldUpTheOthers();
    void refusedFileDoesNotHoldUpTheOthers();
    void noneCanBeRead();
    void emptyFilesAreSaid();
    void decimalSigns();

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

const QByteArray picture("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0\0\0\1\0\x08\6\0\0\0", 29);

} // namespace

void TestCliFiles::unreadableFileDoesNotHoldUpTheOthers()
{
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("days")));
    writeAll(path("days/1.csv"), day(1));
    writeAll(path("days/2.csv"), picture);
    writeAll(path("days/3.csv"), day(3));
    CliRun run = cli(QStringLiteral("import @w.foretrail @days --json"));
    VERIFY_CODE(run, 1);
    QCOMPARE(run.json()[QStringLiteral("stored")].toInt(), 4);
    QCOMPARE(run.json()[QStringLiteral("files")].toArray().size(), 2);
    const QJsonArray failed = run.json()[QStringLiteral("failed")].toArray();
    QCOMPARE(failed.size(), 1);
    QCOMPARE(failed[0][QStringLiteral("file")].toString(), path("days/2.csv"));
    QVERIFY2(run.message().contains(QStringLiteral("2.csv")) && run.message().contains(QStringLiteral("The other 2 files are imported.")),
             qPrintable(run.message()));
    run = cli(QStringLiteral("imports @w.foretrail --json"));
    QCOMPARE(run.json()[QStringLiteral("groups")].toArray().size(), 1);
}

// What is found out only while it is stored: rows of another import that must not be there.
void TestCliFiles::refusedFileDoesNotHoldUpTheOthers()
{
    writeAll(path("1.csv"), day(1));
    writeAll(path("2.csv"), day(2));
    VERIFY_CODE(cli(QStringLiteral("import @w.foretrail @1.csv")), 0);
    CliRun run = cli(QStringLiteral("import @w.foretrail @1.csv @2.csv --on-conflict abort --json"));
    VERIFY_CODE(run, 1);
    QCOMPARE(run.json()[QStringLiteral("stored")].toInt(), 2);
    QVERIFY2(run.message().contains(QStringLiteral("1.csv: Line 2")), qPrintable(run.message()));
    run = cli(QStringLiteral("import @w.foretrail @1.csv @2.csv --on-conflict abort"));
    VERIFY_CODE(run, 1);
    QVERIFY2(run.message().contains(QStringLiteral("2.csv: Line 2")), qPrintable(run.message()));
}

void TestCliFiles::noneCanBeRead()
{
    writeAll(path("1.csv"), picture);
    writeAll(path("2.csv"), picture);
    const CliRun run = cli(QStringLiteral("import @w.foretrail @1.csv @2.csv"));
    VERIFY_CODE(run, 1);
    QVERIFY2(run.message().contains(QStringLiteral("1.csv")) && run.message().contains(QStringLiteral("2.csv")), qPrintable(run.message()));
    QVERIFY(!QFile::exists(path("w.foretrail")));
}

void TestCliFiles::emptyFilesAreSaid()
{
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("days")));
    writeAll(path("days/1.csv"), {});
    writeAll(path("days/2.csv"), day(2));
    const CliRun run = cli(QStringLiteral("import @w.foretrail @days --json"));
    VERIFY_CODE(run, 0);
    QCOMPARE(run.json()[QStringLiteral("stored")].toInt(), 2);
    QVERIFY2(run.message().contains(QStringLiteral("1.csv has no rows")), qPrintable(run.message()));
}

// 1.500 and 1,500 fit both ways: by default the point is the decimal sign of the first and groups the second.
void TestCliFiles::decimalSigns()
{
    writeAll(path("a.csv"), "user;item;time;quantity;price\nu1;A;2024-03-01 08:00:00;1;1.500\nu2;B;2024-03-01 09:00:00;1;2.500\n");
    CliRun run = cli(QStringLiteral("import @a.foretrail @a.csv --decimal comma --save-template @t.json --json"));
    VERIFY_CODE(run, 0);
    QCOMPARE(run.json()[QStringLiteral("net_revenue_stored")].toDouble(), 4000.0);
    run = cli(QStringLiteral("import @b.foretrail @a.csv --decimal point --json"));
    QCOMPARE(run.json()[QStringLiteral("net_revenue_stored")].toDouble(), 4.0);
    run = cli(QStringLiteral("import @c.foretrail @a.csv --template @t.json --json"));
    QCOMPARE(run.json()[QStringLiteral("net_revenue_stored")].toDouble(), 4000.0);
    run = cli(QStringLiteral("import @d.foretrail @a.csv --template @t.json --decimal point --json"));
    QCOMPARE(run.json()[QStringLiteral("net_revenue_stored")].toDouble(), 4.0);
    // A sign between thousands that no number has: the points are none, and without them the decimal sign is needed.
    run = cli(QStringLiteral("import @e.foretrail @a.csv --decimal comma --thousands space --json"));
    VERIFY_CODE(run, 1);
    run = cli(QStringLiteral("import @e.foretrail @a.csv --decimal comma --thousands comma"));
    VERIFY_CODE(run, 1);
    QVERIFY2(run.message().contains(QStringLiteral("--thousands")), qPrintable(run.message()));
    VERIFY_CODE(cli(QStringLiteral("import @e.foretrail @a.csv --decimal dot")), 2);
}

/// The second file has dates alone: in another zone they would move to the day before.
void TestCliFiles::anotherLogJoinsTheClockOfTheFirst()
{
    const QTemporaryDir folder;
    const QString workspace = folder.filePath(QStringLiteral("w.foretrail"));
    const QString first = folder.filePath(QStringLiteral("first.csv")), second = folder.filePath(QStringLiteral("second.csv"));
    writeAll(first, "order,date,customer,item,qty,price\n1,2024-02-13 09:00,a,x,1,2\n2,2024-02-14 10:00,b,x,1,2\n");
    writeAll(second, "order,date,customer,item,qty,price\n3,2024-02-15,a,x,1,5\n4,2024-02-16,b,x,1,5\n");
    VERIFY_CODE(runCli(QStringLiteral("import %1 %2 --time-zone Asia/Shanghai").arg(workspace, first)), 0);
    VERIFY_CODE(runCli(QStringLiteral("import %1 %2").arg(workspace, second)), 0);
    const CliRun series = runCli(QStringLiteral("series %1 --by total --step day --measure revenue").arg(workspace));
    VERIFY_CODE(series, 0);
    QVERIFY2(series.out.contains("total,2024-02-15,5") && series.out.contains("total,2024-02-16,5"), series.out.constData());
}

FORETRAIL_TEST_MAIN(TestCliFiles, QCoreApplication)
#include "tst_cli_files.moc"
