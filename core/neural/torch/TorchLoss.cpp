#include "core/neural/torch/TorchLoss.h"

namespace foretrail::neural {
namespace {

constexpr double huberDelta = 0.1; // a tenth of the normalised range: beyond it errors count linearly

torch::Tensor pinball(const TrainingSettings &settings, const torch::Tensor &outputs, const torch::Tensor &targets)
{
    const torch::Tensor quantiles = torch::tensor(torch::ArrayRef<double>(settings.quantiles)).to(outputs.device(), torch::kFloat32);
    const torch::Tensor errors = targets.unsqueeze(2) - outputs;
    return torch::maximum(quantiles * errors, (quantiles - 1) * errors).mean(2);
}

torch::Tensor negativeBinomial(const torch::Tensor &outputs, const torch::Tensor &targets, const torch::Tensor &scales)
{
    const torch::Tensor o = outputs.to(torch::kFloat64);
    const torch::Tensor scale = scales.to(torch::kFloat64).unsqueeze(1);
    const torch::Tensor z = torch::clamp_min(targets.to(torch::kFloat64) * scale, 0);
    const torch::Tensor mean = scale * torch::softplus(o.select(2, 0)) + 1e-12;
    const torch::Tensor dispersion = torch::softplus(o.select(2, 1)) / scale.sqrt() + 1e-6;
    const torch::Tensor r = 1 / dispersion;
    const torch::Tensor spread = 1 + dispersion * mean;
    return torch::lgamma(z + 1) + torch::lgamma(r) - torch::lgamma(z + r) + r * spread.log() - z * (dispersion * mean / spread).log();
}

torch::Tensor tweedie(const TrainingSettings &settings, const torch::Tensor &outputs, const torch::Tensor &targets)
{
    const double p = settings.tweediePower;
    const torch::Tensor o = outputs.select(2, 0);
    return ((2 - p) * o).exp() / (2 - p) - targets * ((1 - p) * o).exp() / (1 - p);
}

torch::Tensor terms(const TrainingSettings &settings, const torch::Tensor &outputs, const torch::Tensor &targets, const torch::Tensor &scales)
{
    switch (settings.loss) {
    case Loss::Mae: return torch::l1_loss(outputs.select(2, 0), targets, at::Reduction::None);
    case Loss::Huber: return torch::huber_loss(outputs.select(2, 0), targets, at::Reduction::None, huberDelta);
    case Loss::Pinball: return pinball(settings, outputs, targets);
    case Loss::NegativeBinomial: return negativeBinomial(outputs, targets, scales);
    case Loss::Tweedie: return tweedie(settings, outputs, targets);
    case Loss::Mse: break;
    }
    return torch::mse_loss(outputs.select(2, 0), targets, at::Reduction::None);
}

} // namespace

torch::Tensor torchLoss(const TrainingSettings &settings, const torch::Tensor &outputs, const torch::Tensor &targets, const torch::Tensor &scales,
                        const torch::Tensor &weights)
{
    const torch::Tensor present = torch::isnan(targets).logical_not().to(torch::kFloat32);
    const torch::Tensor shaped = outputs.view({targets.size(0), targets.size(1), -1});
    return (terms(settings, shaped, torch::nan_to_num(targets), scales) * present * weights.unsqueeze(1)).mean();
}

} // namespace foretrail::neural
