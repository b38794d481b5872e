#pragma once

#include "core/models/ModelRegistry.h"

namespace foretrail {

/// What "auto" says and what one network over all series says (makeGlobalForecaster), mixed where that is worth it: the share of the
/// network, a half at most, is what would have missed least on the last `horizon` values of at most 256 series, in the geometric mean of
/// mean absolute errors, and none where that gains less than one percent over "auto" alone. Statistical and learnt forecasts miss by
/// different things, so that their mean is often closer than either (Makridakis, Spiliotis & Assimakopoulos 2020).
///
/// Learns from FitOptions::panel; alone, or beside fewer than eight series that end together with it, it is "auto". Intervals are those of "auto" around the mix.
std::unique_ptr<Forecaster> makeAutoWithNetwork(const ModelSpec &spec);

/// Adds "auto-lstm".
void addAutoWithNetwork(ModelRegistry &registry);

} // namespace foretrail
