#pragma once

#include "core/models/ForecastLimits.h"

#include <optional>

namespace foretrail {

/// The interval of any level (above 0, below 100), from the bands that `forecast` holds: exactly theirs where the level is one of them, between
/// them as of a normal distribution whose quantiles they are, below the lowest on the way to the mean, above the highest on as the last two lead.
/// Within the limits, and it holds the mean and the bands of lower levels that the forecast has. Empty where the forecast has no band.
std::optional<Band> bandAtLevel(const Forecast &forecast, double level, const ForecastLimits &limits);

} // namespace foretrail
