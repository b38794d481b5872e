#pragma once

#include "core/data/sqlite/Connection.h"

namespace foretrail {

/// Keys are written by us and known to be there, so that a check of every reference by SQLite would only cost time. Nothing
/// goes with what it refers to meanwhile. The setting cannot change inside a transaction, hence made and ended around it.
class ReferencesUnchecked {
public:
    explicit ReferencesUnchecked(Connection &connection) : m_connection(connection)
    {
        m_connection.execute("PRAGMA foreign_keys = OFF");
    }
    ~ReferencesUnchecked()
    {
        sqlite3_exec(m_connection.handle(), "PRAGMA foreign_keys = ON", nullptr, nullptr, nullptr);
    }
    ReferencesUnchecked(const ReferencesUnchecked &) = delete;
    ReferencesUnchecked &operator=(const ReferencesUnchecked &) = delete;

private:
    Connection &m_connection;
};

} // namespace foretrail
