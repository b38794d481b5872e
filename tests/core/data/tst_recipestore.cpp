#include "tests/support/TestSupport.h"

#include "core/data/Migrations.h"
#include "core/data/RecipeStore.h"
#include "core/data/sqlite/Connection.h"

#include <QJsonArray>

#include <thread>

using namespace foretrail;
using namespace foretrail::test;

/// Recipes come back as they were kept, one for each name.
class RecipeStoreTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_workspace.reset(); }

    void aRecipeComesBackWhole();
    void savingAgainReplaces();
    void listsByName();
    void renames();
    void removes();
    void aNameIsNeeded();
    void anUnknownRecipeNamesTheOthers();
    void aReadOnlyWorkspaceKeepsNothing();
    void anOlderWorkspaceIsBroughtUpToDate();
    void waitsForAnotherWriter();
    void stopsWaitingWhenCancelled();

private:
    static QJsonObject sample(const QString &kind = QStringLiteral("missing"));
    JobContext m_job;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<Workspace> m_workspace;
};

void RecipeStoreTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    auto created = Workspace::create(m_folder->filePath(QStringLiteral("w.foretrail")));
    VERIFY_RESULT(created);
    m_workspace.emplace(std::move(*created));
}

QJsonObject RecipeStoreTest::sample(const QString &kind)
{
    return {{QStringLiteral("format"), 1}, {QStringLiteral("steps"), QJsonArray{QJsonObject{{QStringLiteral("step"), kind}, {QStringLiteral("width"), 0.1 + 0.2}}}}};
}

void RecipeStoreTest::aRecipeComesBackWhole()
{
    RecipeStore store(*m_workspace);
    const auto id = store.save(QStringLiteral(" 每日 "), sample(), m_job);
    VERIFY_RESULT(id);
    const auto loaded = store.load(QStringLiteral("每日"));
    VERIFY_RESULT(loaded);
    QCOMPARE(loaded->id, *id);
    QCOMPARE(loaded->name, QStringLiteral("每日"));
    QJsonObject expected = sample();
    expected.insert(QStringLiteral("name"), QStringLiteral("每日"));
    QCOMPARE(loaded->json, expected);
    QCOMPARE(loaded->created, loaded->changed);
    QVERIFY(loaded->changed <= QDateTime::currentDateTimeUtc());
}

void RecipeStoreTest::savingAgainReplaces()
{
    RecipeStore store(*m_workspace);
    const RecipeId id = store.save(QStringLiteral("daily"), sample(), m_job).value();
    m_workspace->connection().execute("UPDATE recipes SET created = 1000, changed = 1000");
    QCOMPARE(store.save(QStringLiteral("daily"), sample(QStringLiteral("log")), m_job).value(), id);
    const StoredRecipe loaded = store.load(QStringLiteral("daily")).value();
    QCOMPARE(loaded.json[QStringLiteral("steps")], sample(QStringLiteral("log"))[QStringLiteral("steps")]);
    QCOMPARE(loaded.created.toMSecsSinceEpoch(), qint64(1000));
    QVERIFY(loaded.changed > loaded.created);
}

void RecipeStoreTest::listsByName()
{
    RecipeStore store(*m_workspace);
    QCOMPARE(store.list()->size(), 0);
    for (const char *name : {"weekly", "Daily", "hourly"})
        VERIFY_RESULT(store.save(QString::fromLatin1(name), sample(), m_job));
    QStringList names;
    const QList<StoredRecipe> recipes = store.list().value();
    for (const StoredRecipe &recipe : recipes)
        names.append(recipe.name);
    QCOMPARE(names, QStringList({QStringLiteral("Daily"), QStringLiteral("hourly"), QStringLiteral("weekly")}));
}

void RecipeStoreTest::renames()
{
    RecipeStore store(*m_workspace);
    const RecipeId id = store.save(QStringLiteral("daily"), sample(), m_job).value();
    VERIFY_RESULT(store.save(QStringLiteral("weekly"), sample(), m_job));
    const auto taken = store.rename(QStringLiteral("daily"), QStringLiteral("weekly"), m_job);
    QVERIFY(!taken && taken.error().code == ErrorCode::InvalidInput);
    VERIFY_RESULT(store.rename(QStringLiteral("daily"), QStringLiteral("daily"), m_job));
    VERIFY_RESULT(store.rename(QStringLiteral("daily"), QStringLiteral("Retail"), m_job));
    const StoredRecipe renamed = store.load(QStringLiteral("Retail")).value();
    QCOMPARE(renamed.id, id);
    QCOMPARE(renamed.json[QStringLiteral("name")].toString(), QStringLiteral("Retail"));
    QVERIFY(!store.load(QStringLiteral("daily")));
}

