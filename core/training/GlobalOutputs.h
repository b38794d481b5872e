#pragma once

#include "core/training/GlobalNetwork.h"

namespace foretrail {

/// What one network says of one step, in widths of the window.
struct SaidOfStep {
    std::array<float, globalQuantiles.size()> quantiles{};
    float point = 0;
};

/// From the outputs for one step. Quantiles that cross are put in order; a network of one number says the same of all quantiles.
/// `width`: of the window, in counts.
SaidOfStep saidOf(Loss loss, const float *outputs, double width);

/// The median of each number over several networks.
SaidOfStep medianOf(const std::vector<SaidOfStep> &said);

} // namespace foretrail
