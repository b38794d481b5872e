#pragma once

#include "core/data/sqlite/Statement.h"
#include "core/jobs/JobContext.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>

#include <type_traits>

namespace foretrail {

/// One SQLite connection: owns the handle, belongs to one thread, closed on destruction.
/// Everything throws SQLite::Exception; guarded() turns that into an Error for people.
class Connection {
public:
    enum class Access {
        ReadOnly,
        Immutable, ///< read-only, and nobody else writes: for media on which SQLite cannot keep its side files
        ReadWrite,
        Create
    };

    Connection(const QString &path, Access access);
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    const QString &path() const { return m_path; }
    sqlite3 *handle() const { return m_database.getHandle(); }

    void execute(const char *sql) { m_database.exec(sql); }
    Statement prepare(std::string_view sql) const { return Statement(handle(), sql); }
    /// The first column of the first row; 0 where there is none.
    qint64 integer(std::string_view sql) const;

    /// WAL, durable at checkpoints. Writes to the file, so only after the file is known to be a workspace.
    void useWriteAheadLog();

    /// What an exception of the library means to a person, with the file named.
    Error describe(const SQLite::Exception &exception) const { return describe(exception, m_path); }
    static Error describe(const SQLite::Exception &exception, const QString &path);

    /// Runs `work`, which returns a Result, with every exception of the library turned into its error.
    template<class Work>
    std::invoke_result_t<Work> guarded(Work &&work) const
    {
        try {
            return work();
        } catch (const SQLite::Exception &exception) {
            return fail(describe(exception));
        }
    }

private:
    QString m_path;
    SQLite::Database m_database;
};

/// While it lives, a statement of the connection ends with SQLITE_INTERRUPT soon after the job is asked to stop.
class StopScope {
public:
    StopScope(Connection &connection, JobContext &job);
    ~StopScope();
    StopScope(const StopScope &) = delete;
    StopScope &operator=(const StopScope &) = delete;

private:
    sqlite3 *m_handle;
};

/// While it lives, the connection waits for another writer as long as that takes, or until the job is asked to stop: for work
/// whose result would be lost otherwise.
class PatientScope {
public:
    PatientScope(Connection &connection, JobContext &job);
    ~PatientScope();
    PatientScope(const PatientScope &) = delete;
    PatientScope &operator=(const PatientScope &) = delete;

private:
    sqlite3 *m_handle;
};

/// BEGIN IMMEDIATE; rolled back unless committed. SQLite itself rolls back on some failures (disk full): that is fine.
class WriteTransaction {
public:
    explicit WriteTransaction(Connection &connection);
    ~WriteTransaction();
    WriteTransaction(const WriteTransaction &) = delete;
    WriteTransaction &operator=(const WriteTransaction &) = delete;
    void commit();

private:
    Connection &m_connection;
};

} // namespace foretrail
