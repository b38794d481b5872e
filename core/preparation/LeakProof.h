#pragma once

#include "core/preparation/Preparation.h"

namespace foretrail {

/// What was compared, and what differed.
struct LeakReport {
    qint64 perturbed = 0;     ///< observations behind the split that were replaced
    qint64 statistics = 0;    ///< fitted numbers compared
    qint64 observations = 0;  ///< training observations and column values compared, over all steps
    qint64 windows = 0;       ///< training windows compared
    QStringList leaks;        ///< one sentence for each step through which something leaked; empty: nothing leaks
    bool holds() const { return leaks.isEmpty(); }
    QString sentence() const; ///< for people, with the counts
};

/// Runs the recipe twice on one series: as it is, and with everything behind the end of the training part replaced by other
/// numbers, gaps and outliers (the same for joined columns that are not known ahead). Every fitted statistic and every training
/// observation, column and window must stay the same, bit for bit. TooShort when nothing stands behind the split.
Result<LeakReport> proveNoLeak(const PreparationRequest &request, const Surroundings &surroundings, quint64 seed, JobContext &job);

} // namespace foretrail
