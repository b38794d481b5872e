#pragma once

#include "core/behaviour/recommend/ItemOccurrences.h"

namespace foretrail {

/// How much alike items are by the company they keep: the cosine of the sequences they stand in. Of an item that stands in more than
/// mostSequences the latest are counted, for all of them.
class ItemSimilarity {
public:
    static constexpr size_t mostSequences = 1000;
    explicit ItemSimilarity(std::shared_ptr<const ItemSequences> sequences) : m_sequences(std::move(sequences)), m_occurrences(*m_sequences) {}

    /// Of all pairs of `items` (each once): a square, row by row; 1 on its diagonal.
    std::vector<float> among(std::span<const quint32> items) const;

private:
    /// Sequences with both, estimated from those of `item`, by place of the other.
    void countBeside(size_t place, std::span<const quint32> items, const std::vector<std::pair<quint32, quint32>> &sorted, std::vector<float> &counts) const;

    std::shared_ptr<const ItemSequences> m_sequences;
    ItemOccurrences m_occurrences;
};

} // namespace foretrail
