#pragma once

#include "core/series/Series.h"

#include <limits>
#include <optional>
#include <span>
#include <vector>

namespace foretrail {

/// How far a local regression looks around each observation, and what it fits there.
struct LoessOptions {
    int window = 7; ///< observations that weigh in, odd, at least 3; wider than the series: all, with flatter weights
    int degree = 1; ///< 0: a local mean, 1: a local straight line
    int jump = 1;   ///< fitted at every jump-th observation and the last, straight lines between; at least 1
    bool operator==(const LoessOptions &) const = default;
};

/// Local regression with tricube weights over equally spaced observations (Cleveland 1979, in the form that STL uses:
/// Cleveland et al. 1990, section 2). Keeps its kernel between calls and allocates nothing while it smooths.
/// smooth() and at() are const and may be called from several threads.
class Loess {
public:
    /// longest: the length of the longest series to come; a wider window needs no kernel.
    explicit Loess(const LoessOptions &options = {}, qint64 longest = std::numeric_limits<qint64>::max());

    /// y: n >= 1 values, nothing missing. weights: n values >= 0 that multiply the tricube weights, or empty for none.
    /// smoothed: n values in the unit of y, may not overlap y. Where every weight is zero the observation itself stays.
    void smooth(Values y, Values weights, std::span<double> smoothed) const;

    /// The fit at `place`, which may lie outside 0..n-1: from the `window` observations nearest to it. Nothing where all
    /// of them weigh zero.
    std::optional<double> at(Values y, Values weights, qint64 place) const;

private:
    struct Stretch {
        qint64 first = 0, last = 0;
    };
    Stretch nearest(qint64 n, qint64 place) const;
    std::optional<double> fitAside(Values y, Values weights, qint64 place, Stretch stretch) const;
    double fitInside(const double *y) const;
    std::optional<double> fitInside(const double *y, const double *weights, double least) const;
    double fitAt(Values y, Values weights, qint64 place) const;

    LoessOptions m_options;
    qint64 m_half = 0;              ///< observations on either side of a place inside
    std::vector<double> m_kernel;   ///< tricube weights by distance, 0 .. m_half - 1 (at m_half it is zero)
    std::vector<double> m_weighing; ///< the same, summing to one over both sides
};

/// One smooth line through a series: n values for n values, nothing missing among them.
std::vector<double> loess(Values y, const LoessOptions &options);

} // namespace foretrail
