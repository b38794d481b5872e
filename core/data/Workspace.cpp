#include "core/data/Workspace.h"

#include "core/data/Migrations.h"
#include "core/data/WorkspaceData.h"
#include "core/data/WorkspaceFile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace foretrail {
namespace {

struct WorkspaceText { Q_DECLARE_TR_FUNCTIONS(foretrail::Workspace) };

using Opened = Result<std::unique_ptr<Connection>>;

Result<void> refuse(ErrorCode code, const QString &text, const QFileInfo &file)
{
    return fail(code, text.arg(file.fileName()), file.absoluteFilePath());
}

// What can be told of a file without asking SQLite. It is not read here: whoever opens and closes a file drops all locks that the
// process holds on it, those of other connections too, and the next program to come would take the workspace for closed.
Result<void> checkFile(const QString &path, Workspace::Mode mode)
{
    const QFileInfo info(path);
    if (!info.exists())
        return refuse(ErrorCode::NotFound, WorkspaceText::tr("There is no file %1. Check the name, or create a workspace."), info);
    if (info.isDir())
        return refuse(ErrorCode::InvalidInput, WorkspaceText::tr("%1 is a folder. Choose a workspace file in it."), info);
    if (!info.isReadable())
        return refuse(ErrorCode::Permission, WorkspaceText::tr("You may not read %1. Ask its owner for permission."), info);
    if (mode == Workspace::Mode::ReadWrite && !info.isWritable())
        return refuse(ErrorCode::Permission,
                      WorkspaceText::tr("You may not change %1. Open it for reading only, or open a copy of it."), info);
    if (info.size() == 0)
        return refuse(ErrorCode::Format, WorkspaceText::tr("%1 is empty and not a workspace. Delete it, or choose another file."),
                      info);
    return {};
}

Result<void> checkIdentity(Connection &connection)
{
    const QFileInfo info(connection.path());
    if (connection.integer("PRAGMA page_count") == 0) // shorter than a page
        return refuse(ErrorCode::Format, WorkspaceText::tr("%1 is not a Foretrail workspace. To bring its rows in, import it."), info);
    if (connection.integer("PRAGMA application_id") != workspaceApplicationId)
        return refuse(ErrorCode::ForeignFile,
                      WorkspaceText::tr("%1 is a database of another program. Choose a Foretrail workspace."), info);
    const qint64 version = connection.integer("PRAGMA user_version");
    if (version > newestWorkspaceVersion())
        return fail(ErrorCode::NewerVersion,
                    WorkspaceText::tr("%1 was written by a newer Foretrail (format %2; this program knows formats up to %3). "
                             "Update Foretrail to open it.")
                        .arg(info.fileName()).arg(version).arg(newestWorkspaceVersion()));
    return {};
}

// Where the tables of the newest version are missing, later questions would fail with words nobody understands.
Result<void> checkTables(Connection &connection)
{
    constexpr auto count = "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name IN "
                           "('settings', 'imports', 'rejects', 'users', 'items', 'kinds', 'categories', 'sessions', "
                           "'attributes', 'attribute_values', 'events', 'source_series', 'observations', 'runs', 'run_epochs', "
                           "'reversals', 'event_ranges', 'item_names', 'key_attributes', 'set_aside_events', "
                           "'set_aside_observations', 'set_aside_attributes', 'recipes')";
    if (connection.integer(count) == 23)
        return {};
    return refuse(ErrorCode::Format, WorkspaceText::tr("%1 is damaged: some of its tables are missing. Open a copy from a backup."),
                  QFileInfo(connection.path()));
}

Result<void> prepareForWriting(Connection &connection)
{
    connection.useWriteAheadLog();
    migrate(connection);
    return {};
}

Result<void> prepareForReading(Connection &connection)
{
    connection.execute("PRAGMA query_only = ON");
    if (connection.integer("PRAGMA user_version") == newestWorkspaceVersion())
        return {};
    return refuse(ErrorCode::Permission,
                  WorkspaceText::tr("%1 is of an older format and must be brought up to date first. Open it once for writing."),
                  QFileInfo(connection.path()));
}

Opened connect(const QString &path, Connection::Access access)
{
    try {
        auto connection = std::make_unique<Connection>(path, access);
        Result<void> ready = checkIdentity(*connection);
        if (ready)
            ready = access == Connection::Access::ReadWrite ? prepareForWriting(*connection)
                                                            : prepareForReading(*connection);
        if (ready)
            ready = checkTables(*connection);
        if (!ready)
            return fail(ready.error());
        return connection;
    } catch (const SQLite::Exception &exception) {
        return fail(Connection::describe(exception, path));
    }
}

// What a killed program left half done can only be undone by one who may write.
void recover(const QString &path)
{
    if (QFileInfo(path + QStringLiteral("-journal")).size() == 0)
        return;
    try {
        Connection(path, Connection::Access::ReadWrite).integer("SELECT count(*) FROM sqlite_schema");
    } catch (const SQLite::Exception &) {
        // Opening says what is wrong.
    }
}

bool isOlder(const QString &path)
{
    try {
        Connection connection(path, Connection::Access::ReadOnly);
        return connection.integer("PRAGMA application_id") == workspaceApplicationId
            && connection.integer("PRAGMA user_version") < newestWorkspaceVersion();
    } catch (const SQLite::Exception &) {
        return false;
    }
}

// A write-ahead log needs side files. Where they cannot be made and none is left over, the file itself is whole.
Opened connectForReading(const QString &path)
{
    recover(path);
    Opened opened = connect(path, Connection::Access::ReadOnly);
    // Those who only read can read an older file too, where it may be brought up to date for them.
    if (!opened && QFileInfo(path).isWritable() && isOlder(path) && connect(path, Connection::Access::ReadWrite))
        opened = connect(path, Connection::Access::ReadOnly);
    const bool isSideFileTrouble = !opened && opened.error().code == ErrorCode::Permission;
    if (isSideFileTrouble && QFileInfo(path + QStringLiteral("-wal")).size() == 0)
        return connect(path, Connection::Access::Immutable);
    return opened;
}

void removeWithSideFiles(const QString &path)
{
    for (const char *suffix : {"", "-journal", "-wal", "-shm"})
        QFile::remove(path + QLatin1String(suffix));
}

Result<void> writeEmptyWorkspace(const QString &path)
{
    try {
        Connection connection(path, Connection::Access::Create);
        connection.execute(("PRAGMA application_id = " + std::to_string(workspaceApplicationId)).c_str());
        migrate(connection);
        connection.useWriteAheadLog();
        return {};
    } catch (const SQLite::Exception &exception) {
        return fail(Connection::describe(exception, path));
    }
}

Result<void> checkTarget(const QString &path)
{
    const QFileInfo info(path);
    if (info.exists())
        return refuse(ErrorCode::InvalidInput, WorkspaceText::tr("%1 exists already. Open it, or choose another name."), info);
    const QFileInfo folder(info.absolutePath());
    if (!folder.isDir())
        return fail(ErrorCode::NotFound, WorkspaceText::tr("There is no folder %1. Create it, or choose another.").arg(folder.filePath()));
    if (!folder.isWritable())
        return fail(ErrorCode::Permission,
                    WorkspaceText::tr("You may not write into the folder %1. Choose another.").arg(folder.filePath()));
    return {};
}

} // namespace

