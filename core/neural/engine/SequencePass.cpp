#include "core/neural/engine/SequencePass.h"

#include "core/neural/engine/Blas.h"
#include "core/neural/interface/DropoutMask.h"

#include <algorithm>
#include <cstring>

namespace foretrail::neural {
SequencePass::SequencePass(const ParameterLayout &layout, const PackedWeights &weights)
    : m_layout(layout), m_weights(weights), m_kernels(kernels()), m_units(size_t(layout.shape.units)), m_layers(size_t(layout.shape.layers)),
      m_layerInputs(size_t(layout.shape.layers))
{
}

void SequencePass::resize(int rows, int lookback, bool isTraining)
{
    m_rows = size_t(rows);
    m_steps = size_t(lookback);
    m_isTraining = isTraining;
    const bool isLstm = m_layout.shape.cell == Cell::Lstm;
    for (LayerState &layer : m_layers) {
        layer.gates.resize(m_steps * gateSize());
        layer.hidden.resize(m_steps * stateSize());
        layer.hiddenSide.resize(isLstm ? 0 : m_steps * gateSize());
        layer.cell.resize(isLstm ? m_steps * stateSize() : 0);
        layer.tanhCell.resize(isLstm ? m_steps * stateSize() : 0);
        layer.gradHidden.resize(isTraining ? m_steps * stateSize() : 0);
        layer.dropped.resize(isTraining && m_layout.shape.dropout > 0 ? m_steps * stateSize() : 0);
    }
    m_inputs.resize(m_steps * m_rows * m_layout.layers.front().inputs);
    m_headInput.resize(m_rows * m_layout.headInputs);
    m_outputs.resize(m_rows * size_t(m_layout.shape.outputs));
    m_extras.resize(m_rows * size_t(m_layout.shape.extras));
    m_entities.assign(m_rows, 0);
    m_gradCell.resize(isTraining ? stateSize() : 0);
    m_gradHead.resize(isTraining ? std::max(m_rows * m_layout.headInputs, m_inputs.size()) : 0);
    m_few.resize(PackedWeights::fewInputsAtMost * m_layout.width);
}

WindowBatch SequencePass::batch()
{
    WindowBatch batch;
    batch.inputs = m_inputs.data();
    batch.stride = int(m_layout.layers.front().inputs);
    batch.extras = m_extras.data();
    batch.entities = m_entities.data();
    return batch;
}

void SequencePass::embed(const float *parameters)
{
    const auto size = size_t(m_layout.shape.embedding);
    if (size == 0)
        return;
    const size_t stride = m_layout.layers.front().inputs;
    for (size_t r = 0; r < m_rows; ++r) {
        const float *values = parameters + m_layout.embedding + size_t(m_entities[r]) * size;
        for (size_t t = 0; t < m_steps; ++t)
            std::copy_n(values, size, m_inputs.data() + (t * m_rows + r) * stride + size_t(m_layout.shape.features));
    }
}

void SequencePass::inputsForward(size_t layer, size_t firstStep, size_t steps)
{
    const ParameterLayout::Layer &place = m_layout.layers[layer];
    const PackedWeights::Layer &weights = m_weights.layer(layer);
    const float *inputs = m_layerInputs[layer] + firstStep * m_rows * place.inputs;
    float *gates = m_layers[layer].gates.data() + firstStep * gateSize();
    if (PackedWeights::hasFewInputs(place))
        m_kernels.fewInputs(gates, weights.bias.data(), inputs, weights.fewInputs.data(), steps * m_rows, place.inputs, m_layout.width);
    else
        weights.inputs.multiplyOnto(weights.bias.data(), inputs, gates, steps * m_rows);
}

void SequencePass::stepForward(size_t layer, size_t step, const float *parameters)
{
    LayerState &state = m_layers[layer];
    const RightMatrix &weights = m_weights.layer(layer).hidden;
    float *gates = state.gates.data() + step * gateSize();
    float *hidden = state.hidden.data() + step * stateSize();
    const float *before = step > 0 ? hidden - stateSize() : nullptr;
    if (m_layout.shape.cell == Cell::Lstm) {
        if (before)
            weights.add(before, gates, m_rows);
        float *cell = state.cell.data() + step * stateSize();
        m_kernels.lstmForward(gates, before ? cell - stateSize() : nullptr, cell, state.tanhCell.data() + step * stateSize(), hidden, int(m_rows),
                              int(m_units));
        return;
    }
    float *hiddenSide = state.hiddenSide.data() + step * gateSize();
    const float *bias = parameters + m_layout.layers[layer].hiddenBias;
    if (before)
        weights.multiplyOnto(bias, before, hiddenSide, m_rows);
    else
        m_kernels.fillRows(hiddenSide, bias, m_rows, m_layout.width);
    m_kernels.gruForward(gates, hiddenSide, before, hidden, int(m_rows), int(m_units));
}

void SequencePass::forwardLayer(size_t layer, const float *parameters, const float *inputs)
{
    m_layerInputs[layer] = inputs;
    const size_t together = m_rows <= fewRowsAtMost ? m_steps : 1;
    for (size_t step = 0; step < m_steps; ++step) {
        if (step % together == 0)
            inputsForward(layer, step, together);
        stepForward(layer, step, parameters);
    }
}

// Elements of one step lie side by side in the batch, whichever rows of it are here.
void SequencePass::applyMask(size_t layer, const float *in, float *out, size_t firstStep, size_t steps, const DropoutPlace &place) const
{
    const double share = m_layout.shape.dropout;
    const uint32_t key = dropoutKey(place.seed, place.batch, uint32_t(layer));
    for (size_t i = 0; i < steps; ++i) {
        const size_t first = ((firstStep + i) * size_t(place.batchRows) + size_t(place.firstRow)) * m_units;
        m_kernels.dropped(in + i * stateSize(), out + i * stateSize(), stateSize(), key, uint32_t(first), dropoutThreshold(share), float(1.0 / (1.0 - share)));
    }
}

const float *SequencePass::droppedOf(size_t layer, const DropoutPlace &place)
{
    LayerState &state = m_layers[layer];
    const size_t first = isTop(layer) ? m_steps - 1 : 0; // the head sees the last step alone
    const size_t from = first * stateSize();
    applyMask(layer, state.hidden.data() + from, state.dropped.data() + from, first, m_steps - first, place);
    return state.dropped.data();
}

void SequencePass::headForward(const float *parameters, const float *state)
{
    const auto extras = size_t(m_layout.shape.extras);
    const auto outputs = size_t(m_layout.shape.outputs);
    for (size_t r = 0; r < m_rows; ++r) {
        float *to = m_headInput.data() + r * m_layout.headInputs;
        std::copy_n(state + r * m_units, m_units, to);
        std::copy_n(m_extras.data() + r * extras, extras, to + m_units);
    }
    m_kernels.fillRows(m_outputs.data(), parameters + m_layout.headBias, m_rows, outputs);
    Blas::productTransposed(m_headInput.data(), parameters + m_layout.headWeights, m_outputs.data(), m_rows, outputs, m_layout.headInputs, 1);
}

const float *SequencePass::forward(const float *parameters, const DropoutPlace *dropout)
{
    embed(parameters);
    const bool drops = dropout && m_layout.shape.dropout > 0;
    const float *values = m_inputs.data();
    for (size_t layer = 0; layer < m_layers.size(); ++layer) {
        forwardLayer(layer, parameters, values);
        values = drops ? droppedOf(layer, *dropout) : m_layers[layer].hidden.data();
    }
    headForward(parameters, values + (m_steps - 1) * stateSize());
    return m_outputs.data();
}

} // namespace foretrail::neural
