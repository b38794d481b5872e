#pragma once

#include "core/evaluation/Metrics.h"
#include "core/models/Forecaster.h"

namespace foretrail {

/// Errors of `actual` against the steps of a forecast from step `first` (0 is the one after the origin), with those of its bands.
/// Steps that were not forecast are left out.
Metrics scoreOf(const Forecast &forecast, Values actual, const ErrorScales &scales, size_t first = 0);

} // namespace foretrail
