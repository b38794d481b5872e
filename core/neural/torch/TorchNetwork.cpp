#include "core/neural/torch/TorchNetwork.h"

#include "core/neural/torch/Random.h"

#include <torch/torch.h>

#include <QCoreApplication>
#include <QElapsedTimer>

#include <dlfcn.h>

#include <cmath>

namespace foretrail::neural {
namespace {

constexpr double clipNorm = 1.0;
constexpr double huberDelta = 0.1; // a tenth of the normalised range: beyond it errors count linearly
constexpr int64_t evaluationBatch = 256;

struct TorchNetworkText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::RecurrentNetwork)
};

// LibTorch throws; nothing of that may leave this module.
template<class Work>
auto guarded(Work work) -> decltype(work())
{
    try {
        return work();
    } catch (const std::bad_alloc &) {
        return fail(ErrorCode::Internal, TorchNetworkText::tr("There is not enough memory for this network. Choose fewer units, fewer "
                                            "layers or a smaller batch."));
    } catch (const std::exception &exception) {
        return fail(ErrorCode::Internal, TorchNetworkText::tr("The neural module failed. The log says more."),
                    QString::fromUtf8(exception.what()));
    }
}

// [count][lookback][features] to time-major [lookback][count][features], copied.
torch::Tensor timeMajor(std::span<const float> inputs, int64_t count, int64_t lookback, int64_t features)
{
    return torch::from_blob(const_cast<float *>(inputs.data()), {count, lookback, features})
        .permute({1, 0, 2})
        .contiguous()
        .clone();
}

torch::Tensor lossOf(const torch::Tensor &output, const torch::Tensor &target, Loss loss)
{
    switch (loss) {
    case Loss::Mae: return torch::l1_loss(output, target);
    case Loss::Huber: return torch::huber_loss(output, target, at::Reduction::Mean, huberDelta);
    case Loss::Mse: break;
    }
    return torch::mse_loss(output, target);
}

class TorchNetwork : public RecurrentNetwork {
public:
    TorchNetwork(const NetworkShape &shape, quint64 seed) : m_shape(shape)
    {
        Random random(seed);
        const int64_t gates = shape.cell == Cell::Lstm ? 4 : 3;
        const std::string prefix = shape.cell == Cell::Lstm ? "lstm." : "gru.";
        for (int layer = 0; layer < shape.layers; ++layer) {
            const std::string suffix = "_l" + std::to_string(layer);
            const int64_t inputs = layer == 0 ? shape.features : shape.units;
            addParameter(prefix + "weight_ih" + suffix, {gates * shape.units, inputs}, random);
            addParameter(prefix + "weight_hh" + suffix, {gates * shape.units, shape.units}, random);
            addParameter(prefix + "bias_ih" + suffix, {gates * shape.units}, random);
            addParameter(prefix + "bias_hh" + suffix, {gates * shape.units}, random);
        }
        addParameter("head.weight", {1, shape.units}, random);
        addParameter("head.bias", {1}, random);
    }

    Result<void> train(const WindowSet &training, const WindowSet &validation, const ModelSpec &spec,
                       const std::function<void(const EpochLosses &)> &onEpoch, JobContext &job) override
    {
        return guarded([&]() -> Result<void> { return runEpochs(training, validation, spec, onEpoch, job); });
    }

    Result<std::vector<float>> predict(std::span<const float> inputs, int count, int lookback) override
    {
        if (inputs.size() != size_t(count) * size_t(lookback) * size_t(m_shape.features))
            return fail(ErrorCode::Internal, TorchNetworkText::tr("The neural module failed. The log says more."),
                        QStringLiteral("predict: %1 values for %2 windows of %3 steps").arg(inputs.size()).arg(count).arg(lookback));
        return guarded([&]() -> Result<std::vector<float>> {
            limitThreads();
            const torch::NoGradGuard noGradients;
            const torch::Tensor outputs = evaluate(timeMajor(inputs, count, lookback, m_shape.features));
            return std::vector<float>(outputs.data_ptr<float>(), outputs.data_ptr<float>() + count);
        });
    }

    std::vector<Tensor> tensors() const override
    {
        std::vector<Tensor> result;
        for (size_t i = 0; i < m_parameters.size(); ++i) {
            const torch::Tensor values = m_parameters[i].detach().contiguous();
            result.push_back({m_names[i], values.sizes().vec(),
                              std::vector<float>(values.data_ptr<float>(), values.data_ptr<float>() + values.numel())});
        }
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
            std::copy(tensors[i].values.begin(), tensors[i].values.end(), m_parameters[i].data_ptr<float>());
        return {};
    }

private:
    struct Examples {
        torch::Tensor inputs; // [lookback][count][features]
        torch::Tensor targets;
        int64_t count = 0;
    };

    void addParameter(const std::string &name, std::vector<int64_t> shape, Random &random)
    {
        const double bound = 1.0 / std::sqrt(double(m_shape.units));
        torch::Tensor values = torch::empty(shape, torch::kFloat32);
        float *data = values.data_ptr<float>();
        for (int64_t i = 0; i < values.numel(); ++i)
            data[i] = float(random.uniform(-bound, bound));
        m_names.push_back(name);
        m_parameters.push_back(values.requires_grad_(true));
    }

    Examples examplesOf(const WindowSet &set) const
    {
        if (set.count == 0)
            return {};
        return {timeMajor(set.inputs, set.count, set.lookback, m_shape.features),
                torch::tensor(torch::ArrayRef<float>(set.targets)), set.count};
    }

