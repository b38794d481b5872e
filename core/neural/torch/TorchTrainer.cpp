#include "core/neural/torch/TorchTrainer.h"

#include "core/neural/interface/BatchLoop.h"
#include "core/neural/interface/Random.h"
#include "core/neural/torch/TorchNetwork.h"

#include <QCoreApplication>

#include <cmath>

namespace foretrail::neural {
namespace {

struct TorchTrainerText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::RecurrentNetwork)
};

std::unique_ptr<torch::optim::Optimizer> optimiserOf(const TrainingSettings &s, const std::vector<torch::Tensor> &parameters)
{
    switch (s.optimiser) {
    case Optimiser::AdamW:
        return std::make_unique<torch::optim::AdamW>(parameters, torch::optim::AdamWOptions(s.learningRate).weight_decay(s.weightDecay));
    case Optimiser::RmsProp:
        return std::make_unique<torch::optim::RMSprop>(parameters, torch::optim::RMSpropOptions(s.learningRate).weight_decay(s.weightDecay));
    case Optimiser::Sgd:
        return std::make_unique<torch::optim::SGD>(parameters, torch::optim::SGDOptions(s.learningRate).momentum(s.momentum).weight_decay(s.weightDecay));
    case Optimiser::Adam: break;
    }
    return std::make_unique<torch::optim::Adam>(parameters, torch::optim::AdamOptions(s.learningRate).weight_decay(s.weightDecay));
}

class TorchTrainer : public NetworkTrainer {
public:
    TorchTrainer(TorchModel &model, const Windows &training, const TrainingSettings &settings)
        : m_model(model), m_training(training), m_settings(settings), m_optimiser(optimiserOf(settings, model.parameters())), m_rate(settings.learningRate)
    {
    }

    Result<EpochResult> runEpoch(JobContext &job) override
    {
        return guarded([&] { return runBatches(job); });
    }

    Result<double> lossOn(const Windows &windows, std::vector<float> *outputs) override
    {
        return guarded([&]() -> Result<double> {
            const torch::NoGradGuard noGradients;
            double sum = 0;
            if (outputs)
                outputs->clear();
            for (qint64 first = 0; first < windows.count(); first += evaluatedAtOnce) {
                std::vector<qint64> rows(size_t(std::min(evaluatedAtOnce, windows.count() - first)));
                std::iota(rows.begin(), rows.end(), first);
                sum += double(m_model.loss(windows, rows, m_settings, -1, outputs).item<float>()) * double(rows.size());
            }
            return windows.count() > 0 ? sum / double(windows.count()) : missing;
        });
    }

    TrainerState state() const override { return {m_epoch, m_steps, m_rate, {}}; }

    Result<void> restore(const TrainerState &state) override
    {
        Q_UNUSED(state)
        return fail(ErrorCode::Unsupported, TorchTrainerText::tr("A training by LibTorch cannot be continued. Choose the program's own engine."));
    }

    void setLearningRate(double rate) override { m_rate = rate; }

private:
    static constexpr qint64 evaluatedAtOnce = 256;

    EpochResult runBatch(std::span<const qint64> rows)
    {
        m_optimiser->zero_grad();
        const torch::Tensor loss = m_model.loss(m_training, rows, m_settings, m_steps, nullptr);
        const auto value = double(loss.item<float>());
        if (!std::isfinite(value))
            return {value, 0};
        loss.backward();
        const double limit = m_settings.clipNorm > 0 ? m_settings.clipNorm : std::numeric_limits<double>::infinity();
        const double norm = torch::nn::utils::clip_grad_norm_(m_model.parameters(), limit);
        for (torch::optim::OptimizerParamGroup &group : m_optimiser->param_groups())
            group.options().set_lr(m_rate);
        m_optimiser->step();
        ++m_steps;
        return {value, norm};
    }

    Result<EpochResult> runBatches(JobContext &job)
    {
        limitThreads();
        Random random(m_settings.seed + 0x9E3779B97F4A7C15ULL * quint64(m_epoch));
        const std::vector<int64_t> permuted = random.permutation(m_training.count());
        const std::vector<qint64> order(permuted.begin(), permuted.end());
        const Result<EpochResult> result = runInBatches(order, m_settings.batch, job, [this](auto rows) { return runBatch(rows); });
        m_epoch += result ? 1 : 0;
        return result;
    }

    TorchModel &m_model;
    const Windows &m_training;
    const TrainingSettings m_settings;
    const std::unique_ptr<torch::optim::Optimizer> m_optimiser;
    double m_rate;
    int m_epoch = 0;
    qint64 m_steps = 0;
};

} // namespace

Error outOfMemory()
{
    return Error{ErrorCode::Internal, TorchTrainerText::tr("There is not enough memory for this network. Choose fewer units, fewer "
                                                           "layers or a smaller batch."), {}};
}

Error failure(const char *what)
{
    return Error{ErrorCode::Internal, TorchTrainerText::tr("The neural module failed. The log says more."), QString::fromUtf8(what)};
}

std::unique_ptr<NetworkTrainer> makeTorchTrainer(TorchModel &model, const Windows &training, const TrainingSettings &settings)
{
    return std::make_unique<TorchTrainer>(model, training, settings);
}

} // namespace foretrail::neural
