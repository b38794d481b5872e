#pragma once

#include "core/models/Autoregression.h"
#include "core/models/Forecaster.h"

namespace foretrail {

/// "ar-diff": an autoregression of the changes from step to step, of logarithms where all values are above zero. Up to 60 lags,
/// by spec.arCriterion, Yule-Walker: always stationary in the changes. Long lags carry weekly data that has no clear season
/// (METHODS 3.11: M4 Weekly).
std::unique_ptr<Forecaster> makeArOfChanges(const ModelSpec &spec);

/// "ar-seasonal": the same of the changes against one season before. A season of one step makes it
/// "ar-diff". The lags reach a little beyond a season, in hourly data beyond a week (METHODS 3.8).
std::unique_ptr<Forecaster> makeArOfSeasonalChanges(const ModelSpec &spec);

/// The largest order that "ar-seasonal" tries for changes `lag` steps apart: a little beyond a season, a week and some where the
/// season is a day of hours, two days where it is a week of hours, half a season where that is long.
int usualOrderOfSeasonalChanges(int lag);

} // namespace foretrail
