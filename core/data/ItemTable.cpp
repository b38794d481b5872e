#include "core/data/ItemTable.h"

#include <algorithm>

namespace foretrail {

ItemTable::ItemTable(Connection &connection, ProductRule rule, const ImportBudget &budget, std::shared_ptr<ItemNames> names)
    : m_connection(connection), m_rule(std::move(rule)),
      m_keys(connection, "SELECT id, key FROM items", "INSERT INTO items(key) VALUES (?1)", budget), m_isShort(budget.isShort), m_goesOn(names != nullptr),
      m_names(names ? std::move(names) : std::make_shared<ItemNames>())
{
}

void ItemTable::load()
{
    m_isLoaded = true;
    if (m_isShort)
        return;
    m_isOther.resize(size_t(m_keys.lastId()) + 1, 0);
    Statement others = m_connection.prepare("SELECT id FROM items WHERE is_product = 0");
    while (others.step())
        m_isOther[size_t(others.integer(0))] = 1;
}

bool ItemTable::isOther(qint64 item) const
{
    Statement row = m_connection.prepare("SELECT is_product FROM items WHERE id = ?1");
    row.bind(1, item);
    return row.step() && row.integer(0) == 0;
}

void ItemTable::note(qint64 item, bool isOther)
{
    if (!isOther)
        return;
    if (size_t(item) >= m_isOther.size())
        m_isOther.resize(std::max(size_t(item) + 1, m_isOther.size() * 2), 0);
    m_isOther[size_t(item)] = 1;
}

qint64 ItemTable::find(const CodedText &key)
{
    if (key.empty())
        return 0;
    if (!m_isLoaded)
        load();
    const KeyInterner::Found found = m_keys.find(key);
    if (m_isShort && !found.isNew)
        note(found.id, isOther(found.id));
    if (!found.isNew || m_rule.isProduct(key))
        return found.id;
    note(found.id, true);
    Statement flag = m_connection.prepare("UPDATE items SET is_product = 0 WHERE id = ?1");
    flag.bind(1, found.id);
    flag.run();
    return found.id;
}

} // namespace foretrail
