#pragma once

#include "core/models/Forecaster.h"

#include <optional>

namespace foretrail {

/// What a forecast in the unit of the data may be: nothing below the floor, nothing above the cap, whole units alone. A value.
struct ForecastLimits {
    std::optional<double> floor; ///< none: zero where the data never was negative, see forNonNegative()
    std::optional<double> cap;
    bool isWhole = false;        ///< what comes in pieces: orders, units sold

    /// The smallest and the largest value that is allowed; infinite where there is none. Whole numbers with isWhole; then the
    /// smallest may be above the largest: no whole number lies between floor and cap.
    double least() const;
    double most() const;
    /// The limits for data that never was negative: a floor of zero where none was set and the cap leaves room for it.
    ForecastLimits forNonNegative() const;

    /// Rounded to the nearest whole number where it has to be, and brought inside; NaN stays.
    double limited(double value) const;
    /// The mean as above. Edges of bands in whole units move outwards, so that a band holds at least what it promises, and then
    /// inside the limits. Each band holds the mean and the bands of lower levels. Done twice it changes nothing more.
    Forecast limited(Forecast forecast) const;

    bool operator==(const ForecastLimits &) const = default;
};

} // namespace foretrail
