#pragma once

#include "core/models/Forecaster.h"

namespace foretrail {

/// The benchmark of the M competitions, by which OWA is measured: the last value without its season, times the index of the
/// season that is forecast (ClassicalSeason.h). Where the season test says no, or a value is not above zero, the naive model.
/// Intervals are normal; the errors of a step, without season, grow with the root of the horizon.
std::unique_ptr<Forecaster> makeNaive2(const ModelSpec &spec);

} // namespace foretrail
