#pragma once

#include "core/neural/engine/Products.h"
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

/// The weights once more as products read them on the way forward and back, and the sums of both biases: made again after each step of
/// the optimiser, and shared by all workers.
class PackedWeights {
public:
    static constexpr size_t fewInputsAtMost = 2; ///< products of so few inputs are sums of rows

    explicit PackedWeights(const ParameterLayout &layout);
    void update(const float *parameters);

    struct Layer {
        RightMatrix hidden;     ///< [units][width]: from state to gates
        RightMatrix hiddenBack; ///< [width][units]: from gradients of gates to those of the state
        RightMatrix inputs;     ///< [inputs][width]; unused where inputs are few
        RightMatrix inputsBack; ///< [width][inputs]; unused where the inputs are data
        Buffer fewInputs;       ///< the same as inputs, as it is
        Buffer bias;            ///< LSTM: both biases; GRU: that of the input side
    };
    const Layer &layer(size_t layer) const { return m_layers[layer]; }
    static bool hasFewInputs(const ParameterLayout::Layer &layer) { return layer.inputs <= fewInputsAtMost; }
    /// Whether something below the layer learns.
    bool leadsDown(size_t layer) const { return layer > 0 || m_layout.shape.embedding > 0; }

private:
    const ParameterLayout &m_layout;
    std::vector<Layer> m_layers;
};

} // namespace foretrail::neural
