#include "core/neural/engine/EngineTrainer.h"

#include "core/jobs/CoreBudget.h"
#include "core/neural/engine/TinyNumbers.h"
#include "core/neural/interface/BatchLoop.h"
#include "core/neural/interface/Random.h"

#include <QCoreApplication>

#include <algorithm>
#include <chrono>
#include <cmath>

namespace foretrail::neural {
namespace {

constexpr qint64 evaluatedAtOnce = 4096;

struct EngineTrainerText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::RecurrentNetwork)
};

class EngineTrainer : public NetworkTrainer {
public:
    EngineTrainer(EngineParameters &parameters, const Windows &training, const TrainingSettings &settings, int workers)
        : m_parameters(parameters), m_training(training), m_settings(settings), m_pass(parameters, settings, workers),
          m_optimiser(settings, parameters.layout.count), m_trial(workers), m_rate(settings.learningRate)
    {
    }

    Result<EpochResult> runEpoch(JobContext &job) override
    {
        const Result<EpochResult> result = runInBatches(windowsInOrder(), m_settings.batch, job, [this](auto rows) { return runBatch(rows); });
        m_epoch += result ? 1 : 0;
        return result;
    }

    Result<double> lossOn(const Windows &windows, std::vector<float> *outputs) override
    {
        const TinyNumbersAreZero tiny;
        double sum = 0;
        std::vector<qint64> rows;
        m_pass.keepOutputs(outputs != nullptr);
        if (outputs)
            outputs->clear();
        for (qint64 first = 0; first < windows.count(); first += evaluatedAtOnce) {
            rows.resize(size_t(std::min(evaluatedAtOnce, windows.count() - first)));
            std::iota(rows.begin(), rows.end(), first);
            sum += m_pass.lossSum(windows, rows, allowed(m_trial.chosen()));
            if (outputs)
                outputs->insert(outputs->end(), m_pass.outputs().begin(), m_pass.outputs().end());
        }
        m_pass.keepOutputs(false);
        return windows.count() > 0 ? sum / double(windows.count()) : missing;
    }

    TrainerState state() const override { return {m_epoch, m_optimiser.steps(), m_rate, m_optimiser.moments()}; }

    Result<void> restore(const TrainerState &state) override
    {
        if (!m_optimiser.restore(state.moments, state.steps))
            return fail(ErrorCode::Format, EngineTrainerText::tr("The stored training belongs to another network. Start it again."));
        m_epoch = state.epoch;
        m_rate = state.learningRate;
        return {};
    }

    void setLearningRate(double rate) override { m_rate = rate; }

private:
    static int allowed(int workers) { return std::min(workers, mostTrainingWorkers()); }

    // Follows from seed and epoch, so that an epoch can be run again without those before it.
    std::vector<qint64> windowsInOrder() const
    {
        Random random(m_settings.seed + 0x9E3779B97F4A7C15ULL * quint64(m_epoch));
        const qint64 all = m_training.count();
        const qint64 wanted = m_settings.windowsAnEpoch > 0 ? std::min(m_settings.windowsAnEpoch, all) : all;
        if (wanted == all) {
            const std::vector<int64_t> order = random.permutation(all);
            return {order.begin(), order.end()};
        }
        std::vector<qint64> drawn(static_cast<size_t>(wanted));
        for (qint64 &window : drawn)
            window = qint64(random.below(uint64_t(all)));
        return drawn;
    }

    EpochResult runBatch(std::span<const qint64> rows)
    {
        const TinyNumbersAreZero tiny;
        using Clock = std::chrono::steady_clock;
        const auto began = Clock::now();
        EpochResult result;
        result.loss = m_pass.differentiate(m_training, rows, m_optimiser.steps(), allowed(m_trial.next()));
        m_trial.tell(std::chrono::duration<double>(Clock::now() - began).count());
        result.gradientNorm = std::sqrt(kernels().sumOfSquares(m_pass.gradient(), m_parameters.layout.count));
        if (isUsable(result)) {
            m_optimiser.step(m_parameters.values.data(), m_pass.gradient(), result.gradientNorm, m_rate);
            m_parameters.packed.update(m_parameters.values.data());
        }
        return result;
    }

    EngineParameters &m_parameters;
    const Windows &m_training;
    const TrainingSettings m_settings;
    ChunkedPass m_pass;
    FlatOptimiser m_optimiser;
    WorkerTrial m_trial;
    double m_rate;
    int m_epoch = 0;
};

} // namespace

std::unique_ptr<NetworkTrainer> makeEngineTrainer(EngineParameters &parameters, const Windows &training, const TrainingSettings &settings)
{
    return std::make_unique<EngineTrainer>(parameters, training, settings, std::clamp(settings.workers, 1, machineCores()));
}

} // namespace foretrail::neural
