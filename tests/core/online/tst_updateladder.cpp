// Models of stored runs that follow their data: published, refused, undone, killed in between.
#include "core/models/InnerState.h"
#include "core/neural/engine/NeuralEngines.h"
#include "core/online/UpdateLadder.h"
#include "core/training/FineTune.h"
#include "core/training/OutcomeJson.h"
#include "core/training/ReopenedRun.h"
#include "tests/core/online/ShiftedShop.h"

#include <QJsonDocument>
#include <QProcess>

#include <csignal>

using namespace foretrail;
using test::addValues;
using test::dayAt;
using test::shiftedAt;

namespace {

constexpr auto childArgument = "--update-until-killed";
constexpr int allDays = 240;

/// What a rung says is made worse on purpose: the mean of the autoregression lies `by` higher.
class Spoilt : public Rung {
public:
    explicit Spoilt(double by) : m_by(by) {}
    QString name() const override { return QStringLiteral("rls"); }
    Result<LadderStep> climbed(const UpdateTask &task, qint64, JobContext &) const override
    {
        LadderStep step{task.current, QStringLiteral("Spoilt."), {}};
        QJsonObject state = innerState(step.model.saved.state);
        state[QStringLiteral("mean")] = state[QStringLiteral("mean")].toDouble() + m_by;
        step.model.saved.state = withInnerState(step.model.saved.state, state);
        return step;
    }

private:
    const double m_by;
};

/// Learns as asked; once it has learnt from everything, the program is killed.
class Deadly : public Rung {
public:
    QString name() const override { return QStringLiteral("rls"); }
    Result<LadderStep> climbed(const UpdateTask &task, qint64 heldBack, JobContext &job) const override
    {
        Result<LadderStep> step = makeRung(RungKind::Rls)->climbed(task, heldBack, job);
        if (step && heldBack == 0)
            std::raise(SIGKILL);
        return step;
    }
};

int updateUntilKilled(const QString &path, qint64 run)
{
    auto workspace = Workspace::open(path);
    JobContext job;
    if (workspace)
        Q_UNUSED(updateRun(*workspace, UpdateRequest{RunId{run}, {}, 0, {}, {}}, Deadly(), job).has_value());
    return 1;
}

} // namespace

class TestUpdateLadder : public QObject, private test::ShiftedShop {
    Q_OBJECT
private Q_SLOTS:
    void init() { openShop(); }
    void cleanup() { m_workspace.reset(); }

    void followsAShift_data()
    {
        QTest::addColumn<QString>("rung");
        QTest::newRow("rls") << QStringLiteral("rls");
        QTest::newRow("refit") << QStringLiteral("refit");
    }
    // The level rises on the first day behind the training: both come closer on the last block, and what the run forecasts follows.
    void followsAShift()
    {
        QFETCH(QString, rung);
        const RunId run = trainedBeforeAShift(60);
        const auto report = update(run, rung);
        VERIFY_RESULT(report);
        QCOMPARE(report->rung, rung);
        QCOMPARE(report->block.steps, 14);
        QVERIFY(report->block.isUnseen);
        QVERIFY2(report->isPublished && report->errorAfter < 0.8 * report->errorBefore, qPrintable(report->sentence()));
        QVERIFY(report->sentence().contains(rung) && report->sentence().contains(report->change));
        QCOMPARE(report->version, 1);
        const auto reopened = reopenRun(*m_workspace, run, m_job);
        VERIFY_RESULT(reopened);
        QCOMPARE(reopened->version, 1);
        QCOMPARE(bytes(reopened->future), bytes(report->now.forecast));
        QCOMPARE(report->now.start, reopened->history.timeAt(reopened->history.size()));
        double after = 0, before = 0;
        for (int h = 0; h < 14; ++h) {
            const double truth = shiftedAt(trainedDays, 60)(allDays + h);
            after += std::abs(reopened->future.mean[size_t(h)] - truth);
            before += std::abs(m_rolled.mean[size_t(h)] - truth);
        }
        QVERIFY2(after < 0.8 * before, qPrintable(QStringLiteral("%1, %2").arg(after).arg(before)));
    }

    // The forecast as it was trained stays readable, and comes back byte for byte.
    void undoPutsTheOldOneBack()
    {
        const RunId run = trainedBeforeAShift(60);
        const QByteArray before = forecast(run);
        const auto trained = previousForecast(*m_workspace, run);
        VERIFY_RESULT(trained);
        const auto report = update(run, QStringLiteral("rls"));
        VERIFY_RESULT(report);
        const QByteArray after = forecast(run);
        QVERIFY(after != before);
        const auto ghost = previousForecast(*m_workspace, run);
        VERIFY_RESULT(ghost);
        QCOMPARE(bytes(ghost->forecast), bytes(trained->forecast));
        QCOMPARE(ghost->start, dayAt(trainedDays));
        QCOMPARE(VersionStore(*m_workspace).undo(run, m_job).value(), 0);
        QCOMPARE(forecast(run), before);
        VERIFY_RESULT(VersionStore(*m_workspace).restore(run, 1, m_job));
        QCOMPARE(forecast(run), after);
    }

