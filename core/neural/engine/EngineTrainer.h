#pragma once

#include "core/neural/engine/FlatOptimiser.h"
#include "core/neural/engine/LossFunctions.h"
#include "core/neural/engine/SequencePass.h"
#include "core/neural/engine/WorkerPool.h"
#include "core/neural/engine/WorkerTrial.h"

namespace foretrail::neural {

/// The parameters of a network, as products read them too.
struct EngineParameters {
    explicit EngineParameters(const NetworkShape &shape) : layout(shape), packed(layout) { values.resize(layout.count); }
    const ParameterLayout layout;
    Buffer values;
    PackedWeights packed; ///< up to date with values
};

/// Rows of a batch that go through together. It depends on the batch and the network alone, so that sums over chunks are the same
/// however many workers there are.
int chunkRows(int batch, size_t parameters);

/// Windows on their way through a network, in chunks that workers share.
class ChunkedPass {
public:
    ChunkedPass(EngineParameters &parameters, const TrainingSettings &settings, int workers);

    /// The mean loss over `rows` of the windows, and its gradient in gradient(). `batch`: the number of the batch, for dropout.
    double differentiate(const Windows &windows, std::span<const qint64> rows, qint64 batch, int workers);
    /// The sum of losses without dropout.
    double lossSum(const Windows &windows, std::span<const qint64> rows, int workers);
    const float *gradient() const { return m_gradients.front().data(); }
    /// Of the last differentiate() or lossSum(), in the order of the rows: kept where keepOutputs() was called before.
    void keepOutputs(bool isKept = true) { m_keepsOutputs = isKept; }
    const std::vector<float> &outputs() const { return m_outputs; }

private:
    struct Worker {
        explicit Worker(const EngineParameters &parameters) : pass(parameters.layout, parameters.packed) {}
        SequencePass pass;
        std::vector<float> targets, scales, weights, gradOutputs;
    };
    struct Chunk {
        std::span<const qint64> rows;
        int first = 0;
        int batchRows = 0;
        qint64 batch = 0;
        float *gradient = nullptr; ///< nullptr: the loss alone
    };
    double passChunk(const Windows &windows, const Chunk &chunk, Worker &worker);
    double sumOver(const Windows &windows, std::span<const qint64> rows, int chunkSize, qint64 batch, bool wantsGradient, int workers);
    void addGradients(size_t chunks);
    /// `in` with the recurrent weights that the mask of this batch keeps, the others zero; may be the same array.
    void dropRecurrent(const float *in, float *out, qint64 batch) const;

    EngineParameters &m_parameters;
    const float *m_values; ///< the parameters, or m_dropped during a pass with recurrent dropout
    Buffer m_dropped;
    const TrainingSettings m_settings;
    const LossFunction m_loss;
    WorkerPool m_pool;
    std::vector<std::unique_ptr<Worker>> m_workers;
    std::vector<Buffer> m_gradients; ///< one for each chunk
    std::vector<double> m_sums;
    std::vector<float> m_outputs;
    bool m_keepsOutputs = false;
};

std::unique_ptr<NetworkTrainer> makeEngineTrainer(EngineParameters &parameters, const Windows &training, const TrainingSettings &settings);

} // namespace foretrail::neural
