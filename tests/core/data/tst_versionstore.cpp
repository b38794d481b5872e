// Versions of the model of a stored run: published, refused, undone, restored, dropped.
#include "core/data/VersionStore.h"
#include "core/data/sqlite/Connection.h"
#include "tests/support/TestSupport.h"

#include <QTemporaryDir>

using namespace foretrail;

class TestVersionStore : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_workspace.emplace(Workspace::create(m_folder->filePath(QStringLiteral("w.foretrail"))).value());
        m_run = added(QStringLiteral("one"));
    }
    void cleanup() { m_workspace.reset(); }

    void comesBackAsItWas()
    {
        QVERIFY(!store().current(m_run).value());
        const StoredVersion before = version(0);
        QCOMPARE(store().add(m_run, before, m_job).value(), 1);
        const auto after = store().current(m_run);
        VERIFY_RESULT(after);
        QVERIFY(*after);
        RunVersion expected = before.facts;
        expected.number = 1;
        expected.isCurrent = true;
        QVERIFY((*after)->facts == expected);
        QCOMPARE((*after)->forecast, before.forecast);
        QCOMPARE((*after)->modelState, before.modelState);
        QCOMPARE((*after)->weights, before.weights);
        QVERIFY(store().list(m_run).value() == QList<RunVersion>{expected});
    }

    void refusedOnesLeaveTheirNumbersAlone()
    {
        publish(0);
        StoredVersion refused = version(1);
        refused.facts.isPublished = false;
        QCOMPARE(store().add(m_run, refused, m_job).value(), 2);
        QCOMPARE((*store().current(m_run))->facts.number, 1);
        const QList<RunVersion> all = store().list(m_run).value();
        QCOMPARE(all.size(), 2);
        QCOMPARE(all.front().errorAfter, refused.facts.errorAfter);
        QCOMPARE(store().load(m_run, 2).error().code, ErrorCode::NotFound);
        QCOMPARE(store().restore(m_run, 2, m_job).error().code, ErrorCode::NotFound);
        QCOMPARE((*store().current(m_run))->facts.number, 1); // rolled back
        QCOMPARE(rows("model_state IS NULL AND weights IS NULL"), 1);
        for (int i = 0; i < 25; ++i)
            VERIFY_RESULT(store().add(m_run, refused, m_job));
        QCOMPARE(rows("is_published = 0"), VersionStore::mostRefused);
        QCOMPARE(rows("is_published = 1"), 1);
    }

    void theFourthDropsTheOldest()
    {
        for (int i = 0; i < 4; ++i)
            publish(i);
        QCOMPARE(numbers(), (QList<int>{4, 3, 2}));
        const auto dropped = store().load(m_run, 1);
        QCOMPARE(dropped.error().code, ErrorCode::NotFound);
        QVERIFY2(dropped.error().message.contains(QStringLiteral("0, 2, 3, 4")), qPrintable(dropped.error().message));
        QCOMPARE(store().undo(m_run, m_job).value(), 3);
        QCOMPARE(store().undo(m_run, m_job).value(), 2);
        QCOMPARE(store().undo(m_run, m_job).error().code, ErrorCode::NotFound); // 1 is gone
        QCOMPARE((*store().current(m_run))->facts.number, 2);
        publish(2); // in place of an old one: what can be undone stays
        QCOMPARE(numbers(), (QList<int>{5, 4, 2}));
        QCOMPARE(store().undo(m_run, m_job).value(), 2);
    }

    void undoAndRestore()
    {
        QCOMPARE(store().undo(m_run, m_job).error().code, ErrorCode::NotFound);
        publish(0);
        publish(1);
        QCOMPARE(store().undo(m_run, m_job).value(), 1);
        QCOMPARE(store().undo(m_run, m_job).value(), 0);
        QVERIFY(!store().current(m_run).value());
        VERIFY_RESULT(store().restore(m_run, 2, m_job));
        QCOMPARE((*store().current(m_run))->facts.number, 2);
        VERIFY_RESULT(store().restore(m_run, 0, m_job));
        QVERIFY(!store().current(m_run).value());
        QCOMPARE(store().restore(m_run, 7, m_job).error().code, ErrorCode::NotFound);
        QCOMPARE(store().add(m_run, version(2), m_job).error().code, ErrorCode::InvalidInput); // 0 forecasts by now
        QCOMPARE(store().add(RunId{99}, version(0), m_job).error().code, ErrorCode::NotFound);
        QCOMPARE(store().undo(RunId{99}, m_job).error().code, ErrorCode::NotFound);
    }

    void goesWithItsRun()
    {
        const RunId other = added(QStringLiteral("two"));
        publish(0);
        VERIFY_RESULT(store().add(other, version(0), m_job));
        VERIFY_RESULT(RunStore(*m_workspace).remove(m_run));
        QCOMPARE(rows("1"), 1);
        QVERIFY(store().current(other).value());
    }

    // What fails in the middle of the transaction leaves the version before.
    void wholeOrNotAtAll()
    {
        publish(0);
        m_workspace->connection().execute("CREATE TEMP TRIGGER t AFTER UPDATE OF is_current ON run_versions WHEN new.is_current = 1 "
                                          "BEGIN SELECT RAISE(ABORT, 'power is gone'); END");
        QVERIFY(!store().add(m_run, version(1), m_job));
        QVERIFY(!store().restore(m_run, 1, m_job));
        m_workspace->connection().execute("DROP TRIGGER t");
        QCOMPARE(numbers(), QList<int>{1});
        QCOMPARE((*store().current(m_run))->facts.number, 1);
    }

private:
    VersionStore store() { return VersionStore(*m_workspace); }
    int rows(const std::string &condition) { return int(m_workspace->connection().integer("SELECT COUNT(*) FROM run_versions WHERE " + condition)); }
    QList<int> numbers()
    {
        QList<int> all;
        const QList<RunVersion> versions = store().list(m_run).value();
        for (const RunVersion &one : versions)
            all.append(one.number);
        return all;
    }
    void publish(int replaces) { VERIFY_RESULT(store().add(m_run, version(replaces), m_job)); }

    StoredVersion version(int replaces) const
    {
        StoredVersion version;
        version.facts = {0, QDateTime::fromMSecsSinceEpoch(1'700'000'000'123, Qt::UTC), QStringLiteral("rls"), QStringLiteral("Drift."), {{QStringLiteral("steps"), 3}},
                         0.25, 12.5, 9.75, true, false, replaces, -86'400'000, 86'400'000, 43'200'000};
        version.forecast = {{QStringLiteral("mean"), QJsonArray{1, 2.5}}};
        version.modelState = {{QStringLiteral("mean"), 0.1}};
        version.weights = QByteArray("w\0x", 3);
        return version;
    }

    RunId added(const QString &name)
    {
        RunRecord run;
        run.summary.name = name;
        run.summary.model = QStringLiteral("ar");
        return RunStore(*m_workspace).add(run, m_job).value();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<Workspace> m_workspace;
    RunId m_run;
    JobContext m_job;
};

FORETRAIL_TEST_MAIN(TestVersionStore, QCoreApplication)
#include "tst_versionstore.moc"
