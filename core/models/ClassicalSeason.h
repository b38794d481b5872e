#pragma once

#include "core/series/Series.h"

namespace foretrail {

/// The test of the M4 competition: |r_m| > 1.645 / sqrt(n) * sqrt(1 + 2 sum r_i^2, i = 1..m-1), r the autocorrelations about
/// the mean divided by n. Never with m < 2, fewer than three seasons or a constant series.
struct SeasonTest {
    double correlation = 0; ///< r_m
    double limit = 0;       ///< 0 where nothing was tested
    bool isSeasonal() const;
};
SeasonTest testSeason(Values values, int season);

/// Classical multiplicative decomposition: `season` indices with mean 1, the first for values[0]. The trend is the centred
/// moving average of a season. `values` has at least two seasons and is above zero.
std::vector<double> classicalIndices(Values values, int season);

} // namespace foretrail
