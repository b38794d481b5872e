#include "core/neural/engine/EngineTrainer.h"

#include "core/neural/interface/DropoutMask.h"

#include <algorithm>

namespace foretrail::neural {
namespace {

constexpr int evaluationRows = 64;

} // namespace

int chunkRows(int batch, size_t parameters)
{
    // Large networks keep few gradients; small batches still make two chunks, for two workers.
    const int chunks = parameters > 2'000'000 ? 2 : parameters > 500'000 ? 4 : 8;
    return std::clamp((batch + chunks - 1) / chunks, std::min(16, batch), std::max(64, batch / chunks));
}

ChunkedPass::ChunkedPass(EngineParameters &parameters, const TrainingSettings &settings, int workers)
    : m_parameters(parameters), m_values(parameters.values.data()), m_settings(settings), m_loss(settings), m_pool(workers)
{
    for (int i = 0; i < workers; ++i)
        m_workers.push_back(std::make_unique<Worker>(parameters));
}

double ChunkedPass::passChunk(const Windows &windows, const Chunk &chunk, Worker &worker)
{
    const WindowSize size = windows.size();
    const size_t rows = chunk.rows.size();
    worker.pass.resize(int(rows), size.lookback, chunk.gradient != nullptr);
    worker.targets.assign(rows * size_t(size.targets), 0.0F);
    worker.scales.assign(rows, 1.0F);
    worker.weights.assign(rows, 1.0F);
    WindowBatch batch = worker.pass.batch();
    batch.targets = worker.targets.data();
    batch.scales = worker.scales.data();
    batch.weights = worker.weights.data();
    windows.gather(chunk.rows, batch);
    const DropoutPlace place{m_settings.seed, quint64(chunk.batch), chunk.first, chunk.batchRows};
    const DropoutPlace *dropout = chunk.gradient ? &place : nullptr;
    const float *outputs = worker.pass.forward(m_values, dropout);
    const size_t width = size_t(m_parameters.layout.shape.outputs);
    if (m_keepsOutputs)
        std::copy_n(outputs, rows * width, m_outputs.data() + size_t(chunk.first) * width);
    const LossTargets targets{int(rows), size.targets, worker.targets.data(), worker.scales.data(), worker.weights.data()};
    if (!chunk.gradient)
        return m_loss.sum(outputs, targets, nullptr, 1);
    worker.gradOutputs.resize(rows * width);
    const double share = 1.0 / (double(chunk.batchRows) * double(size.targets));
    const double sum = m_loss.sum(outputs, targets, worker.gradOutputs.data(), share);
    worker.pass.backward(m_values, worker.gradOutputs.data(), chunk.gradient, dropout);
    return sum;
}

double ChunkedPass::sumOver(const Windows &windows, std::span<const qint64> rows, int chunkSize, qint64 batch, bool wantsGradient, int workers)
{
    const int chunks = (int(rows.size()) + chunkSize - 1) / chunkSize;
    m_sums.assign(size_t(chunks), 0.0);
    if (m_keepsOutputs)
        m_outputs.resize(rows.size() * size_t(m_parameters.layout.shape.outputs));
    while (wantsGradient && m_gradients.size() < size_t(chunks))
        m_gradients.emplace_back().resize(m_parameters.layout.count);
    m_pool.run(chunks, std::min(workers, chunks), [&](int i, int worker) {
        const size_t first = size_t(i) * size_t(chunkSize);
        const std::span<const qint64> part = rows.subspan(first, std::min(size_t(chunkSize), rows.size() - first));
        float *gradient = wantsGradient ? m_gradients[size_t(i)].data() : nullptr;
        m_sums[size_t(i)] = passChunk(windows, {part, int(first), int(rows.size()), batch, gradient}, *m_workers[size_t(worker)]);
    });
    double sum = 0;
    for (const double part : m_sums)
        sum += part;
    if (wantsGradient)
        addGradients(size_t(chunks));
    return sum;
}

void ChunkedPass::addGradients(size_t chunks)
{
    for (size_t i = 1; i < chunks; ++i)
        kernels().addTo(m_gradients.front().data(), m_gradients[i].data(), m_parameters.layout.count);
}

double ChunkedPass::differentiate(const Windows &windows, std::span<const qint64> rows, qint64 batch, int workers)
{
    const int size = chunkRows(std::max(m_settings.batch, int(rows.size())), m_parameters.layout.count);
    const bool drops = m_parameters.layout.shape.recurrentDropout > 0;
    if (drops) {
        m_dropped.resize(m_parameters.layout.count);
        dropRecurrent(m_parameters.values.data(), m_dropped.data(), batch);
        m_parameters.packed.update(m_dropped.data());
        m_values = m_dropped.data();
    }
    const double sum = sumOver(windows, rows, size, batch, true, workers);
    if (drops) {
        dropRecurrent(m_gradients.front().data(), m_gradients.front().data(), batch);
        m_values = m_parameters.values.data();
        m_parameters.packed.update(m_values);
    }
    return sum / (double(rows.size()) * double(windows.size().targets));
}

void ChunkedPass::dropRecurrent(const float *in, float *out, qint64 batch) const
{
    const ParameterLayout &layout = m_parameters.layout;
    const double share = layout.shape.recurrentDropout;
    if (in != out)
        std::copy_n(in, layout.count, out);
    for (size_t i = 0; i < layout.layers.size(); ++i) {
        float *weights = out + layout.layers[i].hiddenWeights;
        kernels().dropped(weights, weights, layout.width * size_t(layout.shape.units), recurrentDropoutKey(m_settings.seed, quint64(batch), uint32_t(i)), 0,
                          dropoutThreshold(share), float(1.0 / (1.0 - share)));
    }
}

double ChunkedPass::lossSum(const Windows &windows, std::span<const qint64> rows, int workers)
{
    return sumOver(windows, rows, evaluationRows, 0, false, workers) / double(windows.size().targets);
}

} // namespace foretrail::neural
