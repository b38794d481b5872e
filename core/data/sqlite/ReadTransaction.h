#pragma once

#include "core/data/sqlite/Connection.h"

namespace foretrail {

/// One snapshot for several statements, while another connection may be writing. Does nothing inside another transaction.
class ReadTransaction {
public:
    explicit ReadTransaction(Connection &connection) : m_connection(connection), m_isOuter(sqlite3_get_autocommit(connection.handle()))
    {
        if (m_isOuter)
            m_connection.execute("BEGIN");
    }
    ~ReadTransaction()
    {
        if (m_isOuter)
            sqlite3_exec(m_connection.handle(), "COMMIT", nullptr, nullptr, nullptr);
    }
    ReadTransaction(const ReadTransaction &) = delete;
    ReadTransaction &operator=(const ReadTransaction &) = delete;

private:
    Connection &m_connection;
    bool m_isOuter;
};

} // namespace foretrail