Workspace::Workspace(QString path, Mode mode, std::unique_ptr<Connection> connection)
    : m_path(std::move(path)), m_mode(mode), m_connection(std::move(connection)),
      m_data(std::make_unique<WorkspaceData>(*m_connection))
{
}

Workspace::Workspace(Workspace &&) noexcept = default;

Workspace &Workspace::operator=(Workspace &&other) noexcept
{
    // The answers refer to the connection, so they go first.
    m_data = std::move(other.m_data);
    m_connection = std::move(other.m_connection);
    m_path = std::move(other.m_path);
    m_mode = other.m_mode;
    m_isUsedAlone = other.m_isUsedAlone;
    return *this;
}

Workspace::~Workspace() = default;

// Made under another name and renamed when whole: a kill or a full disk never leaves half a workspace.
Result<Workspace> Workspace::create(const QString &path)
{
    if (Result<void> allowed = checkTarget(path); !allowed)
        return fail(allowed.error());
    const QString draft = path + QStringLiteral(".creating");
    removeWithSideFiles(draft);
    Result<void> written = writeEmptyWorkspace(draft);
    if (written && !QFile::rename(draft, path))
        written = refuse(ErrorCode::Io, WorkspaceText::tr("%1 cannot be created. Check the folder and try again."), QFileInfo(path));
    if (!written) {
        removeWithSideFiles(draft);
        return fail(written.error());
    }
    return open(path);
}