    void aWorseOneIsRefused()
    {
        const RunId run = trainedBeforeAShift(0);
        const QByteArray before = forecast(run);
        const auto report = updateRun(*m_workspace, UpdateRequest{run, {}, 0, {}, {}}, Spoilt(200), m_job);
        VERIFY_RESULT(report);
        QVERIFY2(!report->isPublished && report->errorAfter > 1.01 * report->errorBefore, qPrintable(report->sentence()));
        QVERIFY(report->sentence().contains(QStringLiteral("refused")));
        QCOMPARE(forecast(run), before);
        const QList<RunVersion> versions = VersionStore(*m_workspace).list(run).value();
        QCOMPARE(versions.size(), 1);
        QVERIFY(!versions.front().isPublished && !versions.front().isCurrent);
        QCOMPARE(versions.front().errorBefore, report->errorBefore);
        QCOMPARE(versions.front().errorAfter, report->errorAfter);
    }

    void threeAreKept()
    {
        const RunId run = trainedBeforeAShift(0);
        QList<QByteArray> said;
        for (int i = 0; i < 4; ++i) {
            const auto report = updateRun(*m_workspace, UpdateRequest{run, {}, 0, {}, {}}, Spoilt(1e-9), m_job);
            VERIFY_RESULT(report);
            QVERIFY2(report->isPublished, qPrintable(report->sentence()));
            said.append(forecast(run));
        }
        const QList<RunVersion> versions = VersionStore(*m_workspace).list(run).value();
        QCOMPARE(versions.size(), 3);
        QCOMPARE(versions.back().number, 2);
        for (const int number : {2, 3, 4}) {
            VERIFY_RESULT(VersionStore(*m_workspace).restore(run, number, m_job));
            QCOMPARE(forecast(run), said[number - 1]);
        }
        QVERIFY(!VersionStore(*m_workspace).restore(run, 1, m_job));
    }

