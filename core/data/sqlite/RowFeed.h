#pragma once

#include "core/base/Uncopied.h"
#include "core/data/sqlite/Connection.h"

#include <string>

namespace foretrail {

/// Rows that the program has and SQLite reads as a table: `INSERT INTO t SELECT c0, c1 FROM name` takes a third less time than
/// binding and running a statement for every row. One at a time of a name and connection; must outlive its statements.
class RowFeed : Uncopied {
public:
    RowFeed(Connection &connection, std::string name, int columns);
    virtual ~RowFeed();

    const std::string &name() const { return m_name; }
    /// "c0, c1, c2"
    std::string columnList() const;

    /// Goes to the first row, then to the next one; false when there is none. May throw SQLite::Exception.
    virtual bool next() = 0;
    /// Tells SQLite the value of the current row; nothing means NULL.
    virtual void value(sqlite3_context *to, int column) const = 0;

private:
    struct Module;
    Connection &m_connection;
    std::string m_name;
    int m_columns;
};

} // namespace foretrail
