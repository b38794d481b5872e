#pragma once

#include "core/neural/interface/RecurrentNetwork.h"

#include <torch/torch.h>

namespace foretrail::neural {

/// Some windows as tensors, copied to the device that computes.
struct TorchWindows {
    torch::Tensor inputs;  ///< [lookback][rows][features]
    torch::Tensor extras;  ///< [rows][extras]
    torch::Tensor targets; ///< [rows][targets]
    torch::Tensor scales;  ///< [rows]
    torch::Tensor weights; ///< [rows]
    torch::Tensor entities; ///< [rows]

    static TorchWindows gathered(const Windows &windows, std::span<const qint64> rows, torch::Device device);
};

/// The mask of core/neural/interface/DropoutMask.h over states [steps][rows][units], of which `firstStep` is the first: 0, or one over
/// the share that is kept.
torch::Tensor dropoutMask(double share, uint32_t key, int64_t firstStep, int64_t steps, int64_t rows, int64_t units,
                          torch::Device device);

} // namespace foretrail::neural
