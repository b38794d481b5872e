#pragma once

#include "core/neural/interface/TrainingRun.h"
#include "core/training/PreparedSeries.h"
#include "core/training/RecurrentInputs.h"

namespace foretrail {

/// What a recurrent network is judged on: the observations of `series` from `first` on that have a whole window before them.
struct JudgedSeries {
    const RecurrentInputs &inputs;
    const Series &series;
    qint64 first = 0;
    int ahead = 1;     ///< steps that the network forecasts at once; the first of them is told
    double floor = 0;  ///< no forecast lies below
};

/// Runs the training, from hooks.firstMemory where there is one, and tells hooks.onJudged, where there is one, what the network says of the judged part before its first epoch and
/// after each, on the scale of the series. The network is judged once an epoch as ever: no number of the training changes.
Result<void> runJudged(TrainingRun &run, const RecurrentNetwork &network, const JudgedSeries &judged, const TrainingHooks &hooks, JobContext &job);

/// Leads what a network says while it learns on a prepared series back to the unit of the data. The series must outlive it.
class JudgedInUnit {
public:
    explicit JudgedInUnit(const PreparedSeries &prepared) : m_prepared(prepared) {}
    JudgedEpoch led(JudgedEpoch judged);

private:
    const PreparedSeries &m_prepared;
    std::shared_ptr<const JudgedPart> m_part; ///< of all epochs
};

} // namespace foretrail
