#include "core/neural/engine/Parameters.h"

namespace foretrail::neural {
ParameterLayout::ParameterLayout(const NetworkShape &networkShape)
    : shape(networkShape), gates(networkShape.cell == Cell::Lstm ? 4 : 3), width(gates * size_t(networkShape.units)),
      headInputs(size_t(networkShape.units) + size_t(networkShape.extras))
{
    const auto units = size_t(shape.units);
    const auto place = [this](size_t size) {
        count += size;
        return count - size;
    };
    for (int i = 0; i < shape.layers; ++i) {
        Layer layer;
        layer.inputs = i == 0 ? size_t(shape.features) + size_t(shape.embedding) : units;
        layer.inputWeights = place(width * layer.inputs);
        layer.hiddenWeights = place(width * units);
        layer.inputBias = place(width);
        layer.hiddenBias = place(width);
        layers.push_back(layer);
    }
    headWeights = place(size_t(shape.outputs) * headInputs);
    headBias = place(size_t(shape.outputs));
    embedding = place(size_t(shape.entities) * size_t(shape.embedding));
}

PackedWeights::PackedWeights(const ParameterLayout &layout) : m_layout(layout)
{
    const auto units = size_t(layout.shape.units);
    const size_t width = layout.width;
    const Kernels &loops = kernels();
    for (size_t i = 0; i < layout.layers.size(); ++i) {
        const size_t inputs = layout.layers[i].inputs;
        const bool areFew = hasFewInputs(layout.layers[i]);
        Layer &layer = m_layers.emplace_back(Layer{{loops, units, width}, {loops, width, units}, {loops, areFew ? 0 : inputs, width},
                                                   {loops, width, leadsDown(i) ? inputs : 0}, {}, {}});
        layer.fewInputs.resize(areFew ? inputs * width : 0);
        layer.bias.resize(width);
    }
}

void PackedWeights::update(const float *parameters)
{
    const bool sumsBoth = m_layout.shape.cell == Cell::Lstm;
    for (size_t i = 0; i < m_layers.size(); ++i) {
        const ParameterLayout::Layer &place = m_layout.layers[i];
        Layer &layer = m_layers[i];
        layer.hidden.set(parameters + place.hiddenWeights, true);
        layer.hiddenBack.set(parameters + place.hiddenWeights, false);
        layer.inputs.set(parameters + place.inputWeights, true);
        layer.inputsBack.set(parameters + place.inputWeights, false);
        const size_t few = layer.fewInputs.size() / m_layout.width;
        for (size_t w = 0; w < m_layout.width; ++w) {
            layer.bias.data()[w] = parameters[place.inputBias + w] + (sumsBoth ? parameters[place.hiddenBias + w] : 0.0F);
            for (size_t f = 0; f < few; ++f)
                layer.fewInputs.data()[f * m_layout.width + w] = parameters[place.inputWeights + w * few + f];
        }
    }
}

} // namespace foretrail::neural
