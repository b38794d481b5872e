#pragma once

#include "core/evaluation/Exceptions.h"
#include "core/training/Backtest.h"
#include "core/training/Experiment.h"

namespace foretrail {

/// Forecasts of several series under one spec.
struct ForecastBatch {
    QList<ForecastOutcome> outcomes;
    QList<QList<SeriesException>> exceptions; ///< one an outcome where they were asked for
    QStringList skipped; ///< why a series was left out, one sentence each
    int threads = 1;     ///< that computed
};

/// Runs `spec` on each series. With a holdout the origin of each moves back by so many steps of the aligned axis, `horizon`
/// steps are forecast from there, and the errors are over the steps that both have; without one the spec's split stands.
/// Series that are too short, without variation or not what a step of the recipe needs are left out and named; the error is
/// theirs when none is left. A single series fails with its own error. Series are shared among `workers` threads (0: one for each
/// core), networks are trained one after the other; the numbers are the same for any.
/// `companions` are the series beside, for models that learn from all. `asksExceptions`: what asks for a person's eyes too (exceptionsOf(); a
/// model that is a network or learns from all series is not fitted once more to tell whether it is stable).
Result<ForecastBatch> forecastBatch(const QList<Series> &series, const TrainingSpec &spec, int holdout, JobContext &job,
                                    const SurroundingsSource &surroundings = {}, int workers = 0, const Companions *companions = nullptr, bool asksExceptions = false);

/// The same for the series of spec.query, read from the workspace with all that the model and the recipe need beside them. Each
/// outcome has the fingerprint of data and recipe.
Result<ForecastBatch> forecastBatchFrom(Workspace &workspace, const TrainingSpec &spec, int holdout, JobContext &job, int workers = 0, bool asksExceptions = false);

} // namespace foretrail
