#pragma once

#include "core/jobs/JobContext.h"
#include "core/models/Forecaster.h"
#include "core/models/ModelSpec.h"

#include <memory>
#include <span>
#include <vector>

namespace foretrail {

enum class Cell { Lstm, Gru };

/// Training examples: `count` windows of `lookback` steps of `features` values each (row-major
/// [count][lookback][features]) and one target a window.
struct WindowSet {
    int count = 0;
    int lookback = 0;
    int features = 1;
    std::vector<float> inputs;
    std::vector<float> targets;
};

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
    bool operator==(const NetworkShape &) const = default;
};

/// A recurrent network with a linear head on the last step, behind no framework's types. Not thread-safe.
class RecurrentNetwork {
public:
    virtual ~RecurrentNetwork() = default;
    /// Adam over shuffled batches; keeps the weights of the best validation loss (of the last epoch when
    /// `validation` is empty). Diverged when a loss is not a number; Cancelled leaves the network unusable.
    virtual Result<void> train(const WindowSet &training, const WindowSet &validation, const ModelSpec &spec,
                               const std::function<void(const EpochLosses &)> &onEpoch, JobContext &job) = 0;
    /// One output for each window; `inputs` as in WindowSet.
    virtual Result<std::vector<float>> predict(std::span<const float> inputs, int count, int lookback) = 0;
    virtual std::vector<Tensor> tensors() const = 0;
    virtual Result<void> setTensors(const std::vector<Tensor> &tensors) = 0;
};

/// Makes networks; implemented by the module that is loaded when first needed.
class NeuralEngine {
public:
    virtual ~NeuralEngine() = default;
    virtual std::string description() const = 0; ///< "LibTorch 1.13.1, 1 thread"
    virtual std::unique_ptr<RecurrentNetwork> create(const NetworkShape &shape, quint64 seed) = 0;
};

/// The engine, loaded on the first call (about half a second: never call it from the GUI thread). Unsupported with
/// the reason and the package to install when the module is not there. Thread-safe; the engine lives until exit.
Result<NeuralEngine *> neuralEngine();

} // namespace foretrail
