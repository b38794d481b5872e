#include "core/data/Import.h"
#include "core/data/ImportHistory.h"
#include "core/data/UnfinishedTrainings.h"
#include "tests/cli/Content.h"
#include "tests/support/TestSupport.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>

using namespace foretrail;

/// The program is killed in the middle of its work, a hundred times over imports and their undoing, and twenty over training:
/// the workspace opens, is intact, holds what was committed and nothing else, and the work can be run again.
class TestKill : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void importKilled();
    void undoKilled_data();
    void undoKilled();
    void trainingKilled();
    void aKilledTrainingGoesOn_data();
    void aKilledTrainingGoesOn();

private:
    /// Runs a training that nobody waits for until it was kept after an epoch beyond `epoch`, then ends it: killed, or as by Ctrl+C.
    UnfinishedTraining trainUntilKept(const QString &workspace, const QStringList &arguments, int epoch, bool isKilled);
    QString path(const QString &name) const { return m_folder.filePath(name); }
    /// Wall time of a whole run in milliseconds, -1 when it failed.
    qint64 run(const QStringList &arguments, const QString &program = test::cliProgram());
    /// Starts the program and kills it after `afterMs`; true when it was still running then.
    bool runAndKill(const QStringList &arguments, int afterMs, const QString &program = test::cliProgram());

    int momentIn(qint64 spanMs) { return int(m_random.bounded(quint32(spanMs))) + 1; }

    QTemporaryDir m_folder;
    QRandomGenerator m_random{20261124};
};

namespace {

constexpr int rows = 30'000;
constexpr int mostRounds = 500; ///< until as many kills as wanted hit the work

/// So that the figures can say how many.
void tellKills(int count) { qInfo("%d kills", count); }

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

void copyWorkspace(const QString &from, const QString &to)
{
    for (const char *ending : {"", "-wal", "-shm"})
        QFile::remove(to + QLatin1String(ending));
    QFile::copy(from, to);
}

const QStringList changes{QStringLiteral("undo"), QStringLiteral("redo"), QStringLiteral("undo-group"), QStringLiteral("redo-group")};

/// What this program does when it is started to be killed: takes the first import or group back, or brings it back.
int changeHistory(const QString &verb, const QString &path)
{
    auto workspace = Workspace::open(path);
    if (!workspace)
        return 1;
    JobContext job;
    switch (changes.indexOf(verb)) {
    case 0: return undoImport(*workspace, 1, job) ? 0 : 1;
    case 1: return redoImport(*workspace, 1, job) ? 0 : 1;
    case 2: return undoGroup(*workspace, 1, job) ? 0 : 1;
    default: return redoGroup(*workspace, 1, job) ? 0 : 1;
    }
}

} // namespace

qint64 TestKill::run(const QStringList &arguments, const QString &program)
{
    QElapsedTimer timer;
    timer.start();
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(120'000) || process.exitCode() != 0) {
        qInfo("%s", process.readAllStandardError().constData());
        return -1;
    }
    return timer.elapsed();
}

