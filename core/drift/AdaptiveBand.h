#pragma once

#include "core/evaluation/AdaptiveLevel.h"

#include <cstddef>
#include <vector>

namespace foretrail {

/// The band around the next one-step forecast, forecast - halfWidth() .. forecast + halfWidth(): as wide as the conformal quantile of the last
/// absolute errors at the level that the bands before earned (AdaptiveLevel). So it keeps what it promises, in the long run, also where errors
/// become larger, smaller or biased: the window forgets what was usual, and the level makes up for it meanwhile. Memory is the window.
class AdaptiveBand {
public:
    static constexpr int usualWindow = 40;   ///< errors: more make the width steadier, fewer let it follow sooner
    static constexpr double usualGamma = 0.03; ///< above that of AdaptiveLevel: the window is short, so the level has less time
    static constexpr int fewest = 10;        ///< errors before there is a band

    /// `promised` percent, between 0 and 100; window of at least `fewest` errors.
    explicit AdaptiveBand(double promised = 90, int window = usualWindow, double gamma = usualGamma);

    double halfWidth() const; ///< of the next step, in the unit of the errors; NaN while there are too few errors
    double level() const { return m_level.level(); } ///< percent, asked for next
    /// actual - forecast of the next step, which the band was for; a missing one says nothing.
    void add(double error);

private:
    AdaptiveLevel m_level;
    size_t m_window;
    std::vector<double> m_sizes;  ///< of the last errors, oldest first
};

} // namespace foretrail
