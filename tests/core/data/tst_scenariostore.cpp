// Scenarios come back as they were kept, one for each name.
#include "core/data/ScenarioStore.h"
#include "tests/support/TestSupport.h"

#include <QJsonArray>

using namespace foretrail;

class ScenarioStoreTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        auto created = Workspace::create(m_folder->filePath(QStringLiteral("w.foretrail")));
        VERIFY_RESULT(created);
        m_workspace.emplace(std::move(*created));
    }
    void cleanup() { m_workspace.reset(); }

    void comesBackWholeAndIsReplaced()
    {
        ScenarioStore store(*m_workspace);
        VERIFY_RESULT(store.save(QStringLiteral(" 降价 "), sample(-10), m_job));
        QCOMPARE(store.load(QStringLiteral("降价"))->definition, sample(-10));
        VERIFY_RESULT(store.save(QStringLiteral("降价"), sample(0.1 + 0.2), m_job));
        QCOMPARE(store.load(QStringLiteral("降价"))->definition, sample(0.1 + 0.2));
        QCOMPARE(store.list()->size(), 1);
    }
    void listsRenamesAndRemoves()
    {
        ScenarioStore store(*m_workspace);
        VERIFY_RESULT(store.save(QStringLiteral("b"), sample(1), m_job));
        VERIFY_RESULT(store.save(QStringLiteral("a"), sample(2), m_job));
        QCOMPARE(store.list()->front().name, QStringLiteral("a"));
        QVERIFY(!store.rename(QStringLiteral("a"), QStringLiteral("b"), m_job));
        VERIFY_RESULT(store.rename(QStringLiteral("a"), QStringLiteral("c"), m_job));
        VERIFY_RESULT(store.remove(QStringLiteral("b"), m_job));
        QCOMPARE(store.list()->size(), 1);
        QCOMPARE(store.list()->front().definition, sample(2));
    }
    void refusals()
    {
        ScenarioStore store(*m_workspace);
        QCOMPARE(store.save(QStringLiteral("  "), sample(1), m_job).error().code, ErrorCode::InvalidInput);
        QCOMPARE(store.load(QStringLiteral("x")).error().code, ErrorCode::NotFound);
        VERIFY_RESULT(store.save(QStringLiteral("cheap"), sample(1), m_job));
        const auto unknown = store.remove(QStringLiteral("dear"), m_job);
        QVERIFY2(unknown.error().message.contains(QStringLiteral("cheap")), qPrintable(unknown.error().message));
    }

private:
    static QJsonObject sample(double by) { return {{QStringLiteral("changes"), QJsonArray{QJsonObject{{QStringLiteral("by"), by}}}}}; }
    JobContext m_job;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<Workspace> m_workspace;
};

FORETRAIL_TEST_MAIN(ScenarioStoreTest, QCoreApplication)
#include "tst_scenariostore.moc"
