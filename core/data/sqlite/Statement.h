#pragma once

#include <QString>

#include <sqlite3.h>

#include <memory>
#include <string_view>

namespace foretrail {

/// A prepared statement. SQLiteCpp's own copies a shared pointer for every column read, which a scan of millions of
/// rows feels; this one is as thin as the C interface. Failures throw SQLite::Exception, caught at the layer's edge.
/// Belongs to the thread of its connection and must not outlive it. Parameters count from 1, columns from 0.
class Statement {
public:
    /// `keep`: tells SQLite that the statement will live long.
    Statement(sqlite3 *database, std::string_view sql, bool keep = false);

    void bind(int parameter, qint64 value);
    void bind(int parameter, double value); ///< NaN becomes NULL
    void bind(int parameter, std::string_view utf8); ///< not copied: must live until the next reset or bind
    void bind(int parameter, const QString &text);
    void bind(int parameter, const QByteArray &blob);
    void bindNull(int parameter);
    /// A row id where 0 means none.
    void bindId(int parameter, qint64 id);

    /// True when there is a row to read.
    bool step();
    /// Runs to the end and makes the statement ready for the next bind.
    void run();
    void reset() { sqlite3_reset(m_statement.get()); }

    bool isNull(int column) const { return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL; }
    qint64 integer(int column) const { return sqlite3_column_int64(m_statement.get(), column); }
    double real(int column) const; ///< NaN for NULL
    QString text(int column) const;
    std::string_view view(int column) const; ///< valid until the next step
    QByteArray blob(int column) const;

private:
    struct Finalizer { void operator()(sqlite3_stmt *statement) const { sqlite3_finalize(statement); } };
    void check(int code) const;
    sqlite3 *m_database = nullptr;
    std::unique_ptr<sqlite3_stmt, Finalizer> m_statement;
};

} // namespace foretrail
