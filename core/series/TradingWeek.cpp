#include "core/series/TradingWeek.h"

#include "core/series/WallDays.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <vector>

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

bool zerosStandApart(Values values)
{
    constexpr size_t fewest = 20;
    constexpr double mostZeros = 0.1, mostSmall = 0.05, small = 0.1;
    const auto zeros = std::count(values.begin(), values.end(), 0.0);
    std::vector<double> above;
    std::copy_if(values.begin(), values.end(), std::back_inserter(above), [](double value) { return value > 0; });
    if (zeros == 0 || above.size() < fewest || double(zeros) > mostZeros * double(above.size() + size_t(zeros)))
        return false;
    std::nth_element(above.begin(), above.begin() + std::ptrdiff_t(above.size() / 2), above.end());
    const double limit = small * above[above.size() / 2];
    const auto below = std::count_if(above.begin(), above.end(), [limit](double value) { return value < limit; });
    return double(below) <= mostSmall * double(above.size());
}

} // namespace foretrail
