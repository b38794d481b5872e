#pragma once

#include "core/models/Forecaster.h"
#include "core/models/OriginScores.h"
#include "core/models/StateReader.h"

namespace foretrail {

/// How far forecasts missed at each horizon step, and the interval that follows from it.
class ErrorSpread {
public:
    ErrorSpread() = default;
    /// errors[h - 1]: actual - forecast h steps ahead over several origins; steps without any are skipped.
    explicit ErrorSpread(const std::vector<std::vector<double>> &errors);
    /// The same from so few origins that their own scatter counts: squared scales grow as a power of the step between 0 and 2, the
    /// one that makes normal errors likeliest, so that no step stands out by one miss; and intervals are wider by Student's quantile
    /// over the normal one, with one degree of freedom for each origin: the errors from one are alike. On the series of the M3 and M4 competitions 80 and 95 % bands then hold what they promise
    /// (tests/benchmarks/accuracy.sh).
    static ErrorSpread ofFewOrigins(const std::vector<std::vector<double>> &errors);
    /// Scales from a few origins of one series, and how many of them an interval holds in the middle of each third of the horizon from
    /// `pooled`, the scores of series like it.
    /// Where the series knows fewer origins than those did in the mean, intervals are wider by Student's quantiles. `least` above 0:
    /// errors are shares of what was forecast, which counts as `least` at least.
    static ErrorSpread ofPooledScores(const std::vector<std::vector<double>> &errors, const PooledScores &pooled, double least);
    /// As saved; scales positive, non-decreasing, quantiles non-decreasing, once or for each third of the horizon. Anything else leaves
    /// isValid() false.
    static ErrorSpread restored(std::vector<double> scales, std::vector<double> quantiles, int origins = 0);

    /// Under "scales", "quantiles", "origins", "poolOrigins" and "least", of which the last two are not there in models stored before there
    /// were pools; empty lists where it is not valid.
    void toState(QJsonObject &state) const;
    static ErrorSpread fromState(const QJsonObject &json, StateReader &state);

    bool isValid() const { return !m_scales.empty(); }
    /// Of h = 1, 2, ...; behind what was measured it grows with the root of h.
    double scaleAt(int h) const;
    /// Half the width of the interval of `level` percent around `forecast`, h from 1.
    double radius(int h, double level, double forecast = 0) const;
    /// mean +- radius for each level, cut off at zero where `isNonNegative`.
    Forecast around(std::vector<double> mean, std::span<const double> levels, bool isNonNegative) const;

    const std::vector<double> &scales() const { return m_scales; }       ///< root mean square for h = 1..
    int origins() const { return m_origins; } ///< that errors came from; 0: many
    const std::vector<double> &quantiles() const { return m_quantiles; } ///< of |error| / scale, at 0, 0.5, ... 100 %; of each third where they differ

private:
    void takeQuantiles(const std::vector<std::vector<double>> &errors);

    double caution(double level) const;
    double quantileAt(int h, double share) const;

    std::vector<double> m_scales;
    int m_origins = 0;
    double m_poolOrigins = 0; ///< of the series that the quantiles are from; 0: of this one alone
    int m_horizon = 1;        ///< whose thirds have quantiles of their own
    double m_least = 0;       ///< 0: errors are in the unit of the series
    std::vector<double> m_quantiles;
};

} // namespace foretrail
