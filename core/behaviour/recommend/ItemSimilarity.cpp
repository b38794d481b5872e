#include "core/behaviour/recommend/ItemSimilarity.h"

#include <algorithm>
#include <cmath>

namespace foretrail {

void ItemSimilarity::countBeside(size_t place, std::span<const quint32> items, const std::vector<std::pair<quint32, quint32>> &sorted, std::vector<float> &counts) const
{
    const std::span<const quint32> occurrences = m_occurrences.of(items[place]);
    std::vector<quint32> lastIn(items.size(), std::numeric_limits<quint32>::max());
    quint32 before = std::numeric_limits<quint32>::max();
    size_t taken = 0;
    for (auto at = occurrences.rbegin(); at != occurrences.rend() && taken < mostSequences; ++at) {
        const quint32 sequence = m_occurrences.sequenceOf(*at);
        if (std::exchange(before, sequence) == sequence)
            continue;
        ++taken;
        for (size_t step = m_occurrences.firstPlaceOf(sequence); step < m_occurrences.endPlaceOf(sequence); ++step) {
            const quint32 item = m_sequences->items[step];
            const auto other = std::lower_bound(sorted.begin(), sorted.end(), std::pair{item, 0U});
            if (other != sorted.end() && other->first == item && std::exchange(lastIn[other->second], sequence) != sequence)
                counts[other->second] += 1;
        }
    }
    const float scale = taken > 0 ? float(m_occurrences.sequencesWith(items[place])) / float(taken) : 0;
    for (float &count : counts)
        count *= scale;
}

std::vector<float> ItemSimilarity::among(std::span<const quint32> items) const
{
    std::vector<std::pair<quint32, quint32>> sorted;
    for (quint32 place = 0; place < items.size(); ++place)
        sorted.emplace_back(items[place], place);
    std::sort(sorted.begin(), sorted.end());
    const size_t n = items.size();
    std::vector<float> square(n * n, 0), counts(n);
    for (size_t a = 0; a < n; ++a) {
        std::fill(counts.begin(), counts.end(), 0.0F);
        countBeside(a, items, sorted, counts);
        for (size_t b = 0; b < n; ++b) {
            const quint32 ofA = m_occurrences.sequencesWith(items[a]), ofB = m_occurrences.sequencesWith(items[b]);
            const bool isTold = ofA < ofB || (ofA == ofB && a <= b); // the rarer one of two is counted whole, or nearly
            if (isTold && ofA > 0)
                square[a * n + b] = square[b * n + a] = std::min(1.0F, counts[b] / std::sqrt(float(ofA) * float(ofB)));
        }
        square[a * n + a] = 1;
    }
    return square;
}

} // namespace foretrail
