#pragma once

#include "core/behaviour/recommend/ItemNetwork.h"

namespace foretrail {

/// What a batch asks about: sequences of equally many items, as places in `items`, and the items that the next ones are told from.
struct ItemBatch {
    std::vector<uint32_t> items;   ///< of the catalogue, ascending: all that stand in the sequences and some drawn ones
    std::vector<float> rarity;     ///< of each of them, -log P(it is in a batch): what makes the drawn ones stand for all
    std::vector<uint32_t> places;  ///< [sequence][step], in `items`
    size_t steps = 0;              ///< items of a sequence; one less goes in
    size_t sequences() const { return steps == 0 ? 0 : places.size() / steps; }
    size_t asked() const { return sequences() * (steps - 1); }
};

/// Gradients of the mean loss over what a batch asks.
struct ItemGradients {
    std::vector<float> weights; ///< as ItemNetwork::weights()
    std::vector<float> units;   ///< of each item of the batch, at unit length
    double loss = 0;            ///< sum over what is asked: -log P(next), or that of BPR-max
};

/// Forward and back through sequences [from, to) of a batch; `unitItems` are the batch's items at unit length. The next item against
/// all items of the batch, the state 0 before each sequence. Dropout by `key`; 0: none.
ItemGradients itemGradients(const ItemNetwork &network, const ItemBatch &batch, const std::vector<float> &unitItems, size_t from, size_t to,
                            uint32_t key);

} // namespace foretrail
