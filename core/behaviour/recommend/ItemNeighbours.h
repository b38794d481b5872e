#pragma once

#include "core/behaviour/recommend/ItemOccurrences.h"
#include "core/behaviour/recommend/Recommender.h"

#include <functional>

namespace foretrail {

/// For each item the items that go with it and how much, the strongest mostNeighbours of them.
class ItemNeighbours {
public:
    struct Neighbour {
        quint32 item;
        float weight;
    };
    static constexpr size_t mostNeighbours = 200;
    /// Adds the neighbours of an item, with weights above 0, to a clear board. Called by several threads at once.
    using Gather = std::function<void(quint32 item, ScoreBoard &board)>;

    /// Cancelled.
    static Result<ItemNeighbours> gathered(quint32 items, int workers, const Gather &gather, JobContext &job);
    std::span<const Neighbour> of(quint32 item) const { return {m_neighbours.data() + m_starts[item], m_starts[item + 1] - m_starts[item]}; }

private:
    std::vector<size_t> m_starts{0};
    std::vector<Neighbour> m_neighbours;
};

} // namespace foretrail
