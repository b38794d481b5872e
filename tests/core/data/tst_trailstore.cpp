// The epochs of stored runs: written with their runs, read without what is large, gone with their runs.
#include "core/data/Migrations.h"
#include "core/data/RunStore.h"
#include "core/data/UnfinishedTrainings.h"
#include "core/data/sqlite/Connection.h"
#include "tests/support/TestSupport.h"

#include <cmath>

using namespace foretrail;

class TestTrailStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_workspace.emplace(Workspace::create(m_folder->filePath(QStringLiteral("w.foretrail"))).value());
    }
    void cleanup() { m_workspace.reset(); }

    void comesBackWithoutWeights()
    {
        const RunId run = added(QStringLiteral("one"));
        const auto trail = TrailStore(*m_workspace).load(run);
        VERIFY_RESULT(trail);
        const StoredTrail before = sampleTrail();
        QCOMPARE(trail->part, before.part);
        QCOMPARE(trail->windows, before.windows);
        QCOMPARE(trail->epochs.size(), 3);
        for (qsizetype i = 0; i < 3; ++i) {
            QCOMPARE(trail->epochs[i].epoch, before.epochs[i].epoch);
            QCOMPARE(trail->epochs[i].isBest, before.epochs[i].isBest);
            QCOMPARE(trail->epochs[i].forecast, before.epochs[i].forecast);
            QCOMPARE(trail->epochs[i].validationLoss, before.epochs[i].validationLoss);
            QVERIFY(trail->epochs[i].weights.isEmpty() && trail->epochs[i].memory.isEmpty());
            QCOMPARE(trail->epochs[i].hasMemory, i == 0);
        }
        QVERIFY(std::isnan(trail->epochs[0].trainingLoss));
        QVERIFY(RunStore(*m_workspace).load(run)->trail.isEmpty()); // a run is read without it
    }

    void givesTheWeightsOfAnEpoch()
    {
        const RunId run = added(QStringLiteral("one"));
        TrailStore store(*m_workspace);
        QCOMPARE(store.weights(run, 4).value(), QByteArray("four\0!", 6));
        const auto tooLarge = store.weights(run, 2);
        QCOMPARE(tooLarge.error().code, ErrorCode::NotFound);
        QVERIFY2(tooLarge.error().message.contains(QStringLiteral("0, 4")), qPrintable(tooLarge.error().message));
        QCOMPARE(store.memory(run, 0).value(), QByteArray("memory"));
        QCOMPARE(store.memory(run, 4).value(), QByteArray());
        QCOMPARE(store.weights(RunId{77}, 0).error().code, ErrorCode::NotFound);
        QVERIFY(store.load(RunId{77})->isEmpty());
    }

    void goesWithItsRun()
    {
        const RunId first = added(QStringLiteral("one"));
        const RunId second = added(QStringLiteral("two"));
        QCOMPARE(rows("run_trail_epochs"), 6);
        VERIFY_RESULT(RunStore(*m_workspace).remove(first));
        QCOMPARE(rows("run_trails"), 1);
        QCOMPARE(rows("run_trail_epochs"), 3);
        QVERIFY(TrailStore(*m_workspace).load(first)->isEmpty());
        QCOMPARE(TrailStore(*m_workspace).load(second)->epochs.size(), 3);
    }

    // A workspace as it was before there were trails, with a training that was stopped.
    void anOlderWorkspaceIsBroughtUpToDate()
    {
        const QString path = m_folder->filePath(QStringLiteral("old.foretrail"));
        {
            Connection old(path, Connection::Access::Create);
            old.execute(("PRAGMA application_id = " + std::to_string(workspaceApplicationId)).c_str());
            for (const MigrationScript &script : migrationScripts()) {
                if (std::string_view(script.sql).find("CREATE TABLE run_trails") != std::string_view::npos)
                    break;
                old.execute(script.sql);
                old.execute(("PRAGMA user_version = " + std::to_string(script.version)).c_str());
            }
            old.execute("INSERT INTO unfinished_trainings VALUES (3, 'gru', '{}', 'abc', 0, '[]', x'00')");
        }
        m_workspace.emplace(Workspace::open(path).value());
        const auto kept = UnfinishedTrainings(*m_workspace).list();
        VERIFY_RESULT(kept);
        QVERIFY(kept->size() == 1 && kept->front().origin.isEmpty());
        QCOMPARE(TrailStore(*m_workspace).load(added(QStringLiteral("new")))->epochs.size(), 3);
    }

    void aStoppedTrainingKeepsItsOrigin()
    {
        UnfinishedTraining training;
        training.name = QStringLiteral("gru, from epoch 3");
        training.origin = {{QStringLiteral("run"), 5}, {QStringLiteral("epoch"), 3}};
        training.state = "x";
        const auto id = UnfinishedTrainings(*m_workspace).keep(training);
        VERIFY_RESULT(id);
        QCOMPARE(UnfinishedTrainings(*m_workspace).load(*id)->origin, training.origin);
        QCOMPARE(UnfinishedTrainings(*m_workspace).load(*id)->state, training.state);
        QCOMPARE(UnfinishedTrainings(*m_workspace).list()->front().origin, training.origin);
    }

    void aStoppedTrainingKeepsItsTrail()
    {
        UnfinishedTrainings store(*m_workspace);
        UnfinishedTraining training;
        training.name = QStringLiteral("gru");
        training.state = "x";
        training.id = store.keep(training).value();
        QVERIFY(store.load(training.id)->trail.isEmpty());
        VERIFY_RESULT(store.keepTrail(training.id, sampleTrail()));
        training.state = "y";
        VERIFY_RESULT(store.keep(training));
        const StoredTrail kept = store.load(training.id)->trail, before = sampleTrail();
        QCOMPARE(kept.part, before.part);
        QCOMPARE(kept.windows, before.windows);
        QCOMPARE(kept.epochs.size(), 3);
        for (qsizetype i = 0; i < 3; ++i) {
            QCOMPARE(kept.epochs[i].epoch, before.epochs[i].epoch);
            QCOMPARE(kept.epochs[i].isBest, before.epochs[i].isBest);
            QCOMPARE(kept.epochs[i].forecast, before.epochs[i].forecast);
            QCOMPARE(kept.epochs[i].weights, before.epochs[i].weights);
            QCOMPARE(kept.epochs[i].memory, before.epochs[i].memory);
            QCOMPARE(kept.epochs[i].hasMemory, before.epochs[i].hasMemory);
            QCOMPARE(kept.epochs[i].validationLoss, before.epochs[i].validationLoss);
        }
        QVERIFY(std::isnan(kept.epochs[0].trainingLoss));
        QVERIFY(unpackedTrail("no trail").isEmpty());
        QVERIFY(unpackedTrail(packedTrail(before).chopped(20)).isEmpty());
    }

    // Of what is known it reads numbers alone; what left the trail, and memories that it forgot, go.
    void aTrailGrows()
    {
        UnfinishedTrainings store(*m_workspace);
        UnfinishedTraining training;
        training.name = QStringLiteral("gru");
        training.state = "x";
        training.trail = sampleTrail();
        training.id = store.keepWithTrail(training).value();
        const StoredTrail before = store.load(training.id)->trail;
        training.state = "y";
        training.trail.part = {};
        training.trail.windows.clear();
        training.trail.epochs = {{0, missing, missing, false, {}, {}, {}, false}, {5, 0.2, 0.3, true, {4, 5, 6}, "five", "memory of five", true}};
        const int last = before.epochs.back().epoch;
        QVERIFY(last < 5);
        VERIFY_RESULT(store.keepWithTrail(training, last));
        const UnfinishedTraining after = store.load(training.id).value();
        QCOMPARE(after.state, QByteArray("y"));
        QCOMPARE(after.trail.part, before.part);
        QCOMPARE(after.trail.windows, before.windows);
        QCOMPARE(after.trail.epochs.size(), 2);
        QCOMPARE(after.trail.epochs[0].weights, before.epochs[0].weights);
        QCOMPARE(after.trail.epochs[0].forecast, before.epochs[0].forecast);
        QVERIFY(before.epochs[0].hasMemory && !after.trail.epochs[0].hasMemory);
        QCOMPARE(after.trail.epochs[1].memory, QByteArray("memory of five"));
        // A training that goes on writes all of it anew: what an earlier one had behind its state is gone.
        training.trail = before;
        VERIFY_RESULT(store.keepTrail(training.id, before));
        QCOMPARE(store.load(training.id)->trail.epochs.size(), before.epochs.size());
        QCOMPARE(store.load(training.id)->trail.epochs[0].memory, before.epochs[0].memory);
        VERIFY_RESULT(store.remove(training.id));
        QCOMPARE(rows("unfinished_trail_epochs"), 0);
    }

    // As a program before these rows kept it.
    void anOlderTrailIsRead()
    {
        UnfinishedTrainings store(*m_workspace);
        UnfinishedTraining training;
        training.state = "x";
        training.id = store.keep(training).value();
        {
            Connection connection(m_workspace->path(), Connection::Access::ReadWrite);
            Statement old = connection.prepare("UPDATE unfinished_trainings SET trail = ?");
            old.bind(1, packedTrail(sampleTrail()));
            old.run();
        }
        QCOMPARE(store.load(training.id)->trail.epochs.size(), sampleTrail().epochs.size());
        VERIFY_RESULT(store.keepTrail(training.id, store.load(training.id)->trail));
        QCOMPARE(store.load(training.id)->trail.epochs.size(), sampleTrail().epochs.size());
        QCOMPARE(store.load(training.id)->trail.epochs[0].weights, QByteArray("zero"));
    }

private:
    static StoredTrail sampleTrail()
    {
        StoredTrail trail;
        trail.part = {{QStringLiteral("actual"), QJsonArray{1.5, QJsonValue(), 2}}};
        trail.windows = QByteArray("win\0dows", 8);
        trail.epochs = {{0, missing, 0.9, false, {0.1, QJsonValue(), 0.1 + 0.2}, "zero", "memory", true}, {2, 0.5, 0.4, true, {1, 2, 3}, {}, {}, false},
                        {4, 0.25, 0.41, false, {4, 5, 6}, QByteArray("four\0!", 6), {}, false}};
        return trail;
    }
    RunId added(const QString &name)
    {
        RunRecord run;
        run.summary.name = run.summary.model = run.summary.seriesKey = run.summary.seriesName = name;
        run.summary.dataFingerprint = run.summary.programVersion = QStringLiteral("x");
        run.trail = sampleTrail();
        JobContext job;
        return RunStore(*m_workspace).add(run, job).value();
    }
    int rows(const std::string &table) { return int(m_workspace->connection().integer("SELECT count(*) FROM " + table)); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<Workspace> m_workspace;
};

FORETRAIL_TEST_MAIN(TestTrailStore, QCoreApplication)
#include "tst_trailstore.moc"
