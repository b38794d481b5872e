#include "core/neural/torch/TorchWindows.h"

#include "core/neural/interface/DropoutMask.h"

namespace foretrail::neural {

TorchWindows TorchWindows::gathered(const Windows &windows, std::span<const qint64> rows, torch::Device device)
{
    const WindowSize size = windows.size();
    const auto count = int64_t(rows.size());
    std::vector<int> entities(rows.size(), 0);
    TorchWindows all{torch::zeros({size.lookback, count, size.features}), torch::zeros({count, size.extras}), torch::zeros({count, size.targets}),
                     torch::ones({count}), torch::ones({count}), {}};
    WindowBatch batch;
    batch.inputs = all.inputs.data_ptr<float>();
    batch.stride = size.features;
    batch.extras = all.extras.data_ptr<float>();
    batch.targets = all.targets.data_ptr<float>();
    batch.scales = all.scales.data_ptr<float>();
    batch.weights = all.weights.data_ptr<float>();
    batch.entities = entities.data();
    windows.gather(rows, batch);
    all.entities = torch::tensor(torch::ArrayRef<int>(entities)).to(torch::kInt64);
    for (torch::Tensor *tensor : {&all.inputs, &all.extras, &all.targets, &all.scales, &all.weights, &all.entities})
        *tensor = tensor->to(device);
    return all;
}

torch::Tensor dropoutMask(double share, uint32_t key, int64_t firstStep, int64_t steps, int64_t rows, int64_t units, torch::Device device)
{
    torch::Tensor mask = torch::empty({steps, rows, units});
    float *values = mask.data_ptr<float>();
    const uint32_t threshold = dropoutThreshold(share);
    const auto kept = float(1.0 / (1.0 - share));
    for (int64_t i = 0; i < mask.numel(); ++i)
        values[i] = dropoutKeeps(key, uint32_t(firstStep * rows * units + i), threshold) ? kept : 0.0F;
    return mask.to(device);
}

} // namespace foretrail::neural
