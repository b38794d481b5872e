#include "core/neural/interface/TrainingRun.h"

#include "core/models/TrainingControl.h"
#include "core/neural/interface/Weights.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>

namespace foretrail {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double explosion = 30; ///< times the loss before the first epoch
constexpr double worse = 2; ///< times that loss: nothing that was learnt is left, and more than that
constexpr double leastExplosion = 0.25; ///< a loss below is never one: half of what series vary by, squared, where they are normalised
constexpr int plateauPatience = 3; ///< epochs without a better loss before the rate is halved

struct TrainingRunText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::TrainingRun)
};

Error diverged(int epoch)
{
    return Error{ErrorCode::Diverged, TrainingRunText::tr("The loss of epoch %1 is not a number: training has run away. Choose a "
                                                          "smaller learning rate, or min-max normalisation.").arg(epoch), {}};
}

Error exploded(int epoch, double times, double rate)
{
    return Error{ErrorCode::Diverged, TrainingRunText::tr("The loss of epoch %1 is %2 times that of the network before it learnt anything: training has run away. Choose a "
                                                          "smaller learning rate, %3 for one, or min-max normalisation.")
                                          .arg(epoch).arg(QString::number(times, 'f', 0), QString::number(calmerRate(rate), 'g', 2)), {}};
}

Error foreignState()
{
    return Error{ErrorCode::Format, TrainingRunText::tr("The stored training belongs to another network. Start it again."), {}};
}

// Whole numbers and doubles as the bits of floats would not all survive a reader that refuses what is not finite, so each byte is a value.
Tensor bytesTensor(const std::string &name, const void *data, size_t size)
{
    Tensor tensor{name, {int64_t(size)}, {}};
    const auto *bytes = static_cast<const unsigned char *>(data);
    tensor.values.assign(bytes, bytes + size);
    return tensor;
}

bool readBytes(const Tensor &tensor, void *data, size_t size)
{
    if (tensor.values.size() != size)
        return false;
    auto *bytes = static_cast<unsigned char *>(data);
    std::transform(tensor.values.begin(), tensor.values.end(), bytes, [](float value) { return static_cast<unsigned char>(value); });
    return true;
}

struct Counters {
    double bestLoss, rate, trainerRate;
    qint64 steps;
    qint32 epoch, bestEpoch, waited, sinceRate, isRateGiven;
    qint32 trainerAhead; ///< epochs that the trainer did before this run began, in one that it goes on from
    double firstLoss;    ///< not there in those that older versions stored
};

struct MemoryCounters {
    double rate;
    qint64 steps, epoch;
};

void addMoments(std::vector<Tensor> &tensors, const TrainerState &trainer)
{
    for (const std::vector<float> &moment : trainer.moments)
        tensors.push_back({"moment", {int64_t(moment.size())}, moment});
}

} // namespace

TrainingRun::TrainingRun(RecurrentNetwork &network, const Windows &training, const Windows *validation, const TrainingSettings &settings)
    : m_network(network), m_windows(settings.windowsAnEpoch > 0 ? std::min<qint64>(training.count(), settings.windowsAnEpoch) : training.count()), m_validation(validation), m_settings(settings), m_trainer(network.trainer(training, settings)), m_bestLoss(infinity),
      m_rate(settings.learningRate)
{
}

bool TrainingRun::isFinished() const
{
    return m_epoch >= m_settings.epochs || (hasValidation() && m_settings.patience > 0 && m_waited >= m_settings.patience);
}

void TrainingRun::setLearningRate(double rate)
{
    m_rate = rate;
    m_isRateGiven = true;
}

void TrainingRun::remember(double loss)
{
    m_first.clear();
    m_best = m_network.tensors();
    m_bestLoss = loss;
    m_bestEpoch = m_epoch;
}

// Schedule::Plateau: half the rate after some epochs that brought nothing.
void TrainingRun::adaptRate(bool isBetter)
{
    m_sinceRate = isBetter ? 0 : m_sinceRate + 1;
    if (m_isRateGiven || m_settings.schedule != Schedule::Plateau || m_sinceRate < plateauPatience)
        return;
    m_rate *= 0.5;
    m_sinceRate = 0;
}

Result<double> TrainingRun::judge()
{
    return hasValidation() ? m_trainer->lossOn(*m_validation, m_keepsOutputs ? &m_outputs : nullptr) : Result<double>(missing);
}

