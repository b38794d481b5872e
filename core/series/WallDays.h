#pragma once

#include "core/base/Calendar.h"

namespace foretrail {

inline constexpr qint64 epochJulianDay = 2'440'588; // 1970-01-01

/// Days on the wall calendar, counted from 1970-01-01.
inline qint64 dayOf(WallMs time) { return time >= 0 ? time / dayMs : -((dayMs - 1 - time) / dayMs); }
inline qint64 dayOf(QDate date) { return date.toJulianDay() - epochJulianDay; }
inline QDate dateOfDay(qint64 day) { return QDate::fromJulianDay(day + epochJulianDay); }
/// 0 for Monday to 6 for Sunday.
inline int weekdayOf(qint64 day) { return int(((day + 3) % 7 + 7) % 7); }

} // namespace foretrail
