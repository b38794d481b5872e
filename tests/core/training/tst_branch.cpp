// Trainings that begin with the weights which a stored run had after an epoch.
#include "core/data/UnfinishedTrainings.h"
#include "core/models/TrainingControl.h"
#include "core/training/Branch.h"
#include "core/training/EpochTrail.h"
#include "core/training/Experiment.h"
#include "core/training/RunComparison.h"
#include "tests/core/training/DailyShop.h"
#include "tests/support/TestSupport.h"

using namespace foretrail;

class TestBranch : public QObject, private test::DailyShop {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        openShop();
        m_origin = stored(trainAndStore(*m_workspace, spec(), m_job));
    }
    void cleanup() { m_workspace.reset(); }

    // Its first weights, and so its first forecast and loss, are those of the origin then, to the last bit.
    void beginsWhereItsOriginWas()
    {
        const int epoch = epochWithoutMemory();
        const RunRecord run = stored(branchAndStore(*m_workspace, branchFrom(epoch), m_job));
        QCOMPARE(run.summary.name, m_origin.summary.name + QStringLiteral(", from epoch %1").arg(epoch));
        const std::optional<BranchOrigin> origin = originOf(run.summary);
        QVERIFY(origin);
        QCOMPARE(*origin, (BranchOrigin{m_origin.summary.id, m_origin.summary.name, epoch}));
        QVERIFY(!originOf(m_origin.summary));
        QVERIFY(weights(run, 0) == weights(m_origin, epoch));
        const JudgedEpoch first = trail(run).epochs().front(), then = trail(m_origin).epochs()[size_t(epoch)];
        QVERIFY(first.forecast == then.forecast);
        QCOMPARE(first.validationLoss, then.validationLoss);
        QCOMPARE(run.epochs.size(), 6);
        QCOMPARE(run.epochs.front().epoch, 1);
        // The optimiser begins anew, so what follows is not what the origin did.
        QVERIFY(weights(run, 1) != weights(m_origin, epoch + 1));
        QVERIFY(run.epochs.front().trainingLoss < m_origin.epochs.front().trainingLoss);
    }

    // From before the first epoch nothing is different but where the weights come from.
    void fromTheBeginningItRepeatsItsOrigin()
    {
        const RunRecord run = stored(branchAndStore(*m_workspace, branchFrom(0), m_job));
        QVERIFY(run.weights == m_origin.weights);
        QCOMPARE(run.outcome.value(u"future"), m_origin.outcome.value(u"future"));
    }

    // What the optimiser remembers is kept of the last epoch: a longer training would have gone the same way.
    void fromTheEndItGoesOn()
    {
        TrainingSpec longer = spec();
        longer.model.epochs = 9;
        const RunRecord whole = stored(trainAndStore(*m_workspace, longer, m_job));
        Branch branch = branchFrom(6);
        branch.spec.model.epochs = 3;
        const RunRecord run = stored(branchAndStore(*m_workspace, branch, m_job));
        for (int epoch = 0; epoch <= 3; ++epoch)
            QVERIFY(weights(run, epoch) == weights(whole, 6 + epoch));
        for (qsizetype i = 0; i < 3; ++i)
            QCOMPARE(run.epochs[i].trainingLoss, whole.epochs[6 + i].trainingLoss);
        branch.spec.model.optimiser = Optimiser::RmsProp; // which cannot take the memory of another one
        QVERIFY(weights(stored(branchAndStore(*m_workspace, branch, m_job)), 1) != weights(whole, 7));
    }

    void mayLearnOtherwise()
    {
        Branch branch = branchFrom(3);
        branch.spec.model.learningRate = 0.002;
        branch.spec.model.dropout = 0.3;
        branch.spec.model.batch = 8;
        branch.spec.model.epochs = 4;
        branch.spec.model.patience = 2;
        branch.spec.model.seed = 9;
        branch.spec.model.optimiser = Optimiser::Sgd;
        branch.spec.model.schedule = Schedule::Cosine;
        const RunRecord run = stored(branchAndStore(*m_workspace, branch, m_job));
        QVERIFY(run.epochs.size() <= 4);
        QCOMPARE(run.epochs.front().learningRate, 0.002);
        QCOMPARE(run.summary.seed, quint64(9));
        QVERIFY(weights(run, 0) == weights(m_origin, 3));
    }

    void keepsWhatItsWeightsNeed_data()
    {
        QTest::addColumn<QString>("setting");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("units") << QStringLiteral("units") << QJsonValue(7);
        QTest::newRow("layers") << QStringLiteral("layers") << QJsonValue(2);
        QTest::newRow("lookback") << QStringLiteral("lookback") << QJsonValue(11);
        QTest::newRow("inputs") << QStringLiteral("seasonInputs") << QJsonValue(false);
        QTest::newRow("model") << QStringLiteral("model") << QJsonValue(QStringLiteral("gru"));
        QTest::newRow("loss") << QStringLiteral("loss") << QJsonValue(QStringLiteral("mae"));
        QTest::newRow("horizon") << QStringLiteral("horizon") << QJsonValue(3);
        QTest::newRow("split") << QStringLiteral("split") << QJsonValue(QJsonObject{{QStringLiteral("test"), 9}});
    }

    void keepsWhatItsWeightsNeed()
    {
        QFETCH(QString, setting);
        QFETCH(QJsonValue, value);
        QJsonObject json = spec().toJson();
        json.insert(setting, value);
        Branch branch = branchFrom(2);
        branch.spec = TrainingSpec::fromJson(json).value();
        const auto run = branchAndStore(*m_workspace, branch, m_job);
        QVERIFY(!run);
        QCOMPARE(run.error().code, ErrorCode::InvalidInput);
        QVERIFY2(run.error().message.startsWith(setting + QStringLiteral(": ")), qPrintable(run.error().message));
        QCOMPARE(RunStore(*m_workspace).list()->size(), 1);
    }

    void refusesWhatIsNotKept()
    {
        const auto later = branchAndStore(*m_workspace, branchFrom(7), m_job);
        QCOMPARE(later.error().code, ErrorCode::NotFound);
        QVERIFY2(later.error().message.contains(QStringLiteral("0, 1, 2, 3, 4, 5, 6")), qPrintable(later.error().message));
        Branch unknown = branchFrom(1);
        unknown.run = RunId{99};
        QCOMPARE(branchAndStore(*m_workspace, unknown, m_job).error().code, ErrorCode::NotFound);
        VERIFY_RESULT(test::addDays(*m_workspace, 120, 121));
        const auto changed = branchAndStore(*m_workspace, branchFrom(1), m_job);
        QCOMPARE(changed.error().code, ErrorCode::InvalidInput);
        QVERIFY(changed.error().message.contains(QStringLiteral("The data has changed")));
    }

    // Also when the run that it branched from is gone: its own trail holds what it began with.
    void isReproduced()
    {
        const RunRecord run = stored(branchAndStore(*m_workspace, branchFrom(4), m_job));
        VERIFY_RESULT(RunStore(*m_workspace).remove(m_origin.summary.id));
        const RunRecord again = stored(trainAgainAndStore(*m_workspace, run.summary.id, m_job));
        QVERIFY(compareAgain(run, again).isSame);
        QCOMPARE(again.summary.name, run.summary.name + QStringLiteral(" · 2"));
        QCOMPARE(originOf(again.summary), originOf(run.summary));
        const RunRecord plain = stored(trainAndStore(*m_workspace, spec(), m_job));
        QVERIFY(!compareAgain(run, plain).isSame);
        QVERIFY(compareAgain(plain, stored(trainAgainAndStore(*m_workspace, plain.summary.id, m_job))).isSame);
    }

    // What was stopped goes on as the branch it was.
    void goesOnWhenItWasStopped_data()
    {
        QTest::addColumn<bool>("isFromTheEnd");
        QTest::newRow("with a memory") << true;
        QTest::newRow("without") << false;
    }

    void goesOnWhenItWasStopped()
    {
        QFETCH(bool, isFromTheEnd);
        const Branch branch = branchFrom(isFromTheEnd ? 6 : epochWithoutMemory());
        const RunRecord whole = stored(branchAndStore(*m_workspace, branch, m_job));
        TrainingControl control;
        JobContext job;
        const TrainingHooks hooks = test::stoppingAfter(3, control, job);
        QVERIFY(!branchAndStore(*m_workspace, branch, job, hooks));
        const UnfinishedTraining kept = UnfinishedTrainings(*m_workspace).list()->front();
        QCOMPARE(kept.name, whole.summary.name);
        const RunRecord run = stored(resumeAndStore(*m_workspace, kept.id, m_job));
        QVERIFY(run.weights == whole.weights);
        QCOMPARE(originOf(run.summary), originOf(whole.summary));
        QCOMPARE(run.summary.name, whole.summary.name + QStringLiteral(" · 2"));
        QVERIFY(compareAgain(run, stored(trainAgainAndStore(*m_workspace, run.summary.id, m_job))).isSame);
    }

private:
    static TrainingSpec spec()
    {
        TrainingSpec spec = test::dailySpec(QStringLiteral("lstm"), 6);
        spec.model.learningRate = 0.01;
        return spec;
    }
    Branch branchFrom(int epoch) const { return {m_origin.summary.id, epoch, TrainingSpec::fromJson(m_origin.summary.spec).value()}; }
    int epochWithoutMemory()
    {
        const EpochTrail kept = trail(m_origin);
        for (const JudgedEpoch &epoch : kept.epochs())
            if (!epoch.hasMemory)
                return epoch.epoch;
        return -1;
    }
    RunRecord stored(const Result<RunId> &run)
    {
        if (!run)
            qFatal("%s", qPrintable(run.error().message));
        return *RunStore(*m_workspace).load(*run);
    }
    EpochTrail trail(const RunRecord &run) { return trailOf(*m_workspace, run.summary.id).value(); }
    QByteArray weights(const RunRecord &run, int epoch) { return TrailStore(*m_workspace).weights(run.summary.id, epoch).value(); }

    RunRecord m_origin;
    JobContext m_job;
};

FORETRAIL_TEST_MAIN(TestBranch, QCoreApplication)
#include "tst_branch.moc"
