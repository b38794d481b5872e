#pragma once

#include "core/training/Experiment.h"
#include "core/training/PreparedSeries.h"

#include <memory>

namespace foretrail {

/// What is needed to ask the model behind a forecast again. A value.
struct FittedForecast {
    TrainingSpec spec;   ///< of one series
    WallMs boundary = 0; ///< the first moment that no step of the recipe learnt from
    SavedModel saved;
    static FittedForecast of(const ForecastOutcome &outcome, const TrainingSpec &spec); ///< with the key of its series
};

/// The data that a fitted model looks at.
struct ModelData {
    Series series; ///< as the workspace has it
    Surroundings surroundings;
    /// Those of the one series that fitted.spec asks for; what singleSeries() says.
    static Result<ModelData> read(Workspace &workspace, const FittedForecast &fitted, JobContext &job);
};

/// A fitted model with the columns of its data, and the data as it sees them.
struct ReadyModel {
    PreparedSeries prepared;
    std::unique_ptr<Forecaster> model;
    /// Prepares the data, learning nothing from what lies behind the boundary, and restores the model.
    static Result<ReadyModel> from(const ModelData &data, const FittedForecast &fitted, JobContext &job);
};

} // namespace foretrail
