#pragma once

#include "core/data/Workspace.h"
#include "core/evaluation/Metrics.h"
#include "core/training/TrainingSpec.h"

namespace foretrail {

/// Errors at one step ahead over several origins.
struct StepError {
    int h = 0; ///< from 1
    Metrics metrics;
};

/// The model of the spec from the beginning of its test part and from earlier origins: at most eight, none in the first half of the series,
/// fitted anew at each. It learns from the series alone. What backtest() says.
Result<std::vector<StepError>> stepErrors(Workspace &workspace, const TrainingSpec &spec, JobContext &job);

} // namespace foretrail
