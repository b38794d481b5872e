#pragma once

#include "core/neural/engine/Buffer.h"
#include "core/neural/interface/RecurrentNetwork.h"

namespace foretrail::neural {

/// Where everything a network learns lies in one array: the tensors of initialTensors, one after the other.
struct ParameterLayout {
    explicit ParameterLayout(const NetworkShape &shape);

    struct Layer {
        size_t inputs = 0; ///< values that come in at each step
        size_t inputWeights = 0, hiddenWeights = 0, inputBias = 0, hiddenBias = 0; ///< offsets
    };
    NetworkShape shape;
    size_t gates = 4; ///< of a cell
    size_t width = 0; ///< gates x units
    std::vector<Layer> layers;
    size_t headWeights = 0, headBias = 0, embedding = 0;
    size_t headInputs = 0; ///< units + extras
    size_t count = 0;
};

/// The weights once more as the way forward reads them, [inputs][gates * units], and the sums of both biases: made again after each
/// step of the optimiser, and shared by all workers.
class ForwardWeights {
public:
    explicit ForwardWeights(const ParameterLayout &layout);
    void update(const float *parameters);

    const float *inputs(size_t layer) const { return m_values.data() + m_places[layer].inputs; }
    const float *hidden(size_t layer) const { return m_values.data() + m_places[layer].hidden; }
    /// LSTM: both biases; GRU: that of the input side.
    const float *bias(size_t layer) const { return m_values.data() + m_places[layer].bias; }

private:
    struct Place {
        size_t inputs, hidden, bias;
    };
    const ParameterLayout &m_layout;
    std::vector<Place> m_places;
    Buffer m_values;
};

} // namespace foretrail::neural
