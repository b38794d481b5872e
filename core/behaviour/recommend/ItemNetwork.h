#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace foretrail {

enum class ItemCell { Gru, Lstm };
/// What is made small: the cross-entropy of a softmax, or BPR-max (Hidasi and Karatzoglou 2018), which compares the next item with those
/// of the others that score highest.
enum class ItemLoss { CrossEntropy, BprMax };

struct ItemNetworkSettings {
    ItemCell cell = ItemCell::Gru;
    ItemLoss loss = ItemLoss::CrossEntropy;
    float penalty = 0.01F;    ///< of BPR-max: on the squares of the scores of others
    size_t units = 100;       ///< of the state, and numbers that describe an item
    int epochs = 10;
    int patience = 2;         ///< epochs without a lower loss on sequences held back, after which it ends; the best epoch is kept
    float rate = 0.003F;      ///< of Adam; falls evenly to a hundredth of it
    float dropout = 0.25F;    ///< of the items that go in
    float sharpness = 14;     ///< what the cosine of state and item is multiplied by
    size_t rows = 256;        ///< next items that are asked for at once
    size_t drawn = 1024;      ///< items drawn for each batch, by the square root of how often they happen
    size_t longest = 20;      ///< steps that are learnt as one; longer sequences are cut, and begin anew
    bool weighsOwn = true;    ///< whether items of the sequence itself get a weight by how long ago they came
};

/// Weights in one array: the item side W x + b and the state side U h + c of all gates in LibTorch's order (for an LSTM the two
/// biases are one, c stays 0), and a row for each item. Items go in and are compared with unit length: score = sharpness cos(h, item),
/// as Gupta et al. 2019 propose against the pull of what is popular; the rows that go in are those that are compared (tied). A shopper
/// goes back to what was there a moment ago, which no state holds item by item: the score of an item of the sequence itself is higher
/// by a weight for each place behind the last at which it stands.
class ItemNetwork {
public:
    ItemNetwork() = default;
    ItemNetwork(const ItemNetworkSettings &settings, size_t items, uint64_t seed);

    size_t units() const { return m_settings.units; }
    size_t gates() const { return (m_settings.cell == ItemCell::Gru ? 3 : 4) * m_settings.units; }
    const ItemNetworkSettings &settings() const { return m_settings; }
    /// W, U, b, c and the weights of the sequence's own items: one behind the other, as gradients of them are.
    std::vector<float> &weights() { return m_weights; }
    const float *itemWeights() const { return m_weights.data(); }                              ///< [gates][units]
    const float *stateWeights() const { return itemWeights() + gates() * units(); }             ///< [gates][units]
    const float *itemBias() const { return stateWeights() + gates() * units(); }
    const float *stateBias() const { return itemBias() + gates(); }
    const float *ownWeights() const { return stateBias() + gates(); } ///< [longest], that of the last item first
    size_t weightCount() const { return m_weights.size(); }
    std::vector<float> &items() { return m_items; }
    std::span<const float> item(size_t item) const { return {m_items.data() + item * units(), units()}; }

    /// The state after the items, of unit length; all 0 where there are none.
    std::vector<float> stateAfter(std::span<const uint32_t> items) const;

private:
    ItemNetworkSettings m_settings;
    std::vector<float> m_weights;
    std::vector<float> m_items;
};

/// Writes `from` with unit length to `to` and returns its length (0 stays 0).
float writeUnit(std::span<const float> from, float *to);

} // namespace foretrail
