#pragma once

#include "core/base/Uncopied.h"
#include "core/neural/interface/RecurrentNetwork.h"

#include <torch/torch.h>

namespace foretrail::neural {

/// What a trainer asks of its network.
class TorchModel : Uncopied {
public:
    virtual ~TorchModel() = default;
    virtual const std::vector<torch::Tensor> &parameters() const = 0;
    /// The loss of these windows as one batch; `batch` < 0: without dropout. Outputs are appended to `outputs`; nullptr: not wanted.
    virtual torch::Tensor loss(const Windows &windows, std::span<const qint64> rows, const TrainingSettings &settings, qint64 batch,
                               std::vector<float> *outputs) const = 0;
};

/// Throws what LibTorch throws. It cannot take on a stored state: LibTorch's optimisers keep theirs to themselves.
std::unique_ptr<NetworkTrainer> makeTorchTrainer(TorchModel &model, const Windows &training, const TrainingSettings &settings);

Error outOfMemory();
Error failure(const char *what);

/// LibTorch throws; nothing of that may leave this module.
template<class Work>
auto guarded(Work work) -> decltype(work())
{
    try {
        return work();
    } catch (const std::bad_alloc &) {
        return fail(outOfMemory());
    } catch (const std::exception &exception) {
        const bool isFull = std::string_view(exception.what()).find("out of memory") != std::string_view::npos; // of a GPU
        return fail(isFull ? outOfMemory() : failure(exception.what()));
    }
}

} // namespace foretrail::neural
