#pragma once

#include "core/data/CodedText.h"

#include <string>
#include <vector>

namespace foretrail {

/// Gives the texts of one column their numbers (CodedText). Remembers the latest ten thousands of texts; where they hardly
/// ever come again it gives up.
class TextCodes {
public:
    /// 0 where it gave up.
    quint32 of(std::string_view text)
    {
        if (m_last < m_slots.size() && textOf(m_slots[m_last]) == text) {
            ++m_asked;
            return m_slots[m_last].code;
        }
        return m_hasGivenUp ? 0 : find(text);
    }

private:
    struct Slot {
        quint32 code = 0; ///< 0: free
        quint32 hash = 0;
        quint32 first = 0, length = 0; ///< of m_texts
    };
    quint32 find(std::string_view text);
    size_t slotOf(std::string_view text, quint32 hash) const;
    std::string_view textOf(const Slot &slot) const { return {m_texts.data() + slot.first, slot.length}; }
    bool isFull() const;
    void forget();
    void grow();

    std::vector<Slot> m_slots; ///< a power of two, at most three quarters full
    std::string m_texts;
    size_t m_size = 0;
    size_t m_last = 0; ///< slot of the text before
    quint32 m_lastCode = 0;
    quint64 m_asked = 0; ///< since it began to remember anew
    bool m_hasGivenUp = false;
};

} // namespace foretrail