bool TestKill::runAndKill(const QStringList &arguments, int afterMs, const QString &program)
{
    QProcess process;
    process.start(program, arguments);
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
    const QByteArray csv = log();
    test::writeAll(path(QStringLiteral("log.csv")), csv);
    // The same in four files, imported as a group.
    QStringList arguments{QStringLiteral("import"), path(QStringLiteral("parts.foretrail"))};
    const QByteArray header = csv.left(csv.indexOf('\n') + 1);
    for (qsizetype part = 0, from = header.size(); part < 4; ++part) {
        const qsizetype to = csv.indexOf('\n', csv.size() * (part + 1) / 4 - 2) + 1;
        arguments << path(QStringLiteral("part-%1.csv").arg(part));
        test::writeAll(arguments.back(), header + csv.mid(from, to - from));
        from = to;
    }
    QVERIFY(run(arguments) > 0);
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
    constexpr int kills = 50;
    for (int killed = 0, round = 0; killed < kills; ++round) {
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
    tellKills(kills);
}

void TestKill::undoKilled_data()
{
    QTest::addColumn<int>("kills");
    QTest::newRow("undo") << 30;
    QTest::newRow("redo") << 20;
    QTest::newRow("undo-group") << 20;
    QTest::newRow("redo-group") << 10;
}

void TestKill::undoKilled()
{
    QFETCH(int, kills);
    const QString verb = QString::fromLatin1(QTest::currentDataTag());
    const bool isUndo = verb.startsWith(QStringLiteral("undo"));
    const bool isGroup = verb.endsWith(QStringLiteral("group"));
    const QString whole = path(isGroup ? QStringLiteral("parts.foretrail") : QStringLiteral("whole.foretrail"));
    const QString before = path(verb + QStringLiteral("-before.foretrail"));
    const QString workspace = path(verb + QStringLiteral(".foretrail"));
    const QString opposite = changes.at(changes.indexOf(verb) ^ 1);
    const qint64 all = eventsIn(whole);
    QVERIFY(all > 0);
    copyWorkspace(whole, before);
    if (!isUndo)
        QCOMPARE(changeHistory(opposite, before), 0);
    const QByteArray content = test::contentOf(before);
    QVERIFY(!content.isEmpty());
    const QString self = QCoreApplication::applicationFilePath();
    copyWorkspace(before, workspace);
    qint64 span = run({verb, workspace}, self);
    QVERIFY(span > 0);
    const qint64 after = isUndo ? 0 : all;
    copyWorkspace(before, workspace);
    for (int killed = 0, round = 0; killed < kills; ++round) {
        QVERIFY2(round < mostRounds, qPrintable(QStringLiteral("only %1 kills hit the work").arg(killed)));
        if (runAndKill({verb, workspace}, momentIn(span), self))
            ++killed;
        else
            span = std::max<qint64>(1, span * 3 / 4);
        const qint64 events = eventsIn(workspace); // -1 when it is not intact
        QVERIFY2(events == 0 || events == all, qPrintable(QStringLiteral("round %1: %2 events").arg(round).arg(events)));
        if (events == after)
            copyWorkspace(before, workspace);
        else
            QCOMPARE(test::contentOf(workspace), content);
    }
    QVERIFY(run({verb, workspace}, self) > 0);
    QCOMPARE(eventsIn(workspace), after);
    QVERIFY(run({opposite, workspace}, self) > 0);
    QCOMPARE(eventsIn(workspace), all - after);
    tellKills(kills);
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
    constexpr int kills = 20;
    for (int killed = 0, round = 0; killed < kills; ++round) {
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
    tellKills(kills);
}

UnfinishedTraining TestKill::trainUntilKept(const QString &workspace, const QStringList &arguments, int epoch, bool isKilled)
{
    QProcess process;
    process.start(test::cliProgram(), arguments);
    const auto kept = [&] {
        auto opened = Workspace::open(workspace, Workspace::Mode::ReadOnly);
        const auto list = opened ? UnfinishedTrainings(*opened).list() : Result<QList<UnfinishedTraining>>(QList<UnfinishedTraining>());
        return list && !list->isEmpty() ? list->front() : UnfinishedTraining();
    };
    const bool isThere = QTest::qWaitFor([&] { return !kept().epochs.isEmpty() && kept().epochs.back().epoch > epoch; }, 120'000);
    isKilled ? process.kill() : process.terminate();
    if (!isThere || !process.waitForFinished(60'000))
        return {};
    return kept();
}

void TestKill::aKilledTrainingGoesOn_data()
{
    QTest::addColumn<QByteArray>("spec");
    QTest::newRow("one series") << QByteArray(R"({"model": "gru", "measure": "revenue", "by": "total", "step": "day", "units": 4,
        "lookback": 7, "epochs": 100000, "patience": 0, "horizon": 7, "split": {"test": 14}})");
    QTest::newRow("many series") << QByteArray(R"({"model": "gru-global", "measure": "revenue", "by": "item", "step": "day", "series": "i7",
        "horizon": 7, "split": {"test": 14}, "global": {"units": 4, "epochs": 100000, "patience": 0, "windows": 100, "batch": 50, "members": 1}})");
}

// What is kept of its epochs is as new as its state, whenever it is killed.
void TestKill::aKilledTrainingGoesOn()
{
    QFETCH(QByteArray, spec);
    const QString workspace = path(QStringLiteral("whole.foretrail"));
    test::writeAll(path(QStringLiteral("endless.json")), spec);
    const UnfinishedTraining killed = trainUntilKept(workspace, {QStringLiteral("train"), workspace, QStringLiteral("--spec"),
                                                                 path(QStringLiteral("endless.json"))}, 0, true);
    QVERIFY(killed.id > 0);
    const auto trailOf = [&](qint64 id) {
        auto opened = Workspace::open(workspace, Workspace::Mode::ReadOnly);
        return opened ? UnfinishedTrainings(*opened).load(id).value_or(UnfinishedTraining()).trail : StoredTrail();
    };
    QCOMPARE(trailOf(killed.id).epochs.back().epoch, killed.epoch());
    const UnfinishedTraining further = trainUntilKept(workspace, {QStringLiteral("train"), workspace, QStringLiteral("--resume"),
                                                                  QString::number(killed.id)}, killed.epoch(), true);
    QCOMPARE(further.id, killed.id);
    QCOMPARE(trailOf(further.id).epochs.back().epoch, further.epoch());
    QCOMPARE(trailOf(further.id).epochs.front().epoch, 0);
    const UnfinishedTraining stopped = trainUntilKept(workspace, {QStringLiteral("train"), workspace, QStringLiteral("--resume"),
                                                                  QString::number(killed.id)}, further.epoch(), false);
    QCOMPARE(stopped.id, killed.id);
    QVERIFY(stopped.epochs.size() > further.epochs.size());
    for (qsizetype i = 0; i < further.epochs.size(); ++i)
        QCOMPARE(stopped.epochs[i].trainingLoss, further.epochs[i].trainingLoss);
    QVERIFY(trailOf(stopped.id).epochs.back().epoch >= stopped.epoch());
    auto opened = Workspace::open(workspace);
    VERIFY_RESULT(opened);
    VERIFY_RESULT(opened->checkIntegrity());
    VERIFY_RESULT(UnfinishedTrainings(*opened).remove(stopped.id));
    tellKills(2);
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    if (arguments.size() == 3 && changes.contains(arguments[1]))
        return changeHistory(arguments[1], arguments[2]);
    test::prepareApplication();
    TestKill test;
    const int failures = QTest::qExec(&test, argc, argv);
    return failures + test::unexpectedWarnings();
}
#include "tst_kill.moc"
