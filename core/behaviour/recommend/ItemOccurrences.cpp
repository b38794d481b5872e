#include "core/behaviour/recommend/ItemOccurrences.h"

#include "core/behaviour/recommend/Recommender.h"

#include <limits>
#include <numeric>

namespace foretrail {

ItemOccurrences::ItemOccurrences(const ItemSequences &sequences)
    : m_read(sequences), m_starts(size_t(sequences.itemCount) + 1, 0), m_sequences(sequences.items.size()), m_distinct(sequences.itemCount, 0)
{
    std::vector<quint32> lastSeen(sequences.itemCount, std::numeric_limits<quint32>::max());
    for (quint32 sequence = 0; sequence < sequences.count(); ++sequence)
        for (size_t place = firstPlaceOf(sequence); place < endPlaceOf(sequence); ++place) {
            const quint32 item = sequences.items[place];
            m_sequences[place] = sequence;
            ++m_starts[item + 1];
            m_distinct[item] += std::exchange(lastSeen[item], sequence) != sequence;
        }
    std::partial_sum(m_starts.begin(), m_starts.end(), m_starts.begin());
    m_places.resize(m_starts.back());
    std::vector<size_t> next(m_starts.begin(), m_starts.end() - 1);
    for (quint32 sequence = 0; sequence < sequences.count(); ++sequence)
        for (size_t place = firstPlaceOf(sequence); place < endPlaceOf(sequence); ++place)
            m_places[next[sequences.items[place]]++] = quint32(place);
}

size_t ItemOccurrences::firstPlaceOf(quint32 sequence) const
{
    const size_t length = m_read.length(sequence);
    return m_read.starts[sequence] + (length > mostLearntSteps ? length - mostLearntSteps : 0);
}

} // namespace foretrail
