// The verb live: what it stores and says, how it ends, and that no line is lost or stored twice however often it is killed.
#include "core/data/Workspace.h"
#include "tests/cli/CliRun.h"

#include <QDate>
#include <QRandomGenerator>

#include <algorithm>
#include <cmath>
#include <csignal>

using namespace foretrail;

namespace {

QByteArray line(int i)
{
    return QStringLiteral("2024-05-%1 %2:%3:%4,u%5,i%6,%7,%8\n")
        .arg(1 + i / 3000 % 28, 2, 10, QLatin1Char('0')).arg(i / 120 % 24, 2, 10, QLatin1Char('0')).arg(i / 2 % 60, 2, 10, QLatin1Char('0'))
        .arg(i % 2 * 30, 2, 10, QLatin1Char('0')).arg(i % 37).arg(i % 11).arg(i % 3 + 1).arg(i).toUtf8();
}

QByteArray lines(int from, int to)
{
    QByteArray text;
    for (int i = from; i < to; ++i)
        text += line(i);
    return text;
}

constexpr auto header = "time,user,item,quantity,price\n";

QList<QJsonObject> objectsOf(const QByteArray &out)
{
    QList<QJsonObject> objects;
    for (const QByteArray &one : out.split('\n'))
        if (!one.isEmpty())
            objects << QJsonDocument::fromJson(one).object();
    return objects;
}

void append(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::Append));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace

class TestCliLive : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void replays();
    void readsStandardInput();
    void endsWhenInterrupted();
    void tellsOfUsers();
    void storesOnly();
    void keepsDays();
    void updatesRuns();
    void updatesRunsAsStepsClose();
    void saysWhatIsMissing();
    void killedAtAnyMoment();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    QString shop() const { return path(QStringLiteral("shop.foretrail")); }
    qint64 events() const
    {
        Result<Workspace> workspace = Workspace::open(shop());
        return workspace && workspace->checkIntegrity() ? workspace->data().summary()->events : -1;
    }
    /// A run that learnt from sixty days.
    void trainOnSixtyDays();
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestCliLive::replays()
{
    test::writeAll(path(QStringLiteral("log.csv")), header + lines(0, 2000));
    const QStringList asked{QStringLiteral("live"), shop(), QStringLiteral("--feed"), QStringLiteral("replay:") + path(QStringLiteral("log.csv")), QStringLiteral("--json")};
    const test::CliRun run = test::runCli(asked);
    VERIFY_CODE(run, 0);
    const QList<QJsonObject> ticks = objectsOf(run.out);
    QVERIFY(!ticks.isEmpty());
    QCOMPARE(ticks.back()[QStringLiteral("stored_in_all")].toInt(), 2000);
    QCOMPARE(events(), qint64(2000));
    VERIFY_CODE(test::runCli(asked), 0); // nothing is left of it
    QCOMPARE(events(), qint64(2000));
}

