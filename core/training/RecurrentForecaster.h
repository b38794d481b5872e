#pragma once

#include "core/models/ModelRegistry.h"
#include "core/neural/interface/RecurrentNetwork.h"

namespace foretrail {

/// A recurrent network over windows of `lookback` steps, one step ahead and recursive: forecasts take the place of
/// what has not happened yet. With spec.direct it forecasts all steps of the horizon at once. Each step brings the normalised value, with spec.seasonInputs sines and cosines of the
/// place in the season of the step after it, and the columns of the step after it (Regressors): those that are known ahead
/// as they are, those that follow from the target from the forecasts so far, of others the last known value. Normalisation
/// is fitted on what is left without the validation part; with FitOptions::windowScale each window goes by its own mean or
/// last value instead. Windows that touch a missing value are left out.
///
/// Intervals: errors of forecasts made from every origin in reach that meet the validation part (or the last fifth
/// where there is none) give a root mean square for each horizon step, made non-decreasing; the absolute errors over
/// it, pooled over the steps, give the quantile for each level. Beyond the steps measured the width grows with the
/// square root of the horizon.
std::unique_ptr<Forecaster> makeRecurrentForecaster(const ModelSpec &spec, Cell cell);

/// Adds "lstm" and "gru".
void addRecurrentModels(ModelRegistry &registry);

} // namespace foretrail
