// What the real program says to wrong usage and to broken, foreign or unsuitable files: exit code, a message that
// names the place and the remedy, nothing on standard output, nothing half done.
#include "core/data/Workspace.h"
#include "tests/cli/CliRun.h"

#include <QDir>

using namespace foretrail;
using test::CliRun;
using test::runCli;

class TestCliBadInput : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void usage_data();
    void usage();
    void files_data();
    void files();
    void workspaces_data();
    void workspaces();
    void questions_data();
    void questions();
    void failedImportLeavesNoWorkspace();
    void failedImportLeavesTheWorkspaceAsItWas();
    void constantSeries();
    void unwritableOutput();
    void fullStandardOutput();
    void whatCameBeforeAFailureIsSaid();
    void sampleDoesNotOverwrite();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    void write(const char *name, const QByteArray &content) const { test::writeAll(path(QLatin1String(name)), content); }
    /// "{}" stands for the folder of this test.
    CliRun run(QString line) const { return runCli(line.replace(QStringLiteral("{}"), m_folder.path())); }
    QTemporaryDir m_folder;
};

namespace {

/// SQLite's header keeps user_version at byte 60 and application_id at byte 68, four bytes each, the highest first.
QByteArray withHeaderNumber(QByteArray file, qsizetype at, quint32 number)
{
    for (int i = 0; i < 4; ++i)
        file[at + i] = char(number >> (24 - 8 * i));
    return file;
}

QByteArray dailySeries(int days, bool isConstant)
{
    QByteArray csv = "series,date,value\n";
    for (int day = 0; day < days; ++day)
        csv += "s," + QDate(2024, 1, 1).addDays(day).toString(Qt::ISODate).toLatin1() + ','
               + QByteArray::number(isConstant ? 5 : 10 + day % 7 + day % 3) + '\n';
    return csv;
}

} // namespace

void TestCliBadInput::initTestCase()
{
    QVERIFY2(QFile::exists(test::cliProgram()), "the command line is not built");
    VERIFY_CODE(run(QStringLiteral("sample {}/shop.foretrail")), 0);
    write("good.csv", "date,customer,product,quantity,price\n2024-01-02 10:00:00,ann,A,2,3.00\n2024-01-03 10:00:00,bob,B,1,4.50\n");
    write("empty.csv", "");
    QVERIFY(QDir(m_folder.path()).mkdir(QStringLiteral("pictures")));
    write("header.csv", "date,customer,product,quantity,price\n");
    QByteArray binary;
    for (int i = 0; i < 4096; ++i)
        binary += char((i * 197 + i / 7) % 251);
    write("binary.csv", binary);
    write("broken.csv.gz", QByteArray("\x1f\x8b\x08\x00", 4) + binary);
    const QByteArray shop = test::readAll(path(QStringLiteral("shop.foretrail")));
    write("newer.foretrail", withHeaderNumber(shop, 60, 9999));
    write("foreign.foretrail", withHeaderNumber(shop, 68, 0x47504b47));
    write("damaged.foretrail", shop.left(5000));
    write("text.foretrail", "this is no workspace\n");
    write("short.csv", dailySeries(5, false));
    write("constant.csv", dailySeries(120, true));
    for (const char *name : {"short", "constant"})
        VERIFY_CODE(run(QStringLiteral("import {}/%1.foretrail {}/%1.csv --layout long --map series=series,time=date,value=value").arg(QLatin1String(name))), 0);
    VERIFY_RESULT(Workspace::create(path(QStringLiteral("nothing.foretrail"))));
    write("spec.json", R"({"model": "ar", "horizont": 7})");
    write("list.json", "[1, 2\n");
}

