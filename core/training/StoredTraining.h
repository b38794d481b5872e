#pragma once

#include "core/data/UnfinishedTrainings.h"
#include "core/training/Experiment.h"

namespace foretrail {

/// A training that becomes a stored run.
struct TrainingTask {
    TrainingSpec spec;
    /// With a state: it goes on from there. With a name: the run gets it. With an id: it takes the place of that one.
    UnfinishedTraining begun;
    std::function<Result<void>(RunRecord &)> complete; ///< adds to the run before it is stored; empty: nothing
    bool keepsRunaway = false; ///< a network of one series that runs away is stored with the weights of its best epoch; false: it fails
};

/// Of a training of several series: "lstm-global · revenue · Jam and 2 more".
QString runName(const TrainingSpec &spec, const QStringList &seriesNames);

/// Whether one network of this model forecasts all series of a question: several are trained together then, and it is learnt once.
bool learnsOnceForAll(const QString &model);

/// What trainAndStore() and resumeAndStore() do. Where learnsOnceForAll(), spec.query.keys may name several series: a run of each is stored,
/// the first one is returned, which alone has a trail; an error of another one says how many runs there are.
Result<RunId> trainAndStore(Workspace &workspace, TrainingTask task, JobContext &job, const TrainingHooks &hooks);

/// A forecast that was just made, of the one series of spec.query, becomes a stored run as it is: nothing is fitted again. InvalidInput
/// where the data has changed since.
Result<RunId> storeForecast(Workspace &workspace, const TrainingSpec &spec, ForecastOutcome outcome, JobContext &job);

} // namespace foretrail
