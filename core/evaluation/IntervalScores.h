#pragma once

#include "core/evaluation/Metrics.h"

namespace foretrail {

/// A band that should hold `level` percent of what happens: its edges are the quantiles (1 - level/100) / 2 and 1 minus that.
struct Interval {
    double level = 80;
    Values low;
    Values high;
};

/// Mean of t (y - q) where y >= q, else (1 - t)(q - y), with t the `share` below the quantile q; NaN without actuals.
double pinballLoss(Values actual, Values quantile, double share);

/// Mean of (U - L) + (2/a)(L - y) where y < L + (2/a)(y - U) where y > U, a = 1 - level/100 (Winkler 1972, Gneiting & Raftery
/// 2007); NaN without actuals.
double intervalScore(Values actual, const Interval &interval);

/// Twice the mean pinball loss over 100 equally spaced quantiles. The quantiles between those that are known (the point for the
/// median, the edges of the intervals) lie on straight lines over the normal quantile, and so do those beyond: exact for a
/// normal distribution up to the grid. Quantiles that cross are put in order. Without intervals it is the MAE. `point` and
/// the edges have a value for each actual; NaN without actuals.
double approximateCrps(Values actual, Values point, std::span<const Interval> intervals);

/// Fills what Metrics says of bands from the intervals of 80 and 95 percent, where they are there, and the CRPS from all.
void addIntervalScores(Metrics &metrics, Values actual, Values point, std::span<const Interval> intervals, const ErrorScales &scales);

} // namespace foretrail