void TestCliBadInput::usage_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("says");
    QTest::newRow("no verb") << QString() << QStringLiteral("subcommand");
    QTest::newRow("unknown verb") << QStringLiteral("predict x") << QStringLiteral("predict");
    QTest::newRow("no workspace") << QStringLiteral("runs") << QStringLiteral("workspace");
    QTest::newRow("unknown option") << QStringLiteral("runs {}/shop.foretrail --jason") << QStringLiteral("--jason");
    QTest::newRow("unknown step") << QStringLiteral("series {}/shop.foretrail --step fortnight") << QStringLiteral("fortnight");
    QTest::newRow("unknown measure") << QStringLiteral("series {}/shop.foretrail --measure profit") << QStringLiteral("profit");
    QTest::newRow("unknown group") << QStringLiteral("series {}/shop.foretrail --by colour") << QStringLiteral("attr:NAME");
    QTest::newRow("unknown model") << QStringLiteral("forecast {}/shop.foretrail --model prophet") << QStringLiteral("ar-fourier");
    QTest::newRow("one unknown model of two") << QStringLiteral("backtest {}/shop.foretrail --model ar,prophet") << QStringLiteral("snaive");
    QTest::newRow("two models for a forecast") << QStringLiteral("forecast {}/shop.foretrail --model ar,theta") << QStringLiteral("by one model");
    QTest::newRow("a pair of one") << QStringLiteral("backtest {}/shop.foretrail --model ar --compare ar") << QStringLiteral("name two models");
    QTest::newRow("horizon of nothing") << QStringLiteral("forecast {}/shop.foretrail --model ar --horizon 0") << QStringLiteral("--horizon");
    QTest::newRow("horizon in words") << QStringLiteral("forecast {}/shop.foretrail --model ar --horizon many") << QStringLiteral("many");
    QTest::newRow("level above all") << QStringLiteral("forecast {}/shop.foretrail --model ar --levels 80,120") << QStringLiteral("120");
    QTest::newRow("unknown size") << QStringLiteral("sample {}/x.foretrail --size huge") << QStringLiteral("huge");
    QTest::newRow("unknown format") << QStringLiteral("export {}/shop.foretrail --run 1 --format bmp --out x") << QStringLiteral("png");
    QTest::newRow("train of an unknown model") << QStringLiteral("train {}/shop.foretrail --model prophet") << QStringLiteral("snaive");
    QTest::newRow("resumed with settings") << QStringLiteral("train {}/shop.foretrail --resume 1 --by item") << QStringLiteral("--by");
}

void TestCliBadInput::usage()
{
    QFETCH(QString, line);
    QFETCH(QString, says);
    const CliRun outcome = run(line);
    VERIFY_CODE(outcome, 2);
    QVERIFY2(outcome.message().contains(says), qPrintable(outcome.message()));
    QVERIFY(outcome.out.isEmpty());
}

void TestCliBadInput::files_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("options");
    QTest::addColumn<QString>("says");
    QTest::newRow("missing") << QStringLiteral("absent.csv") << QString() << QStringLiteral("absent.csv");
    QTest::newRow("folder without tables") << QStringLiteral("pictures") << QString() << QStringLiteral("pictures holds no tables");
    QTest::newRow("empty") << QStringLiteral("empty.csv") << QString() << QStringLiteral("empty");
    QTest::newRow("header only") << QStringLiteral("header.csv") << QString() << QString();
    QTest::newRow("binary") << QStringLiteral("binary.csv") << QString() << QStringLiteral("text");
    QTest::newRow("broken gzip") << QStringLiteral("broken.csv.gz") << QString() << QString();
    QTest::newRow("unknown column") << QStringLiteral("good.csv") << QStringLiteral("--map user=shopper") << QStringLiteral("shopper");
    QTest::newRow("column beyond the last") << QStringLiteral("good.csv") << QStringLiteral("--map user=17") << QStringLiteral("17");
    QTest::newRow("unknown role") << QStringLiteral("good.csv") << QStringLiteral("--map colour=price") << QStringLiteral("colour");
    QTest::newRow("unknown zone") << QStringLiteral("good.csv") << QStringLiteral("--time-zone Mars/Olympus") << QStringLiteral("Mars/Olympus");
}

