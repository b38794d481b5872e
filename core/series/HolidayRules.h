#pragma once

#include <QDate>

#include <optional>

namespace foretrail {

/// Western Easter by the Gregorian computus (Meeus, Astronomical Algorithms, chapter 8).
QDate easterSunday(int year);
/// The `number`th such weekday of a month, from 1; -1 for the last.
QDate nthWeekday(int year, int month, Qt::DayOfWeek weekday, int number);

/// Festivals of the Chinese lunar calendar in one Gregorian year.
struct LunarFestivals {
    QDate spring;    ///< the first day of the first month
    QDate dragonBoat; ///< the fifth of the fifth
    QDate midAutumn;  ///< the fifteenth of the eighth
};
/// From 1970 to 2069; nothing for other years.
std::optional<LunarFestivals> lunarFestivals(int year);
/// The day on which the sun reaches 15 degrees, in China. From 1901 to 2099; invalid for other years.
QDate qingming(int year);

} // namespace foretrail
