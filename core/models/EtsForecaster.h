#pragma once

#include "core/models/Forecaster.h"

namespace foretrail {

/// Exponential smoothing: "ses", "holt" and "damped" on values whose season, where the test of SeasonalIndices.h finds one,
/// is removed by classical indices; "holt-winters" with a season of its own, additive or multiplicative; "ets" with the form
/// of least AICc. Fitted by maximum likelihood; intervals from the model.
/// Equal values and series too short for any form are repeated; one too short for a trend or a season goes without it.
/// The explanation says so.
std::unique_ptr<Forecaster> makeEts(const ModelSpec &spec);

} // namespace foretrail