void TestCliBadInput::files()
{
    QFETCH(QString, file);
    QFETCH(QString, options);
    QFETCH(QString, says);
    const CliRun outcome = run(QStringLiteral("import {}/new.foretrail {}/%1 %2 --json").arg(file, options));
    VERIFY_CODE(outcome, 1);
    QVERIFY2(outcome.message().contains(says), qPrintable(outcome.message()));
    QVERIFY2(outcome.message().size() > 20 && !outcome.message().contains(QLatin1Char('!')), qPrintable(outcome.message()));
    QVERIFY(outcome.out.isEmpty());
    QVERIFY2(!QFile::exists(path(QStringLiteral("new.foretrail"))), "a workspace was left behind");
}

void TestCliBadInput::workspaces_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("says");
    QTest::newRow("missing") << QStringLiteral("absent.foretrail") << QStringLiteral("absent.foretrail");
    QTest::newRow("newer") << QStringLiteral("newer.foretrail") << QStringLiteral("newer");
    QTest::newRow("of another program") << QStringLiteral("foreign.foretrail") << QStringLiteral("foreign.foretrail");
    QTest::newRow("damaged") << QStringLiteral("damaged.foretrail") << QStringLiteral("damaged");
    QTest::newRow("text") << QStringLiteral("text.foretrail") << QStringLiteral("text.foretrail");
    QTest::newRow("log") << QStringLiteral("good.csv") << QStringLiteral("good.csv");
}

void TestCliBadInput::workspaces()
{
    QFETCH(QString, file);
    QFETCH(QString, says);
    const QByteArray before = test::readAll(path(file));
    for (const char *verb : {"series {}/%1", "forecast {}/%1 --model naive", "backtest {}/%1 --model naive", "runs {}/%1",
                             "profile {}/%1 --user U000001", "export {}/%1 --run 1 --format csv --out {}/no.csv"}) {
        const CliRun outcome = run(QString::fromLatin1(verb).arg(file));
        QVERIFY2(outcome.code == 1, qPrintable(QStringLiteral("%1: %2 %3").arg(QLatin1String(verb)).arg(outcome.code).arg(outcome.message())));
        QVERIFY2(outcome.message().contains(says), qPrintable(outcome.message()));
        QVERIFY(outcome.out.isEmpty());
    }
    QVERIFY(test::readAll(path(file)) == before);
    QVERIFY(!QFile::exists(path(QStringLiteral("absent.foretrail"))));
}

void TestCliBadInput::questions_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("says");
    QTest::newRow("unknown series") << QStringLiteral("forecast {}/shop.foretrail --model ar --by item --series HOM-001")
                                    << QStringLiteral("HOM-0001");
    QTest::newRow("no choice among many") << QStringLiteral("forecast {}/shop.foretrail --model ar --by item") << QStringLiteral("--top");
    QTest::newRow("unknown attribute") << QStringLiteral("series {}/shop.foretrail --by attr:Colour") << QStringLiteral("Country");
    QTest::newRow("series of a log") << QStringLiteral("forecast {}/shop.foretrail --model ar --by series --all") << QString();
    QTest::newRow("nothing imported") << QStringLiteral("forecast {}/nothing.foretrail --model ar") << QStringLiteral("mport");
    QTest::newRow("too short") << QStringLiteral("forecast {}/short.foretrail --model ar-fourier --horizon 3 --holdout 3") << QStringLiteral("s:");
    QTest::newRow("holdout longer than the series") << QStringLiteral("forecast {}/short.foretrail --model naive --horizon 3 --holdout 40")
                                                    << QStringLiteral("holdout");
    QTest::newRow("too many folds") << QStringLiteral("backtest {}/short.foretrail --model naive --horizon 3 --folds 9") << QStringLiteral("folds");
    QTest::newRow("unknown key in a spec") << QStringLiteral("train {}/shop.foretrail --spec {}/spec.json") << QStringLiteral("horizont");
    QTest::newRow("spec that is no object") << QStringLiteral("train {}/shop.foretrail --spec {}/list.json") << QStringLiteral("list.json");
    QTest::newRow("missing spec") << QStringLiteral("train {}/shop.foretrail --spec {}/absent.json") << QStringLiteral("absent.json");
    QTest::newRow("unknown run") << QStringLiteral("export {}/shop.foretrail --run 7 --format csv --out {}/no.csv") << QStringLiteral("7");
    QTest::newRow("unknown user") << QStringLiteral("profile {}/shop.foretrail --user nobody") << QStringLiteral("nobody");
}

