#include "core/data/sqlite/RowFeed.h"

#include <new>

namespace foretrail {

// The functions that SQLite asks for of a virtual table that is only read from its first row to its last.
struct RowFeed::Module {
    struct Table : sqlite3_vtab {
        RowFeed *feed = nullptr;
    };
    struct Cursor : sqlite3_vtab_cursor {
        RowFeed *feed = nullptr;
        sqlite3_int64 row = 0;
        bool hasRow = false;
    };

    static int connect(sqlite3 *database, void *feed, int, const char *const *, sqlite3_vtab **out, char **)
    {
        auto *self = static_cast<RowFeed *>(feed);
        if (const int code = sqlite3_declare_vtab(database, ("CREATE TABLE feed(" + self->columnList() + ")").c_str()); code != SQLITE_OK)
            return code;
        auto *table = new (std::nothrow) Table;
        if (!table)
            return SQLITE_NOMEM;
        table->feed = self;
        *out = table;
        return SQLITE_OK;
    }
    static int disconnect(sqlite3_vtab *table)
    {
        delete static_cast<Table *>(table);
        return SQLITE_OK;
    }
    static int plan(sqlite3_vtab *, sqlite3_index_info *) { return SQLITE_OK; }
    static int open(sqlite3_vtab *table, sqlite3_vtab_cursor **out)
    {
        auto *cursor = new (std::nothrow) Cursor;
        if (!cursor)
            return SQLITE_NOMEM;
        cursor->feed = static_cast<Table *>(table)->feed;
        *out = cursor;
        return SQLITE_OK;
    }
    static int close(sqlite3_vtab_cursor *cursor)
    {
        delete static_cast<Cursor *>(cursor);
        return SQLITE_OK;
    }
    static int next(sqlite3_vtab_cursor *cursor)
    {
        auto *self = static_cast<Cursor *>(cursor);
        // No exception may pass through SQLite's C.
        try {
            self->hasRow = self->feed->next();
        } catch (const SQLite::Exception &exception) {
            return exception.getErrorCode();
        } catch (const std::bad_alloc &) {
            return SQLITE_NOMEM;
        }
        ++self->row;
        return SQLITE_OK;
    }
    static int begin(sqlite3_vtab_cursor *cursor, int, const char *, int, sqlite3_value **) { return next(cursor); }
    static int hasEnded(sqlite3_vtab_cursor *cursor) { return static_cast<Cursor *>(cursor)->hasRow ? 0 : 1; }
    static int column(sqlite3_vtab_cursor *cursor, sqlite3_context *to, int number)
    {
        static_cast<Cursor *>(cursor)->feed->value(to, number);
        return SQLITE_OK;
    }
    static int rowId(sqlite3_vtab_cursor *cursor, sqlite3_int64 *id)
    {
        *id = static_cast<Cursor *>(cursor)->row;
        return SQLITE_OK;
    }

    static const sqlite3_module *functions()
    {
        static const sqlite3_module module = [] {
            sqlite3_module made{};
            made.xConnect = connect;
            made.xBestIndex = plan;
            made.xDisconnect = disconnect;
            made.xOpen = open;
            made.xClose = close;
            made.xFilter = begin;
            made.xNext = next;
            made.xEof = hasEnded;
            made.xColumn = column;
            made.xRowid = rowId;
            return made;
        }();
        return &module;
    }
};

RowFeed::RowFeed(Connection &connection, std::string name, int columns)
    : m_connection(connection), m_name(std::move(name)), m_columns(columns)
{
    const int code = sqlite3_create_module(connection.handle(), m_name.c_str(), Module::functions(), this);
    if (code != SQLITE_OK)
        throw SQLite::Exception(connection.handle(), code);
}

RowFeed::~RowFeed() { sqlite3_create_module(m_connection.handle(), m_name.c_str(), nullptr, nullptr); }

std::string RowFeed::columnList() const
{
    std::string list;
    for (int column = 0; column < m_columns; ++column)
        list += (column == 0 ? "c" : ", c") + std::to_string(column);
    return list;
}

} // namespace foretrail
