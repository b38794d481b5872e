#pragma once

#include "core/neural/interface/TrainingSettings.h"

#include <torch/torch.h>

namespace foretrail::neural {

/// The losses of core/neural/engine/LossFunctions.h by automatic differentiation: means over windows, targets and quantiles.
/// outputs [rows][targets][outputsPerTarget]; targets [rows][targets] where NaN counts for nothing; scales and weights [rows].
torch::Tensor torchLoss(const TrainingSettings &settings, const torch::Tensor &outputs, const torch::Tensor &targets, const torch::Tensor &scales,
                        const torch::Tensor &weights);

} // namespace foretrail::neural
