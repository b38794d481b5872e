#pragma once

#include "core/models/Autoregression.h"
#include "core/models/Forecaster.h"

namespace foretrail {

/// "ar": an autoregression around the mean of the training part, of the order the spec fixes or its
/// criterion chooses, by its estimator (ArSearch). Intervals are normal, with the innovation variance v n / (n - p - 1), n the rows of
/// the fit, and the psi weights.
std::unique_ptr<Forecaster> makeAr(const ModelSpec &spec);
std::unique_ptr<Forecaster> makeAr(const ModelSpec &spec, ArEstimator estimator);

} // namespace foretrail
