#pragma once

#include "core/models/Forecaster.h"

namespace foretrail {

/// "pooled": one regression learnt from the windows of all series that are forecast together (FitOptions::panel), or of the
/// series alone where there are no others; every step ahead has its own weights. Intervals are as wide as it misses on the
/// windows of the history.
std::unique_ptr<Forecaster> makePooled(const ModelSpec &spec);

/// As many values as show what repeats and what follows: twice the horizon; two of the longest season, of a long one
/// five quarters.
int usualPooledLookback(int horizon, int longestSeason);

} // namespace foretrail
