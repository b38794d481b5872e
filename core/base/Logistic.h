#pragma once

#include <cmath>

namespace foretrail {

/// The logistic function: from log odds to a probability.
inline double logistic(double odds) { return 1 / (1 + std::exp(-odds)); }

} // namespace foretrail
