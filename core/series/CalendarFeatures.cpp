#include "core/series/CalendarFeatures.h"

#include "core/series/WallDays.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace foretrail {
namespace {

double hourPlace(WallMs time) { return double(time - dayOf(time) * dayMs) / double(dayMs); }
double weekdayPlace(WallMs time) { return weekdayOf(dayOf(time)) / 7.0; }
double weekPlace(WallMs time) { return (weekdayOf(dayOf(time)) + hourPlace(time)) / 7.0; }
double monthPlace(WallMs time) { return (dateOfDay(dayOf(time)).month() - 1) / 12.0; }

double monthDayPlace(WallMs time)
{
    const QDate date = dateOfDay(dayOf(time));
    return (date.day() - 1) / double(date.daysInMonth());
}

double yearDayPlace(WallMs time)
{
    const QDate date = dateOfDay(dayOf(time));
    return (date.dayOfYear() - 1) / double(date.daysInYear());
}

double yearWeekPlace(WallMs time)
{
    int year = 0;
    const int week = dateOfDay(dayOf(time)).weekNumber(&year);
    return (week - 1) / double(QDate(year, 12, 28).weekNumber()); // 28 December is in the last week of its ISO year
}

struct CyclicPart {
    const char *name;
    double (*place)(WallMs time); ///< in its cycle: from 0 to below 1
    Step coarsest;                ///< on longer steps it is always the same
};
constexpr std::array cyclicParts{
    CyclicPart{"hour", hourPlace, Step::Hour},           CyclicPart{"weekday", weekdayPlace, Step::Day},
    CyclicPart{"dayofmonth", monthDayPlace, Step::Week}, CyclicPart{"month", monthPlace, Step::Quarter},
    CyclicPart{"dayofyear", yearDayPlace, Step::Quarter}, CyclicPart{"weekofyear", yearWeekPlace, Step::Quarter},
    CyclicPart{"positioninweek", weekPlace, Step::Day},
};

double stepsPerYear(Step step)
{
    switch (step) {
    case Step::None: return 100;
    case Step::Hour: return 24 * 365.25;
    case Step::Day: return 365.25;
    case Step::Week: return 365.25 / 7;
    case Step::Month: return 12;
    case Step::Quarter: return 4;
    case Step::Year: return 1;
    }
    return 1;
}

template<class Value>
FeatureColumn columnOf(const QString &name, qint64 count, Value value)
{
    FeatureColumn column{name, {}};
    column.values.reserve(size_t(std::max<qint64>(count, 0)));
    for (qint64 i = 0; i < count; ++i)
        column.values.push_back(value(i));
    return column;
}

void addCyclic(std::vector<FeatureColumn> &columns, const CyclicPart &part, const TimeAxis &axis, qint64 count)
{
    const FeatureColumn angle = columnOf({}, count, [&](qint64 i) { return 2 * std::numbers::pi * part.place(axis.timeAt(i)); });
    const QString name = QLatin1String(part.name);
    columns.push_back(columnOf(name + QStringLiteral("_sin"), count, [&](qint64 i) { return std::sin(angle.values[size_t(i)]); }));
    columns.push_back(columnOf(name + QStringLiteral("_cos"), count, [&](qint64 i) { return std::cos(angle.values[size_t(i)]); }));
}

/// The days from `first` to before `end`; an hour has the whole day that it is part of.
struct Days {
    qint64 first = 0, end = 0;
};

Days daysOf(const TimeAxis &axis, qint64 index)
{
    const qint64 first = dayOf(axis.timeAt(index));
    return {first, std::max(first + 1, dayOf(axis.timeAt(index + 1)))};
}

/// Days (sorted, each once) that share columns.
struct HolidayGroup {
    QString name;
    std::vector<qint64> days;
};

std::vector<HolidayGroup> groupsOf(const QList<Holiday> &holidays, bool oneColumnPerHoliday)
{
    std::vector<HolidayGroup> groups;
    if (!oneColumnPerHoliday)
        groups.push_back({QStringLiteral("holiday"), {}});
    for (const Holiday &holiday : holidays) {
        const QString &name = oneColumnPerHoliday ? holiday.id : groups.front().name;
        auto group = std::ranges::find(groups, name, &HolidayGroup::name);
        if (group == groups.end())
            group = groups.insert(groups.end(), {name, {}});
        group->days.push_back(dayOf(holiday.date));
    }
    for (HolidayGroup &group : groups) {
        std::ranges::sort(group.days);
        group.days.erase(std::unique(group.days.begin(), group.days.end()), group.days.end());
    }
    return groups;
}

/// Days that lie `distance` before the first day (negative) or after the last of days that follow each other.
std::vector<qint64> daysBeside(const std::vector<qint64> &days, int distance)
{
    std::vector<qint64> beside;
    const int outward = distance < 0 ? -1 : 1;
    for (qint64 day : days)
        if (!std::ranges::binary_search(days, day + outward))
            beside.push_back(day + distance);
    return beside;
}

FeatureColumn daysInSteps(const QString &name, const TimeAxis &axis, qint64 count, const std::vector<qint64> &days)
{
    return columnOf(name, count, [&](qint64 i) {
        const Days step = daysOf(axis, i);
        return double(std::ranges::lower_bound(days, step.end) - std::ranges::lower_bound(days, step.first));
    });
}

} // namespace

