#include "core/data/ItemNames.h"

#include <algorithm>

namespace foretrail {

void ItemNames::add(qint64 id, std::string_view name)
{
    constexpr size_t most = 4;
    if (id == 0 || name.empty())
        return;
    if (size_t(id) >= m_items.size())
        m_items.resize(std::max(size_t(id) + 1, m_items.size() * 2));
    Item &item = m_items[size_t(id)];
    if (item.recent < item.candidates.size() && item.candidates[item.recent].name == name) {
        ++item.candidates[item.recent].rows;
        return;
    }
    auto found = std::ranges::find(item.candidates, name, &Candidate::name);
    if (found == item.candidates.end()) {
        if (item.candidates.size() >= most)
            item.candidates.erase(std::ranges::min_element(item.candidates, {}, &Candidate::rows));
        item.candidates.push_back({std::string(name), 0});
        found = item.candidates.end() - 1;
    }
    ++found->rows;
    item.recent = size_t(found - item.candidates.begin());
}

void ItemNames::write(Connection &connection, qint64 import)
{
    Statement keep = connection.prepare(
        "INSERT INTO item_names(import_id, item_id, name, rows) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO UPDATE SET "
        "name = CASE WHEN excluded.rows > rows THEN excluded.name ELSE name END, rows = max(rows, excluded.rows)");
    for (size_t id = 0; id < m_items.size(); ++id) {
        if (m_items[id].candidates.empty())
            continue;
        const Candidate &winner = *std::ranges::max_element(m_items[id].candidates, {}, &Candidate::rows);
        keep.bind(1, import);
        keep.bind(2, qint64(id));
        keep.bind(3, std::string_view(winner.name));
        keep.bind(4, winner.rows);
        keep.run();
    }
    if (!m_items.empty())
        choose(connection, import);
}

void ItemNames::choose(Connection &connection, qint64 import)
{
    Statement name = connection.prepare(
        "UPDATE items SET name = coalesce((SELECT n.name FROM item_names n JOIN imports i ON i.id = n.import_id "
        "WHERE n.item_id = items.id AND i.undone IS NULL ORDER BY n.rows DESC, n.import_id LIMIT 1), '') "
        "WHERE id IN (SELECT item_id FROM item_names WHERE import_id = ?1)");
    name.bind(1, import);
    name.run();
}

} // namespace foretrail
