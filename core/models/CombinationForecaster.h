#pragma once

#include "core/models/Forecaster.h"

namespace foretrail {

/// "auto": tries the models that suit the series (candidatesFor) at earlier origins, each on what was known there, weighs them
/// by how far they missed, and forecasts with their weighted mean. What the combination missed by at those origins, each time
/// with weights that do not know that origin, gives the intervals (split conformal by step). Zero where the season is always zero.
std::unique_ptr<Forecaster> makeAuto(const ModelSpec &spec);

/// "combination": the same of spec.members (those of "auto" where there are none), weighed as spec.weighing says.
std::unique_ptr<Forecaster> makeCombination(const ModelSpec &spec);

} // namespace foretrail
