#include "core/neural/torch/TorchNetwork.h"

#include "core/neural/interface/DropoutMask.h"
#include "core/neural/torch/TorchLoss.h"
#include "core/neural/torch/TorchTrainer.h"
#include "core/neural/torch/TorchWindows.h"

#include <QCoreApplication>

#include <dlfcn.h>

namespace foretrail::neural {
namespace {

constexpr qint64 predictedAtOnce = 256;

struct TorchNetworkText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::RecurrentNetwork)
};

std::vector<qint64> rowsFrom(qint64 first, qint64 count)
{
    std::vector<qint64> rows(static_cast<size_t>(count));
    std::iota(rows.begin(), rows.end(), first);
    return rows;
}

void append(const torch::Tensor &tensor, std::vector<float> &to)
{
    const torch::Tensor values = tensor.detach().to(torch::kCPU).contiguous();
    to.insert(to.end(), values.data_ptr<float>(), values.data_ptr<float>() + values.numel());
}

class TorchNetwork : public RecurrentNetwork, private TorchModel {
public:
    TorchNetwork(const NetworkShape &shape, quint64 seed, torch::Device device) : m_shape(shape), m_device(device)
    {
        for (const Tensor &tensor : initialTensors(shape, seed)) {
            m_names.push_back(tensor.name);
            const torch::Tensor values = torch::tensor(torch::ArrayRef<float>(tensor.values)).view(tensor.shape).to(m_device, torch::kFloat32, false, true);
            m_parameters.push_back(values.requires_grad_(true));
        }
    }

    std::unique_ptr<NetworkTrainer> trainer(const Windows &training, const TrainingSettings &settings) override
    {
        return makeTorchTrainer(*this, training, settings);
    }

    using RecurrentNetwork::predict;
    Result<std::vector<float>> predict(const Windows &windows) override
    {
        return guarded([&]() -> Result<std::vector<float>> {
            limitThreads();
            const torch::NoGradGuard noGradients;
            std::vector<float> outputs;
            for (qint64 first = 0; first < windows.count(); first += predictedAtOnce) {
                const auto rows = rowsFrom(first, std::min(predictedAtOnce, windows.count() - first));
                append(forward(TorchWindows::gathered(windows, rows, m_device), {}, -1), outputs);
            }
            return outputs;
        });
    }

    Result<Differentiated> differentiate(const Windows &windows, const TrainingSettings &settings, qint64 batch) override
    {
        return guarded([&]() -> Result<Differentiated> {
            limitThreads();
            const TorchWindows all = TorchWindows::gathered(windows, rowsFrom(0, windows.count()), m_device);
            const torch::Tensor outputs = forward(all, settings, batch);
            const torch::Tensor loss = torchLoss(settings, outputs, all.targets, all.scales, all.weights);
            for (torch::Tensor &parameter : m_parameters)
                parameter.mutable_grad() = torch::Tensor();
            loss.backward();
            Differentiated result;
            append(outputs, result.outputs);
            result.loss = loss.item().toDouble();
            for (const torch::Tensor &parameter : m_parameters)
                result.gradients.push_back(named(result.gradients.size(), parameter.grad().defined() ? parameter.grad() : torch::zeros_like(parameter)));
            return result;
        });
    }

    std::vector<Tensor> tensors() const override
    {
        std::vector<Tensor> result;
        for (const torch::Tensor &parameter : m_parameters)
            result.push_back(named(result.size(), parameter));
        return result;
    }

    Result<void> setTensors(const std::vector<Tensor> &tensors) override
    {
        bool fits = tensors.size() == m_parameters.size();
        for (size_t i = 0; fits && i < tensors.size(); ++i)
            fits = tensors[i].name == m_names[i] && tensors[i].shape == m_parameters[i].sizes().vec()
                && int64_t(tensors[i].values.size()) == m_parameters[i].numel();
        if (!fits)
            return fail(ErrorCode::Format, TorchNetworkText::tr("The stored weights belong to a network of another shape. Train it again."));
        const torch::NoGradGuard noGradients;
        for (size_t i = 0; i < tensors.size(); ++i)
            m_parameters[i].copy_(torch::tensor(torch::ArrayRef<float>(tensors[i].values)).view(tensors[i].shape));
        return {};
    }

private:
    const std::vector<torch::Tensor> &parameters() const override { return m_parameters; }

