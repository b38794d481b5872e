#pragma once

#include "core/neural/engine/Kernels.h"
#include "core/neural/engine/Parameters.h"

namespace foretrail::neural {

/// Which rows of which batch go through, so that dropout knows their places.
struct DropoutPlace {
    quint64 seed = 0;
    quint64 batch = 0;
    int firstRow = 0;
    int batchRows = 0;
};

/// Some windows on their way through a network and back, with all buffers that takes; kept and used again. One for each worker.
///
/// Each layer goes over the whole sequence before the next begins: each step is one product of its inputs, one of the state before it and
/// one pass over its gates, which stay in the nearest cache meanwhile. Backwards the same: a pass and two products for each step, then one
/// product each for the gradients of all weights.
class SequencePass {
public:
    SequencePass(const ParameterLayout &layout, const PackedWeights &weights);

    /// Room for `rows` windows of `lookback` steps; with `isTraining` also for the way back.
    void resize(int rows, int lookback, bool isTraining);
    /// Where inputs, extras and entities of the windows belong; the rest of a batch is the caller's.
    WindowBatch batch();

    /// Outputs [rows][outputs]; without a place nothing is dropped.
    const float *forward(const float *parameters, const DropoutPlace *dropout);
    /// Sets `gradient` (all parameters) from what the outputs change the loss by. After forward with the same place.
    void backward(const float *parameters, const float *gradOutputs, float *gradient, const DropoutPlace *dropout);

    /// States of the last way forward, for those who look into a cell: [lookback][rows][...].
    const float *gates(int layer) const { return m_layers[size_t(layer)].gates.data(); }
    const float *cells(int layer) const { return m_layers[size_t(layer)].cell.data(); }
    const float *hidden(int layer) const { return m_layers[size_t(layer)].hidden.data(); }

private:
    static constexpr size_t fewRowsAtMost = 7; ///< so few meet their weights once for all steps, for weights come from further away
    struct LayerState {
        Buffer gates;      ///< [T][rows][width]; GRU: the input side
        Buffer hiddenSide; ///< GRU alone, the same
        Buffer cell, tanhCell; ///< LSTM alone, [T][rows][units]
        Buffer hidden;     ///< [T][rows][units]
        Buffer dropped;    ///< what the next layer gets, where something is dropped
        Buffer gradHidden; ///< [T][rows][units]
    };
    size_t stateSize() const { return m_rows * m_units; }
    size_t gateSize() const { return m_rows * m_layout.width; }
    bool isTop(size_t layer) const { return layer + 1 == m_layers.size(); }
    void embed(const float *parameters);
    void forwardLayer(size_t layer, const float *parameters, const float *inputs);
    void inputsForward(size_t layer, size_t firstStep, size_t steps);
    void stepForward(size_t layer, size_t step, const float *parameters);
    const float *droppedOf(size_t layer, const DropoutPlace &place);
    void applyMask(size_t layer, const float *in, float *out, size_t firstStep, size_t steps, const DropoutPlace &place) const;
    void headForward(const float *parameters, const float *state);
    void headBackward(const float *parameters, const float *gradOutputs, float *gradient, const DropoutPlace *dropout);
    void backwardLayer(size_t layer, float *gradient);
    void stepBackward(size_t layer, size_t step, float *gradient);
    /// To what the layer got at a step: the state of the layer below, or where embeddings are the inputs.
    float *gradInputs(size_t layer, size_t step);
    void weightGradients(size_t layer, float *gradient);
    void embeddingGradients(float *gradient);

    const ParameterLayout &m_layout;
    const PackedWeights &m_weights;
    const Kernels &m_kernels;
    const size_t m_units;
    size_t m_rows = 0;
    size_t m_steps = 0;
    bool m_isTraining = false;
    std::vector<LayerState> m_layers;
    std::vector<const float *> m_layerInputs; ///< what each layer got on the last way forward
    Buffer m_inputs;    ///< [T][rows][features + embedding]
    Buffer m_headInput; ///< [rows][units + extras]
    Buffer m_outputs;   ///< [rows][outputs]
    Buffer m_extras;
    Buffer m_gradCell;
    Buffer m_gradHead;
    Buffer m_few;       ///< gradients of the input weights where inputs are few, [inputs][width]
    std::vector<int> m_entities;
};

} // namespace foretrail::neural
