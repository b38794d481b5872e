#include "core/training/JudgedTraining.h"

#include "core/neural/interface/Weights.h"

#include <algorithm>

namespace foretrail {

namespace {

constexpr qint64 mostWindows = 64;              ///< kept of a part: as many as the activity of gates is looked at in
constexpr qint64 mostWindowBytes = 1024 * 1024; ///< fewer where they are long
constexpr qsizetype mostMemoryWeights = 512 * 1024; ///< bytes of weights whose optimiser's memory, twice as large, is told too

/// `wanted` of the targets, evenly over all of them.
std::vector<qint64> evenly(const std::vector<qint64> &targets, qint64 wanted)
{
    const auto count = qint64(targets.size());
    std::vector<qint64> chosen;
    for (qint64 i = 0; i < std::min(wanted, count); ++i)
        chosen.push_back(targets[size_t(i * count / std::min(wanted, count))]);
    return chosen;
}

void addWindows(JudgedPart &part, const JudgedSeries &judged, const std::vector<qint64> &targets)
{
    part.lookback = judged.inputs.lookback();
    part.features = judged.inputs.features();
    const qint64 bytes = qint64(sizeof(float)) * part.lookback * part.features;
    for (const qint64 target : evenly(targets, std::clamp<qint64>(mostWindowBytes / bytes, 1, mostWindows))) {
        RecurrentInputs::Path path = judged.inputs.pathFrom(judged.series, target);
        judged.inputs.appendWindow(part.windows, path);
    }
}

/// Tells of one training, epoch by epoch.
class Teller {
public:
    Teller(const TrainingRun &run, const RecurrentNetwork &network, const JudgedSeries &judged)
        : m_run(run), m_network(network), m_judged(judged), m_targets(judged.inputs.targets(judged.series, judged.first, judged.series.size()))
    {
        const Values values = Values(judged.series.values).subspan(size_t(judged.first));
        auto part = std::make_shared<JudgedPart>();
        part->unit = judged.series.unit;
        part->axis = judged.series.axis;
        part->axis.start = judged.series.timeAt(judged.first);
        part->actual.assign(values.begin(), values.end());
        addWindows(*part, judged, m_targets);
        m_part = std::move(part);
    }

    JudgedEpoch epoch(const EpochLosses &losses) const
    {
        JudgedEpoch epoch{losses.epoch, losses.training, losses.validation, losses.isBest, m_part, forecast(), encodeWeights(m_network.tensors()), {}, false};
        if (epoch.weights.size() <= mostMemoryWeights && !m_run.hasRunAway())
            epoch.memory = m_run.memory();
        epoch.hasMemory = !epoch.memory.isEmpty();
        return epoch;
    }

private:
    std::vector<double> forecast() const
    {
        std::vector<double> said(m_part->actual.size(), missing);
        for (size_t i = 0; i < m_targets.size() && !m_run.outputs().empty(); ++i) {
            const WindowScaling scaling = m_judged.inputs.scalingBefore(m_judged.series, m_targets[i]);
            const double value = scaling.restored(m_run.outputs()[i * size_t(m_judged.ahead)]);
            said[size_t(m_targets[i] - m_judged.first)] = std::max(m_judged.floor, value);
        }
        return said;
    }

    const TrainingRun &m_run;
    const RecurrentNetwork &m_network;
    const JudgedSeries &m_judged;
    const std::vector<qint64> m_targets;
    std::shared_ptr<const JudgedPart> m_part;
};

} // namespace

Result<void> runJudged(TrainingRun &run, const RecurrentNetwork &network, const JudgedSeries &judged, const TrainingHooks &hooks, JobContext &job)
{
    if (!hooks.firstMemory.isEmpty())
        if (const Result<void> recalled = run.recall(hooks.firstMemory); !recalled)
            return recalled;
    if (!hooks.onJudged)
        return run.run(hooks, job);
    const Teller teller(run, network, judged);
    run.keepOutputs();
    if (hooks.resumed.isEmpty()) {
        const Result<double> loss = run.judge();
        if (!loss)
            return fail(loss.error());
        EpochLosses before;
        before.validation = *loss;
        hooks.onJudged(teller.epoch(before));
    }
    TrainingHooks told = hooks;
    told.onEpoch = [&](const EpochLosses &losses) {
        if (hooks.onEpoch)
            hooks.onEpoch(losses);
        hooks.onJudged(teller.epoch(losses));
    };
    return run.run(told, job);
}

// Both end with the last observation before the test part.
JudgedEpoch JudgedInUnit::led(JudgedEpoch judged)
{
    const size_t size = judged.forecast.size();
    if (!m_part) {
        auto part = std::make_shared<JudgedPart>(*judged.part);
        const Values actual = Values(m_prepared.history().values).last(size);
        part->actual.assign(actual.begin(), actual.end());
        part->unit = m_prepared.history().unit;
        m_part = std::move(part);
    }
    std::vector<double> oneStep(size_t(m_prepared.series().size()) - size, missing);
    oneStep.insert(oneStep.end(), judged.forecast.begin(), judged.forecast.end());
    const std::vector<double> led = m_prepared.ledBack(oneStep);
    judged.forecast.assign(led.end() - std::ptrdiff_t(size), led.end());
    judged.part = m_part;
    return judged;
}

} // namespace foretrail