    void killedBetweenTrainingAndPublishing()
    {
        const RunId run = trainedBeforeAShift(60);
        const QByteArray before = forecast(run);
        m_workspace.reset();
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(), {QString::fromLatin1(childArgument), path(), QString::number(run.value)});
        QVERIFY(child.waitForFinished(60'000));
        QCOMPARE(child.exitStatus(), QProcess::CrashExit);
        m_workspace.emplace(Workspace::open(path()).value());
        QVERIFY(VersionStore(*m_workspace).list(run)->isEmpty());
        QCOMPARE(forecast(run), before);
        QVERIFY(update(run, QStringLiteral("rls"))->isPublished); // and nothing is in the way of the next
        qInfo("%d kills", 1);
    }

    // By the score alone: stable, drift, drift that stays.
    void climbsByTheScore()
    {
        const RunId run = trainedBeforeAShift(60);
        const auto stable = update(run, {}, 0.1);
        VERIFY_RESULT(stable);
        QCOMPARE(stable->rung, QStringLiteral("roll"));
        QCOMPARE(stable->version, 0);
        QCOMPARE(bytes(stable->now.forecast), forecast(run));
        QCOMPARE(stable->before.start, dayAt(trainedDays));
        const auto drift = update(run, {}, 1.4);
        VERIFY_RESULT(drift);
        QCOMPARE(drift->rung, QStringLiteral("rls"));
        QVERIFY2(drift->why.contains(QStringLiteral("level")), qPrintable(drift->why));
        QCOMPARE(update(run, {}, 1.4)->rung, QStringLiteral("roll")); // nothing is new
        VERIFY_RESULT(addValues(*m_workspace, allDays, allDays + 5, shiftedAt(trainedDays, 60)));
        const auto stayed = update(run, {}, 1.4);
        VERIFY_RESULT(stayed);
        QCOMPARE(stayed->rung, QStringLiteral("refit"));
        QCOMPARE(stayed->block.steps, 2); // half of what is new
    }

    // One step after another: the recursion goes on where it was.
    void eachClosedStep()
    {
        const RunId run = trainedBeforeAShift(0);
        qint64 fresh = allDays - trainedDays; // steps that no published version has learnt from
        for (int day = allDays; day < allDays + 6; ++day) {
            const auto report = update(run, QStringLiteral("rls"));
            VERIFY_RESULT(report);
            QCOMPARE(report->block.isUnseen, fresh >= 2);
            QCOMPARE(report->isPublished, report->errorAfter <= 1.01 * report->errorBefore);
            if (report->isPublished) {
                QCOMPARE(report->numbers[QStringLiteral("newSteps")].toInteger(), fresh);
                QCOMPARE(update(run, QStringLiteral("rls")).error().code, ErrorCode::TooShort); // nothing is new
                fresh = 0;
            }
            VERIFY_RESULT(addValues(*m_workspace, day, day + 1, shiftedAt(trainedDays, 0)));
            ++fresh;
        }
    }

    // The day that has just begun is no observation.
    void leavesOutADayThatIsNotOver()
    {
        const RunId run = trainedBeforeAShift(60);
        const auto whole = update(run, QStringLiteral("roll"));
        VERIFY_RESULT(whole);
        VERIFY_RESULT(addValues(*m_workspace, allDays, allDays + 1, [](int) { return 1.0; }));
        UpdateRequest request{run, RungKind::Roll, 0, {}, {}};
        request.until = whole->now.start;
        const auto closed = updateRun(*m_workspace, request, m_job);
        VERIFY_RESULT(closed);
        QCOMPARE(closed->now.start, whole->now.start);
        QCOMPARE(bytes(closed->now.forecast), bytes(whole->now.forecast));
        request.until.reset();
        const auto open = updateRun(*m_workspace, request, m_job);
        VERIFY_RESULT(open);
        QVERIFY(open->now.start > whole->now.start);
    }

    void saysWhatIsNotForAModel()
    {
        const RunId run = trainedBeforeAShift(0);
        QCOMPARE(update(run, QStringLiteral("fine-tune")).error().code, ErrorCode::Unsupported);
        QCOMPARE(update(RunId{99}, QStringLiteral("rls")).error().code, ErrorCode::NotFound);
        VERIFY_RESULT(update(run, QStringLiteral("rls")));
        VERIFY_RESULT(RunStore(*m_workspace).remove(run));
        QVERIFY(VersionStore(*m_workspace).list(run)->isEmpty());
    }

    // The loss on the new windows falls, scales stay, and the same seed gives the same weights.
    void fineTuningLowersTheLoss()
    {
        if (!neuralEngine())
            QSKIP("the neural module is not built");
        const RunId run = trainedBeforeAShift(40, QStringLiteral("lstm"));
        const auto task = UpdateTask::read(*m_workspace, run, m_job);
        VERIFY_RESULT(task);
        const auto prepared = task->prepared(task->current.boundary, 0, m_job);
        VERIFY_RESULT(prepared);
        FineTuning tuning;
        tuning.known = prepared->series().axis.indexOf(task->current.seenUntil);
        const auto one = fineTuned(task->spec.model, task->current.saved, *prepared, tuning, m_job);
        VERIFY_RESULT(one);
        QCOMPARE(one->newWindows, allDays - trainedDays + 7); // the test part was not learnt from
        QCOMPARE(one->oldWindows, one->newWindows);
        QVERIFY2(one->lossAfter < one->lossBefore, qPrintable(QStringLiteral("%1, %2").arg(one->lossBefore).arg(one->lossAfter)));
        for (const char *scale : {"low", "range", "windowScale"})
            QCOMPARE(one->saved.state[QLatin1String(scale)], task->current.saved.state[QLatin1String(scale)]);
        const auto other = fineTuned(task->spec.model, task->current.saved, *prepared, tuning, m_job);
        VERIFY_RESULT(other);
        QVERIFY(one->saved.weights == other->saved.weights && one->saved.state == other->saved.state);
        QVERIFY(one->saved.weights != task->current.saved.weights);
        const auto report = update(run, QStringLiteral("fine-tune"));
        VERIFY_RESULT(report);
        QVERIFY2(report->isPublished && report->errorAfter <= report->errorBefore, qPrintable(report->sentence()));
        QVERIFY(VersionStore(*m_workspace).load(run, 1)->weights == one->saved.weights);
        QCOMPARE(bytes(reopenRun(*m_workspace, run, m_job)->future), bytes(report->now.forecast));
    }

private:
    static QByteArray bytes(const Forecast &forecast) { return QJsonDocument(forecastToJson(forecast)).toJson(); }
    QByteArray forecast(RunId run) { return bytes(reopenRun(*m_workspace, run, m_job)->future); }

    /// Trained on the days before, with forty more behind.
    RunId trainedBeforeAShift(double by, const QString &model = QStringLiteral("ar"))
    {
        const RunId run = trained(by, allDays, model);
        if (run.isValid())
            m_rolled = reopenRun(*m_workspace, run, m_job)->future;
        return run;
    }

    Result<UpdateReport> update(RunId run, const QString &rung, double score = 0)
    {
        UpdateRequest request{run, {}, score, QStringLiteral("level up since 22 July."), {}};
        if (!rung.isEmpty())
            request.rung = rungFromName(rung).value();
        return updateRun(*m_workspace, request, m_job);
    }

    Forecast m_rolled; ///< by the model as it was trained, from the data of now
};

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    if (argc == 4 && QLatin1String(argv[1]) == QLatin1String(childArgument))
        return updateUntilKilled(QString::fromLocal8Bit(argv[2]), QString::fromLatin1(argv[3]).toLongLong());
    test::prepareApplication();
    TestUpdateLadder test;
    const int failures = QTest::qExec(&test, argc, argv);
    return failures + test::unexpectedWarnings();
}

#include "tst_updateladder.moc"
