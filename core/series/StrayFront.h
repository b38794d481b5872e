#pragma once

#include "core/series/Series.h"

namespace foretrail {

/// How many observations at the front lie far outside of the main part: wrong or odd dates of a few rows, long before the rest. They
/// begin with the first observation, at least three quarters of them are empty (zero or missing), the largest is below a tenth of the
/// median of all that are not empty, and together they make at most a hundredth of the whole. 0: there are none.
qint64 strayFront(Values values);

} // namespace foretrail