    // Zeroes a share of the values and scales up the rest, so that the sum is the same on average.
    torch::Tensor dropped(const torch::Tensor &values, at::Generator &generator) const
    {
        const double keep = 1.0 - m_shape.dropout;
        return values * torch::empty_like(values).bernoulli_(keep, generator).div_(keep);
    }

    // inputs [lookback][count][features] to outputs [count]; dropout only with a generator.
    torch::Tensor forward(const torch::Tensor &inputs, at::Generator *generator) const
    {
        const bool drops = generator && m_shape.dropout > 0;
        const torch::Tensor zero = torch::zeros({1, inputs.size(1), m_shape.units});
        torch::Tensor values = inputs;
        for (int layer = 0; layer < m_shape.layers; ++layer) {
            const auto first = m_parameters.begin() + layer * 4;
            const std::vector<torch::Tensor> weights(first, first + 4);
            if (m_shape.cell == Cell::Lstm)
                values = std::get<0>(torch::lstm(values, {zero, zero}, weights, true, 1, 0.0, false, false, false));
            else
                values = std::get<0>(torch::gru(values, zero, weights, true, 1, 0.0, false, false, false));
            if (layer + 1 == m_shape.layers)
                values = values.select(0, values.size(0) - 1);
            if (drops)
                values = dropped(values, *generator);
        }
        return torch::linear(values, m_parameters[m_parameters.size() - 2], m_parameters.back()).squeeze(1);
    }

    torch::Tensor evaluate(const torch::Tensor &inputs) const
    {
        std::vector<torch::Tensor> outputs;
        for (const torch::Tensor &part : inputs.split(evaluationBatch, 1))
            outputs.push_back(forward(part, nullptr));
        return torch::cat(outputs).contiguous();
    }

    double evaluateLoss(const Examples &examples, Loss loss) const
    {
        if (examples.count == 0)
            return missing;
        const torch::NoGradGuard noGradients;
        return double(lossOf(evaluate(examples.inputs), examples.targets, loss).item<float>());
    }

    static Error diverged(int epoch)
    {
        return Error{ErrorCode::Diverged, TorchNetworkText::tr("The loss of epoch %1 is not a number: training has run away. Choose a "
                                             "smaller learning rate, or min-max normalisation.").arg(epoch), {}};
    }

    // Mean loss over the shuffled batches of one epoch.
    Result<double> runEpoch(const Examples &examples, const ModelSpec &spec, int epoch, torch::optim::Adam &adam,
                            Random &random, at::Generator &dropoutSource, JobContext &job)
    {
        const torch::Tensor order = torch::tensor(random.permutation(examples.count));
        double sum = 0;
        for (int64_t first = 0; first < examples.count; first += spec.batch) {
            if (job.stopRequested())
                return fail(Error::cancelled());
            const int64_t count = std::min<int64_t>(spec.batch, examples.count - first);
            const torch::Tensor rows = order.narrow(0, first, count);
            adam.zero_grad();
            const torch::Tensor loss = lossOf(forward(examples.inputs.index_select(1, rows), &dropoutSource),
                                              examples.targets.index_select(0, rows), spec.loss);
            const double value = double(loss.item<float>());
            if (!std::isfinite(value))
                return fail(diverged(epoch));
            loss.backward();
            torch::nn::utils::clip_grad_norm_(m_parameters, clipNorm);
            adam.step();
            sum += value * double(count);
        }
        return sum / double(examples.count);
    }

    Result<void> runEpochs(const WindowSet &trainingSet, const WindowSet &validationSet, const ModelSpec &spec,
                           const std::function<void(const EpochLosses &)> &onEpoch, JobContext &job)
    {
        limitThreads();
        const Examples training = examplesOf(trainingSet);
        const Examples validation = examplesOf(validationSet);
        Random random(spec.seed);
        at::Generator dropoutSource = at::detail::createCPUGenerator(spec.seed);
        torch::optim::Adam adam(m_parameters, torch::optim::AdamOptions(spec.learningRate));
        std::vector<Tensor> best = tensors();
        double bestLoss = std::numeric_limits<double>::infinity();
        int waited = 0;
        for (int epoch = 1; epoch <= spec.epochs; ++epoch) {
            QElapsedTimer timer;
            timer.start();
            const auto loss = runEpoch(training, spec, epoch, adam, random, dropoutSource, job);
            if (!loss)
                return fail(loss.error());
            const double judged = evaluateLoss(validation, spec.loss);
            if (validation.count > 0 && !std::isfinite(judged))
                return fail(diverged(epoch));
            const bool isBest = validation.count > 0 ? judged < bestLoss : epoch == spec.epochs;
            if (isBest) {
                best = tensors();
                bestLoss = judged;
            }
            waited = isBest ? 0 : waited + 1;
            onEpoch({epoch, spec.epochs, *loss, judged, double(timer.nsecsElapsed()) * 1e-9, isBest});
            if (validation.count > 0 && spec.patience > 0 && waited >= spec.patience)
                break;
        }
        return setTensors(best);
    }

    const NetworkShape m_shape;
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

std::string torchDescription() { return "LibTorch " TORCH_VERSION ", 1 thread"; }

std::unique_ptr<RecurrentNetwork> makeTorchNetwork(const NetworkShape &shape, quint64 seed)
{
    return std::make_unique<TorchNetwork>(shape, seed);
}

} // namespace foretrail::neural
