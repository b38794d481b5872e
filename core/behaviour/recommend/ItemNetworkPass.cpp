#include "core/behaviour/recommend/ItemNetworkPass.h"

#include "core/base/Logistic.h"
#include "core/neural/engine/Blas.h"
#include "core/neural/engine/Kernels.h"
#include "core/neural/interface/DropoutMask.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace foretrail {
namespace {

using neural::Blas;

/// Arrays of one pass. Rows stand step by step: row t * sequences + s.
class ItemPass {
public:
    ItemPass(const ItemNetwork &network, const ItemBatch &batch, const std::vector<float> &unitItems, size_t from, size_t to, uint32_t key)
        : m_network(network), m_batch(batch), m_unitItems(unitItems), m_from(from), m_sequences(to - from), m_steps(batch.steps - 1),
          m_rows(m_sequences * m_steps), m_units(network.units()), m_gates(network.gates()), m_isGru(network.settings().cell == ItemCell::Gru), m_key(key)
    {
        m_gradients.weights.assign(network.weightCount(), 0);
        m_gradients.units.assign(unitItems.size(), 0);
    }

    ItemGradients run()
    {
        takeItems();
        goForward();
        judge();
        goBack();
        return std::move(m_gradients);
    }

private:
    uint32_t placeOf(size_t row, size_t ahead) const
    {
        return m_batch.places[(m_from + row % m_sequences) * m_batch.steps + row / m_sequences + ahead];
    }
    void drop(std::vector<float> &values) const
    {
        const float dropout = m_network.settings().dropout;
        if (m_key == 0 || dropout <= 0)
            return;
        neural::kernels().dropped(values.data(), values.data(), values.size(), m_key, uint32_t(m_from * m_steps * m_units),
                                  neural::dropoutThreshold(double(dropout)), 1 / (1 - dropout));
    }
    void takeItems()
    {
        m_inputs.resize(m_rows * m_units);
        for (size_t row = 0; row < m_rows; ++row)
            std::copy_n(m_unitItems.data() + placeOf(row, 0) * m_units, m_units, m_inputs.data() + row * m_units);
        drop(m_inputs);
    }
    void goForward();
    void judge();
    void meetOwn(size_t row, float *chances);
    void askRow(size_t row, float *chances);
    void crossEntropy(size_t next, float *scores);
    void bprMax(size_t next, float *scores);
    void ownBack(size_t row, const float *gradients);
    void unitBack();
    void goBack();
    float *at(std::vector<float> &values, size_t step, size_t width) const { return values.data() + step * m_sequences * width; }

