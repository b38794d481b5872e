#pragma once

#include "core/series/FeatureColumn.h"
#include "core/series/Holidays.h"
#include "core/series/Series.h"

#include <QStringList>

#include <array>

namespace foretrail {

/// What timeEncoding() knows: hour, weekday, dayofmonth, month, dayofyear, weekofyear, positioninweek, age, isweekend.
QStringList timeParts();

/// The calendar of the steps 0 to `count` - 1 of an axis, read at the start of each; they may lie beyond the data, and the
/// values of a step do not depend on `count`.
/// A cyclic part makes two columns, "month_sin" and "month_cos", of the angle 2 pi (place in the cycle): the hour of 24, the
/// weekday of 7 from Monday, the hour of the week of 168 (positioninweek), the month of 12, the day of the days that its
/// month or year has, the ISO week of the 52 or 53 that its year has.
/// "isweekend" is 1 on Saturday and Sunday. "age" is the number of steps since the start, in years (a plain index: in
/// hundreds of steps).
/// A part that every step has alike (the hour of days, the weekday of weeks, all but age of a plain index) makes no column, nor
/// does a name that is not in timeParts().
std::vector<FeatureColumn> timeEncoding(const TimeAxis &axis, qint64 count, const QStringList &parts);

/// Holidays on the steps 0 to `count` - 1: columns "holiday", "holiday_before_1" to _`lead` and "holiday_after_1" to _`lag`,
/// or such columns of every id in the order in which the list names them ("christmas-day", "christmas-day_before_1" ...).
/// Days and hours: 1 on the day, or exactly so many days before the first or after the last of holidays that follow each
/// other. Longer steps: how many such days are in the step. A holiday that is in none of the steps keeps its columns, of
/// zeros. None for a plain index.
std::vector<FeatureColumn> holidayFeatures(const TimeAxis &axis, qint64 count, const QList<Holiday> &holidays, int lead, int lag,
                                           bool oneColumnPerHoliday);

/// Column "tradingdays": how many days of each step are trading days; 0 or 1 for days, and for hours by their day. `closed`
/// tells from Monday on which weekdays are none, as closedWeekdays() finds them. Without values for a plain index.
FeatureColumn tradingDays(const TimeAxis &axis, qint64 count, const std::array<bool, 7> &closed);

} // namespace foretrail