Result<EpochLosses> TrainingRun::step(JobContext &job)
{
    QElapsedTimer timer;
    timer.start();
    if (!m_isRateGiven && m_settings.schedule == Schedule::Cosine)
        m_rate = scheduledRate(m_settings, m_epoch);
    if (m_epoch == 0 && hasValidation()) {
        const Result<double> before = m_trainer->lossOn(*m_validation, nullptr);
        if (!before)
            return fail(before.error());
        m_firstLoss = *before;
        m_first = m_network.tensors();
    }
    m_trainer->setLearningRate(m_rate);
    const Result<EpochResult> trained = m_trainer->runEpoch(job);
    if (!trained)
        return fail(trained.error().code == ErrorCode::Diverged ? diverged(m_epoch + 1) : trained.error());
    const Result<double> judged = judge();
    if (!judged)
        return fail(judged.error());
    ++m_epoch;
    const double seconds = double(timer.nsecsElapsed()) * 1e-9;
    if (hasValidation() && isRunaway(*judged))
        return runAway(lossesOf(*trained, *judged, seconds, false));
    const bool isBest = hasValidation() ? *judged < m_bestLoss : m_epoch == m_settings.epochs;
    if (isBest)
        remember(*judged);
    m_waited = isBest ? 0 : m_waited + 1;
    const EpochLosses losses = lossesOf(*trained, *judged, seconds, isBest);
    adaptRate(isBest);
    return losses;
}

EpochLosses TrainingRun::lossesOf(const EpochResult &trained, double judged, double seconds, bool isBest) const
{
    EpochLosses losses{m_epoch, m_settings.epochs, trained.loss, judged, seconds, isBest};
    losses.learningRate = m_rate;
    losses.gradientNorm = trained.gradientNorm;
    losses.windows = m_windows;
    return losses;
}

bool TrainingRun::isRunaway(double loss) const
{
    const bool isFarOff = loss > explosion * m_firstLoss || (loss > worse * m_firstLoss && loss > explosion * m_bestLoss);
    return !std::isfinite(loss) || (loss > leastExplosion && isFarOff);
}

Result<EpochLosses> TrainingRun::runAway(const EpochLosses &losses)
{
    m_runaway = losses;
    return fail(std::isfinite(losses.validation) ? exploded(losses.epoch, losses.validation / m_firstLoss, losses.learningRate) : diverged(losses.epoch));
}

// A network that ran away at once, to where nothing is a number, has nothing to show.
Result<void> TrainingRun::endRunaway(const Error &error, const TrainingHooks &hooks)
{
    const bool hasLosses = m_runaway && std::isfinite(m_runaway->validation);
    if (error.code != ErrorCode::Diverged || !hooks.onRunaway || (m_best.empty() && (m_first.empty() || !hasLosses)))
        return fail(error);
    if (hasLosses && hooks.onEpoch)
        hooks.onEpoch(*m_runaway); // the loss that tells it
    const int epoch = m_runaway ? m_runaway->epoch : m_epoch + 1;
    hooks.onRunaway({epoch, m_rate, hasLosses ? m_runaway->validation / m_firstLoss : missing, m_bestEpoch});
    return m_best.empty() ? m_network.setTensors(m_first) : keepBest();
}

Result<void> TrainingRun::keepBest() { return m_best.empty() ? Result<void>() : m_network.setTensors(m_best); }

// One epoch there must be, or there would be no best. Where it waits or is stopped, what was asked for meanwhile is kept too.
Result<bool> TrainingRun::mayGoOn(const TrainingHooks &hooks, JobContext &job)
{
    if (isFinished())
        return false;
    const auto keep = [&] {
        if (hooks.onState)
            hooks.onState([this] { return state(); });
    };
    if (hooks.control && hooks.control->isPaused())
        keep();
    const bool isTurn = !hooks.control || hooks.control->waitForTurn(job);
    if (hooks.control)
        if (const std::optional<double> rate = hooks.control->takeLearningRate())
            setLearningRate(*rate);
    if (job.stopRequested()) {
        keep();
        return fail(Error::cancelled());
    }
    return isTurn || m_epoch == 0 || !hooks.mayEndEarly;
}

/// With steps too large to come anywhere, it went on to its end all the same.
void TrainingRun::tellUnlearnt(const TrainingHooks &hooks) const
{
    if (hooks.onRunaway && hasValidation() && m_bestLoss > leastExplosion && m_bestLoss > worse * m_firstLoss && std::isfinite(m_bestLoss))
        hooks.onRunaway({0, m_rate, m_bestLoss / m_firstLoss, m_bestEpoch});
}

