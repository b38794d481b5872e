#pragma once

#include "core/series/Series.h"

namespace foretrail {

/// What errors are usual: scaled = (error - centre) / width.
struct ErrorScale {
    double centre = 0; ///< in the unit of the errors
    double width = 0;  ///< a standard deviation of errors that are normal; 0 where all errors are the same
    double scaled(double error) const { return (error - centre) / width; }
    bool operator==(const ErrorScale &) const = default;
};

/// The centre is the median, the width the standard deviation around it of the errors within 4 robust ones (1.4826 median absolute deviations):
/// as little moved by a few outliers as the median absolute deviation, and as exact as a standard deviation, which of thirty errors it needs to be.
/// Where more than half of the errors are the same, of all. Not of an empty list.
ErrorScale usualErrors(Values errors);

} // namespace foretrail
