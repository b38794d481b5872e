#pragma once

#include "core/series/Series.h"

namespace foretrail {

/// How outliers are told from their neighbours.
struct HampelOptions {
    int half = 7;      ///< neighbours on either side; the window is 2 * half + 1, less at the ends
    double sigmas = 3; ///< how many scales from the median make an outlier
    bool operator==(const HampelOptions &) const = default;
};

/// What the rolling window saw at each place, and the places of the outliers.
struct HampelMarks {
    std::vector<double> median; ///< of the window around each place; missing where nothing is in it
    std::vector<double> scale;  ///< 1.4826 times the median distance from it: the standard deviation where all is normal
    std::vector<qint64> outliers;
};

/// Values farther than `sigmas` scales from the median of their window (Hampel 1974; Davies & Gather 1993). Missing values
/// are skipped. Where more than half a window is equal the scale is zero and nothing is marked: in a series that is mostly
/// zero every sale would be an outlier. Medians of an even number are the mean of the middle two. A negative half counts
/// as 0. Time grows with n log(half), and moving the window's values with n half / 8 words.
HampelMarks hampel(Values values, const HampelOptions &options = {});

} // namespace foretrail
