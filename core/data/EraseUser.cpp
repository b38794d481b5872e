#include "core/data/EraseUser.h"

#include "core/data/LiveTotals.h"
#include "core/data/sqlite/Connection.h"

#include <QCoreApplication>

namespace foretrail {
namespace {

struct EraseUserText { Q_DECLARE_TR_FUNCTIONS(foretrail::EraseUser) };

/// Pages that are let go are written over, not only marked as free.
class SecureDeletion {
public:
    explicit SecureDeletion(Connection &connection) : m_connection(connection) { m_connection.execute("PRAGMA secure_delete = ON"); }
    ~SecureDeletion() { sqlite3_exec(m_connection.handle(), "PRAGMA secure_delete = OFF", nullptr, nullptr, nullptr); }

private:
    Connection &m_connection;
};

class UserErasure {
public:
    /// `key`: of somebody whom only rejects or tables name, where `user` is 0.
    UserErasure(Connection &connection, qint64 user, const QString &key, JobContext &job)
        : m_connection(connection), m_user(user), m_key(key), m_job(job), m_totals(connection)
    {
        Statement row = connection.prepare("SELECT key FROM users WHERE id = ?1");
        row.bind(1, user);
        if (row.step())
            m_key = row.text(0);
    }

    Result<Erasure> run()
    {
        if (m_job.stopRequested())
            return fail(Error::cancelled());
        Erasure erased;
        m_connection.execute("CREATE TEMP TABLE IF NOT EXISTS erased_sessions (id INTEGER PRIMARY KEY)");
        m_connection.execute("DELETE FROM temp.erased_sessions");
        for (const char *table : {"events", "set_aside_events"})
            changed(std::string("INSERT OR IGNORE INTO temp.erased_sessions SELECT session_id FROM ") + table
                    + " WHERE user_id = ?1 AND session_id IS NOT NULL");
        noteValues();
        countOut();
        erased.events = changed("DELETE FROM events WHERE user_id = ?1") + changed("DELETE FROM set_aside_events WHERE user_id = ?1");
        for (const char *table : {"key_attributes", "set_aside_attributes"})
            erased.attributes += ofKey(std::string("DELETE FROM ") + table + " WHERE dimension = 'user' AND key = ?1");
        erased.rejects = ofKey("UPDATE rejects SET value = '', fields = '[]' WHERE value = ?1 OR (json_valid(fields) "
                               "AND EXISTS (SELECT 1 FROM json_each(rejects.fields) AS field WHERE field.value = ?1))");
        if (const Result<void> counted = m_totals.write(m_job); !counted)
            return fail(counted.error());
        forgetWhatWasLearnt();
        changed("DELETE FROM users WHERE id = ?1");
        eraseSessions();
        eraseValues();
        return erased;
    }

private:
    void countOut()
    {
        Statement rows = m_connection.prepare(std::string("SELECT ") + LiveTotals::columns + " FROM events WHERE user_id = ?1");
        rows.bind(1, m_user);
        while (rows.step())
            m_totals.take(rows, -1);
    }
    /// Models and figures that hold something of the user; they are made again when somebody asks.
    void forgetWhatWasLearnt()
    {
        m_connection.execute("DELETE FROM settings WHERE key IN ('intent.model', 'figures.state') OR key LIKE 'customers.model%'");
        m_connection.execute("DELETE FROM user_figures");
        forgetShowings();
        ofKey("UPDATE settings SET value = replace(value, json_quote(?1), '\"\"') WHERE instr(value, json_quote(?1)) > 0"); // the truth of the sample shop
    }
    /// That something was shown stays, since budgets are counted by it; to whom and what was known of them does not.
    void forgetShowings()
    {
        changed("UPDATE campaigns SET state = '' WHERE id IN (SELECT campaign_id FROM campaign_decisions WHERE user_id = ?1)");
        changed("UPDATE campaign_decisions SET user_id = NULL, context = '{}' WHERE user_id = ?1");
    }
    /// Those that nobody else's events belong to.
    void eraseSessions()
    {
        if (m_connection.integer("SELECT EXISTS (SELECT 1 FROM temp.erased_sessions)") == 0)
            return;
        for (const char *table : {"events", "set_aside_events"})
            m_connection.execute((std::string("DELETE FROM temp.erased_sessions WHERE id IN (SELECT session_id FROM ") + table + ")").c_str());
        m_connection.execute("DELETE FROM sessions WHERE id IN (SELECT id FROM temp.erased_sessions)");
    }
    /// What the columns of the log say at the user's events: an address may stand there.
    void noteValues()
    {
        m_connection.execute("CREATE TEMP TABLE IF NOT EXISTS erased_values (id INTEGER PRIMARY KEY, slot INTEGER NOT NULL)");
        m_connection.execute("DELETE FROM temp.erased_values");
        for (Statement slots = m_connection.prepare("SELECT slot FROM attributes"); slots.step();) {
            const std::string slot = std::to_string(slots.integer(0));
            for (const char *table : {"events", "set_aside_events"})
                changed("INSERT OR IGNORE INTO temp.erased_values SELECT a" + slot + ", " + slot + " FROM " + table + " WHERE user_id = ?1 AND a" + slot
                        + " IS NOT NULL");
        }
    }
    /// Those that nobody else's events have.
    void eraseValues()
    {
        std::vector<std::string> named;
        for (Statement slots = m_connection.prepare("SELECT DISTINCT slot FROM temp.erased_values"); slots.step();)
            named.push_back(std::to_string(slots.integer(0)));
        for (const std::string &slot : named)
            for (const char *table : {"events", "set_aside_events"})
                m_connection.execute(("DELETE FROM temp.erased_values WHERE slot = " + slot + " AND id IN (SELECT a" + slot + " FROM " + table + ")").c_str());
        m_connection.execute("DELETE FROM attribute_values WHERE id IN (SELECT id FROM temp.erased_values)");
    }
    qint64 changed(const std::string &sql)
    {
        Statement statement = m_connection.prepare(sql);
        statement.bind(1, m_user);
        statement.run();
        return sqlite3_changes(m_connection.handle());
    }
    qint64 ofKey(const std::string &sql)
    {
        Statement statement = m_connection.prepare(sql);
        statement.bind(1, m_key);
        statement.run();
        return sqlite3_changes(m_connection.handle());
    }

