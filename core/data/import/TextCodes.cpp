#include "core/data/import/TextCodes.h"

#include <functional>
#include <utility>

namespace foretrail {
namespace {

constexpr size_t mostTexts = CodedText::codesAtATime;
constexpr size_t mostBytes = size_t(4) << 20;
constexpr size_t longestText = 256;
constexpr quint64 leastUses = 2; ///< of a text, on average

} // namespace

quint32 TextCodes::find(std::string_view text)
{
    if (text.size() > longestText)
        return 0;
    if (isFull())
        forget();
    if (m_hasGivenUp)
        return 0;
    if ((m_size + 1) * 4 > m_slots.size() * 3)
        grow();
    ++m_asked;
    const size_t wide = std::hash<std::string_view>{}(text);
    const quint32 hash = quint32(wide ^ (wide >> 32));
    m_last = slotOf(text, hash);
    Slot &slot = m_slots[m_last];
    if (slot.code != 0)
        return slot.code;
    slot = {++m_lastCode, hash, quint32(m_texts.size()), quint32(text.size())};
    m_texts += text;
    ++m_size;
    return slot.code;
}

size_t TextCodes::slotOf(std::string_view text, quint32 hash) const
{
    const size_t mask = m_slots.size() - 1;
    size_t index = hash & mask;
    while (m_slots[index].code != 0 && (m_slots[index].hash != hash || textOf(m_slots[index]) != text))
        index = (index + 1) & mask;
    return index;
}

bool TextCodes::isFull() const { return m_size >= mostTexts || m_texts.size() >= mostBytes; }

// All at once is simple, and what is common comes again soon.
void TextCodes::forget()
{
    m_hasGivenUp = m_asked < leastUses * m_size;
    m_slots = std::vector<Slot>(m_hasGivenUp ? 0 : m_slots.size());
    m_texts.clear();
    m_size = 0;
    m_asked = 0;
}

void TextCodes::grow()
{
    std::vector<Slot> old(m_slots.empty() ? 256 : m_slots.size() * 2);
    old.swap(m_slots);
    const size_t mask = m_slots.size() - 1;
    for (const Slot &slot : old) {
        if (slot.code == 0)
            continue;
        size_t index = slot.hash & mask;
        while (m_slots[index].code != 0)
            index = (index + 1) & mask;
        m_slots[index] = slot;
    }
}

} // namespace foretrail