Result<Workspace> Workspace::open(const QString &path, Mode mode)
{
    if (Result<void> usable = checkFile(path, mode); !usable)
        return fail(usable.error());
    Opened opened = mode == Mode::ReadOnly ? connectForReading(path) : connect(path, Connection::Access::ReadWrite);
    if (!opened)
        return fail(opened.error());
    return Workspace(path, mode, std::move(*opened));
}

bool isWorkspaceFile(const QString &path)
{
    if (!QFileInfo(path).isFile())
        return false; // a pipe would wait for somebody to write
    try {
        return Connection(path, Connection::Access::ReadOnly).integer("PRAGMA application_id") == workspaceApplicationId;
    } catch (const SQLite::Exception &) {
        return false;
    }
}

void Workspace::discardUnused(Workspace workspace)
{
    Connection &connection = workspace.connection();
    const Result<bool> isUnused = connection.guarded([&]() -> Result<bool> {
        connection.execute("PRAGMA busy_timeout = 0");
        // Refused while anyone else has the file open.
        Statement journal = connection.prepare("PRAGMA journal_mode = DELETE");
        if (!journal.step() || journal.text(0) != QStringLiteral("delete"))
            return false;
        journal.reset();
        connection.execute("BEGIN EXCLUSIVE");
        return connection.integer("SELECT count(*) FROM imports") == 0;
    });
    if (isUnused.value_or(false))
        removeWithSideFiles(workspace.path()); // still locked, so nobody can have begun to fill it
}

Result<Workspace> Workspace::openOrCreate(const QString &path)
{
    return QFileInfo::exists(path) ? open(path) : create(path);
}

ShopData &Workspace::data() { return *m_data; }

Result<QString> Workspace::setting(const QString &key)
{
    return m_connection->guarded([&]() -> Result<QString> {
        Statement query = m_connection->prepare("SELECT value FROM settings WHERE key = ?");
        query.bind(1, key);
        return query.step() ? query.text(0) : QString();
    });
}

Result<void> Workspace::setSetting(const QString &key, const QString &value)
{
    return m_connection->guarded([&]() -> Result<void> {
        Statement statement = m_connection->prepare("INSERT INTO settings(key, value) VALUES (?, ?) "
                                                    "ON CONFLICT (key) DO UPDATE SET value = excluded.value");
        statement.bind(1, key);
        statement.bind(2, value);
        statement.run();
        return {};
    });
}

Result<void> Workspace::checkIntegrity()
{
    return m_connection->guarded([&]() -> Result<void> {
        const QFileInfo info(m_path);
        Statement pages = m_connection->prepare("PRAGMA integrity_check(1)");
        const QString finding = pages.step() ? pages.text(0) : QString();
        if (finding != QStringLiteral("ok"))
            return fail(ErrorCode::Format, WorkspaceText::tr("%1 is damaged. Open a copy of it from a backup.").arg(info.fileName()),
                        finding);
        Statement links = m_connection->prepare("PRAGMA foreign_key_check");
        if (links.step())
            return fail(ErrorCode::Format,
                        WorkspaceText::tr("%1 is damaged: row %2 of %3 refers to a row that is not there.")
                            .arg(info.fileName()).arg(links.integer(1)).arg(links.text(0)));
        return {};
    });
}

} // namespace foretrail
