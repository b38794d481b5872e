#include "tests/core/data/EventBuilder.h"

#include "core/data/RunStore.h"
#include "core/data/sqlite/Connection.h"

#include <QJsonArray>

#include <cmath>
#include <limits>
#include <thread>

using namespace foretrail;
using namespace foretrail::test;

/// Runs come back as they were kept, and are there whole or not at all.
class RunStoreTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_workspace.reset(); }

    void aRunComesBackWhole();
    void aRunWithoutWeights();
    void newestFirst();
    void listsAgainWhatIsKnown();
    void renamesAndRemoves();
    void runsOfOneNameAreNumbered();
    void anUnknownRunNamesTheOthers();
    void aFullDiskKeepsNoHalfRun();
    void waitsForAnotherWriter();
    void stopsWaitingWhenCancelled();

private:
    static RunRecord sampleRun();
    JobContext m_job;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<Workspace> m_workspace;
};

void RunStoreTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    auto created = Workspace::create(m_folder->filePath(QStringLiteral("w.foretrail")));
    VERIFY_RESULT(created);
    m_workspace.emplace(std::move(*created));
}

RunRecord RunStoreTest::sampleRun()
{
    RunRecord run;
    run.summary.name = QStringLiteral("lstm · revenue · total");
    run.summary.model = QStringLiteral("lstm");
    run.summary.seriesKey = QStringLiteral("total");
    run.summary.seriesName = QStringLiteral("Total");
    run.summary.created = QDateTime(QDate(2024, 5, 6), QTime(7, 8, 9), Qt::UTC);
    run.summary.seed = std::numeric_limits<quint64>::max() - 5;
    run.summary.dataFingerprint = QStringLiteral("abc");
    run.summary.programVersion = QStringLiteral("0.1.0");
    run.summary.seconds = 12.5;
    run.summary.spec = {{QStringLiteral("lookback"), 30}};
    run.summary.metrics = {{QStringLiteral("MAE"), 0.1 + 0.2}};
    run.epochs = {{1, 0.5, 0.6, 0.1, false, 0.01, 2.5}, {2, 0.25, 0.3, 0.1, true, 0.005, 1.5}};
    run.modelState = {{QStringLiteral("layers"), 3}};
    run.weights = QByteArray("\0\1\2\0weights", 11);
    run.outcome = {{QStringLiteral("test"), QJsonArray{1.5, 2.5}}};
    return run;
}

void RunStoreTest::aRunComesBackWhole()
{
    RunStore store(*m_workspace);
    const RunRecord run = sampleRun();
    const auto id = store.add(run, m_job);
    VERIFY_RESULT(id);
    const auto loaded = store.load(*id);
    VERIFY_RESULT(loaded);
    QCOMPARE(loaded->summary.id, *id);
    QCOMPARE(loaded->summary.name, run.summary.name);
    QCOMPARE(loaded->summary.model + loaded->summary.seriesKey + loaded->summary.seriesName, QStringLiteral("lstmtotalTotal"));
    QCOMPARE(loaded->summary.created, run.summary.created);
    QCOMPARE(loaded->summary.seed, run.summary.seed);
    QCOMPARE(loaded->summary.dataFingerprint + loaded->summary.programVersion, QStringLiteral("abc0.1.0"));
    QCOMPARE(loaded->summary.seconds, 12.5);
    QCOMPARE(loaded->summary.spec, run.summary.spec);
    QCOMPARE(loaded->summary.metrics, run.summary.metrics);
    QCOMPARE(loaded->epochs, run.epochs);
    QCOMPARE(loaded->modelState, run.modelState);
    QCOMPARE(loaded->weights, run.weights);
    QCOMPARE(loaded->outcome, run.outcome);
}

void RunStoreTest::aRunWithoutWeights()
{
    RunStore store(*m_workspace);
    RunRecord run = sampleRun();
    run.weights.clear();
    run.epochs = {{1, missing, missing, 0.1, false}};
    const auto loaded = store.load(store.add(run, m_job).value());
    VERIFY_RESULT(loaded);
    QVERIFY(loaded->weights.isEmpty());
    QVERIFY(std::isnan(loaded->epochs.front().validationLoss));
}

void RunStoreTest::newestFirst()
{
    RunStore store(*m_workspace);
    QCOMPARE(store.list()->size(), 0);
    for (int day : {2, 9, 5}) {
        RunRecord run = sampleRun();
        run.summary.name = QString::number(day);
        run.summary.created = QDateTime(QDate(2024, 1, day), QTime(0, 0), Qt::UTC);
        VERIFY_RESULT(store.add(run, m_job));
    }
    const auto runs = store.list();
    VERIFY_RESULT(runs);
    QCOMPARE(runs->at(0).name + runs->at(1).name + runs->at(2).name, QStringLiteral("952"));
}

