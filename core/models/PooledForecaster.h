#pragma once

#include "core/models/Forecaster.h"

namespace foretrail {

/// "pooled": one regression learnt from the windows of all series that are forecast together (FitOptions::panel), or of the
/// series alone where there are no others; every step ahead has its own weights. Intervals are as wide as it misses on the
/// windows of the history.
std::unique_ptr<Forecaster> makePooled(const ModelSpec &spec);

/// "pooled-ar": the same of one step ahead, forecast by recursion: the pooled autoregression (Montero-Manso & Hyndman
/// 2021). Its centred windows make the coefficients of the values add up to 1, so a level is kept. Held back until it does not run away.
std::unique_ptr<Forecaster> makePooledAr(const ModelSpec &spec);

/// As many values as show what repeats and what follows: twice the horizon; two of the longest season, of a long one
/// five quarters.
int usualPooledLookback(int horizon, int longestSeason);

} // namespace foretrail
