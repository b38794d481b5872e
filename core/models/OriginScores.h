#pragma once

#include "core/series/Series.h"

#include <algorithm>
#include <array>
#include <vector>

namespace foretrail {

/// What was missed by at each origin, actual - forecast: by origin, the nearest to the end first, and step.
using OriginErrors = std::vector<std::vector<double>>;

/// How many scales misses were away, by third of the horizon: what is far ahead need not be spread as what is near.
using ScoresByThird = std::array<std::vector<double>, 3>;

/// Of the step ahead, h = 0 the first.
inline size_t thirdOf(size_t h, size_t horizon) { return std::min<size_t>(3 * h / horizon, 2); }

/// The same by step and origin, as ErrorSpread takes them.
std::vector<std::vector<double>> byStep(const OriginErrors &errors);

/// How many scales each miss was away, where the scales (ErrorSpread::ofFewOrigins) come from other origins: from all others, and
/// once more from those before it alone. The first know as much as the intervals that are asked for, but also of what came later;
/// the second know less. A scale of zero gives no score. By third of `horizon`.
ScoresByThird originScores(const OriginErrors &errors, int horizon);

/// Scores of several series (split conformal prediction pools those that are alike).
struct PooledScores {
    ScoresByThird sorted;       ///< each ascending; empty where no origin reached so far
    int series = 0;             ///< that they came from
    double origins = 0;         ///< of each, in the mean
    int horizon = 1;            ///< whose thirds they are of
};

} // namespace foretrail
