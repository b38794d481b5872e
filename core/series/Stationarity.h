#pragma once

#include "core/series/Series.h"

namespace foretrail {

/// The statistic of Kwiatkowski, Phillips, Schmidt & Shin (1992) for a level: the sum of the squared partial sums of y - mean over
/// n^2 s^2, s^2 the long-run variance with Bartlett's weights over `lags` autocovariances. The larger, the less does the series
/// keep to a level. 0 where nothing varies. Without missing values; lags from 0 on.
double kpssStatistic(Values values, int lags);

/// floor(3 sqrt(n) / 13) autocovariances, as R's urca::ur.kpss and forecast::ndiffs take.
int usualKpssLags(qint64 n);

/// Above it, a level is refused at 5 % (Kwiatkowski et al. 1992, table 1).
inline constexpr double kpssLevelLimit = 0.463;

/// How often a series is differenced before it is modelled, and how far apart.
struct Differencing {
    int season = 0;        ///< steps between; 0: not against the season before
    bool isFirst = false;  ///< from step to step, behind the other
    int lost() const { return season + (isFirst ? 1 : 0); } ///< values at the start that have no difference
    bool operator==(const Differencing &) const = default;
};

/// Against the season before where STL finds a strength of season above 0.64 in more than two seasons of it (Wang, Smith & Hyndman 2006, as
/// R's forecast::nsdiffs); then from step to step where KPSS refuses a level of what is there at 5 %. Without missing values.
Differencing neededDifferencing(Values values, int season);

} // namespace foretrail
