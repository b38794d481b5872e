#pragma once

#include "core/models/Forecaster.h"

namespace foretrail {

/// "theta" as in the M4 competition, and "otheta" with the line's share chosen by the one-step errors. A season that the test
/// of SeasonalIndices.h finds is removed by classical indices. Intervals are those of simple exponential smoothing around
/// a drift (Hyndman & Billah 2003). Equal values and fewer than six are repeated; the explanation says so.
std::unique_ptr<Forecaster> makeTheta(const ModelSpec &spec);
std::unique_ptr<Forecaster> makeOptimisedTheta(const ModelSpec &spec);

} // namespace foretrail