// Of a run that is known only its name and note are read; a new one under the id of a deleted one is another.
void RunStoreTest::listsAgainWhatIsKnown()
{
    RunStore store(*m_workspace);
    RunRecord run = sampleRun();
    const RunId first = *store.add(run, m_job);
    run.summary.created = run.summary.created.addSecs(60);
    const RunId second = *store.add(run, m_job);
    QList<RunSummary> known = *store.list();
    QCOMPARE(known.size(), 2);
    known[1].model = QStringLiteral("not read again");
    VERIFY_RESULT(store.setNote(first, QStringLiteral("a note")));
    VERIFY_RESULT(store.rename(first, QStringLiteral("a name")));
    VERIFY_RESULT(store.remove(second));
    run.summary.created = run.summary.created.addSecs(60);
    run.summary.model = QStringLiteral("gru");
    QCOMPARE(*store.add(run, m_job), second);
    const auto again = store.list(known);
    VERIFY_RESULT(again);
    QCOMPARE(again->size(), 2);
    QCOMPARE(again->front().id, second);
    QCOMPARE(again->front().model, QStringLiteral("gru"));
    QCOMPARE(again->back().model, QStringLiteral("not read again"));
    QCOMPARE(again->back().note, QStringLiteral("a note"));
    QCOMPARE(again->back().name, QStringLiteral("a name"));
}

void RunStoreTest::renamesAndRemoves()
{
    RunStore store(*m_workspace);
    const RunId id = store.add(sampleRun(), m_job).value();
    VERIFY_RESULT(store.rename(id, QStringLiteral("The good one")));
    QCOMPARE(store.load(id)->summary.name, QStringLiteral("The good one"));
    VERIFY_RESULT(store.remove(id));
    QCOMPARE(m_workspace->connection().integer("SELECT count(*) FROM run_epochs"), qint64(0));
    QCOMPARE(store.remove(id).error().code, ErrorCode::NotFound);
    QCOMPARE(store.rename(id, QStringLiteral("x")).error().code, ErrorCode::NotFound);
}

void RunStoreTest::runsOfOneNameAreNumbered()
{
    RunStore store(*m_workspace);
    const QString name = sampleRun().summary.name;
    QStringList names;
    for (int i = 0; i < 3; ++i) {
        const auto id = store.add(sampleRun(), m_job);
        VERIFY_RESULT(id);
        names += store.load(*id)->summary.name;
    }
    QCOMPARE(names, (QStringList{name, name + QStringLiteral(" · 2"), name + QStringLiteral(" · 3")}));
    RunRecord longer = sampleRun();
    longer.summary.name += QStringLiteral(" sold");
    QCOMPARE(store.load(*store.add(longer, m_job))->summary.name, name + QStringLiteral(" sold"));
}

void RunStoreTest::anUnknownRunNamesTheOthers()
{
    RunStore store(*m_workspace);
    QVERIFY(store.load({7}).error().message.contains(QStringLiteral("Train")));
    const RunId id = store.add(sampleRun(), m_job).value();
    const auto loaded = store.load({id.value + 40});
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().code, ErrorCode::NotFound);
    QVERIFY(loaded.error().message.contains(QString::number(id.value)));
}

void RunStoreTest::aFullDiskKeepsNoHalfRun()
{
    Connection &connection = m_workspace->connection();
    connection.execute(("PRAGMA max_page_count = " + std::to_string(connection.integer("PRAGMA page_count") + 10)).c_str());
    RunStore store(*m_workspace);
    RunRecord run = sampleRun();
    run.weights = QByteArray(1'000'000, 'w');
    const auto added = store.add(run, m_job);
    QVERIFY(!added);
    QCOMPARE(added.error().code, ErrorCode::DiskFull);
    QCOMPARE(store.list()->size(), 0);
    VERIFY_RESULT(m_workspace->checkIntegrity());
}

// Whichever comes first, the other writer's end or the wait: the run is kept.
void RunStoreTest::waitsForAnotherWriter()
{
    Connection writer(m_workspace->path(), Connection::Access::ReadWrite);
    auto writing = std::make_unique<WriteTransaction>(writer);
    writer.execute("INSERT INTO settings VALUES ('a', 'b')");
    Result<RunId> added = fail(Error::cancelled());
    std::thread waiting([&] {
        auto workspace = Workspace::open(m_workspace->path());
        if (workspace)
            added = RunStore(*workspace).add(sampleRun(), m_job);
    });
    writing->commit();
    writing.reset();
    waiting.join();
    VERIFY_RESULT(added);
    QCOMPARE(RunStore(*m_workspace).list()->size(), 1);
}

void RunStoreTest::stopsWaitingWhenCancelled()
{
    Connection writer(m_workspace->path(), Connection::Access::ReadWrite);
    WriteTransaction writing(writer);
    writer.execute("INSERT INTO settings VALUES ('a', 'b')");
    JobContext job;
    Result<RunId> added = RunId{};
    std::thread waiting([&] { added = RunStore(*m_workspace).add(sampleRun(), job); });
    job.requestStop();
    waiting.join();
    QVERIFY(!added && added.error().isCancelled());
}

FORETRAIL_TEST_MAIN(RunStoreTest, QCoreApplication)
#include "tst_runstore.moc"