Result<void> TrainingRun::run(const TrainingHooks &hooks, JobContext &job)
{
    if (!hooks.resumed.isEmpty())
        if (Result<void> restored = restore(hooks.resumed); !restored)
            return restored;
    for (;;) {
        const Result<bool> goesOn = mayGoOn(hooks, job);
        if (!goesOn)
            return fail(goesOn.error());
        if (!*goesOn) {
            tellUnlearnt(hooks);
            return keepBest();
        }
        const Result<EpochLosses> losses = step(job);
        if (!losses)
            return endRunaway(losses.error(), hooks);
        if (hooks.onEpoch)
            hooks.onEpoch(*losses);
        if (hooks.onState)
            hooks.onState([this] { return state(); });
    }
}

QByteArray TrainingRun::memory() const
{
    const TrainerState trainer = m_trainer->state();
    if (trainer.moments.empty())
        return {};
    const MemoryCounters counters{trainer.learningRate, trainer.steps, trainer.epoch};
    std::vector<Tensor> all{bytesTensor("counters", &counters, sizeof counters)};
    addMoments(all, trainer);
    return encodeWeights(all);
}

Result<void> TrainingRun::recall(const QByteArray &memory)
{
    Result<std::vector<Tensor>> read = decodeWeights(memory);
    if (!read)
        return fail(read.error());
    MemoryCounters counters;
    if (!readBytes(read->front(), &counters, sizeof counters))
        return fail(foreignState());
    TrainerState trainer{int(counters.epoch), counters.steps, counters.rate, {}};
    for (auto tensor = read->begin() + 1; tensor != read->end(); ++tensor)
        trainer.moments.push_back(std::move(tensor->values));
    return m_trainer->restore(trainer);
}

QByteArray TrainingRun::state() const
{
    const TrainerState trainer = m_trainer->state();
    const Counters counters{m_bestLoss, m_rate, trainer.learningRate, trainer.steps, m_epoch, m_bestEpoch, m_waited, m_sinceRate, m_isRateGiven,
                            trainer.epoch - m_epoch, m_firstLoss};
    std::vector<Tensor> all{bytesTensor("counters", &counters, sizeof counters)};
    for (Tensor &tensor : m_network.tensors())
        all.push_back(std::move(tensor));
    addMoments(all, trainer);
    for (const Tensor &tensor : m_best)
        all.push_back({"best." + tensor.name, tensor.shape, tensor.values});
    return encodeWeights(all);
}

Result<void> TrainingRun::restore(const QByteArray &state)
{
    Result<std::vector<Tensor>> read = decodeWeights(state);
    if (!read)
        return fail(read.error());
    Counters counters{};
    counters.firstLoss = missing;
    if (!readBytes(read->front(), &counters, sizeof counters) && !readBytes(read->front(), &counters, offsetof(Counters, firstLoss)))
        return fail(foreignState());
    const size_t parts = m_network.tensors().size();
    TrainerState trainer{counters.epoch + counters.trainerAhead, counters.steps, counters.trainerRate, {}};
    std::vector<Tensor> weights;
    std::vector<Tensor> best;
    for (auto tensor = read->begin() + 1; tensor != read->end(); ++tensor) {
        if (tensor->name == "moment") {
            trainer.moments.push_back(std::move(tensor->values));
        } else if (tensor->name.starts_with("best.")) {
            tensor->name.erase(0, 5);
            best.push_back(std::move(*tensor));
        } else {
            weights.push_back(std::move(*tensor));
        }
    }
    if (weights.size() != parts || (!best.empty() && best.size() != parts))
        return fail(foreignState());
    if (const Result<void> set = m_network.setTensors(weights); !set)
        return set;
    if (const Result<void> restored = m_trainer->restore(trainer); !restored)
        return restored;
    m_best = std::move(best);
    m_bestLoss = counters.bestLoss;
    m_firstLoss = counters.firstLoss;
    m_rate = counters.rate;
    m_isRateGiven = counters.isRateGiven != 0;
    m_epoch = counters.epoch;
    m_bestEpoch = counters.bestEpoch;
    m_waited = counters.waited;
    m_sinceRate = counters.sinceRate;
    return {};
}

} // namespace foretrail
