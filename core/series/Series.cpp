#include "core/series/Series.h"

#include "core/series/WallDays.h"

#include <algorithm>
#include <bit>

namespace foretrail {

namespace {

qint64 floorDiv(qint64 a, qint64 b) { return a / b - (a % b < 0 ? 1 : 0); }

} // namespace

int TimeAxis::openDaysInWeek() const { return 7 - std::popcount(unsigned(closed & 0x7f)); }

bool TimeAxis::isClosed(WallMs day) const { return (closed >> weekdayOf(dayOf(day))) & 1; }

WallMs TimeAxis::openDayAt(qint64 index) const
{
    const qint64 weeks = floorDiv(index, openDaysInWeek());
    WallMs day = start + weeks * 7 * dayMs;
    for (qint64 left = index - weeks * openDaysInWeek(); left > 0;) {
        day += dayMs;
        left -= isClosed(day) ? 0 : 1;
    }
    return day;
}

qint64 TimeAxis::openDaysUntil(WallMs time) const
{
    const qint64 days = floorDiv(time - start, dayMs) + ((time - start) % dayMs != 0 ? 1 : 0);
    const qint64 weeks = floorDiv(days, 7);
    qint64 count = weeks * openDaysInWeek();
    for (qint64 day = weeks * 7; day < days; ++day)
        count += isClosed(start + day * dayMs) ? 0 : 1;
    return count;
}

int usualSeason(const TimeAxis &axis)
{
    return axis.closed == 0 ? usualSeason(axis.step) : axis.openDaysInWeek();
}

Series Series::part(qint64 first, qint64 count) const
{
    first = std::clamp<qint64>(first, 0, size());
    count = std::clamp<qint64>(count, 0, size() - first);
    Series result{key, name, unit, axis, {}};
    result.axis.start = axis.timeAt(first);
    result.values.assign(values.begin() + first, values.begin() + first + count);
    return result;
}

} // namespace foretrail