void TestCliBadInput::questions()
{
    QFETCH(QString, line);
    QFETCH(QString, says);
    const CliRun outcome = run(line);
    VERIFY_CODE(outcome, 1);
    QVERIFY2(outcome.message().contains(says), qPrintable(outcome.message()));
    QVERIFY(outcome.out.isEmpty());
}

void TestCliBadInput::failedImportLeavesNoWorkspace()
{
    const CliRun outcome = run(QStringLiteral("import {}/two.foretrail {}/good.csv {}/absent.csv --json"));
    VERIFY_CODE(outcome, 1);
    QVERIFY(!QFile::exists(path(QStringLiteral("two.foretrail"))));
}

void TestCliBadInput::failedImportLeavesTheWorkspaceAsItWas()
{
    const QString line = QStringLiteral("series {}/shop.foretrail --by item");
    const QByteArray before = run(line).out;
    VERIFY_CODE(run(QStringLiteral("import {}/shop.foretrail {}/binary.csv --json")), 1);
    VERIFY_CODE(run(QStringLiteral("import {}/newer.foretrail {}/good.csv --json")), 1);
    QVERIFY(run(line).out == before);
}

// A constant series is forecast as what it is: that is no failure.
void TestCliBadInput::constantSeries()
{
    const CliRun constant = run(QStringLiteral("forecast {}/constant.foretrail --model naive --horizon 2"));
    VERIFY_CODE(constant, 0);
    QCOMPARE(CliRun::table(constant.out).value(1).value(4), QStringLiteral("5"));
}

void TestCliBadInput::unwritableOutput()
{
    const CliRun outcome = run(QStringLiteral("forecast {}/constant.foretrail --model naive --horizon 2 --out {}/absent/f.csv"));
    VERIFY_CODE(outcome, 1);
    QVERIFY2(outcome.message().contains(QStringLiteral("absent")), qPrintable(outcome.message()));
}

void TestCliBadInput::fullStandardOutput()
{
    if (!QFile::exists(QStringLiteral("/dev/full")))
        QSKIP("this system has no device that is always full");
    for (const char *line : {"series {}/constant.foretrail --by series", "runs {}/shop.foretrail --json"}) {
        QProcess process;
        process.setStandardOutputFile(QStringLiteral("/dev/full"));
        process.start(test::cliProgram(), QString::fromLatin1(line).replace(QStringLiteral("{}"), m_folder.path()).split(QLatin1Char(' ')));
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 1);
        QVERIFY(!process.readAllStandardError().isEmpty());
    }
}

void TestCliBadInput::whatCameBeforeAFailureIsSaid()
{
    write("first.csv", dailySeries(5, false));
    write("second.csv", "series,date,value\ns,2024-01-02,-7\ns,2024-01-03,8\ns,2024-01-04,9\n");
    const CliRun outcome = run(QStringLiteral("import {}/both.foretrail {}/first.csv {}/second.csv --on-conflict abort"));
    VERIFY_CODE(outcome, 1);
    QVERIFY2(outcome.message().contains(QStringLiteral("second.csv")) && outcome.message().contains(QStringLiteral("The other 1 file is imported")),
             qPrintable(outcome.message()));
}

void TestCliBadInput::sampleDoesNotOverwrite()
{
    const QByteArray before = test::readAll(path(QStringLiteral("good.csv")));
    const CliRun outcome = run(QStringLiteral("sample {}/good.csv"));
    VERIFY_CODE(outcome, 1);
    QVERIFY(test::readAll(path(QStringLiteral("good.csv"))) == before);
}

FORETRAIL_TEST_MAIN(TestCliBadInput, QCoreApplication)
#include "tst_cli_badinput.moc"
