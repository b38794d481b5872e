#pragma once

#include "core/models/ExponentialSmoothing.h"

namespace foretrail {

/// Level with slope, and season, of the h-th step after a state: the forecast is their sum or product.
struct EtsPath {
    std::vector<double> base;
    std::vector<double> season; ///< 0 or 1 without a season
    std::vector<double> mean;
};
EtsPath etsPath(const EtsForm &form, const EtsWeights &weights, const EtsState &state, int horizon);

/// Standard deviation of the observation h = 1..H steps ahead, `variance` that of a one-step error of the form (Hyndman et
/// al. 2008, chapter 6): exact for classes 1 (additive) and 2 (additive states, relative error); with a multiplicative season
/// to first order in the products of errors, with a relative error after the recursion of class 2, with an additive one after
/// Chatfield & Yar (1991).
std::vector<double> etsDeviations(const EtsForm &form, const EtsWeights &weights, const EtsPath &path, int seasonLength, double variance);

} // namespace foretrail