    Connection &m_connection;
    const qint64 m_user;
    QString m_key;
    JobContext &m_job;
    LiveTotals m_totals;
};

/// Rejects and attributes can name somebody of whom nothing was stored.
bool isNamedAnywhere(Connection &connection, const QString &key)
{
    Statement row = connection.prepare("SELECT EXISTS (SELECT 1 FROM rejects WHERE value = ?1 OR (json_valid(fields) AND EXISTS "
                                       "(SELECT 1 FROM json_each(rejects.fields) AS field WHERE field.value = ?1))) OR EXISTS "
                                       "(SELECT 1 FROM key_attributes WHERE dimension = 'user' AND key = ?1)");
    row.bind(1, key);
    return row.step() && row.integer(0) != 0;
}

/// Pages that gave rows away, or lie unused, keep old copies: only a new file holds none.
bool writeAnew(Connection &connection)
{
    const bool isDone = sqlite3_exec(connection.handle(), "VACUUM", nullptr, nullptr, nullptr) == SQLITE_OK;
    sqlite3_wal_checkpoint_v2(connection.handle(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
    return isDone;
}

} // namespace

Result<Erasure> eraseUser(Workspace &workspace, const QString &key, JobContext &job)
{
    if (workspace.isReadOnly())
        return fail(ErrorCode::InvalidInput, EraseUserText::tr("This workspace is read-only: nobody can be erased from it."));
    Connection &connection = workspace.connection();
    const Result<UserRow> user = workspace.data().user(key);
    if (!user && !(user.error().code == ErrorCode::NotFound && isNamedAnywhere(connection, key)))
        return fail(user.error());
    Result<Erasure> erased = connection.guarded([&]() -> Result<Erasure> {
        const SecureDeletion secure(connection);
        PatientScope patience(connection, job);
        WriteTransaction transaction(connection);
        StopScope scope(connection, job);
        Result<Erasure> done = UserErasure(connection, user ? user->id.value : 0, key, job).run();
        if (done)
            transaction.commit();
        return done;
    });
    if (erased)
        erased->isWrittenOver = writeAnew(connection);
    return erased;
}

} // namespace foretrail
