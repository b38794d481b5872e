#include "core/data/KeyInterner.h"

#include <algorithm>
#include <cstring>
#include <functional>

namespace foretrail {
namespace {

constexpr size_t textChunkBytes = size_t(256) << 10;

quint32 shortHash(size_t hash) { return quint32(hash ^ (hash >> 32)); }

/// "SELECT id, key FROM t WHERE slot = 1" becomes "... AND key = ?1".
std::string questionFor(const std::string &load)
{
    const size_t comma = load.find(", "), from = load.find(" FROM ");
    const bool hasCondition = load.find(" WHERE ") != std::string::npos;
    return load + (hasCondition ? " AND " : " WHERE ") + load.substr(comma + 2, from - comma - 2) + " = ?1";
}

} // namespace

KeyInterner::KeyInterner(Connection &connection, std::string load, std::string insert, const ImportBudget &budget)
    : m_connection(connection), m_loadSql(std::move(load)), m_insertSql(std::move(insert)), m_budget(budget)
{
}

void KeyInterner::load()
{
    if (m_insert)
        return;
    m_insert = std::make_unique<Statement>(m_connection.handle(), m_insertSql, true);
    m_ask = std::make_unique<Statement>(m_connection.handle(), questionFor(m_loadSql), true);
    if (m_budget.isShort) {
        m_last = m_lastStored = m_connection.integer("SELECT max(id) FROM (" + m_loadSql + ")");
        return;
    }
    Statement stored = m_connection.prepare(m_loadSql);
    while (stored.step()) {
        remember(stored.view(1), std::hash<std::string_view>{}(stored.view(1)), stored.integer(0));
        m_last = std::max(m_last, stored.integer(0));
    }
    m_lastStored = m_last;
}

// The oldest keys leave the memory half a budget at a time.
void KeyInterner::remember(std::string_view key, size_t hash, qint64 id)
{
    if (m_young.bytes() > m_budget.keys) {
        if (!m_filter) {
            m_filter.emplace(m_budget.keyFilter);
            m_young.forEach([this](std::string_view known) { m_filter->insert(std::hash<std::string_view>{}(known)); });
        }
        m_old = std::exchange(m_young, {});
    }
    if (m_filter)
        m_filter->insert(hash);
    m_young.fill(key, shortHash(hash), id);
}

bool KeyInterner::mayBeStored(size_t hash) const { return m_budget.isShort || (m_filter && m_filter->mayContain(hash)); }

qint64 KeyInterner::ask(std::string_view key)
{
    m_ask->reset();
    m_ask->bind(1, key);
    const qint64 id = m_ask->step() ? m_ask->integer(0) : 0;
    m_ask->reset();
    return id;
}

qint64 KeyInterner::write(std::string_view key)
{
    m_insert->bind(1, key);
    m_insert->run();
    return m_last = sqlite3_last_insert_rowid(m_connection.handle());
}

KeyInterner::Found KeyInterner::find(std::string_view key)
{
    if (key == m_recentKey)
        return {m_recentId, false};
    load();
    const size_t hash = std::hash<std::string_view>{}(key);
    const Slot *known = m_young.find(key, shortHash(hash));
    Found found{known ? known->id : 0, false};
    if (!known) {
        const Slot *old = m_old.find(key, shortHash(hash));
        found.id = old ? old->id : mayBeStored(hash) ? ask(key) : 0;
        found.isNew = found.id == 0;
        if (found.isNew)
            found.id = write(key);
        remember(key, hash, found.id);
    }
    m_recentKey = key;
    m_recentId = found.id;
    return found;
}

KeyInterner::Found KeyInterner::findCoded(const CodedText &key, size_t place)
{
    const Found found = find(key.text);
    if (place >= m_ofCode.size())
        m_ofCode.resize(std::min(std::max(place + 1, m_ofCode.size() * 2), size_t(CodedText::codesAtATime)));
    m_ofCode[place] = {key.code, found.id};
    return found;
}

size_t KeyInterner::Map::indexOf(std::string_view key, quint32 hash) const
{
    const size_t mask = m_slots.size() - 1;
    size_t index = hash & mask;
    while (m_slots[index].text
           && (m_slots[index].hash != hash || std::string_view(m_slots[index].text, m_slots[index].length) != key))
        index = (index + 1) & mask;
    return index;
}

const KeyInterner::Slot *KeyInterner::Map::find(std::string_view key, quint32 hash) const
{
    if (m_slots.empty())
        return nullptr;
    const Slot &slot = m_slots[indexOf(key, hash)];
    return slot.text ? &slot : nullptr;
}

void KeyInterner::Map::fill(std::string_view key, quint32 hash, qint64 id)
{
    if ((m_size + 1) * 4 > m_slots.size() * 3)
        grow();
    m_slots[indexOf(key, hash)] = {keep(key), quint32(key.size()), hash, id};
    ++m_size;
}

template<class Use>
void KeyInterner::Map::forEach(const Use &use) const
{
    for (const Slot &slot : m_slots)
        if (slot.text)
            use(std::string_view(slot.text, slot.length));
}

void KeyInterner::Map::grow()
{
    std::vector<Slot> old(m_slots.empty() ? 256 : m_slots.size() * 2);
    old.swap(m_slots);
    const size_t mask = m_slots.size() - 1;
    for (const Slot &slot : old) {
        if (!slot.text)
            continue;
        size_t index = slot.hash & mask;
        while (m_slots[index].text)
            index = (index + 1) & mask;
        m_slots[index] = slot;
    }
}

const char *KeyInterner::Map::keep(std::string_view key)
{
    if (m_chunkUsed + key.size() > m_chunkSize || m_chunks.empty()) {
        m_chunkSize = std::max(textChunkBytes, key.size());
        m_chunks.push_back(std::make_unique<char[]>(m_chunkSize));
        m_chunkUsed = 0;
    }
    char *place = m_chunks.back().get() + m_chunkUsed;
    if (!key.empty())
        std::memcpy(place, key.data(), key.size());
    m_chunkUsed += key.size();
    m_textBytes += key.size();
    return place;
}

} // namespace foretrail
