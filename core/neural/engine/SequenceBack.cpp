// The way back of SequencePass.
#include "core/neural/engine/Blas.h"
#include "core/neural/engine/SequencePass.h"

#include <algorithm>

namespace foretrail::neural {

// Leaves the gradient of the last state of the top layer in its place.
void SequencePass::headBackward(const float *parameters, const float *gradOutputs, float *gradient, const DropoutPlace *dropout)
{
    const auto outputs = size_t(m_layout.shape.outputs);
    Blas::transposedProduct(gradOutputs, m_headInput.data(), gradient + m_layout.headWeights, outputs, m_layout.headInputs, m_rows, 0);
    float *bias = gradient + m_layout.headBias;
    for (size_t r = 0; r < m_rows; ++r)
        for (size_t o = 0; o < outputs; ++o)
            bias[o] += gradOutputs[r * outputs + o];
    Blas::product(gradOutputs, parameters + m_layout.headWeights, m_gradHead.data(), m_rows, m_layout.headInputs, outputs, 0);
    const size_t top = m_layers.size() - 1;
    float *state = m_layers[top].gradHidden.data() + (m_steps - 1) * stateSize();
    for (size_t r = 0; r < m_rows; ++r)
        std::copy_n(m_gradHead.data() + r * m_layout.headInputs, m_units, state + r * m_units);
    if (dropout && m_layout.shape.dropout > 0)
        applyMask(top, state, state, m_steps - 1, 1, *dropout);
}

float *SequencePass::gradInputs(size_t layer, size_t step)
{
    return layer > 0 ? m_layers[layer - 1].gradHidden.data() + step * stateSize() : m_gradHead.data() + step * m_rows * m_layout.layers.front().inputs;
}

void SequencePass::stepBackward(size_t layer, size_t step, float *gradient)
{
    LayerState &state = m_layers[layer];
    const ParameterLayout::Layer &place = m_layout.layers[layer];
    const PackedWeights::Layer &weights = m_weights.layer(layer);
    const bool isLstm = m_layout.shape.cell == Cell::Lstm;
    float *gates = state.gates.data() + step * gateSize();
    float *grad = state.gradHidden.data() + step * stateSize();
    float *gradBefore = step > 0 ? grad - stateSize() : nullptr;
    const float *recurrent = gates;
    if (isLstm) {
        const float *cellBefore = step > 0 ? state.cell.data() + (step - 1) * stateSize() : nullptr;
        m_kernels.lstmBackward(gates, cellBefore, state.tanhCell.data() + step * stateSize(), grad, m_gradCell.data(), gradient + place.inputBias,
                               int(m_rows), int(m_units));
    } else {
        float *hiddenSide = state.hiddenSide.data() + step * gateSize();
        const float *before = step > 0 ? state.hidden.data() + (step - 1) * stateSize() : nullptr;
        if (gradBefore && isTop(layer))
            std::fill_n(gradBefore, stateSize(), 0.0F);
        m_kernels.gruBackward(gates, hiddenSide, before, grad, gradBefore, gradient + place.inputBias, gradient + place.hiddenBias, int(m_rows),
                              int(m_units));
        recurrent = hiddenSide;
    }
    // The head looks at the last step alone, so nothing has come to the others of the top layer from above.
    if (gradBefore && isTop(layer) && isLstm)
        weights.hiddenBack.multiply(recurrent, gradBefore, m_rows);
    else if (gradBefore)
        weights.hiddenBack.add(recurrent, gradBefore, m_rows);
    if (m_weights.leadsDown(layer))
        weights.inputsBack.multiply(gates, gradInputs(layer, step), m_rows);
}

void SequencePass::weightGradients(size_t layer, float *gradient)
{
    LayerState &state = m_layers[layer];
    const ParameterLayout::Layer &place = m_layout.layers[layer];
    const bool isLstm = m_layout.shape.cell == Cell::Lstm;
    const size_t rows = m_steps * m_rows;
    if (PackedWeights::hasFewInputs(place)) {
        std::fill_n(m_few.data(), place.inputs * m_layout.width, 0.0F);
        m_kernels.fewInputsBack(m_few.data(), state.gates.data(), m_layerInputs[layer], rows, place.inputs, m_layout.width);
        for (size_t w = 0; w < m_layout.width; ++w)
            for (size_t f = 0; f < place.inputs; ++f)
                gradient[place.inputWeights + w * place.inputs + f] = m_few.data()[f * m_layout.width + w];
    } else {
        transposedProductOf(m_kernels, state.gates.data(), m_layerInputs[layer], gradient + place.inputWeights, m_layout.width, place.inputs, rows);
    }
    // The state before the first step is zero: step t meets the state of t - 1.
    const float *recurrent = (isLstm ? state.gates : state.hiddenSide).data() + gateSize();
    if (m_steps > 1)
        transposedProductOf(m_kernels, recurrent, state.hidden.data(), gradient + place.hiddenWeights, m_layout.width, m_units, rows - m_rows);
    else
        std::fill_n(gradient + place.hiddenWeights, m_layout.width * m_units, 0.0F);
    if (isLstm)
        std::copy_n(gradient + place.inputBias, m_layout.width, gradient + place.hiddenBias);
}

void SequencePass::embeddingGradients(float *gradient)
{
    const auto size = size_t(m_layout.shape.embedding);
    if (size == 0)
        return;
    const ParameterLayout::Layer &place = m_layout.layers.front();
    for (size_t r = 0; r < m_rows; ++r) {
        float *to = gradient + m_layout.embedding + size_t(m_entities[r]) * size;
        for (size_t t = 0; t < m_steps; ++t)
            m_kernels.addTo(to, m_gradHead.data() + (t * m_rows + r) * place.inputs + size_t(m_layout.shape.features), size);
    }
}

void SequencePass::backwardLayer(size_t layer, float *gradient)
{
    if (m_layout.shape.cell == Cell::Lstm)
        std::fill_n(m_gradCell.data(), stateSize(), 0.0F);
    for (size_t step = m_steps; step-- > 0;)
        stepBackward(layer, step, gradient);
    weightGradients(layer, gradient);
}

void SequencePass::backward(const float *parameters, const float *gradOutputs, float *gradient, const DropoutPlace *dropout)
{
    for (const ParameterLayout::Layer &layer : m_layout.layers)
        std::fill_n(gradient + layer.inputBias, 2 * m_layout.width, 0.0F); // both biases lie side by side
    std::fill_n(gradient + m_layout.headBias, m_layout.count - m_layout.headBias, 0.0F);
    headBackward(parameters, gradOutputs, gradient, dropout);
    for (size_t layer = m_layers.size(); layer-- > 0;) {
        backwardLayer(layer, gradient);
        if (layer > 0 && dropout && m_layout.shape.dropout > 0)
            applyMask(layer - 1, gradInputs(layer, 0), gradInputs(layer, 0), 0, m_steps, *dropout);
    }
    embeddingGradients(gradient);
}

} // namespace foretrail::neural
