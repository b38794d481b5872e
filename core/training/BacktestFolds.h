#pragma once

#include "core/training/Backtest.h"
#include "core/training/PreparedSeries.h"

#include <optional>

namespace foretrail {

/// What a forecast of one fold is judged by.
struct Fold {
    int number = 1;
    std::vector<double> history; ///< what came before the origin, cleaned, in the unit of the data
    std::vector<double> actual;  ///< before any cleaning; NaN where missing
    int season = 1;
    TimeAxis axis;
    qint64 origin = 0; ///< place of the first actual on the axis
};

/// The folds of one series. A recipe learns from less where a model keeps a part to validate on, so there are two kinds of
/// preparation of a fold, each made when it is first asked for. Not thread-safe.
class Folds {
public:
    Folds(const PreparationTask &task, const BacktestOptions &options) : m_task(task), m_options(options) {}

    /// TooShort where the first origin has too little before it.
    Result<void> begin();
    /// Fold `index` from 0, oldest first, as `model` needs it.
    Result<const PreparedSeries *> prepared(int index, const ModelSpec &model);
    /// Steps from the origin to the end of the data.
    qint64 heldBack(int index) const { return m_aligned.size() - origin(index); }
    Fold fold(int index, const PreparedSeries &prepared) const;

private:
    qint64 origin(int index) const;
    /// Fold whose origin ends what is learnt from.
    int taughtBy(int index) const { return m_options.refit == Refit::Once ? 0 : index; }
    /// First observation that the window of a fold holds.
    qint64 first(int index) const;
    Result<PreparedSeries> make(int index, WallMs boundary) const;

    const PreparationTask m_task;
    const BacktestOptions m_options;
    Series m_aligned;
    std::vector<std::optional<PreparedSeries>> m_prepared;
};

} // namespace foretrail
