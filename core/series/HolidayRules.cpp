#include "core/series/HolidayRules.h"

#include <array>
#include <cmath>

namespace foretrail {
namespace {

/// Days after 20 January, 27 May and 6 September.
struct FestivalDays {
    quint8 spring, dragonBoat, midAutumn;
};

// Each month begins on the day, in China, of a new moon. The dates are written down rather than computed: in 2027 and 2030 the
// new moon of the Spring Festival is minutes from midnight, and ICU 72 has it on the wrong day.
constexpr int firstLunarYear = 1970;
constexpr std::array<FestivalDays, 100> festivalDays{{
    {17, 12, 9},  {7, 1, 27},   {26, 19, 16}, {14, 9, 5},   {3, 28, 24},  // 1970
    {22, 18, 14}, {11, 6, 2},   {29, 25, 21}, {18, 14, 11}, {8, 3, 29},   // 1975
    {27, 21, 17}, {16, 10, 6},  {5, 29, 25},  {24, 19, 15}, {13, 8, 4},   // 1980
    {31, 26, 23}, {20, 15, 12}, {9, 4, 31},   {28, 22, 19}, {17, 12, 8},  // 1985
    {7, 1, 27},   {26, 20, 16}, {15, 9, 5},   {3, 28, 24},  {21, 17, 14}, // 1990
    {11, 6, 3},   {30, 24, 21}, {18, 13, 10}, {8, 3, 29},   {27, 22, 18}, // 1995
    {16, 10, 6},  {4, 29, 25},  {23, 19, 15}, {12, 8, 5},   {2, 26, 22},  // 2000
    {20, 15, 12}, {9, 4, 30},   {29, 23, 19}, {18, 12, 8},  {6, 1, 27},   // 2005
    {25, 20, 16}, {14, 10, 6},  {3, 27, 24},  {21, 16, 13}, {11, 6, 2},   // 2010
    {30, 24, 21}, {19, 13, 9},  {8, 3, 28},   {27, 22, 18}, {16, 11, 7},  // 2015
    {5, 29, 25},  {23, 18, 15}, {12, 7, 4},   {2, 26, 23},  {21, 14, 11}, // 2020
    {9, 4, 30},   {28, 23, 19}, {17, 13, 9},  {6, 1, 27},   {24, 20, 16}, // 2025
    {14, 9, 6},   {3, 28, 25},  {22, 16, 13}, {11, 5, 2},   {30, 24, 21}, // 2030
    {19, 14, 10}, {8, 3, 28},   {26, 22, 18}, {15, 11, 7},  {4, 0, 26},   // 2035
    {23, 18, 14}, {12, 7, 4},   {2, 26, 22},  {21, 15, 11}, {10, 4, 29},  // 2040
    {28, 23, 19}, {17, 12, 9},  {6, 2, 28},   {25, 19, 16}, {13, 8, 5},   // 2045
    {3, 27, 24},  {22, 17, 13}, {12, 5, 1},   {30, 24, 20}, {19, 14, 10}, // 2050
    {8, 3, 29},   {26, 21, 18}, {15, 10, 7},  {4, 29, 26},  {23, 18, 15}, // 2055
    {13, 7, 3},   {1, 26, 22},  {20, 15, 11}, {9, 5, 30},   {28, 23, 19}, // 2060
    {16, 12, 9},  {6, 1, 27},   {25, 20, 17}, {14, 8, 5},   {3, 27, 23},  // 2065
}};

} // namespace

QDate easterSunday(int year)
{
    const int golden = year % 19, century = year / 100, rest = year % 100;
    const int moonShift = (century - (century + 8) / 25 + 1) / 3;
    const int epact = (19 * golden + century - century / 4 - moonShift + 15) % 30;
    const int toSunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
    const int late = (golden + 11 * epact + 22 * toSunday) / 451;
    const int days = epact + toSunday - 7 * late + 114;
    return {year, days / 31, days % 31 + 1};
}

QDate nthWeekday(int year, int month, Qt::DayOfWeek weekday, int number)
{
    const QDate first(year, month, 1);
    if (number < 0) {
        const QDate last(year, month, first.daysInMonth());
        return last.addDays(-((last.dayOfWeek() - weekday + 7) % 7));
    }
    return first.addDays((weekday - first.dayOfWeek() + 7) % 7 + 7 * (number - 1));
}

std::optional<LunarFestivals> lunarFestivals(int year)
{
    if (year < firstLunarYear || year >= firstLunarYear + int(festivalDays.size()))
        return {};
    const FestivalDays &days = festivalDays[size_t(year - firstLunarYear)];
    return LunarFestivals{QDate(year, 1, 20).addDays(days.spring), QDate(year, 5, 27).addDays(days.dragonBoat),
                          QDate(year, 9, 6).addDays(days.midAutumn)};
}

// The term moves by a quarter of a day a year, and back by one in leap years: a rule of thumb that holds for two centuries.
QDate qingming(int year)
{
    if (year < 1901 || year > 2099)
        return {};
    const int ofCentury = year % 100;
    const double start = year < 2000 ? 5.59 : 4.81;
    return {year, 4, int(std::floor(ofCentury * 0.2422 + start)) - ofCentury / 4};
}

} // namespace foretrail
