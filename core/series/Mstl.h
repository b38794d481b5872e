#pragma once

#include "core/series/Stl.h"

namespace foretrail {

/// How a series with several seasons is taken apart; the defaults are those of R's forecast::mstl.
struct MstlOptions {
    int passes = 2;                   ///< how often each season is refined; a single season takes one pass
    std::vector<int> seasonalWindows{}; ///< one for each season, ascending as the seasons; those left out: 11, 15, 19 ...
    int seasonalDegree = 0;           ///< 0 or 1
    int trendWindow = 0;              ///< 0: STL's choice for the longest season; without a season a quarter of the series
    bool robust = false;
    bool operator==(const MstlOptions &) const = default;
};

/// Trend, one seasonal part for each season, and remainder: STL for each season in turn on what the others leave (Bandara,
/// Hyndman & Bergmeir 2021). y: one value or more; gaps are bridged by straight lines and have no remainder. seasons: in
/// any order. One of which the series does not hold more than two is left out, as is one below 2: Decomposition::seasons
/// says which are there, ascending. Without any the trend is a loess line (R takes Friedman's super smoother there).
/// Degenerate for a series of nothing, InvalidInput for options out of range.
Result<Decomposition> mstl(Values y, const std::vector<int> &seasons, const MstlOptions &options = {});

/// How much of what is left beside the trend a season explains: max(0, 1 - Var(remainder) / Var(seasonal + remainder)),
/// from 0 to 1 (Wang, Smith & Hyndman 2006). Missing remainders are skipped; 0 where nothing varies.
double seasonalStrength(Values seasonal, Values remainder);
double seasonalStrength(const Decomposition &parts, size_t which);

/// The same for the trend: max(0, 1 - Var(remainder) / Var(trend + remainder)).
double trendStrength(const Decomposition &parts);

/// The last season of a seasonal part repeated: `ahead` values that follow its last one. Empty when `seasonal` is shorter
/// than one season.
std::vector<double> continueSeason(Values seasonal, int season, qint64 ahead);

} // namespace foretrail
