#include "core/series/TradingWeek.h"

#include "core/series/WallDays.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <vector>

namespace foretrail {

int placeInWeek(const Series &series, qint64 step)
{
    const WallMs time = series.timeAt(step);
    const int weekday = weekdayOf(dayOf(time));
    return series.axis.step == Step::Hour ? weekday * 24 + int((time - floorToStep(time, Step::Day)) / hourMs) : weekday;
}

std::vector<bool> closedPlaces(const Series &series, double share)
{
    constexpr double fewestExpected = 4;
    if (series.axis.step != Step::Day && series.axis.step != Step::Hour)
        return {};
    const size_t places = series.axis.step == Step::Day ? 7 : 168;
    std::vector<double> steps(places, 0), trading(places, 0);
    for (qint64 i = 0; i < series.size(); ++i) {
        const auto place = size_t(placeInWeek(series, i));
        const double value = series.values[size_t(i)];
        steps[place] += 1;
        trading[place] += std::isfinite(value) && value != 0 ? 1 : 0;
    }
    double busiest = 0;
    for (size_t place = 0; place < places; ++place)
        busiest = std::max(busiest, steps[place] > 0 ? trading[place] / steps[place] : 0);
    std::vector<bool> closed(places, false);
    for (size_t place = 0; place < places; ++place) {
        const double expected = steps[place] * busiest;
        closed[place] = expected >= fewestExpected && trading[place] <= share * expected;
    }
    return closed;
}

std::array<bool, 7> closedWeekdays(const Series &daily, double share)
{
    std::array<bool, 7> closed{};
    if (daily.axis.step == Step::Day)
        std::ranges::copy(closedPlaces(daily, share), closed.begin());
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
