#pragma once

#include "core/preparation/Frame.h"

namespace foretrail {

/// Where values count as outliers, and what would be typical in their place; one entry an observation, as far as is judged.
/// Empty where nothing can be told.
struct OutlierLimits {
    std::vector<double> low, high, typical;
    double reachLow = 0;  ///< learnt: the limits themselves, or their distance from the typical value
    double reachHigh = 0;
    bool isOfSizes = false; ///< of what is sold at once, where it sells now and then: zeros are never outliers
    double width = 0;       ///< in interquartile ranges, where the one that was asked for had to be widened; 0: it was not
};

/// From this mean distance of sales on, in steps, demand comes now and then (Syntetos, Boylan & Croston 2005).
inline constexpr double seldomSales = 1.32;
/// Mean distance from one value that is not zero to the next, in steps that are not missing, of days in those on which the shop trades;
/// infinite where all are zero.
double meanSalesDistance(const Series &series);

/// Quartiles of the training part, `width` interquartile ranges beyond; judged everywhere.
OutlierLimits limitsByQuartiles(const Frame &frame, double width);

/// Median and median deviation (times 1.4826) of `reach` neighbours on either side (Hampel 1974); inside the training part
/// of neighbours there. Judged everywhere.
OutlierLimits limitsByNeighbours(const Frame &frame, int reach, double sigmas);

/// Quartiles of the remainder of a robust STL of the training part, `width` interquartile ranges beyond, around trend and
/// season; behind the training part its last level and season go on. With less than two
/// seasons, or without one, quartiles of the values stand in. Outliers are few: where more than a twentieth of the training part
/// would be some, the limits are widened until it is that many. Where sales come now and then a decomposition takes each of them for
/// an outlier; limitsOfSizes() stand in there.
OutlierLimits limitsByDecomposition(const Frame &frame, int season, double width);

/// Quartiles of the logarithms of what is above zero in the training part, `width` interquartile ranges beyond, upwards alone: how
/// much is sold at once is skewed, and little is no outlier; widened as above. Judged everywhere.
OutlierLimits limitsOfSizes(const Frame &frame, double width);

} // namespace foretrail
