#pragma once

#include "core/data/RunStore.h"
#include "core/models/Forecaster.h"

namespace foretrail {

/// What a training leaves behind, epoch by epoch: what the network said of the validation part, in the unit of the data, and its weights.
/// Where that grows beyond a size, every second one goes, then every second of those left, so that what stays is even over the whole
/// training; the first, the best and the last always stay, and they alone keep the memory of the optimiser. What goes depends on sizes and
/// losses alone. A value.
class EpochTrail {
public:
    static constexpr qint64 usualBytes = qint64(20) << 20; ///< every second of a hundred epochs of three LSTM layers of 64 units

    /// Weights of more than a quarter of that are left out: of such a network only the forecasts stay.
    explicit EpochTrail(qint64 mostBytes = usualBytes) : m_mostBytes(mostBytes) {}

    /// To be gone on with after `epoch`: nothing behind that. Empty where it is damaged.
    static EpochTrail resumed(const StoredTrail &stored, int epoch);

    /// In ascending order.
    void add(JudgedEpoch epoch);
    /// The same hooks, and every epoch that is judged is added; this must outlive them.
    TrainingHooks watched(const TrainingHooks &hooks);
    const std::vector<JudgedEpoch> &epochs() const { return m_epochs; }
    bool isEmpty() const { return m_epochs.empty(); }
    int best() const { return m_best; } ///< the epoch whose weights the training kept; -1: none
    qint64 bytes() const { return m_bytes; }

    /// Of epochs up to `known` only number and hasMemory, and not the part (UnfinishedTrainings::keepTrail); -1: all.
    StoredTrail stored(int known = -1) const;
    /// Format where it is damaged. Weights only where `stored` has them.
    static Result<EpochTrail> read(const StoredTrail &stored);

private:
    bool isEssential(int epoch) const; ///< the first, the best or the last
    void settle(int epoch);            ///< what was the best or the last until now
    void thin();

    std::vector<JudgedEpoch> m_epochs;
    qint64 m_mostBytes;
    qint64 m_bytes = 0; ///< of weights, memories and forecasts
    int m_best = -1;    ///< epoch; -1: none
    int m_stride = 1;
};

/// The trail of a stored run without its weights: nothing in it where the run has none.
Result<EpochTrail> trailOf(Workspace &workspace, RunId run);

} // namespace foretrail
