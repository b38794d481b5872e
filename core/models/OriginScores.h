#pragma once

#include "core/series/Series.h"

#include <vector>

namespace foretrail {

/// What was missed by at each origin, actual - forecast: by origin, the nearest to the end first, and step.
using OriginErrors = std::vector<std::vector<double>>;

/// The same by step and origin, as ErrorSpread takes them.
std::vector<std::vector<double>> byStep(const OriginErrors &errors);

/// How many scales each miss was away, where the scales (ErrorSpread::ofFewOrigins) come from other origins: from all others, and
/// once more from those before it alone. The first know as much as the intervals that are asked for, but also of what came later;
/// the second know less. A scale of zero gives no score.
std::vector<double> originScores(const OriginErrors &errors);

/// Scores of several series (split conformal prediction pools those that are alike).
struct PooledScores {
    std::vector<double> sorted; ///< ascending
    int series = 0;             ///< that they came from
    double origins = 0;         ///< of each, in the mean
};

} // namespace foretrail
