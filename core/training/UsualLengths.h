#pragma once

#include "core/base/Calendar.h"

namespace foretrail {

/// How far ahead people look who plan in this step: the horizon and the test part where nothing else is known.
int usualHorizon(Step step);

/// Steps kept for the test of a series of so many observations where nobody said: the usual horizon, a quarter of a short series, and of
/// fewer than three none.
int usualTest(Step step, qint64 observations);

} // namespace foretrail
