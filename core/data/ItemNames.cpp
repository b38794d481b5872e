#include "core/data/ItemNames.h"

#include <algorithm>

namespace foretrail {
namespace {

/// Names items by the import whose winner has the most rows.
std::string chosenName(const char *whichItems)
{
    return std::string("UPDATE items SET name = coalesce((SELECT n.name FROM item_names n JOIN imports i ON i.id = n.import_id "
                       "WHERE n.item_id = items.id AND i.undone IS NULL ORDER BY n.rows DESC, n.import_id LIMIT 1), '') WHERE id ") + whichItems;
}

} // namespace

ItemNames::Item &ItemNames::itemOf(qint64 id)
{
    const size_t chunk = size_t(id) / chunkItems;
    if (chunk >= m_chunks.size())
        m_chunks.resize(chunk + 1);
    if (!m_chunks[chunk]) {
        m_chunks[chunk] = std::make_unique<std::array<Item, chunkItems>>();
        m_bytes += sizeof(*m_chunks[chunk]);
    }
    return (*m_chunks[chunk])[size_t(id) % chunkItems];
}

bool ItemNames::isFull() const
{
    constexpr size_t most = size_t(24) << 20;
    return m_bytes > most;
}

void ItemNames::count(Item &item, const CodedText &name)
{
    constexpr size_t most = 4;
    item.settle();
    auto found = std::ranges::find(item.candidates, name.text, &Candidate::name);
    if (found == item.candidates.end()) {
        if (item.candidates.size() >= most)
            item.candidates.erase(std::ranges::min_element(item.candidates, {}, &Candidate::rows));
        item.candidates.push_back({std::string(name.text), 0});
        m_bytes += sizeof(Candidate) + name.text.size();
        found = item.candidates.end() - 1;
    }
    ++found->rows;
    item.recent = quint32(found - item.candidates.begin());
    item.recentCode = name.code;
}

void ItemNames::flush(Connection &connection, qint64 import)
{
    Statement keep = connection.prepare(
        "INSERT INTO item_names(import_id, item_id, name, rows) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO UPDATE SET "
        "name = CASE WHEN excluded.rows > rows THEN excluded.name ELSE name END, "
        "rows = CASE WHEN excluded.name = name THEN rows + excluded.rows ELSE max(rows, excluded.rows) END");
    for (size_t chunk = 0; chunk < m_chunks.size(); ++chunk) {
        for (size_t i = 0; m_chunks[chunk] && i < chunkItems; ++i) {
            Item &item = (*m_chunks[chunk])[i];
            if (item.candidates.empty())
                continue;
            item.settle();
            const Candidate &winner = *std::ranges::max_element(item.candidates, {}, &Candidate::rows);
            keep.bind(1, import);
            keep.bind(2, qint64(chunk * chunkItems + i));
            keep.bind(3, std::string_view(winner.name));
            keep.bind(4, winner.rows);
            keep.run();
        }
    }
    m_chunks.clear();
    m_touched.clear();
    m_bytes = 0;
}

void ItemNames::keep(Connection &connection, qint64 import)
{
    if (isFull()) {
        write(connection, import);
        return;
    }
    // What was counted before the memory was full may have more rows than what is counted since.
    Statement keep = connection.prepare("INSERT INTO item_names(import_id, item_id, name, rows) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO UPDATE SET "
                                        "name = excluded.name, rows = excluded.rows WHERE excluded.rows >= rows");
    Statement choice = connection.prepare(chosenName("= ?1"));
    for (const qint64 id : m_touched) {
        Item &item = itemOf(id);
        item.settle();
        item.isTouched = false;
        const Candidate &winner = *std::ranges::max_element(item.candidates, {}, &Candidate::rows);
        keep.bind(1, import);
        keep.bind(2, id);
        keep.bind(3, std::string_view(winner.name));
        keep.bind(4, winner.rows);
        keep.run();
        choice.bind(1, id);
        choice.run();
    }
    m_touched.clear();
}

void ItemNames::write(Connection &connection, qint64 import)
{
    flush(connection, import);
    choose(connection, import);
}

void ItemNames::choose(Connection &connection, qint64 import)
{
    Statement name = connection.prepare(chosenName("IN (SELECT item_id FROM item_names WHERE import_id = ?1)"));
    name.bind(1, import);
    name.run();
}

} // namespace foretrail