    const ItemNetwork &m_network;
    const ItemBatch &m_batch;
    const std::vector<float> &m_unitItems;
    size_t m_from, m_sequences, m_steps, m_rows, m_units, m_gates;
    bool m_isGru;
    uint32_t m_key;
    std::vector<float> m_inputs, m_gate, m_side, m_states, m_cells, m_cellTanh, m_unitStates, m_lengths, m_gradStates;
    ItemGradients m_gradients;
};

void ItemPass::goForward()
{
    const auto &kernels = neural::kernels();
    m_gate.resize(m_rows * m_gates);
    m_side.resize(m_isGru ? m_rows * m_gates : 0);
    m_states.resize(m_rows * m_units);
    m_cells.resize(m_isGru ? 0 : m_rows * m_units);
    m_cellTanh.resize(m_cells.size());
    kernels.fillRows(m_gate.data(), m_network.itemBias(), m_rows, m_gates);
    Blas::productTransposed(m_inputs.data(), m_network.itemWeights(), m_gate.data(), m_rows, m_gates, m_units, 1);
    if (m_isGru)
        kernels.fillRows(m_side.data(), m_network.stateBias(), m_rows, m_gates);
    for (size_t step = 0; step < m_steps; ++step) {
        const float *before = step > 0 ? at(m_states, step - 1, m_units) : nullptr;
        float *const sums = m_isGru ? at(m_side, step, m_gates) : at(m_gate, step, m_gates);
        if (before)
            Blas::productTransposed(before, m_network.stateWeights(), sums, m_sequences, m_gates, m_units, 1);
        if (m_isGru)
            kernels.gruForward(at(m_gate, step, m_gates), sums, before, at(m_states, step, m_units), int(m_sequences), int(m_units));
        else
            kernels.lstmForward(sums, step > 0 ? at(m_cells, step - 1, m_units) : nullptr, at(m_cells, step, m_units), at(m_cellTanh, step, m_units),
                                at(m_states, step, m_units), int(m_sequences), int(m_units));
    }
}

/// The items of the row's own sequence are there whatever was drawn, so that they stand for themselves alone. Each of those that have
/// come is raised by its weight.
void ItemPass::meetOwn(size_t row, float *chances)
{
    const size_t step = row / m_sequences;
    const uint32_t *const own = m_batch.places.data() + (m_from + row % m_sequences) * m_batch.steps;
    for (size_t i = 0; i < m_batch.steps; ++i)
        if (std::find(own, own + i, own[i]) == own + i)
            chances[own[i]] -= m_batch.rarity[own[i]];
    for (size_t i = 0; i <= step && m_network.settings().weighsOwn; ++i)
        chances[own[i]] += m_network.ownWeights()[step - i];
}

/// From scores to the gradient of -log softmax.
void ItemPass::crossEntropy(size_t next, float *scores)
{
    const size_t count = m_batch.items.size();
    const float largest = *std::max_element(scores, scores + count), chosen = scores[next] - largest;
    float sum = 0;
    for (size_t j = 0; j < count; ++j)
        sum += scores[j] = std::exp(scores[j] - largest);
    // cppcheck-suppress invalidFunctionArg ; the largest score adds one to the sum
    m_gradients.loss += double(std::log(sum) - chosen);
    for (size_t j = 0; j < count; ++j)
        scores[j] /= sum;
    scores[next] -= 1;
}

/// From scores r to the gradient of -log P + penalty Q, where P is the mean of sigmoid(r_next - r_j) and Q that of r_j^2 over the other
/// items, each weighed by its softmax among them.
void ItemPass::bprMax(size_t next, float *scores)
{
    const size_t count = m_batch.items.size();
    const float chosen = scores[next], penalty = m_network.settings().penalty;
    float largest = -std::numeric_limits<float>::infinity();
    for (size_t j = 0; j < count; ++j)
        largest = j == next ? largest : std::max(largest, scores[j]);
    double sum = 0, wins = 0, squares = 0;
    for (size_t j = 0; j < count; ++j)
        if (j != next) {
            const double share = std::exp(double(scores[j] - largest));
            sum += share;
            wins += share * logistic(double(chosen - scores[j]));
            squares += share * double(scores[j]) * double(scores[j]);
        }
    const double won = std::max(wins / sum, 1e-30), square = squares / sum;
    m_gradients.loss += -std::log(won) + double(penalty) * square;
    double rise = 0;
    for (size_t j = 0; j < count; ++j)
        if (j != next) {
            const double score = double(scores[j]), share = std::exp(score - double(largest)) / sum, win = logistic(double(chosen) - score);
            const double steep = share * win * (1 - win);
            rise += steep;
            scores[j] = float(-(share * (win - won) - steep) / won + double(penalty) * share * (score * score - square + 2 * score));
        }
    scores[next] = float(-rise / won);
}

/// Turns the cosines of one row into what its gradient is.
void ItemPass::askRow(size_t row, float *chances)
{
    const size_t count = m_batch.items.size(), next = placeOf(row, 1);
    const float sharpness = m_network.settings().sharpness, scale = 1 / float(m_batch.asked());
    for (size_t j = 0; j < count; ++j)
        chances[j] = sharpness * chances[j] + m_batch.rarity[j];
    meetOwn(row, chances);
    if (m_network.settings().loss == ItemLoss::BprMax)
        bprMax(next, chances);
    else
        crossEntropy(next, chances);
    for (size_t j = 0; j < count; ++j)
        chances[j] *= scale;
    ownBack(row, chances);
    for (size_t j = 0; j < count; ++j)
        chances[j] *= sharpness;
}

void ItemPass::ownBack(size_t row, const float *gradients)
{
    const size_t step = row / m_sequences;
    float *const weights = m_gradients.weights.data() + (m_network.ownWeights() - m_network.itemWeights());
    for (size_t i = 0; i <= step && m_network.settings().weighsOwn; ++i)
        weights[step - i] += gradients[placeOf(row % m_sequences + i * m_sequences, 0)];
}

void ItemPass::judge()
{
    m_unitStates.resize(m_states.size());
    m_lengths.resize(m_rows);
    for (size_t row = 0; row < m_rows; ++row)
        m_lengths[row] = writeUnit({m_states.data() + row * m_units, m_units}, m_unitStates.data() + row * m_units);
    const size_t count = m_batch.items.size();
    std::vector<float> chances(m_rows * count);
    Blas::productTransposed(m_unitStates.data(), m_unitItems.data(), chances.data(), m_rows, count, m_units, 0);
    for (size_t row = 0; row < m_rows; ++row)
        askRow(row, chances.data() + row * count);
    m_gradStates.resize(m_states.size());
    Blas::product(chances.data(), m_unitItems.data(), m_gradStates.data(), m_rows, m_units, count, 0);
    Blas::transposedProduct(chances.data(), m_unitStates.data(), m_gradients.units.data(), count, m_units, m_rows, 0);
    unitBack();
}

/// From the gradient of states at unit length to that of the states.
void ItemPass::unitBack()
{
    for (size_t row = 0; row < m_rows; ++row) {
        float *const gradient = m_gradStates.data() + row * m_units;
        const float *const unit = m_unitStates.data() + row * m_units;
        float along = 0;
        for (size_t u = 0; u < m_units; ++u)
            along += gradient[u] * unit[u];
        const float scale = m_lengths[row] > 0 ? 1 / m_lengths[row] : 0;
        for (size_t u = 0; u < m_units; ++u)
            gradient[u] = (gradient[u] - along * unit[u]) * scale;
    }
}

void ItemPass::goBack()
{
    const auto &kernels = neural::kernels();
    float *const itemWeights = m_gradients.weights.data(), *const stateWeights = itemWeights + m_gates * m_units;
    float *const itemBias = stateWeights + m_gates * m_units, *const stateBias = itemBias + m_gates;
    std::vector<float> cell(m_isGru ? 0 : m_sequences * m_units, 0);
    for (size_t step = m_steps; step-- > 0;) {
        const float *before = step > 0 ? at(m_states, step - 1, m_units) : nullptr;
        float *const back = step > 0 ? at(m_gradStates, step - 1, m_units) : nullptr;
        float *const gate = at(m_gate, step, m_gates);
        float *sums = gate;
        if (m_isGru) {
            sums = at(m_side, step, m_gates);
            kernels.gruBackward(gate, sums, before, at(m_gradStates, step, m_units), back, itemBias, stateBias, int(m_sequences), int(m_units));
        } else {
            kernels.lstmBackward(gate, step > 0 ? at(m_cells, step - 1, m_units) : nullptr, at(m_cellTanh, step, m_units),
                                 at(m_gradStates, step, m_units), cell.data(), itemBias, int(m_sequences), int(m_units));
        }
        if (!before)
            continue;
        Blas::product(sums, m_network.stateWeights(), back, m_sequences, m_units, m_gates, 1);
        Blas::transposedProduct(sums, before, stateWeights, m_gates, m_units, m_sequences, 1);
    }
    Blas::transposedProduct(m_gate.data(), m_inputs.data(), itemWeights, m_gates, m_units, m_rows, 0);
    std::vector<float> gradInputs(m_inputs.size());
    Blas::product(m_gate.data(), m_network.itemWeights(), gradInputs.data(), m_rows, m_units, m_gates, 0);
    drop(gradInputs);
    for (size_t row = 0; row < m_rows; ++row)
        kernels.addTo(m_gradients.units.data() + placeOf(row, 0) * m_units, gradInputs.data() + row * m_units, m_units);
}

} // namespace

ItemGradients itemGradients(const ItemNetwork &network, const ItemBatch &batch, const std::vector<float> &unitItems, size_t from, size_t to,
                            uint32_t key)
{
    return ItemPass(network, batch, unitItems, from, to, key).run();
}

} // namespace foretrail
