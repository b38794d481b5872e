#pragma once

#include "core/series/Series.h"

namespace foretrail {

/// The test of Diebold & Mariano (1995) of equal accuracy, with the correction for small samples of Harvey, Leybourne & Newbold
/// (1997).
struct DieboldMariano {
    double statistic = missing; ///< negative: the first had the smaller losses
    double pValue = missing;    ///< two-sided, Student's t with T - 1 degrees of freedom
};

/// `differences`: loss of the first less that of the second at T origins in order, nothing missing. `horizon`: the forecasts of
/// this many neighbouring origins overlap, so that autocovariances of the differences up to horizon - 1 count; 1 where none do.
/// Where these make the variance negative, it is taken as for a horizon of 1. All differences zero: p is 1. NaN with fewer than
/// two origins, fewer than `horizon`, or without variance.
DieboldMariano dieboldMariano(Values differences, int horizon);

} // namespace foretrail
