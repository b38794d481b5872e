#include "core/data/sqlite/BulkJournal.h"

namespace foretrail {

BulkJournal::BulkJournal(Connection &connection) : m_connection(connection)
{
    // Nobody is waited for: with another reader there, the log is the better way anyway.
    const qint64 patience = connection.integer("PRAGMA busy_timeout");
    connection.integer("PRAGMA busy_timeout = 0");
    Statement mode = connection.prepare("PRAGMA journal_mode = DELETE");
    try {
        m_isOn = mode.step() && mode.view(0) == "delete";
    } catch (const SQLite::Exception &) {
        m_isOn = false;
    }
    mode.reset();
    connection.integer("PRAGMA busy_timeout = " + std::to_string(patience));
    if (!m_isOn)
        return;
    connection.execute("PRAGMA synchronous = FULL");
    m_writes.emplace(connection);
}

BulkJournal::~BulkJournal()
{
    m_writes.reset();
    if (m_isOn)
        sqlite3_exec(m_connection.handle(), "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL", nullptr, nullptr, nullptr);
}

} // namespace foretrail
