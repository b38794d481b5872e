#pragma once

#include "core/series/Series.h"

#include <functional>

namespace foretrail {

/// The value at `x`, and the gradient (as long as `x`) written beside it; infinity where the function has no value.
using SmoothFunction = std::function<double(Values x, std::vector<double> &gradient)>;

struct SmoothMinimum {
    std::vector<double> x;
    double value = 0; ///< infinity where the function has none at the start
};

/// A local minimum near `start` by a quasi-Newton search of limited memory with halved steps (Nocedal & Wright, Numerical
/// Optimization, 2nd ed., algorithm 7.5): time and memory grow with the count of variables, not with its square.
SmoothMinimum minimiseSmooth(const SmoothFunction &function, std::vector<double> start, int mostSteps = 200);

/// Where a function of one number is smallest between `low` and `high`: the best of a grid, refined by the golden section.
double minimiseBetween(const std::function<double(double)> &function, double low, double high);

} // namespace foretrail
