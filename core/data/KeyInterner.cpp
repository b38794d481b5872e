#include "core/data/KeyInterner.h"

#include <algorithm>
#include <cstring>
#include <functional>

namespace foretrail {
namespace {

constexpr size_t chunkBytes = size_t(1) << 20;

quint32 hashOf(std::string_view key)
{
    const size_t hash = std::hash<std::string_view>{}(key);
    return quint32(hash ^ (hash >> 32));
}

} // namespace

KeyInterner::KeyInterner(Connection &connection, std::string load, std::string insert)
    : m_connection(connection), m_loadSql(std::move(load)), m_insertSql(std::move(insert))
{
}

void KeyInterner::load()
{
    if (m_insert)
        return;
    m_insert = std::make_unique<Statement>(m_connection.handle(), m_insertSql, true);
    Statement stored = m_connection.prepare(m_loadSql);
    while (stored.step()) {
        if ((m_size + 1) * 4 > m_slots.size() * 3)
            grow();
        const std::string_view key = stored.view(1);
        const quint32 hash = hashOf(key);
        fill(slotOf(key, hash), key, hash, stored.integer(0));
        m_last = std::max(m_last, stored.integer(0));
    }
    m_lastStored = m_last;
}

KeyInterner::Found KeyInterner::find(std::string_view key)
{
    if (key == m_recentKey)
        return {m_recentId, false};
    load();
    if ((m_size + 1) * 4 > m_slots.size() * 3)
        grow();
    const quint32 hash = hashOf(key);
    Slot &slot = slotOf(key, hash);
    const bool isNew = slot.text == nullptr;
    if (isNew) {
        m_insert->bind(1, key);
        m_insert->run();
        m_last = sqlite3_last_insert_rowid(m_connection.handle());
        fill(slot, key, hash, m_last);
    }
    m_recentKey = {slot.text, slot.length};
    m_recentId = slot.id;
    return {slot.id, isNew};
}

KeyInterner::Slot &KeyInterner::slotOf(std::string_view key, quint32 hash)
{
    const size_t mask = m_slots.size() - 1;
    size_t index = hash & mask;
    while (m_slots[index].text
           && (m_slots[index].hash != hash || std::string_view(m_slots[index].text, m_slots[index].length) != key))
        index = (index + 1) & mask;
    return m_slots[index];
}

void KeyInterner::fill(Slot &slot, std::string_view key, quint32 hash, qint64 id)
{
    slot = {keep(key), quint32(key.size()), hash, id};
    ++m_size;
}

void KeyInterner::grow()
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

const char *KeyInterner::keep(std::string_view key)
{
    if (m_chunkUsed + key.size() > m_chunkSize || m_chunks.empty()) {
        m_chunkSize = std::max(chunkBytes, key.size());
        m_chunks.push_back(std::make_unique<char[]>(m_chunkSize));
        m_chunkUsed = 0;
    }
    char *place = m_chunks.back().get() + m_chunkUsed;
    if (!key.empty())
        std::memcpy(place, key.data(), key.size());
    m_chunkUsed += key.size();
    return place;
}

} // namespace foretrail
