#pragma once

#include "core/models/Forecaster.h"

namespace foretrail {

/// "ar-auto": an autoregression (ArSearch) of the differences that the series needs (neededDifferencing), of the logarithm, the square
/// root or the values: whichever the profile likelihood prefers where all values are above zero. Where both differences are needed, the second is
/// left out if forecasts from earlier origins (trialCuts) came closer without it: KPSS takes a slow return to the mean for a walk. Differenced once its mean is a
/// drift, differenced twice it has none. Forecasts are medians, intervals normal on the scale of the model.
std::unique_ptr<Forecaster> makeArAuto(const ModelSpec &spec);

} // namespace foretrail
