#include "core/behaviour/recommend/ItemNetwork.h"

#include "core/neural/engine/Blas.h"
#include "core/neural/engine/Kernels.h"
#include "core/neural/interface/Random.h"

#include <algorithm>
#include <cmath>

namespace foretrail {

float writeUnit(std::span<const float> from, float *to)
{
    float sum = 0;
    for (const float value : from)
        sum += value * value;
    const float length = std::sqrt(sum), scale = length > 0 ? 1 / length : 0;
    for (size_t i = 0; i < from.size(); ++i)
        to[i] = from[i] * scale;
    return length;
}

ItemNetwork::ItemNetwork(const ItemNetworkSettings &settings, size_t items, uint64_t seed) : m_settings(settings)
{
    neural::Random random(seed);
    const double spread = 1 / std::sqrt(double(units()));
    m_weights.resize(2 * gates() * units() + 2 * gates() + settings.longest, 0);
    for (float &weight : std::span(m_weights).first(2 * gates() * units()))
        weight = float(random.uniform(-spread, spread));
    m_items.resize(items * units());
    for (float &value : m_items)
        value = float(random.uniform(-spread, spread));
}

std::vector<float> ItemNetwork::stateAfter(std::span<const uint32_t> items) const
{
    const size_t n = units();
    std::vector<float> input(n), gate(gates()), side(gates()), state(n, 0), before(n, 0), cell(n, 0), cellBefore(n, 0), spare(n);
    for (const uint32_t one : items.last(std::min(items.size(), m_settings.longest))) {
        writeUnit(item(one), input.data());
        std::swap(state, before);
        std::swap(cell, cellBefore);
        std::copy_n(itemBias(), gates(), gate.begin());
        std::copy_n(stateBias(), gates(), side.begin());
        neural::Blas::productTransposed(input.data(), itemWeights(), gate.data(), 1, gates(), n, 1);
        if (m_settings.cell == ItemCell::Gru) {
            neural::Blas::productTransposed(before.data(), stateWeights(), side.data(), 1, gates(), n, 1);
            neural::kernels().gruForward(gate.data(), side.data(), before.data(), state.data(), 1, int(n));
        } else {
            neural::Blas::productTransposed(before.data(), stateWeights(), gate.data(), 1, gates(), n, 1);
            neural::kernels().lstmForward(gate.data(), cellBefore.data(), cell.data(), spare.data(), state.data(), 1, int(n));
        }
    }
    writeUnit(std::vector<float>(state), state.data());
    return state;
}

} // namespace foretrail
