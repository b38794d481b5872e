#include "tests/support/TestSupport.h"

#include "core/data/AnnotationStore.h"
#include "core/data/Migrations.h"
#include "core/data/sqlite/Connection.h"

using namespace foretrail;
using namespace foretrail::test;

/// Notes come back as they were kept, those of a series and those of all.
class AnnotationStoreTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_workspace.reset(); }

    void comesBackWhole();
    void listsThoseOfASeriesAndOfAll();
    void changesAndComesBackUnderItsId();
    void removes();
    void needsAText();
    void staysWhenTheWorkspaceIsOpenedAgain();
    void anOlderWorkspaceIsBroughtUpToDate();
    void aReadOnlyWorkspaceKeepsNothing();

private:
    QString path() const { return m_folder->filePath(QStringLiteral("w.foretrail")); }
    static Annotation note(WallMs at, const QString &text, const QString &grouping = {}, const QString &series = {}) { return {0, at, grouping, series, text}; }
    JobContext m_job;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<Workspace> m_workspace;
};

void AnnotationStoreTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    auto created = Workspace::create(path());
    VERIFY_RESULT(created);
    m_workspace.emplace(std::move(*created));
}

void AnnotationStoreTest::comesBackWhole()
{
    AnnotationStore store(*m_workspace);
    Annotation wanted = note(5 * dayMs, QStringLiteral("  涨价 'and' \"more\" "), QStringLiteral("item"), QStringLiteral("tea"));
    const auto id = store.save(wanted, m_job);
    VERIFY_RESULT(id);
    QVERIFY(*id > 0);
    wanted.id = *id;
    wanted.text = QStringLiteral("涨价 'and' \"more\""); // trimmed
    QCOMPARE(store.list().value(), QList<Annotation>{wanted});
}

void AnnotationStoreTest::listsThoseOfASeriesAndOfAll()
{
    AnnotationStore store(*m_workspace);
    VERIFY_RESULT(store.save(note(3, QStringLiteral("mug"), QStringLiteral("item"), QStringLiteral("mug")), m_job));
    VERIFY_RESULT(store.save(note(2, QStringLiteral("all")), m_job));
    VERIFY_RESULT(store.save(note(1, QStringLiteral("tea"), QStringLiteral("item"), QStringLiteral("tea")), m_job));
    VERIFY_RESULT(store.save(note(0, QStringLiteral("other tea"), QStringLiteral("category"), QStringLiteral("tea")), m_job));
    QStringList texts;
    const QList<Annotation> ofTea = store.list(QStringLiteral("item"), QStringLiteral("tea")).value();
    for (const Annotation &one : ofTea)
        texts += one.text;
    QCOMPARE(texts, (QStringList{QStringLiteral("tea"), QStringLiteral("all")})); // by time
    QCOMPARE(store.list()->size(), 4);
}

void AnnotationStoreTest::changesAndComesBackUnderItsId()
{
    AnnotationStore store(*m_workspace);
    Annotation one = note(1, QStringLiteral("sale"));
    one.id = store.save(one, m_job).value();
    one.text = QStringLiteral("spring sale");
    one.at = 7;
    QCOMPARE(store.save(one, m_job).value(), one.id);
    QCOMPARE(store.list().value(), QList<Annotation>{one});
    VERIFY_RESULT(store.remove(one.id, m_job));
    QVERIFY(store.list()->isEmpty());
    QCOMPARE(store.save(one, m_job).value(), one.id); // as undo brings it back
    QCOMPARE(store.list().value(), QList<Annotation>{one});
}

void AnnotationStoreTest::removes()
{
    AnnotationStore store(*m_workspace);
    const qint64 first = store.save(note(1, QStringLiteral("a")), m_job).value();
    const qint64 second = store.save(note(2, QStringLiteral("b")), m_job).value();
    VERIFY_RESULT(store.remove(first, m_job));
    QCOMPARE(store.list()->size(), 1);
    QCOMPARE(store.list()->front().id, second);
    QCOMPARE(store.remove(first, m_job).error().code, ErrorCode::NotFound);
}

void AnnotationStoreTest::needsAText()
{
    AnnotationStore store(*m_workspace);
    QCOMPARE(store.save(note(1, QStringLiteral("  ")), m_job).error().code, ErrorCode::InvalidInput);
    QCOMPARE(store.save(note(1, QString(2001, QLatin1Char('x'))), m_job).error().code, ErrorCode::InvalidInput);
    VERIFY_RESULT(store.save(note(1, QString(2000, QLatin1Char('x'))), m_job));
    QCOMPARE(store.list()->size(), 1);
}

void AnnotationStoreTest::staysWhenTheWorkspaceIsOpenedAgain()
{
    VERIFY_RESULT(AnnotationStore(*m_workspace).save(note(1, QStringLiteral("kept")), m_job));
    m_workspace.reset();
    auto opened = Workspace::open(path());
    VERIFY_RESULT(opened);
    QCOMPARE(AnnotationStore(*opened).list()->front().text, QStringLiteral("kept"));
}

void AnnotationStoreTest::anOlderWorkspaceIsBroughtUpToDate()
{
    const QString old = m_folder->filePath(QStringLiteral("old.foretrail"));
    {
        Connection connection(old, Connection::Access::Create);
        connection.execute(("PRAGMA application_id = " + std::to_string(workspaceApplicationId)).c_str());
        for (const MigrationScript &script : migrationScripts()) {
            if (std::string_view(script.sql).find("CREATE TABLE annotations") != std::string_view::npos)
                break;
            connection.execute(script.sql);
            connection.execute(("PRAGMA user_version = " + std::to_string(script.version)).c_str());
        }
    }
    auto opened = Workspace::open(old);
    VERIFY_RESULT(opened);
    VERIFY_RESULT(AnnotationStore(*opened).save(note(1, QStringLiteral("new")), m_job));
    QCOMPARE(AnnotationStore(*opened).list()->size(), 1);
}

void AnnotationStoreTest::aReadOnlyWorkspaceKeepsNothing()
{
    m_workspace.reset();
    auto opened = Workspace::open(path(), Workspace::Mode::ReadOnly);
    VERIFY_RESULT(opened);
    QVERIFY(!AnnotationStore(*opened).save(note(1, QStringLiteral("x")), m_job));
    QVERIFY(AnnotationStore(*opened).list()->isEmpty());
}

FORETRAIL_TEST_MAIN(AnnotationStoreTest, QCoreApplication)
#include "tst_annotationstore.moc"