void RecipeStoreTest::removes()
{
    RecipeStore store(*m_workspace);
    VERIFY_RESULT(store.save(QStringLiteral("daily"), sample(), m_job));
    VERIFY_RESULT(store.remove(QStringLiteral("daily"), m_job));
    QCOMPARE(store.list()->size(), 0);
    QCOMPARE(store.remove(QStringLiteral("daily"), m_job).error().code, ErrorCode::NotFound);
    QCOMPARE(store.rename(QStringLiteral("daily"), QStringLiteral("x"), m_job).error().code, ErrorCode::NotFound);
}

void RecipeStoreTest::aNameIsNeeded()
{
    RecipeStore store(*m_workspace);
    QCOMPARE(store.save(QStringLiteral("  "), sample(), m_job).error().code, ErrorCode::InvalidInput);
    VERIFY_RESULT(store.save(QStringLiteral("daily"), sample(), m_job));
    QCOMPARE(store.rename(QStringLiteral("daily"), QString(), m_job).error().code, ErrorCode::InvalidInput);
}

void RecipeStoreTest::anUnknownRecipeNamesTheOthers()
{
    RecipeStore store(*m_workspace);
    QVERIFY(store.load(QStringLiteral("daily")).error().message.contains(QStringLiteral("Save one first")));
    VERIFY_RESULT(store.save(QStringLiteral("weekly"), sample(), m_job));
    const auto loaded = store.load(QStringLiteral("daily"));
    QVERIFY(!loaded && loaded.error().code == ErrorCode::NotFound);
    QVERIFY(loaded.error().message.contains(QStringLiteral("weekly")));
}

void RecipeStoreTest::aReadOnlyWorkspaceKeepsNothing()
{
    const QString path = m_workspace->path();
    m_workspace.reset();
    auto workspace = Workspace::open(path, Workspace::Mode::ReadOnly);
    VERIFY_RESULT(workspace);
    RecipeStore store(*workspace);
    QCOMPARE(store.save(QStringLiteral("daily"), sample(), m_job).error().code, ErrorCode::Permission);
    QCOMPARE(store.list()->size(), 0);
}

// A workspace as it was before there were recipes.
void RecipeStoreTest::anOlderWorkspaceIsBroughtUpToDate()
{
    const QString path = m_folder->filePath(QStringLiteral("old.foretrail"));
    {
        Connection old(path, Connection::Access::Create);
        old.execute(("PRAGMA application_id = " + std::to_string(workspaceApplicationId)).c_str());
        for (const MigrationScript &script : migrationScripts()) {
            if (std::string_view(script.sql).find("CREATE TABLE recipes") != std::string_view::npos)
                break;
            old.execute(script.sql);
            old.execute(("PRAGMA user_version = " + std::to_string(script.version)).c_str());
        }
    }
    auto workspace = Workspace::open(path);
    VERIFY_RESULT(workspace);
    QCOMPARE(RecipeStore(*workspace).list()->size(), 0);
    VERIFY_RESULT(RecipeStore(*workspace).save(QStringLiteral("daily"), sample(), m_job));
}

// Whichever comes first, the other writer's end or the wait: the recipe is kept.
void RecipeStoreTest::waitsForAnotherWriter()
{
    Connection writer(m_workspace->path(), Connection::Access::ReadWrite);
    auto writing = std::make_unique<WriteTransaction>(writer);
    writer.execute("INSERT INTO settings VALUES ('a', 'b')");
    Result<RecipeId> saved = fail(Error::cancelled());
    std::thread waiting([&] {
        auto workspace = Workspace::open(m_workspace->path());
        if (workspace)
            saved = RecipeStore(*workspace).save(QStringLiteral("daily"), sample(), m_job);
    });
    writing->commit();
    writing.reset();
    waiting.join();
    VERIFY_RESULT(saved);
    QCOMPARE(RecipeStore(*m_workspace).list()->size(), 1);
}

void RecipeStoreTest::stopsWaitingWhenCancelled()
{
    Connection writer(m_workspace->path(), Connection::Access::ReadWrite);
    WriteTransaction writing(writer);
    writer.execute("INSERT INTO settings VALUES ('a', 'b')");
    JobContext job;
    Result<RecipeId> saved = RecipeId{};
    std::thread waiting([&] { saved = RecipeStore(*m_workspace).save(QStringLiteral("daily"), sample(), job); });
    job.requestStop();
    waiting.join();
    QVERIFY(!saved && saved.error().isCancelled());
}

FORETRAIL_TEST_MAIN(RecipeStoreTest, QCoreApplication)
#include "tst_recipestore.moc"
