#pragma once

#include "core/neural/interface/RecurrentNetwork.h"

#include <QByteArray>

#include <optional>

namespace foretrail {

/// A training with a validation part: one epoch at a time, early stopping, the best weights kept, and all of it in a form that can be
/// stored. The network and the windows must outlive it. Used by one thread at a time.
class TrainingRun {
public:
    TrainingRun(RecurrentNetwork &network, const Windows &training, const Windows *validation, const TrainingSettings &settings);

    /// One more epoch. Diverged where a loss is not a number or far above that of the network as it was at first, Cancelled where the job was stopped: the run can only be restored then.
    Result<EpochLosses> step(JobContext &job);
    /// The loss on the validation part of the network as it is; not a number without such a part.
    Result<double> judge();
    /// From now on outputs() has what the network last said of the validation windows.
    void keepOutputs() { m_keepsOutputs = true; }
    const std::vector<float> &outputs() const { return m_outputs; } ///< [window][outputs]
    /// Whether patience or epochs have run out.
    bool isFinished() const;
    /// Gives the network the weights of the best epoch (of the last where there is no validation part).
    Result<void> keepBest();
    /// Goes on from hooks.resumed, where that is not empty, until it is finished, runs away or the control ends it, and keeps the best.
    Result<void> run(const TrainingHooks &hooks, JobContext &job);

    /// Whether the last epoch ran away: what the optimiser remembers of it is no use.
    bool hasRunAway() const { return m_runaway.has_value(); }

    int epoch() const { return m_epoch; }
    int bestEpoch() const { return m_bestEpoch; }
    double bestLoss() const { return m_bestLoss; }
    /// The rate of the epochs from now on, in place of what the settings say.
    void setLearningRate(double rate);
    double learningRate() const { return m_rate; }
    /// Whether a person asked for that rate.
    bool isRateGiven() const { return m_isRateGiven; }

    /// What the optimiser remembers, and how far the order of windows and dropout have come, in the format of Weights.h; empty where the
    /// engine keeps it to itself.
    QByteArray memory() const;
    /// The first epoch of this run follows the last one of the run that had this memory: with its weights, and equal windows, batches,
    /// rate and seed, it is the epoch which that run would have come to, bit for bit. Format where it belongs to another network or optimiser.
    Result<void> recall(const QByteArray &memory);

    /// Everything that the next epochs depend on, in the format of Weights.h; restored into a run of equal network, windows and
    /// settings, training goes on as if it had never stopped, bit for bit.
    QByteArray state() const;
    /// Format where it is damaged or belongs to another network.
    Result<void> restore(const QByteArray &state);

private:
    Result<bool> mayGoOn(const TrainingHooks &hooks, JobContext &job);
    Result<void> endRunaway(const Error &error, const TrainingHooks &hooks);
    bool isRunaway(double loss) const;
    void tellUnlearnt(const TrainingHooks &hooks) const;
    Result<EpochLosses> runAway(const EpochLosses &losses);
    EpochLosses lossesOf(const EpochResult &trained, double judged, double seconds, bool isBest) const;
    bool hasValidation() const { return m_validation && m_validation->count() > 0; }
    void remember(double loss);
    void adaptRate(bool isBetter);

    RecurrentNetwork &m_network;
    const qint64 m_windows; ///< that an epoch learns from
    const Windows *m_validation;
    const TrainingSettings m_settings;
    std::unique_ptr<NetworkTrainer> m_trainer;
    std::vector<Tensor> m_first; ///< before the first epoch, until there is a best one
    std::vector<Tensor> m_best;
    std::vector<float> m_outputs;
    bool m_keepsOutputs = false;
    double m_bestLoss;
    double m_firstLoss = missing; ///< on the validation part, before it learnt anything; not a number where that is not known
    double m_rate;
    bool m_isRateGiven = false; ///< by a person, so no schedule changes it
    int m_epoch = 0;
    int m_bestEpoch = 0;
    int m_waited = 0;           ///< epochs without a better loss
    int m_sinceRate = 0;        ///< the same since the rate was last made smaller
    std::optional<EpochLosses> m_runaway; ///< the epoch in which it ran away
};

} // namespace foretrail
