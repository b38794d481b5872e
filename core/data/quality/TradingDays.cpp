#include "core/data/quality/TradingDays.h"

#include "core/data/CredibleTimes.h"

namespace foretrail {
namespace {

void closeWeekdays(TradingDays &calendar, std::span<const DayRows> days)
{
    constexpr qint64 fewestDays = 4;
    for (int weekday = 0; weekday < 7; ++weekday) {
        const qint64 ahead = (weekday - weekdayOf(calendar.first) + 7) % 7;
        const qint64 span = calendar.last - calendar.first;
        calendar.weekdays[size_t(weekday)].days = ahead > span ? 0 : (span - ahead) / 7 + 1;
    }
    for (const DayRows &day : days)
        ++calendar.weekdays[size_t(weekdayOf(day.day))].open;
    if (calendar.open * 2 < calendar.last - calendar.first + 1)
        return;
    for (TradingDays::Weekday &weekday : calendar.weekdays)
        weekday.isClosed = weekday.days >= fewestDays && weekday.open * 10 <= weekday.days;
}

/// The trading days strictly between two days with rows.
DayGap gapBetween(const TradingDays &calendar, qint64 before, qint64 after)
{
    DayGap gap;
    for (qint64 day = before + 1; day < after; ++day) {
        if (calendar.weekdays[size_t(weekdayOf(day))].isClosed)
            continue;
        if (gap.days++ == 0)
            gap.first = day;
        gap.last = day;
    }
    return gap;
}

} // namespace

int weekdayOf(qint64 day)
{
    constexpr int ofFirstDay = 3; // 1970-01-01 was a Thursday
    return int(((day + ofFirstDay) % 7 + 7) % 7);
}

MainDays mainDays(const std::vector<DayRows> &days)
{
    MainDays main{0, days.size()};
    if (days.empty())
        return main;
    std::map<DayNumber, qint64> rows;
    for (const DayRows &day : days)
        rows.emplace(day.day, day.rows);
    const DaySpan span = credibleSpan(rows);
    while (days[main.from].day < span.first)
        ++main.from;
    while (days[main.to - 1].day > span.last)
        --main.to;
    return main;
}

TradingDays tradingDays(std::span<const DayRows> days)
{
    TradingDays calendar;
    calendar.first = days.front().day;
    calendar.last = days.back().day;
    calendar.open = qint64(days.size());
    closeWeekdays(calendar, days);
    for (size_t i = 1; i < days.size(); ++i) {
        const DayGap gap = gapBetween(calendar, days[i - 1].day, days[i].day);
        if (gap.days == 0)
            continue;
        calendar.missing += gap.days;
        calendar.gaps.push_back(gap);
    }
    return calendar;
}

} // namespace foretrail
