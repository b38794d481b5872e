#pragma once

#include "core/models/Forecaster.h"

namespace foretrail {

using ForecasterMaker = std::function<std::unique_ptr<Forecaster>()>;

/// How many values before the end the origins lie at which models are tried: a third of the horizon apart, six at most, each
/// with two seasons or three horizons before it, or else with five quarters of a season; ten values at least.
std::vector<int> trialCuts(qint64 length, int season, int horizon);

/// Forecasts of what `make` makes from each origin, `cuts` values before the end of `train`, fitted on what was known there: by
/// origin and step, as many steps as were observed since, options.horizon at most. The first failure, or Cancelled.
Result<std::vector<std::vector<double>>> forecastsAtOrigins(const ForecasterMaker &make, const std::vector<int> &cuts, const Series &train,
                                                            const FitOptions &options, const Regressors &regressors, JobContext &job);

/// What was observed at the same origins and steps.
std::vector<std::vector<double>> actualAtOrigins(const std::vector<int> &cuts, const Series &train, int horizon);

} // namespace foretrail
