#pragma once

#include "core/series/Series.h"

namespace foretrail {

/// Min-max scaling: the smallest value of the part it was fitted on becomes 0, the largest 1; later values may lie
/// outside. A constant part has no range: it is moved to 0 and keeps its unit.
struct Normaliser {
    double low = 0;
    double range = 1; ///< always positive

    /// Missing values are skipped; without any value nothing is changed by the result.
    static Normaliser fit(Values values);

    double normalise(double value) const { return (value - low) / range; }
    double inverse(double scaled) const { return low + scaled * range; }
    std::vector<float> normalise(Values values) const;
    bool operator==(const Normaliser &) const = default;
};

} // namespace foretrail
