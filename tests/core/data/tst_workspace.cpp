#include "core/data/Migrations.h"
#include "core/data/WorkspaceFile.h"
#include "tests/core/data/EventBuilder.h"

#include <QFileInfo>

using namespace foretrail;
using namespace foretrail::test;

/// Opening and creating workspace files, and every kind of file that is refused.
class WorkspaceTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void createsAFileThatOpensAgain();
    void createRefusesWhatExists();
    void createRefusesAMissingFolder();
    void leftoversOfAKilledCreationDoNoHarm();
    void refusesWhatIsNoWorkspace_data();
    void refusesWhatIsNoWorkspace();
    void migratesAnOlderFile();
    void anOlderFileIsReadAsWell();
    void refusesANewerFile();
    void findsDamage_data();
    void findsDamage();
    void refusesAFileOfWhichTablesAreMissing();
    void readsWithoutPermissionToWrite();
    void readOnlyRefusesChanges();
    void opensAfterAKill();
    void readersSeeTheStateBeforeAnUncommittedWrite();
    void keepsSettings();

private:
    QString path(const char *name = "shop.foretrail") const { return m_folder->filePath(QLatin1String(name)); }
    QByteArray bytesOfFilledWorkspace();
    std::unique_ptr<QTemporaryDir> m_folder;
};

QByteArray WorkspaceTest::bytesOfFilledWorkspace()
{
    {
        auto workspace = Workspace::create(path("filled"));
        std::vector<TestEvent> events;
        for (int i = 0; i < 2000; ++i)
            events.push_back({QStringLiteral("2011-01-01T10:00:00"), "user" + std::to_string(i), "item" + std::to_string(i % 7)});
        if (!workspace || !store(*workspace, events))
            return {};
    }
    return readAll(path("filled"));
}

void WorkspaceTest::createsAFileThatOpensAgain()
{
    {
        auto workspace = Workspace::create(path());
        VERIFY_RESULT(workspace);
        VERIFY_RESULT(workspace->checkIntegrity());
        QCOMPARE(workspace->connection().integer("PRAGMA user_version"), qint64(newestWorkspaceVersion()));
        Statement mode = workspace->connection().prepare("PRAGMA journal_mode");
        QVERIFY(mode.step());
        QCOMPARE(mode.text(0), QStringLiteral("wal"));
    }
    QVERIFY(!QFileInfo::exists(path("shop.foretrail.creating")));
    auto again = Workspace::open(path());
    VERIFY_RESULT(again);
    const auto summary = again->data().summary();
    VERIFY_RESULT(summary);
    QCOMPARE(summary->rows(), qint64(0));
    QCOMPARE(summary->timeZone, QStringLiteral("UTC"));
}

void WorkspaceTest::createRefusesWhatExists()
{
    writeAll(path(), "mine");
    const auto workspace = Workspace::create(path());
    QVERIFY(!workspace);
    QCOMPARE(workspace.error().code, ErrorCode::InvalidInput);
    QCOMPARE(readAll(path()), QByteArray("mine"));
}

void WorkspaceTest::createRefusesAMissingFolder()
{
    const auto workspace = Workspace::create(path("nowhere/shop.foretrail"));
    QVERIFY(!workspace);
    QCOMPARE(workspace.error().code, ErrorCode::NotFound);
    QVERIFY(workspace.error().message.contains(QStringLiteral("nowhere")));
}

void WorkspaceTest::leftoversOfAKilledCreationDoNoHarm()
{
    writeAll(path("shop.foretrail.creating"), "half a file");
    VERIFY_RESULT(Workspace::openOrCreate(path()));
    VERIFY_RESULT(Workspace::openOrCreate(path()));
    QVERIFY(!QFileInfo::exists(path("shop.foretrail.creating")));
}

void WorkspaceTest::refusesWhatIsNoWorkspace_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<int>("code");
    QTest::newRow("missing") << "missing" << int(ErrorCode::NotFound);
    QTest::newRow("directory") << "directory" << int(ErrorCode::InvalidInput);
    QTest::newRow("empty") << "empty" << int(ErrorCode::Format);
    QTest::newRow("text") << "text" << int(ErrorCode::Format);
    QTest::newRow("database of another program") << "foreign" << int(ErrorCode::ForeignFile);
    QTest::newRow("database without a mark") << "unmarked" << int(ErrorCode::ForeignFile);
}

