#include "core/data/sqlite/Connection.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStorageInfo>
#include <QUrl>

namespace foretrail {
namespace {

struct ConnectionText { Q_DECLARE_TR_FUNCTIONS(foretrail::Connection) };

constexpr int busyTimeoutMs = 10'000;
// Virtual machine steps between two looks at the stop flag: about a millisecond.
constexpr int stepsBetweenLooks = 50'000;

// A file's name may hold what an URI gives a meaning to, so it is encoded.
std::string uriOf(const QString &path, const char *parameters)
{
    const QByteArray encoded = QUrl::toPercentEncoding(QFileInfo(path).absoluteFilePath(), "/");
    return "file:" + encoded.toStdString() + parameters;
}

// One thread uses a connection, so SQLite need not lock for it.
int flagsOf(Connection::Access access)
{
    const int common = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI;
    switch (access) {
    case Connection::Access::ReadOnly:
    case Connection::Access::Immutable: return common | SQLITE_OPEN_READONLY;
    case Connection::Access::ReadWrite: return common | SQLITE_OPEN_READWRITE;
    case Connection::Access::Create: return common | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    }
    return common;
}

int waitUnlessStopped(void *job, int)
{
    constexpr int pauseMs = 20;
    if (static_cast<JobContext *>(job)->stopRequested())
        return 0;
    sqlite3_sleep(pauseMs);
    return 1;
}

/// Side files that cannot grow are reported as failures of the disk.
bool isFull(const QString &path)
{
    constexpr qint64 leastFree = 64 * 1024;
    const QStorageInfo disk(QFileInfo(path).absolutePath());
    return disk.isValid() && disk.bytesAvailable() >= 0 && disk.bytesAvailable() < leastFree;
}

int stopAsked(void *job) { return static_cast<JobContext *>(job)->stopRequested() ? 1 : 0; }

} // namespace

Connection::Connection(const QString &path, Access access)
    : m_path(path),
      m_database(uriOf(path, access == Access::Immutable ? "?immutable=1" : ""), flagsOf(access), busyTimeoutMs)
{
    execute("PRAGMA foreign_keys = ON;"
            "PRAGMA trusted_schema = OFF;"
            "PRAGMA cell_size_check = ON;"
            "PRAGMA secure_delete = OFF;"
            "PRAGMA cache_size = -65536");
}

qint64 Connection::integer(std::string_view sql) const
{
    Statement statement = prepare(sql);
    return statement.step() ? statement.integer(0) : 0;
}

void Connection::useWriteAheadLog()
{
    execute("PRAGMA journal_mode = WAL;"
            "PRAGMA synchronous = NORMAL;"
            "PRAGMA journal_size_limit = 67108864");
}

Error Connection::describe(const SQLite::Exception &exception, const QString &path)
{
    const QString name = QFileInfo(path).fileName();
    const QString detail = QString::fromUtf8(exception.what());
    const auto error = [&](ErrorCode code, const QString &text) { return Error{code, text.arg(name), detail}; };
    switch (exception.getErrorCode() & 0xff) {
    case SQLITE_INTERRUPT: return Error::cancelled();
    case SQLITE_FULL:
        return error(ErrorCode::DiskFull, ConnectionText::tr("The disk is full, so %1 could not be written and is as it was. "
                                                   "Free some space and try again."));
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return error(ErrorCode::Permission, ConnectionText::tr("%1 cannot be changed: it, or its folder, is read-only. "
                                                     "Copy it to a folder of yours and open the copy."));
    case SQLITE_CANTOPEN:
        return error(ErrorCode::Permission, ConnectionText::tr("%1 cannot be opened. Check that you may read and write the file "
                                                     "and its folder."));
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return error(ErrorCode::Io, ConnectionText::tr("%1 is being written by another program or job. "
                                             "Wait until that has ended and try again."));
    case SQLITE_CORRUPT:
        return error(ErrorCode::Format, ConnectionText::tr("%1 is damaged and cannot be read. Open a copy of it from a backup, "
                                                 "or import the source files into a new workspace."));
    case SQLITE_NOTADB: return error(ErrorCode::Format, ConnectionText::tr("%1 is not a Foretrail workspace. To bring its rows in, import it."));
    case SQLITE_IOERR:
        if (isFull(path))
            return describe(SQLite::Exception(exception.what(), SQLITE_FULL), path);
        return error(ErrorCode::Io, ConnectionText::tr("The disk did not read or write %1. Check the disk and try again."));
    case SQLITE_NOMEM: return error(ErrorCode::Internal, ConnectionText::tr("There is not enough memory to work with %1."));
    default: return error(ErrorCode::Internal, ConnectionText::tr("%1: the database reports \"%2\".").arg(QStringLiteral("%1"), detail));
    }
}

StopScope::StopScope(Connection &connection, JobContext &job) : m_handle(connection.handle())
{
    sqlite3_progress_handler(m_handle, stepsBetweenLooks, stopAsked, &job);
}

StopScope::~StopScope() { sqlite3_progress_handler(m_handle, 0, nullptr, nullptr); }

PatientScope::PatientScope(Connection &connection, JobContext &job) : m_handle(connection.handle())
{
    sqlite3_busy_handler(m_handle, waitUnlessStopped, &job);
}

PatientScope::~PatientScope() { sqlite3_busy_timeout(m_handle, busyTimeoutMs); }

WriteTransaction::WriteTransaction(Connection &connection) : m_connection(connection)
{
    m_connection.execute("BEGIN IMMEDIATE");
}

WriteTransaction::~WriteTransaction()
{
    if (!sqlite3_get_autocommit(m_connection.handle()))
        sqlite3_exec(m_connection.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void WriteTransaction::commit() { m_connection.execute("COMMIT"); }

} // namespace foretrail
