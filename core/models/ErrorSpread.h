#pragma once

#include "core/models/Forecaster.h"

namespace foretrail {

/// How far forecasts missed at each horizon step, and the interval that follows from it.
class ErrorSpread {
public:
    ErrorSpread() = default;
    /// errors[h - 1]: actual - forecast h steps ahead over several origins; steps without any are skipped.
    explicit ErrorSpread(const std::vector<std::vector<double>> &errors);
    /// The same from so few origins that their own scatter counts: scales are the non-decreasing ones closest to the root mean
    /// squares, and intervals are wider by Student's quantile over the normal one, with one degree of freedom for
    /// each origin that reaches a step (its errors are alike, but not the same). The factor was found on the series of the M3 and
    /// M4 competitions, where 80 and 95 % bands then hold what they promise.
    static ErrorSpread ofFewOrigins(const std::vector<std::vector<double>> &errors);
    /// As saved; scales positive, non-decreasing, quantiles non-decreasing. Anything else leaves isValid() false.
    static ErrorSpread restored(std::vector<double> scales, std::vector<double> quantiles, std::vector<double> origins = {});

    bool isValid() const { return !m_scales.empty(); }
    /// Half the width of the interval of `level` percent, h from 1.
    double radius(int h, double level) const;
    /// mean +- radius for each level, cut off at zero where nothing below it was ever seen.
    Forecast around(std::vector<double> mean, std::span<const double> levels, bool isNonNegative) const;

    const std::vector<double> &scales() const { return m_scales; }       ///< root mean square for h = 1..
    const std::vector<double> &origins() const { return m_origins; }     ///< that reach each step; empty: many
    const std::vector<double> &quantiles() const { return m_quantiles; } ///< of |error| / scale, at 0, 0.5, ... 100 %

private:
    void takeQuantiles(const std::vector<std::vector<double>> &errors);

    std::vector<double> m_scales;
    std::vector<double> m_origins;
    std::vector<double> m_quantiles;
};

} // namespace foretrail
