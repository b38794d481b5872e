#pragma once

#include "core/series/Series.h"
#include "ui/charts/ChartContent.h"

namespace foretrail {

/// A stretch of time that repeats: a day, a week, a year.
enum class Cycle { Day, Week, Year, Season };

/// The cycles that make sense for an axis; one without a calendar has the season it is given, if that is 2 or more.
QList<Cycle> cyclesOf(const TimeAxis &axis, int season);
QString cycleTitle(Cycle cycle);

/// One faint line for each cycle, the newest and the mean of all on top; at most `mostCycles` of the newest.
inline constexpr int mostCycles = 104;
ChartContent seasonalChart(const Series &series, Cycle cycle, int season, const QString &valueTitle);

} // namespace foretrail
