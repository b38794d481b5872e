#pragma once

#include "core/training/RecurrentInputs.h"
#include "core/training/TracedNetwork.h"

namespace foretrail {

/// What a recurrent network of one series forecasts behind `history`, taken apart by integrated gradients (LagMoves.h): the level is what it
/// says of a window in which every input keeps its mean; the values, the place in the season and the columns move it from there. `ahead`:
/// steps that it says at once; a forecast that takes the place of a value in a later window passes on what it is made of.
Result<ForecastParts> recurrentParts(const TracedNetwork &network, const RecurrentInputs &inputs, const Series &history, int horizon, int ahead, JobContext &job);

} // namespace foretrail
