#include "core/neural/engine/Parameters.h"

#include <algorithm>

namespace foretrail::neural {
namespace {

// out[columns][rows] = in[rows][columns], in blocks that stay in the cache.
void transposeInto(float *out, const float *in, size_t rows, size_t columns)
{
    constexpr size_t block = 16;
    for (size_t r0 = 0; r0 < rows; r0 += block)
        for (size_t c0 = 0; c0 < columns; c0 += block)
            for (size_t r = r0; r < std::min(r0 + block, rows); ++r)
                for (size_t c = c0; c < std::min(c0 + block, columns); ++c)
                    out[c * rows + r] = in[r * columns + c];
}

} // namespace

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

ForwardWeights::ForwardWeights(const ParameterLayout &layout) : m_layout(layout)
{
    size_t size = 0;
    for (const ParameterLayout::Layer &layer : layout.layers) {
        const size_t inputs = layer.inputs * layout.width;
        const size_t hidden = size_t(layout.shape.units) * layout.width;
        m_places.push_back({size, size + inputs, size + inputs + hidden});
        size += inputs + hidden + layout.width;
    }
    m_values.resize(size);
}

void ForwardWeights::update(const float *parameters)
{
    for (size_t i = 0; i < m_places.size(); ++i) {
        const ParameterLayout::Layer &layer = m_layout.layers[i];
        transposeInto(m_values.data() + m_places[i].inputs, parameters + layer.inputWeights, m_layout.width, layer.inputs);
        transposeInto(m_values.data() + m_places[i].hidden, parameters + layer.hiddenWeights, m_layout.width, size_t(m_layout.shape.units));
        float *bias = m_values.data() + m_places[i].bias;
        const bool sumsBoth = m_layout.shape.cell == Cell::Lstm;
        for (size_t w = 0; w < m_layout.width; ++w)
            bias[w] = parameters[layer.inputBias + w] + (sumsBoth ? parameters[layer.hiddenBias + w] : 0.0F);
    }
}

} // namespace foretrail::neural
