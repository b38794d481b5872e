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
};

/// What trainAndStore() and resumeAndStore() do.
Result<RunId> trainAndStore(Workspace &workspace, TrainingTask task, JobContext &job, const TrainingHooks &hooks);

} // namespace foretrail
