#pragma once

#include "core/data/sqlite/Connection.h"

#include <string>

namespace foretrail {

/// Gives the page cache of a connection another size for a while.
class CacheScope {
public:
    CacheScope(Connection &connection, int kibibytes)
        : m_connection(connection), m_usual(connection.integer("PRAGMA cache_size"))
    {
        m_connection.execute(("PRAGMA cache_size = -" + std::to_string(kibibytes)).c_str());
    }
    ~CacheScope()
    {
        sqlite3_exec(m_connection.handle(), ("PRAGMA cache_size = " + std::to_string(m_usual)).c_str(), nullptr, nullptr, nullptr);
    }
    CacheScope(const CacheScope &) = delete;
    CacheScope &operator=(const CacheScope &) = delete;

private:
    Connection &m_connection;
    qint64 m_usual; ///< pages, or below 0 kibibytes
};

} // namespace foretrail
