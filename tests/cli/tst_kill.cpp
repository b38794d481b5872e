#include "core/data/Import.h"
#include "core/data/RunStore.h"
#include "tests/support/TestSupport.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>

using namespace foretrail;

/// The program is killed in the middle of its work, fifty times: the workspace opens, is intact, holds what was committed
/// and nothing else, and the work can be run again.
class TestKill : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void importKilled();
    void trainingKilled();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    /// Wall time of a whole run in milliseconds, -1 when it failed.
    qint64 run(const QStringList &arguments);
    /// Starts the program and kills it after `afterMs`; true when it was still running then.
    bool runAndKill(const QStringList &arguments, int afterMs);

    int momentIn(qint64 spanMs) { return int(m_random.bounded(quint32(spanMs))) + 1; }

    QTemporaryDir m_folder;
    QRandomGenerator m_random{20261124};
};

namespace {

constexpr int rows = 30'000;
constexpr int mostRounds = 500; ///< until as many kills as wanted hit the work

QByteArray log()
{
    QByteArray csv = "time,user,item,quantity,price\n";
    for (int i = 0; i < rows; ++i) {
        csv += QStringLiteral("2024-%1-%2 %3:%4:%5,u%6,i%7,%8,%9\n")
                   .arg(i / 2600 % 12 + 1, 2, 10, QLatin1Char('0')).arg(i / 90 % 28 + 1, 2, 10, QLatin1Char('0'))
                   .arg(i / 3600 % 24, 2, 10, QLatin1Char('0')).arg(i / 60 % 60, 2, 10, QLatin1Char('0'))
                   .arg(i % 60, 2, 10, QLatin1Char('0')).arg(i * 7 % 900).arg(i * 13 % 300).arg(i % 5 + 1).arg(i % 90 + 1)
                   .toLatin1();
    }
    return csv;
}

qint64 eventsIn(const QString &path)
{
    auto workspace = Workspace::open(path);
    if (!workspace || !workspace->checkIntegrity())
        return -1;
    const auto summary = workspace->data().summary();
    return summary ? summary->events : -1;
}

} // namespace

qint64 TestKill::run(const QStringList &arguments)
{
    QElapsedTimer timer;
    timer.start();
    QProcess process;
    process.start(test::cliProgram(), arguments);
    if (!process.waitForFinished(120'000) || process.exitCode() != 0) {
        qInfo("%s", process.readAllStandardError().constData());
        return -1;
    }
    return timer.elapsed();
}

bool TestKill::runAndKill(const QStringList &arguments, int afterMs)
{
    QProcess process;
    process.start(test::cliProgram(), arguments);
    if (!process.waitForStarted())
        return false;
    const bool hasEnded = process.waitForFinished(afterMs);
    process.kill();
    process.waitForFinished();
    return !hasEnded;
}

void TestKill::initTestCase()
{
    QVERIFY2(QFile::exists(test::cliProgram()), "the command line is not built");
    test::writeAll(path(QStringLiteral("log.csv")), log());
}

void TestKill::importKilled()
{
    const QString workspace = path(QStringLiteral("import.foretrail"));
    const QStringList arguments{QStringLiteral("import"), workspace, path(QStringLiteral("log.csv")), QStringLiteral("--json")};
    const qint64 whole = run({QStringLiteral("import"), path(QStringLiteral("whole.foretrail")), path(QStringLiteral("log.csv"))});
    QVERIFY(whole > 0);
    const qint64 all = eventsIn(path(QStringLiteral("whole.foretrail")));
    QVERIFY(all > 0);
    qint64 span = whole;
    for (int killed = 0, round = 0; killed < 30; ++round) {
        QVERIFY2(round < mostRounds, qPrintable(QStringLiteral("only %1 kills hit the work").arg(killed)));
        if (runAndKill(arguments, momentIn(span)))
            ++killed;
        else
            span = std::max<qint64>(1, span * 3 / 4); // it is quicker than thought
        if (!QFile::exists(workspace))
            continue; // killed before the workspace was made
        const qint64 events = eventsIn(workspace);
        QVERIFY2(events == 0 || events == all, qPrintable(QStringLiteral("round %1: %2 events").arg(round).arg(events)));
        if (events == all) // the next kill finds work to do again
            for (const char *ending : {"", "-wal", "-shm"})
                QFile::remove(workspace + QLatin1String(ending));
    }
    QVERIFY(run(arguments) > 0);
    QCOMPARE(eventsIn(workspace), all);
}

void TestKill::trainingKilled()
{
    const QString workspace = path(QStringLiteral("whole.foretrail"));
    test::writeAll(path(QStringLiteral("spec.json")), R"({"model": "ar", "measure": "revenue", "by": "total", "step": "day",
        "horizon": 7, "split": {"test": 14}})");
    const QStringList arguments{QStringLiteral("train"), workspace, QStringLiteral("--spec"), path(QStringLiteral("spec.json"))};
    const qint64 once = run(arguments);
    QVERIFY(once > 0);
    qint64 span = once;
    for (int killed = 0, round = 0; killed < 20; ++round) {
        QVERIFY2(round < mostRounds, qPrintable(QStringLiteral("only %1 kills hit the work").arg(killed)));
        if (runAndKill(arguments, momentIn(span)))
            ++killed;
        else
            span = std::max<qint64>(1, span * 3 / 4);
        auto opened = Workspace::open(workspace);
        VERIFY_RESULT(opened);
        VERIFY_RESULT(opened->checkIntegrity());
        const auto runs = RunStore(*opened).list();
        VERIFY_RESULT(runs);
        QVERIFY(runs->size() >= 1 && runs->size() <= round + 2);
        for (const RunSummary &summary : *runs)
            VERIFY_RESULT(RunStore(*opened).load(summary.id));
    }
    QVERIFY(run(arguments) > 0);
}

FORETRAIL_TEST_MAIN(TestKill, QCoreApplication)
#include "tst_kill.moc"
