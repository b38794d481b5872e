#include "core/data/sqlite/Statement.h"

#include <SQLiteCpp/Exception.h>

#include <cmath>
#include <limits>

namespace foretrail {

Statement::Statement(sqlite3 *database, std::string_view sql, bool keep) : m_database(database)
{
    sqlite3_stmt *prepared = nullptr;
    check(sqlite3_prepare_v3(database, sql.data(), int(sql.size()), keep ? SQLITE_PREPARE_PERSISTENT : 0, &prepared,
                             nullptr));
    m_statement.reset(prepared);
}

void Statement::check(int code) const
{
    if (code != SQLITE_OK)
        throw SQLite::Exception(m_database, code);
}

void Statement::bind(int parameter, qint64 value) { check(sqlite3_bind_int64(m_statement.get(), parameter, value)); }

void Statement::bind(int parameter, double value)
{
    if (std::isnan(value))
        bindNull(parameter);
    else
        check(sqlite3_bind_double(m_statement.get(), parameter, value));
}

void Statement::bind(int parameter, std::string_view utf8)
{
    // A null pointer would bind NULL where an empty text is meant.
    check(sqlite3_bind_text(m_statement.get(), parameter, utf8.empty() ? "" : utf8.data(), int(utf8.size()),
                            SQLITE_STATIC));
}

void Statement::bind(int parameter, const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    check(sqlite3_bind_text(m_statement.get(), parameter, utf8.constData(), int(utf8.size()), SQLITE_TRANSIENT));
}

void Statement::bind(int parameter, const QByteArray &blob)
{
    check(sqlite3_bind_blob64(m_statement.get(), parameter, blob.constData(), sqlite3_uint64(blob.size()),
                              SQLITE_TRANSIENT));
}

void Statement::bindNull(int parameter) { check(sqlite3_bind_null(m_statement.get(), parameter)); }

void Statement::bindId(int parameter, qint64 id)
{
    if (id == 0)
        bindNull(parameter);
    else
        bind(parameter, id);
}

bool Statement::step()
{
    const int code = sqlite3_step(m_statement.get());
    if (code == SQLITE_ROW)
        return true;
    if (code != SQLITE_DONE)
        check(code);
    return false;
}

void Statement::run()
{
    const int code = sqlite3_step(m_statement.get());
    if (code != SQLITE_DONE && code != SQLITE_ROW) {
        const SQLite::Exception failure(m_database, code);
        sqlite3_reset(m_statement.get());
        throw failure;
    }
    sqlite3_reset(m_statement.get());
}

double Statement::real(int column) const
{
    return isNull(column) ? std::numeric_limits<double>::quiet_NaN() : sqlite3_column_double(m_statement.get(), column);
}

QString Statement::text(int column) const
{
    const std::string_view utf8 = view(column);
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

std::string_view Statement::view(int column) const
{
    const auto *bytes = reinterpret_cast<const char *>(sqlite3_column_text(m_statement.get(), column));
    return bytes ? std::string_view(bytes, size_t(sqlite3_column_bytes(m_statement.get(), column))) : std::string_view();
}

QByteArray Statement::blob(int column) const
{
    const auto *bytes = static_cast<const char *>(sqlite3_column_blob(m_statement.get(), column));
    return QByteArray(bytes, sqlite3_column_bytes(m_statement.get(), column));
}

} // namespace foretrail
