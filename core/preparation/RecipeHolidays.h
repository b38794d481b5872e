#pragma once

#include "core/preparation/Recipe.h"
#include "core/series/Holidays.h"
#include "core/series/Series.h"

namespace foretrail {

/// The days that a step "holidays" with this region ("none": no region) and these days of one's own (NamedDays) means on the steps 0 to `count` - 1, with
/// a year to either side.
QList<Holiday> listedHolidays(const QString &region, const QStringList &own, const TimeAxis &axis, qint64 count);

/// Those of every step "holidays" of a recipe that is on. None for a plain index.
QList<Holiday> holidaysOf(const Recipe &recipe, const TimeAxis &axis, qint64 count);

} // namespace foretrail
