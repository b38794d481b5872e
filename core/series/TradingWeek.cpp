#include "core/series/TradingWeek.h"

#include "core/series/WallDays.h"

#include <algorithm>
#include <cmath>

namespace foretrail {

std::array<bool, 7> closedWeekdays(const Series &daily, double share)
{
    constexpr double fewestExpected = 4;
    std::array<bool, 7> closed{};
    if (daily.axis.step != Step::Day)
        return closed;
    std::array<double, 7> days{}, trading{};
    for (qint64 i = 0; i < daily.size(); ++i) {
        const auto weekday = size_t(weekdayOf(dayOf(daily.timeAt(i))));
        const double value = daily.values[size_t(i)];
        days[weekday] += 1;
        trading[weekday] += std::isfinite(value) && value != 0 ? 1 : 0;
    }
    double busiest = 0;
    for (size_t weekday = 0; weekday < 7; ++weekday)
        busiest = std::max(busiest, days[weekday] > 0 ? trading[weekday] / days[weekday] : 0);
    for (size_t weekday = 0; weekday < 7; ++weekday) {
        const double expected = days[weekday] * busiest;
        closed[weekday] = expected >= fewestExpected && trading[weekday] <= share * expected;
    }
    return closed;
}

} // namespace foretrail
