#pragma once

#include "core/series/Series.h"

#include <array>
#include <vector>

namespace foretrail {

/// The weekdays, from Monday, on which a shop does not trade: a day with trade has a value that is there and not zero, and a weekday is
/// closed where the part of its days with trade is at most `share` (0.02, say) of that of the busiest weekday. Asks for a series of
/// days of the whole shop; a weekday whose absence may be chance, since fewer than four days with trade would be expected of it, counts
/// as open, as all do for other steps.
std::array<bool, 7> closedWeekdays(const Series &daily, double share);

/// The same for a series of days (7 places) or hours (168 places, of the wall clock): which places in the week are closed. Empty for other
/// steps.
std::vector<bool> closedPlaces(const Series &series, double share);
/// From 0, Monday or its first hour; of a series of days or hours.
int placeInWeek(const Series &series, qint64 step);

/// Whether the zeros of `values` are steps without trade, such as public holidays, rather than little demand: they are rare (at most a
/// tenth), and next to nothing lies between them and the rest (at most one in twenty of the values above zero is below a tenth of
/// their median). False for less than 20 values above zero; NaN is left out.
bool zerosStandApart(Values values);

} // namespace foretrail
