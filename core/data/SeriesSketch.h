#pragma once

#include "core/data/Questions.h"

namespace foretrail {

/// At most 48 points that show the course of `values`: the values themselves, or means of equal stretches.
/// Missing values are left out of the means.
std::vector<float> sketchOf(Values values);

} // namespace foretrail
