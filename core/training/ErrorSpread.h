#pragma once

#include "core/models/Forecaster.h"

namespace foretrail {

/// How far forecasts missed at each horizon step, and the interval that follows from it.
class ErrorSpread {
public:
    ErrorSpread() = default;
    /// errors[h - 1]: actual - forecast h steps ahead over several origins; steps without any are skipped.
    explicit ErrorSpread(const std::vector<std::vector<double>> &errors);
    /// As saved; scales positive, non-decreasing, quantiles non-decreasing. Anything else leaves isValid() false.
    ErrorSpread(std::vector<double> scales, std::vector<double> quantiles);

    bool isValid() const { return !m_scales.empty(); }
    /// Half the width of the interval of `level` percent, h from 1.
    double radius(int h, double level) const;
    /// mean +- radius for each level, cut off at zero where nothing below it was ever seen.
    Forecast around(std::vector<double> mean, std::span<const double> levels, bool isNonNegative) const;

    const std::vector<double> &scales() const { return m_scales; }       ///< root mean square for h = 1..
    const std::vector<double> &quantiles() const { return m_quantiles; } ///< of |error| / scale, at 0, 0.5, ... 100 %

private:
    std::vector<double> m_scales;
    std::vector<double> m_quantiles;
};

} // namespace foretrail
