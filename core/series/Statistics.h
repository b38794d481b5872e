#pragma once

#include "core/series/Series.h"

namespace foretrail {

/// Linear between the order statistics of `sorted` (ascending, not empty, nothing missing): R's type 7.
double sortedQuantile(Values sorted, double share);

/// The share-th of `sorted` (ascending, not empty) counted among one more that is not there yet, as wide as what comes next needs on
/// average (split conformal prediction); the largest where the share asks for more than was seen.
double conformalQuantile(Values sorted, double share);

/// Of values without missing ones; NaN when empty.
double meanOf(Values values);

/// The values that never fall nearest to `values` in squares by `weights`, by pooling adjacent violators (Ayer et al. 1955).
std::vector<double> nonDecreasing(Values values, Values weights);

/// Missing values as the value before; those before the first as `beginning`.
std::vector<double> carriedOn(Values values, double beginning);

} // namespace foretrail
