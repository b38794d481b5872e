#pragma once

#include "core/preparation/Frame.h"

namespace foretrail {

/// Where values count as outliers, and what would be typical in their place; one entry an observation, as far as is judged.
/// Empty where nothing can be told.
struct OutlierLimits {
    std::vector<double> low, high, typical;
    double reachLow = 0;  ///< learnt: the limits themselves, or their distance from the typical value
    double reachHigh = 0;
};

/// Quartiles of the training part, `width` interquartile ranges beyond; judged everywhere.
OutlierLimits limitsByQuartiles(const Frame &frame, double width);

/// Median and median deviation (times 1.4826) of `reach` neighbours on either side (Hampel 1974); inside the training part
/// of neighbours there. Judged everywhere.
OutlierLimits limitsByNeighbours(const Frame &frame, int reach, double sigmas);

/// Quartiles of the remainder of a robust STL of the training part, `width` interquartile ranges beyond, around trend and
/// season. Only the training part is judged: beyond it, trend and season would have to be guessed. With less than two
/// seasons, or without one, quartiles of the values stand in.
OutlierLimits limitsByDecomposition(const Frame &frame, int season, double width);

} // namespace foretrail
