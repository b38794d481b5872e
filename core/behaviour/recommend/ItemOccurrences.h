#pragma once

#include "core/behaviour/recommend/ItemSequences.h"

namespace foretrail {

/// Where each item stands in the sequences: 8 bytes a step. Of a long sequence only the last mostLearntSteps count.
class ItemOccurrences {
public:
    explicit ItemOccurrences(const ItemSequences &sequences);

    /// Places in the flat arrays of the sequences; ascending, so that the sequences that ended last come last.
    std::span<const quint32> of(quint32 item) const { return {m_places.data() + m_starts[item], m_starts[item + 1] - m_starts[item]}; }
    quint32 sequenceOf(quint32 place) const { return m_sequences[place]; }
    quint32 sequencesWith(quint32 item) const { return m_distinct[item]; }
    /// The steps of a sequence that count: their first place, and the place behind the last.
    size_t firstPlaceOf(quint32 sequence) const;
    size_t endPlaceOf(quint32 sequence) const { return m_read.starts[sequence + 1]; }

private:
    const ItemSequences &m_read;
    std::vector<size_t> m_starts;
    std::vector<quint32> m_places;
    std::vector<quint32> m_sequences; ///< by place
    std::vector<quint32> m_distinct;
};

} // namespace foretrail
