#pragma once

#include "core/base/Uncopied.h"
#include "core/jobs/JobContext.h"
#include "core/models/Forecaster.h"
#include "core/neural/interface/TrainingSettings.h"
#include "core/neural/interface/Windows.h"

#include <memory>
#include <span>
#include <string>
#include <vector>

namespace foretrail {

enum class Cell { Lstm, Gru };

/// A named array of the network, for storage and for tests that recompute it by hand.
struct Tensor {
    std::string name; ///< "lstm.weight_ih_l0" as LibTorch names it
    std::vector<int64_t> shape;
    std::vector<float> values; ///< row-major
};

struct NetworkShape {
    Cell cell = Cell::Lstm;
    int features = 1;
    int layers = 1;
    int units = 32;
    double dropout = 0.0; ///< between layers and before the head, while training only
    int outputs = 1;      ///< of the head
    int extras = 0;       ///< values of a window that the head sees beside the last state
    int entities = 0;     ///< things that windows belong to, each with an embedding seen at every step; 0: none
    int embedding = 0;    ///< values of each embedding
    double recurrentDropout = 0.0; ///< of the weights from a state to the gates of the next step, while training only: one mask for all steps of a batch (Merity, Keskar & Socher 2018)
    bool operator==(const NetworkShape &) const = default;
};

/// The names, shapes and first values of a network: drawn uniformly from +-1/sqrt(units) by a generator of our own (embeddings from
/// a tenth of that), the same for every engine.
std::vector<Tensor> initialTensors(const NetworkShape &shape, quint64 seed);

/// A network's outputs [count][outputs] for some windows, their loss, and how it changes with each parameter.
struct Differentiated {
    std::vector<float> outputs;
    double loss = 0;
    std::vector<Tensor> gradients;
};

/// What an optimiser remembers, and how far it has come: with the weights all that goes on from here depends on.
struct TrainerState {
    int epoch = 0;     ///< epochs done
    qint64 steps = 0;  ///< batches done
    double learningRate = 1e-3;
    std::vector<std::vector<float>> moments; ///< of all parameters in a row, as many as the optimiser keeps
};

/// One epoch done.
struct EpochResult {
    double loss = 0;         ///< mean over the windows as they were met
    double gradientNorm = 0; ///< mean over batches, before it is clipped
};

/// A training under way, one epoch at a time. The order of windows and the dropout of an epoch follow from seed and epoch, so a
/// trainer that takes on the state of another (and a network with its weights) goes on as that would have, bit for bit.
class NetworkTrainer : Uncopied {
public:
    virtual ~NetworkTrainer() = default;
    /// Diverged when a loss is not a number; Cancelled leaves the epoch half done.
    virtual Result<EpochResult> runEpoch(JobContext &job) = 0;
    /// Mean loss of the network as it is, without dropout; not a number where there are no windows. `outputs` becomes what the
    /// network says of them, [window][outputs]; nullptr: not wanted.
    virtual Result<double> lossOn(const Windows &windows, std::vector<float> *outputs) = 0;
    virtual TrainerState state() const = 0;
    virtual Result<void> restore(const TrainerState &state) = 0;
    virtual void setLearningRate(double rate) = 0; ///< from the next batch on
};

/// A recurrent network with a linear head on the last step, behind no framework's types. Not thread-safe.
class RecurrentNetwork : Uncopied {
public:
    virtual ~RecurrentNetwork() = default;
    /// `training` and the network must outlive the trainer.
    virtual std::unique_ptr<NetworkTrainer> trainer(const Windows &training, const TrainingSettings &settings) = 0;
    /// Outputs [count][outputs].
    virtual Result<std::vector<float>> predict(const Windows &windows) = 0;
    /// All windows as one batch, with the dropout of batch `batch` of a training with this seed.
    virtual Result<Differentiated> differentiate(const Windows &windows, const TrainingSettings &settings, qint64 batch) = 0;
    virtual std::vector<Tensor> tensors() const = 0;
    virtual Result<void> setTensors(const std::vector<Tensor> &tensors) = 0;

    /// The same of windows [count][lookback][features] as they lie in memory.
    Result<std::vector<float>> predict(std::span<const float> inputs, int count, int lookback, int features);
};

/// Makes networks.
class NeuralEngine : Uncopied {
public:
    virtual ~NeuralEngine() = default;
    virtual std::string description() const = 0; ///< "LibTorch 1.13.1, 1 thread", "LibTorch 2.6.0, GPU"
    virtual std::unique_ptr<RecurrentNetwork> create(const NetworkShape &shape, quint64 seed) = 0;
};

/// What LibTorch computes on.
enum class Device { Processor, Gpu };

/// The engine of LibTorch, loaded on the first call (about half a second: never call it from the GUI thread). Unsupported with
/// the reason and what helps when the module or the GPU is not there. Thread-safe; engines live until exit.
Result<NeuralEngine *> torchEngine(Device device = Device::Processor);

} // namespace foretrail
