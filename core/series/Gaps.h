#pragma once

#include "core/base/Result.h"
#include "core/series/Series.h"

namespace foretrail {

/// `values` with straight lines over the gaps; at either end the nearest value is carried on. Infinite values count as
/// missing. For looking at a whole series: a line over a gap knows what comes after it, so what learns from a series fills
/// its gaps with clean() instead. Degenerate where no value is there.
Result<std::vector<double>> filledLinearly(Values values);

} // namespace foretrail
