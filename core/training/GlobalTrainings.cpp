// One network of a GlobalLearning after another: each is trained, or taken as a kept learning has it.
#include "core/training/GlobalLearning.h"

#include "core/models/TrainingControl.h"
#include "core/neural/interface/Weights.h"

#include <QCoreApplication>

#include <cmath>

namespace foretrail {
namespace {

struct GlobalLearningText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::GlobalNetwork)
};

constexpr qint64 fewestPanelWindows = 32;

} // namespace

/// As an epoch of all trainings, of which `before` came before this one. The best is that with the least loss of all that are judged.
EpochLosses GlobalLearning::told(EpochLosses losses, int before) const
{
    losses.epoch += before;
    losses.epochs = m_planned;
    losses.isBest = losses.isBest && losses.validation < m_row.leastLoss();
    return losses;
}

/// The epochs that were worth it.
Result<int> GlobalLearning::train(GlobalNetwork &network, const std::vector<LevelSeries> &series, const Windows *validation, quint64 seed, int epochs, bool isJudged)
{
    const GlobalWindows windows(series, network.shape());
    if (windows.count() < fewestPanelWindows)
        return fail(ErrorCode::TooShort, GlobalLearningText::tr("The series hold %1 windows of %2 values with %3 behind them, a network needs at least %4. "
                                                                "Choose a shorter horizon, or another model.")
                                             .arg(windows.count()).arg(network.shape().lookback).arg(network.shape().horizon).arg(fewestPanelWindows));
    network.m_windows = windows.count();
    --m_left;
    if (const Result<void> added = network.addMember(neuralEngine(m_request.spec.engine), m_request.spec, m_request.cell, seed); !added)
        return fail(added.error());
    if (const TrainingRow::Done *done = m_row.next())
        return takeDone(network, *done);
    if (const Result<void> begun = beginLinear(network, windows); !begun)
        return fail(begun.error());
    TrainingSettings own = settings(seed);
    own.epochs = mostEpochs(epochs);
    TrainingRun run(*network.m_members.back(), windows, validation, own);
    // Without a validation part how long it learns is settled, and fewer epochs would give a worse network, not the best so far.
    if (const Result<void> done = follow(run, network, isJudged, validation && m_mostEpochs == 0); !done)
        return fail(done.error());
    const int worth = validation ? run.bestEpoch() : run.epoch();
    const bool isEnded = !run.isFinished();
    m_row.add({worth, m_told, m_rate.value_or(missing), validation ? run.bestLoss() : missing, encodeWeights(network.m_members.back()->tensors()), isEnded});
    if (isEnded)
        endAfter(worth);
    return worth;
}

void GlobalLearning::endAfter(int epochs)
{
    m_mostEpochs = epochs;
    m_planned = m_told + epochs * m_left;
    if (m_request.hooks.control)
        m_request.hooks.control->setMostEpochs(epochs);
}

Result<int> GlobalLearning::takeDone(const GlobalNetwork &network, const TrainingRow::Done &done)
{
    const Result<std::vector<Tensor>> tensors = decodeWeights(done.weights);
    if (!tensors)
        return fail(tensors.error());
    if (const Result<void> set = network.m_members.back()->setTensors(*tensors); !set)
        return fail(set.error());
    m_told = done.told;
    if (!std::isnan(done.rate))
        m_rate = done.rate;
    if (done.isEnded)
        endAfter(done.worth);
    return done.worth;
}

/// Runs a training of the row to its end; a rate that was asked for holds for all that follow.
Result<void> GlobalLearning::follow(TrainingRun &run, const GlobalNetwork &network, bool isJudged, bool mayEndEarly)
{
    const int before = m_told;
    if (m_rate)
        run.setLearningRate(*m_rate);
    Result<void> judged;
    TrainingHooks hooks = m_request.hooks;
    hooks.resumed = m_row.takeUnderWay();
    hooks.mayEndEarly = hooks.mayEndEarly && mayEndEarly;
    if (before == 0 && hooks.resumed.isEmpty())
        judged = tellBefore(run, network);
    hooks.onEpoch = [&](const EpochLosses &losses) {
        m_told = before + losses.epoch;
        const EpochLosses asOne = told(losses, before);
        if (m_request.hooks.onEpoch)
            m_request.hooks.onEpoch(asOne);
        if (isJudged && judged)
            judged = tellJudged(network, asOne);
    };
    if (m_request.hooks.onState)
        hooks.onState = [&](const TrainingHooks::MakeState &state) { m_request.hooks.onState([&] { return m_row.state(state()); }); };
    if (const Result<void> done = run.run(hooks, m_job); !done)
        return done;
    m_told = before + run.epoch(); // one that was kept after its last epoch tells none
    if (run.isRateGiven())
        m_rate = run.learningRate();
    return judged;
}

Result<void> GlobalLearning::tellBefore(TrainingRun &run, const GlobalNetwork &network)
{
    if (!m_teller)
        return {};
    const Result<double> loss = run.judge();
    if (!loss)
        return fail(loss.error());
    EpochLosses losses;
    losses.validation = *loss;
    return tellJudged(network, losses);
}

Result<void> GlobalLearning::tellJudged(const GlobalNetwork &network, const EpochLosses &losses)
{
    if (!m_teller)
        return {};
    const Result<JudgedEpoch> judged = m_teller->epoch(network, *network.m_members.back(), losses);
    if (!judged)
        return fail(judged.error());
    m_request.hooks.onJudged(*judged);
    return {};
}

} // namespace foretrail