    torch::Tensor loss(const Windows &windows, std::span<const qint64> rows, const TrainingSettings &settings, qint64 batch,
                       std::vector<float> *outputs) const override
    {
        const TorchWindows part = TorchWindows::gathered(windows, rows, m_device);
        const torch::Tensor said = forward(part, settings, batch);
        if (outputs)
            append(said, *outputs);
        return torchLoss(settings, said, part.targets, part.scales, part.weights);
    }

    Tensor named(size_t place, const torch::Tensor &tensor) const
    {
        Tensor result{m_names[place], tensor.sizes().vec(), {}};
        append(tensor, result.values);
        return result;
    }

    torch::Tensor embedded(const TorchWindows &windows) const
    {
        if (m_shape.embedding == 0)
            return windows.inputs;
        const torch::Tensor rows = m_parameters.back().index_select(0, windows.entities);
        return torch::cat({windows.inputs, rows.unsqueeze(0).expand({windows.inputs.size(0), -1, -1})}, 2);
    }

    // Outputs [rows][outputs]; `batch` < 0: without dropout.
    torch::Tensor forward(const TorchWindows &windows, const TrainingSettings &settings, qint64 batch) const
    {
        torch::Tensor values = embedded(windows);
        const int64_t rows = values.size(1);
        const bool isLearning = torch::GradMode::is_enabled(); // what a GPU needs to know to keep what the way back reads
        const torch::Tensor zero = torch::zeros({1, rows, m_shape.units}, m_device);
        for (int layer = 0; layer < m_shape.layers; ++layer) {
            const auto first = m_parameters.begin() + layer * 4;
            std::vector<torch::Tensor> weights(first, first + 4);
            if (batch >= 0 && m_shape.recurrentDropout > 0)
                weights[1] = weights[1] * dropoutMask(m_shape.recurrentDropout, recurrentDropoutKey(settings.seed, quint64(batch), uint32_t(layer)), 0, 1,
                                                      weights[1].size(0), m_shape.units, m_device).select(0, 0);
            if (m_shape.cell == Cell::Lstm)
                values = std::get<0>(torch::lstm(values, {zero, zero}, weights, true, 1, 0.0, isLearning, false, false));
            else
                values = std::get<0>(torch::gru(values, zero, weights, true, 1, 0.0, isLearning, false, false));
            const int64_t firstStep = layer + 1 == m_shape.layers ? values.size(0) - 1 : 0;
            values = values.narrow(0, firstStep, values.size(0) - firstStep);
            if (batch >= 0 && m_shape.dropout > 0)
                values = values * dropoutMask(m_shape.dropout, dropoutKey(settings.seed, quint64(batch), uint32_t(layer)), firstStep, values.size(0), rows, m_shape.units, m_device);
        }
        const size_t head = 4 * size_t(m_shape.layers);
        return torch::linear(torch::cat({values.select(0, 0), windows.extras}, 1), m_parameters[head], m_parameters[head + 1]);
    }

    const NetworkShape m_shape;
    const torch::Device m_device;
    std::vector<std::string> m_names;
    std::vector<torch::Tensor> m_parameters; // in the order of m_names
};

} // namespace

void limitThreads()
{
    using Setter = void (*)(int);
    static const auto setBlasThreads = reinterpret_cast<Setter>(dlsym(RTLD_DEFAULT, "openblas_set_num_threads"));
    torch::set_num_threads(1);
    if (setBlasThreads)
        setBlasThreads(1);
}

void computeOnGpuAsOnProcessor()
{
    at::globalContext().setAllowTF32CuBLAS(false);
    at::globalContext().setAllowTF32CuDNN(false);
    at::globalContext().setDeterministicCuDNN(true);
}

std::string torchDescription(torch::Device device)
{
    return std::string("LibTorch " TORCH_VERSION) + (device.is_cpu() ? ", 1 thread" : ", GPU");
}

std::unique_ptr<RecurrentNetwork> makeTorchNetwork(const NetworkShape &shape, quint64 seed, torch::Device device)
{
    return std::make_unique<TorchNetwork>(shape, seed, device);
}

} // namespace foretrail::neural