void TestCliLive::readsStandardInput()
{
    test::writeAll(path(QStringLiteral("log.csv")), header + lines(0, 300));
    QProcess program;
    program.start(test::cliProgram(), {QStringLiteral("live"), shop(), QStringLiteral("--feed"), QStringLiteral("stdin"), QStringLiteral("--like"), path(QStringLiteral("log.csv"))});
    program.write(lines(0, 250) + "not a row\n" + lines(240, 300));
    program.closeWriteChannel();
    QVERIFY(program.waitForFinished(60'000));
    QCOMPARE(program.exitCode(), 0);
    const QByteArray said = program.readAllStandardError();
    QVERIFY2(said.contains("Read 311 = stored 300 + duplicate 10 + rejected 1"), said.constData());
    QCOMPARE(events(), qint64(300));
}

void TestCliLive::endsWhenInterrupted()
{
    test::writeAll(path(QStringLiteral("log.csv")), header + lines(0, 100));
    QProcess program;
    program.start(test::cliProgram(), {QStringLiteral("live"), shop(), QStringLiteral("--feed"), path(QStringLiteral("log.csv")), QStringLiteral("--json")});
    QByteArray out;
    QTRY_VERIFY_WITH_TIMEOUT((out += program.readAllStandardOutput()).contains("\"stored_in_all\":100"), 60'000);
    append(path(QStringLiteral("log.csv")), lines(100, 150));
    QTRY_VERIFY_WITH_TIMEOUT((out += program.readAllStandardOutput()).contains("\"stored_in_all\":150"), 60'000);
    QCOMPARE(::kill(pid_t(program.processId()), SIGINT), 0);
    QVERIFY(program.waitForFinished(60'000));
    QCOMPARE(program.exitCode(), 0);
    QCOMPARE(events(), qint64(150));
}

// A line for each user that a batch of lines touched, with the user's figures as a profile has them.
void TestCliLive::tellsOfUsers()
{
    test::writeAll(path(QStringLiteral("log.csv")), header + lines(0, 500));
    const test::CliRun run = test::runCli({QStringLiteral("live"), shop(), QStringLiteral("--feed"), QStringLiteral("replay:") + path(QStringLiteral("log.csv")), QStringLiteral("--each"),
                                           QStringLiteral("event"), QStringLiteral("--json")});
    VERIFY_CODE(run, 0);
    QHash<QString, QJsonObject> last;
    for (const QJsonObject &user : objectsOf(run.out))
        last.insert(user[QStringLiteral("user")].toString(), user);
    QCOMPARE(last.size(), 37);
    const test::CliRun profile = test::runCli({QStringLiteral("profile"), shop(), QStringLiteral("--user"), QStringLiteral("u5"), QStringLiteral("--json")});
    VERIFY_CODE(profile, 0);
    const QJsonObject known = QJsonDocument::fromJson(profile.out).object();
    QCOMPARE(last[QStringLiteral("u5")][QStringLiteral("events")].toInt(), 14); // 5, 42, ... 486
    QCOMPARE(known[QStringLiteral("events")].toInt(), 14);
    QCOMPARE(last[QStringLiteral("u5")][QStringLiteral("orders")], known[QStringLiteral("frequency")]);
    QCOMPARE(last[QStringLiteral("u5")][QStringLiteral("value")].toDouble(), known[QStringLiteral("monetary")].toDouble());
    QVERIFY(last[QStringLiteral("u5")][QStringLiteral("intent")].isNull()); // nothing is learnt yet
}

void TestCliLive::storesOnly()
{
    test::writeAll(path(QStringLiteral("log.csv")), header + lines(0, 100));
    const QStringList asked{QStringLiteral("live"), shop(), QStringLiteral("--feed"), QStringLiteral("replay:") + path(QStringLiteral("log.csv")), QStringLiteral("--json")};
    const test::CliRun alone = test::runCli(asked + QStringList{QStringLiteral("--store-only")});
    VERIFY_CODE(alone, 0);
    QVERIFY(!objectsOf(alone.out).back().contains(QStringLiteral("shop")));
    QFile::remove(shop());
    const test::CliRun watched = test::runCli(asked);
    VERIFY_CODE(watched, 0);
    const QJsonObject told = objectsOf(watched.out).back()[QStringLiteral("shop")].toObject();
    QVERIFY(told[QStringLiteral("profiles")].toInt() >= 37);
    QCOMPARE(told[QStringLiteral("shop_time")].toString(), QStringLiteral("2024-05-01T00:49:30.000Z")); // the clock of a replay at once stands at its last line
}

void TestCliLive::keepsDays()
{
    test::writeAll(path(QStringLiteral("log.csv")), header + lines(0, 20'000)); // from 1 to 7 May
    const test::CliRun run = test::runCli({QStringLiteral("live"), shop(), QStringLiteral("--feed"), path(QStringLiteral("log.csv")), QStringLiteral("--keep-days"), QStringLiteral("2"),
                                           QStringLiteral("--for"), QStringLiteral("4s")});
    VERIFY_CODE(run, 0);
    QVERIFY2(run.message().contains(QStringLiteral("2 days ago are removed")), qPrintable(run.message()));
    Result<Workspace> workspace = Workspace::open(shop());
    VERIFY_RESULT(workspace);
    const DataSummary summary = *workspace->data().summary();
    QVERIFY(summary.events > 0 && summary.events < 10'000);
    QVERIFY(*summary.lastEvent - *summary.firstEvent <= 2 * dayMs);
    VERIFY_RESULT(workspace->checkIntegrity());
}

namespace {

/// One sale a day, of a week and a chirp; from the 60th day on, 1 March 2024, for 80 more.
QByteArray soldOn(int first, int last)
{
    QByteArray text;
    for (int day = first; day < last; ++day) {
        const double price = 300 + 30 * std::sin(2 * M_PI * day / 7) + 12 * std::sin(0.7 * day * day) + (day >= 60 ? 80 : 0);
        text += QDate(2024, 1, 1).addDays(day).toString(Qt::ISODate).toUtf8() + " 12:00:00,u1,i1,1," + QByteArray::number(price, 'f', 2) + '\n';
    }
    return text;
}

} // namespace

void TestCliLive::trainOnSixtyDays()
{
    const QString past = path(QStringLiteral("past.csv"));
    test::writeAll(past, header + soldOn(0, 60));
    VERIFY_CODE(test::runCli(QStringLiteral("import %1 %2").arg(shop(), past)), 0);
    VERIFY_CODE(test::runCli(QStringLiteral("train %1 --model ar --horizon 7 --measure revenue").arg(shop())), 0);
}

// Twenty days come at once: what they closed is looked at before the verb ends, and the shift is answered by the gentle rung.
void TestCliLive::updatesRuns()
{
    trainOnSixtyDays();
    const QString log = path(QStringLiteral("log.csv"));
    test::writeAll(log, header + soldOn(60, 80));
    const QStringList asked{QStringLiteral("live"), shop(), QStringLiteral("--feed"), QStringLiteral("replay:") + log, QStringLiteral("--update"), QStringLiteral("1"), QStringLiteral("--json")};
    const test::CliRun run = test::runCli(asked);
    VERIFY_CODE(run, 0);
    QList<QJsonObject> updates;
    for (const QJsonObject &line : objectsOf(run.out))
        if (line.contains(QStringLiteral("update")))
            updates << line[QStringLiteral("update")].toObject();
    QVERIFY2(!updates.isEmpty(), run.out.constData());
    const QJsonObject last = updates.back();
    QCOMPARE(last[QStringLiteral("until")].toString(), QStringLiteral("2024-03-20")); // the last sale is of this day, which is not over
    QCOMPARE(last[QStringLiteral("schedule")].toString(), QStringLiteral("step"));
    const auto climbed = std::find_if(updates.begin(), updates.end(), [](const QJsonObject &one) { return one[QStringLiteral("rung")].toString() == QStringLiteral("rls"); });
    QVERIFY2(climbed != updates.end(), run.out.constData());
    QVERIFY((*climbed)[QStringLiteral("score")].toDouble() >= 2.0 / 3);
    QVERIFY((*climbed)[QStringLiteral("seconds")].toDouble() > 0);
    QVERIFY(!(*climbed)[QStringLiteral("why")].toString().isEmpty() && !(*climbed)[QStringLiteral("change")].toString().isEmpty());
    const test::CliRun versions = test::runCli(QStringLiteral("update %1 --run 1 --versions --json").arg(shop()));
    VERIFY_CODE(versions, 0);
    QVERIFY(!versions.json()[QStringLiteral("versions")].toArray().isEmpty());

    const test::CliRun unknown = test::runCli({QStringLiteral("live"), shop(), QStringLiteral("--feed"), log, QStringLiteral("--update"), QStringLiteral("7")});
    VERIFY_CODE(unknown, 1);
    QVERIFY2(unknown.message().contains(QLatin1Char('7')), qPrintable(unknown.message()));
    VERIFY_CODE(test::runCli({QStringLiteral("live"), shop(), QStringLiteral("--feed"), log, QStringLiteral("--schedule"), QStringLiteral("daily")}), 2);
    VERIFY_CODE(test::runCli({QStringLiteral("live"), shop(), QStringLiteral("--feed"), log, QStringLiteral("--update"), QStringLiteral("1"), QStringLiteral("--store-only")}), 2);
}

// A file grows by a day at a time; a line is told of each day that is over, and an interruption ends it.
void TestCliLive::updatesRunsAsStepsClose()
{
    trainOnSixtyDays();
    const QString log = path(QStringLiteral("log.csv"));
    test::writeAll(log, header + soldOn(60, 61));
    QProcess program;
    program.start(test::cliProgram(), {QStringLiteral("live"), shop(), QStringLiteral("--feed"), log, QStringLiteral("--update"), QStringLiteral("1"), QStringLiteral("--schedule"), QStringLiteral("step")});
    QByteArray out;
    for (int day = 61; day < 64; ++day) {
        append(log, soldOn(day, day + 1));
        const QByteArray told = "Run 1 (ar · revenue · Total) up to " + QDate(2024, 1, 1).addDays(day).toString(Qt::ISODate).toUtf8() + ": ";
        QTRY_VERIFY2_WITH_TIMEOUT((out += program.readAllStandardOutput()).contains(told), (out + program.readAllStandardError()).constData(), 60'000);
    }
    QCOMPARE(::kill(pid_t(program.processId()), SIGINT), 0);
    QVERIFY(program.waitForFinished(60'000));
    QCOMPARE(program.exitCode(), 0);
    QVERIFY2(out.contains("score "), out.constData());
    QCOMPARE(events(), qint64(64));
}

void TestCliLive::saysWhatIsMissing()
{
    const auto said = [this](const QStringList &more) {
        return test::runCli(QStringList{QStringLiteral("live"), shop()} + more);
    };
    test::CliRun run = said({QStringLiteral("--feed"), QStringLiteral("stdin")});
    QCOMPARE(run.code, 1);
    QVERIFY2(run.message().contains(QStringLiteral("--like FILE")), qPrintable(run.message()));
    QVERIFY(!QFileInfo::exists(shop())); // a workspace made for nothing goes away
    run = said({QStringLiteral("--feed"), QStringLiteral("carrier-pigeon")});
    QVERIFY2(run.code == 1 && run.message().contains(QStringLiteral("tcp:PORT")), qPrintable(run.message()));
    run = said({QStringLiteral("--feed"), QStringLiteral("stdin"), QStringLiteral("--for"), QStringLiteral("soon")});
    QVERIFY2(run.code == 1 && run.message().contains(QStringLiteral("10m")), qPrintable(run.message()));
}

// Lines are written while the program comes and goes, also in halves; it is killed a hundred times.
void TestCliLive::killedAtAnyMoment()
{
    constexpr int kills = 100, rows = 20'000;
    const QString file = path(QStringLiteral("log.csv"));
    test::writeAll(file, header + lines(0, 50));
    const QByteArray rest = lines(50, rows);
    const QStringList asked{QStringLiteral("live"), shop(), QStringLiteral("--feed"), file};
    QRandomGenerator random(20261130);
    qsizetype written = 0;
    int hits = 0;
    for (int round = 0; round < kills; ++round) {
        QProcess program;
        program.start(test::cliProgram(), asked);
        QVERIFY(program.waitForStarted());
        const qsizetype end = rest.size() * (round + 1) / kills;
        while (written < end && program.state() == QProcess::Running) {
            const qsizetype part = std::min<qsizetype>(1 + random.bounded(3000), end - written);
            append(file, rest.sliced(written, part));
            written += part;
            program.waitForFinished(1 + int(random.bounded(25)));
        }
        hits += program.state() == QProcess::Running;
        program.kill();
        QVERIFY(program.waitForFinished());
        append(file, rest.sliced(written, end - written));
        written = end;
    }
    QCOMPARE(hits, kills);
    VERIFY_CODE(test::runCli(asked + QStringList{QStringLiteral("--for"), QStringLiteral("2s")}), 0);
    QCOMPARE(events(), qint64(rows));
    Result<Workspace> workspace = Workspace::open(shop());
    VERIFY_RESULT(workspace);
    QCOMPARE(workspace->data().summary()->users, qint64(37));
    qInfo("%d kills", kills);
}

FORETRAIL_TEST_MAIN(TestCliLive, QCoreApplication)
#include "tst_cli_live.moc"
