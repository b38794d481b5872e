#pragma once

#include "core/models/OriginTrials.h"

namespace foretrail {

/// A model with intervals as wide as it missed at earlier origins (split conformal by step, ErrorSpread::ofFewOrigins) instead
/// of those that it says itself; its own where the history has no room for an origin. `season`: the spec's, 0 for the usual one. A
/// model stored without them is restored as it was.
std::unique_ptr<Forecaster> withConformalIntervals(ForecasterMaker make, int season);

} // namespace foretrail
