#pragma once

#include "core/models/ModelSpec.h"

#include <vector>

namespace foretrail {

/// What each member of a combination missed by at each origin: errors[member][origin][h - 1] = actual - forecast. All members
/// have the same origins and steps.
using TrialErrors = std::vector<std::vector<std::vector<double>>>;


/// Weights that add up to 1, of at least one member. Without origins all are alike.
/// - Errors: by the fourth power of the reciprocal mean error (of `loss`: absolute or square root of squared), none for those
///   1.5 times as bad as the best; with less than three origins three quarters of the way to equal among those that are left.
/// - Equal: all alike. Median has no weights of its own; those of Equal.
/// - Stacking: the non-negative ones that would have come closest in squares; equal where that leaves none.
/// `without`: an origin that is left out, so that its errors are those of a forecast; -1: none.
std::vector<double> combinationWeights(const TrialErrors &errors, Weighing weighing, Loss loss, int without = -1);

/// Non-negative x that minimises |A x - b|^2, from the normal equations: gram = A'A (row by row), moments = A'b
/// (Lawson & Hanson 1974).
std::vector<double> nonNegativeLeastSquares(const std::vector<double> &gram, const std::vector<double> &moments);

} // namespace foretrail
