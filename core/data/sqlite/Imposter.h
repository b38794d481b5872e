#pragma once

#include "core/data/sqlite/Connection.h"

#include <string>

namespace foretrail {

/// A second table over the pages of a table or an index that is there: rows written to it are rows, or entries, of the other.
/// It lives in the connection only and leaves no trace in the file. SQLite's own bulk loader (its RBU extension) fills
/// indexes this way. The caller answers for what is written: nothing checks that an index has all entries and no more.
class Imposter {
public:
    /// `definition` is what follows the name in CREATE TABLE; of an index: its columns and the row id, all PRIMARY KEY,
    /// WITHOUT ROWID.
    Imposter(Connection &connection, std::string_view original, const std::string &definition);
    ~Imposter();
    Imposter(const Imposter &) = delete;
    Imposter &operator=(const Imposter &) = delete;

    /// False where SQLite was built without such tables: then there is none, and nothing has happened.
    bool isThere() const { return m_isThere; }
    const std::string &name() const { return m_name; }

private:
    Connection &m_connection;
    std::string m_name;
    bool m_isThere = false;
};

} // namespace foretrail