QStringList timeParts()
{
    QStringList names;
    for (const CyclicPart &part : cyclicParts)
        names << QLatin1String(part.name);
    return names << QStringLiteral("age") << QStringLiteral("isweekend");
}

std::vector<FeatureColumn> timeEncoding(const TimeAxis &axis, qint64 count, const QStringList &parts)
{
    std::vector<FeatureColumn> columns;
    for (const QString &name : parts) {
        const auto part = std::ranges::find(cyclicParts, name, [](const CyclicPart &one) { return QLatin1String(one.name); });
        if (part != cyclicParts.end() && axis.hasCalendar() && axis.step <= part->coarsest)
            addCyclic(columns, *part, axis, count);
        if (name == u"age")
            columns.push_back(columnOf(name, count, [&](qint64 i) { return double(i) / stepsPerYear(axis.step); }));
        if (name == u"isweekend" && axis.hasCalendar() && axis.step <= Step::Day)
            columns.push_back(columnOf(name, count, [&](qint64 i) { return weekdayOf(dayOf(axis.timeAt(i))) >= 5 ? 1.0 : 0.0; }));
    }
    return columns;
}

std::vector<FeatureColumn> holidayFeatures(const TimeAxis &axis, qint64 count, const QList<Holiday> &holidays, int lead, int lag,
                                           bool oneColumnPerHoliday)
{
    std::vector<FeatureColumn> columns;
    if (!axis.hasCalendar())
        return columns;
    const auto add = [&](const QString &name, const std::vector<qint64> &days) {
        columns.push_back(daysInSteps(name, axis, count, days));
    };
    for (const HolidayGroup &group : groupsOf(holidays, oneColumnPerHoliday)) {
        add(group.name, group.days);
        for (int days = 1; days <= lead; ++days)
            add(QStringLiteral("%1_before_%2").arg(group.name).arg(days), daysBeside(group.days, -days));
        for (int days = 1; days <= lag; ++days)
            add(QStringLiteral("%1_after_%2").arg(group.name).arg(days), daysBeside(group.days, days));
    }
    return columns;
}

FeatureColumn tradingDays(const TimeAxis &axis, qint64 count, const std::array<bool, 7> &closed)
{
    const QString name = QStringLiteral("tradingdays");
    if (!axis.hasCalendar())
        return {name, {}};
    return columnOf(name, count, [&](qint64 i) {
        const Days step = daysOf(axis, i);
        int open = 0;
        for (qint64 day = step.first; day < step.end; ++day)
            open += !closed[size_t(weekdayOf(day))];
        return double(open);
    });
}

} // namespace foretrail