void WorkspaceTest::refusesWhatIsNoWorkspace()
{
    QFETCH(QString, what);
    QFETCH(int, code);
    const QString file = path("it");
    if (what == QStringLiteral("directory"))
        QVERIFY(QDir().mkpath(file));
    else if (what == QStringLiteral("empty"))
        writeAll(file, {});
    else if (what == QStringLiteral("text"))
        writeAll(file, "InvoiceNo,StockCode,Quantity\n536365,85123A,6\n");
    else if (what != QStringLiteral("missing")) {
        SQLite::Database other(file.toStdString(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        other.exec("CREATE TABLE notes (text TEXT)");
        other.exec(what == QStringLiteral("foreign") ? "PRAGMA application_id = 252006675" : "PRAGMA user_version = 1");
    }
    const QByteArray before = readAll(file);
    for (const auto mode : {Workspace::Mode::ReadWrite, Workspace::Mode::ReadOnly}) {
        const auto workspace = Workspace::open(file, mode);
        QVERIFY(!workspace);
        QCOMPARE(int(workspace.error().code), code);
        QVERIFY(workspace.error().message.contains(QStringLiteral("it")));
        QVERIFY(!workspace.error().message.contains(QLatin1Char('!')));
    }
    QVERIFY(!isWorkspaceFile(file));
    QCOMPARE(readAll(file), before);
}

void WorkspaceTest::migratesAnOlderFile()
{
    {
        SQLite::Database older(path().toStdString(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        older.exec("PRAGMA application_id = " + std::to_string(workspaceApplicationId));
    }
    QVERIFY(isWorkspaceFile(path()));
    auto workspace = Workspace::open(path());
    VERIFY_RESULT(workspace);
    QCOMPARE(workspace->connection().integer("PRAGMA user_version"), qint64(newestWorkspaceVersion()));
    VERIFY_RESULT(store(*workspace, {{QStringLiteral("2011-01-01"), "u", "i"}}));
}

void WorkspaceTest::anOlderFileIsReadAsWell()
{
    {
        SQLite::Database older(path().toStdString(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        older.exec("PRAGMA application_id = " + std::to_string(workspaceApplicationId));
    }
    QVERIFY(QFile::setPermissions(path(), QFile::ReadOwner));
    const bool isAllPowerful = QFileInfo(path()).isWritable();
    const auto refused = Workspace::open(path(), Workspace::Mode::ReadOnly);
    QVERIFY(isAllPowerful || (!refused && refused.error().code == ErrorCode::Permission));
    QVERIFY(QFile::setPermissions(path(), QFile::ReadOwner | QFile::WriteOwner));
    auto workspace = Workspace::open(path(), Workspace::Mode::ReadOnly);
    VERIFY_RESULT(workspace);
    QVERIFY(workspace->isReadOnly());
    QCOMPARE(workspace->connection().integer("PRAGMA user_version"), qint64(newestWorkspaceVersion()));
}

void WorkspaceTest::refusesANewerFile()
{
    {
        auto workspace = Workspace::create(path());
        VERIFY_RESULT(workspace);
        workspace->connection().execute("PRAGMA user_version = 97");
    }
    for (const auto mode : {Workspace::Mode::ReadWrite, Workspace::Mode::ReadOnly}) {
        const auto workspace = Workspace::open(path(), mode);
        QVERIFY(!workspace);
        QCOMPARE(workspace.error().code, ErrorCode::NewerVersion);
        QVERIFY(workspace.error().message.contains(QStringLiteral("97")));
    }
}

void WorkspaceTest::findsDamage_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::addColumn<bool>("isTruncated");
    QTest::newRow("first page of the schema") << 100 << 900 << false;
    QTest::newRow("most of the pages") << 8192 << 120000 << false;
    QTest::newRow("cut after the first page") << 4096 << 0 << true;
    QTest::newRow("cut in the header") << 60 << 0 << true;
    QTest::newRow("cut in the last half") << 81920 << 0 << true;
}

void WorkspaceTest::findsDamage()
{
    QFETCH(int, from);
    QFETCH(int, to);
    QFETCH(bool, isTruncated);
    QByteArray bytes = bytesOfFilledWorkspace();
    QVERIFY(bytes.size() > 120000);
    if (isTruncated)
        bytes.truncate(from);
    else
        for (int i = from; i < to; ++i)
            bytes[i] = char(~bytes[i]);
    writeAll(path(), bytes);
    auto workspace = Workspace::open(path());
    const Result<void> found = workspace ? workspace->checkIntegrity() : Result<void>(fail(workspace.error()));
    QVERIFY(!found);
    QCOMPARE(found.error().code, ErrorCode::Format);
}

void WorkspaceTest::refusesAFileOfWhichTablesAreMissing()
{
    {
        auto workspace = Workspace::create(path());
        VERIFY_RESULT(workspace);
        workspace->connection().execute("DROP TABLE run_epochs");
    }
    const auto workspace = Workspace::open(path());
    QVERIFY(!workspace);
    QCOMPARE(workspace.error().code, ErrorCode::Format);
}

void WorkspaceTest::readsWithoutPermissionToWrite()
{
    VERIFY_RESULT(Workspace::create(path()));
    const QString folder = m_folder->path();
    QVERIFY(QFile::setPermissions(path(), QFile::ReadOwner));
    QVERIFY(QFile::setPermissions(folder, QFile::ReadOwner | QFile::ExeOwner));
    const bool isAllPowerful = QFileInfo(path()).isWritable();
    const auto reading = Workspace::open(path(), Workspace::Mode::ReadOnly);
    const auto writing = Workspace::open(path());
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    VERIFY_RESULT(reading);
    if (isAllPowerful)
        QSKIP("this user may write everything, so nothing refuses to be written");
    QVERIFY(!writing);
    QCOMPARE(writing.error().code, ErrorCode::Permission);
}

void WorkspaceTest::readOnlyRefusesChanges()
{
    VERIFY_RESULT(Workspace::create(path()));
    auto workspace = Workspace::open(path(), Workspace::Mode::ReadOnly);
    VERIFY_RESULT(workspace);
    QVERIFY(workspace->isReadOnly());
    const auto changed = workspace->setSetting(QStringLiteral("a"), QStringLiteral("b"));
    QVERIFY(!changed);
    QCOMPARE(changed.error().code, ErrorCode::Permission);
    const auto stored = store(*workspace, {{QStringLiteral("2011-01-01"), "u", "i"}});
    QVERIFY(!stored);
    QCOMPARE(stored.error().code, ErrorCode::Permission);
    VERIFY_RESULT(workspace->data().summary());
}

// What a kill leaves: the file and its log, copied while the writer is still there.
void WorkspaceTest::opensAfterAKill()
{
    auto writer = Workspace::create(path());
    VERIFY_RESULT(writer);
    writer->connection().execute("PRAGMA wal_autocheckpoint = 0");
    VERIFY_RESULT(writer->setSetting(QStringLiteral("a"), QStringLiteral("kept")));
    writer->connection().execute("BEGIN IMMEDIATE; INSERT INTO settings VALUES ('b', 'lost')");
    QVERIFY(QFileInfo(path("shop.foretrail-wal")).size() > 0);
    QVERIFY(QFile::copy(path(), path("copy")));
    QVERIFY(QFile::copy(path("shop.foretrail-wal"), path("copy-wal")));
    auto reopened = Workspace::open(path("copy"));
    VERIFY_RESULT(reopened);
    VERIFY_RESULT(reopened->checkIntegrity());
    QCOMPARE(reopened->setting(QStringLiteral("a")).value(), QStringLiteral("kept"));
    QCOMPARE(reopened->setting(QStringLiteral("b")).value(), QString());
}

void WorkspaceTest::readersSeeTheStateBeforeAnUncommittedWrite()
{
    auto writing = Workspace::create(path());
    auto reading = Workspace::open(path());
    VERIFY_RESULT(writing);
    VERIFY_RESULT(reading);
    auto writer = FactWriter::begin(*writing, {});
    VERIFY_RESULT(writer);
    const std::string user = "u";
    VERIFY_RESULT((*writer)->addEvent(rowOf({QStringLiteral("2011-01-01"), user, "i"}, 1)));
    QCOMPARE(reading->data().summary().value().events, qint64(0));
    JobContext job;
    VERIFY_RESULT((*writer)->commit({}, {}, "sha", job));
    QCOMPARE(reading->data().summary().value().events, qint64(1));
}

void WorkspaceTest::keepsSettings()
{
    auto workspace = Workspace::create(path());
    VERIFY_RESULT(workspace);
    QCOMPARE(workspace->setting(QStringLiteral("timeZone")).value(), QString());
    VERIFY_RESULT(workspace->setSetting(QStringLiteral("timeZone"), QStringLiteral("Asia/Tokyo")));
    VERIFY_RESULT(workspace->setSetting(QStringLiteral("timeZone"), QStringLiteral("Asia/Shanghai")));
    QCOMPARE(workspace->setting(QStringLiteral("timeZone")).value(), QStringLiteral("Asia/Shanghai"));
    Workspace moved = std::move(*workspace);
    QCOMPARE(moved.data().summary().value().timeZone, QStringLiteral("Asia/Shanghai"));
}

FORETRAIL_TEST_MAIN(WorkspaceTest, QCoreApplication)
#include "tst_workspace.moc"
