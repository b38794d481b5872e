#include "core/data/EventAppender.h"

#include <algorithm>
#include <cmath>

namespace foretrail {
namespace {

constexpr int firstAttribute = 12; ///< of the feed's columns
constexpr std::string_view idColumn = "c0, ";
constexpr auto plainColumns = "time, user_id, item_id, kind_id, category_id, session_id, position, quantity, price, amount, "
                              "fingerprint";

void giveId(sqlite3_context *to, qint64 id)
{
    if (id != 0)
        sqlite3_result_int64(to, id);
}

void giveNumber(sqlite3_context *to, double number)
{
    if (!std::isnan(number))
        sqlite3_result_double(to, number);
}

std::string columnName(int slot) { return "a" + std::to_string(slot); }

} // namespace

std::string eventColumns(int lastSlot)
{
    std::string columns("id, import_id, ");
    columns += plainColumns;
    for (int slot = 1; slot <= lastSlot; ++slot)
        columns += ", " + columnName(slot);
    return columns;
}

// Types need not be checked again.
std::string shortEventTable(int lastSlot)
{
    std::string table = "(id INTEGER PRIMARY KEY, import_id INTEGER, time INTEGER, user_id INTEGER, item_id INTEGER, kind_id INTEGER, "
                        "category_id INTEGER, session_id INTEGER, position INTEGER, quantity REAL, price REAL, amount REAL, "
                        "fingerprint INTEGER";
    for (int slot = 1; slot <= lastSlot; ++slot)
        table += ", " + columnName(slot) + " INTEGER";
    return table + ")";
}

class EventAppender::Feed : public RowFeed {
public:
    Feed(Connection &connection, const std::vector<EventEntry> &rows, int attributes)
        : RowFeed(connection, "new_events", firstAttribute + attributes), m_rows(rows)
    {
    }
    void rewind() { m_next = 0; }
    bool next() override { return m_next < m_rows.size() && ++m_next != 0; }
    void value(sqlite3_context *to, int column) const override
    {
        const EventEntry &row = m_rows[m_next - 1];
        switch (column) {
        case 0: return sqlite3_result_int64(to, row.id);
        case 1: return sqlite3_result_int64(to, row.time);
        case 2: return giveId(to, row.user);
        case 3: return giveId(to, row.item);
        case 4: return giveId(to, row.kind);
        case 5: return giveId(to, row.category);
        case 6: return giveId(to, row.session);
        case 7:
            if (row.position)
                sqlite3_result_int64(to, *row.position);
            return;
        case 8: return giveNumber(to, row.quantity);
        case 9: return giveNumber(to, row.price);
        case 10: return giveNumber(to, row.amount);
        case 11: return sqlite3_result_int64(to, qint64(row.fingerprint));
        default: return giveId(to, row.attributes[size_t(column - firstAttribute)]);
        }
    }

private:
    const std::vector<EventEntry> &m_rows;
    size_t m_next = 0;
};

EventAppender::EventAppender(Connection &connection, qint64 importId, const std::vector<int> &slots, bool keepsIndexes)
    : m_feed(std::make_unique<Feed>(connection, m_rows, int(slots.size())))
{
    m_rows.reserve(rowsAtOnce);
    if (!keepsIndexes)
        m_table.emplace(connection, "events", shortEventTable(slots.empty() ? 0 : *std::ranges::max_element(slots)));
    const std::string table = m_table && m_table->isThere() ? m_table->name() : "events";
    std::string columns(plainColumns);
    for (int slot : slots)
        columns += ", " + columnName(slot);
    const std::string values = m_feed->columnList();
    const auto insert = [&](const std::string &into, const std::string &what) {
        return "INSERT INTO " + table + "(" + into + ", import_id) SELECT " + what + ", " + std::to_string(importId) + " FROM " + m_feed->name();
    };
    m_insert.emplace(connection.handle(), insert("id, " + columns, values), true);
    if (!keepsIndexes)
        m_insertNext.emplace(connection.handle(), insert(columns, values.substr(idColumn.size())), true);
}

EventAppender::~EventAppender() = default;

void EventAppender::flush()
{
    if (m_rows.empty())
        return;
    m_feed->rewind();
    (m_isBehindOwn && m_insertNext ? *m_insertNext : *m_insert).run();
    m_isBehindOwn = true;
    m_rows.clear();
}

} // namespace foretrail
