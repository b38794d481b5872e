#include "core/behaviour/UserActivity.h"

#include <QTimeZone>

#include <algorithm>
#include <cmath>

namespace foretrail {
namespace {

constexpr double daysForWeeks = 182; ///< from half a year on activity is counted by the week

/// The steps from the first to the last event of the data.
class ActivitySteps {
public:
    explicit ActivitySteps(const DataSummary &summary) : m_clock(QTimeZone(summary.timeZone.toLatin1()))
    {
        if (!summary.firstEvent || !summary.lastEvent)
            return;
        m_first = *summary.firstEvent;
        m_last = *summary.lastEvent;
        m_axis.step = double(m_last - m_first) / double(dayMs) >= daysForWeeks ? Step::Week : Step::Day;
        m_axis.start = floorToStep(m_clock.toWall(m_first), m_axis.step);
        m_count = stepsBetween(m_axis.start, floorToStep(m_clock.toWall(m_last), m_axis.step), m_axis.step) + 1;
    }
    Series zeros(const QString &unit) const
    {
        Series series;
        series.key = series.name = QStringLiteral("total");
        series.unit = unit;
        series.axis = m_axis;
        series.values.assign(size_t(m_count), 0.0);
        return series;
    }
    /// -1 beside all steps.
    qint64 stepOf(UtcMs time)
    {
        if (m_count == 0 || time < m_first || time > m_last)
            return -1;
        return stepsBetween(m_axis.start, floorToStep(m_clock.toWall(time), m_axis.step), m_axis.step);
    }

private:
    ZoneClock m_clock;
    TimeAxis m_axis;
    UtcMs m_first = 0, m_last = 0;
    qint64 m_count = 0;
};

} // namespace

WeekClock weekClock(const std::vector<UtcMs> &times, const QString &timeZone)
{
    ZoneClock clock{QTimeZone(timeZone.toLatin1())};
    WeekClock counts{};
    for (const UtcMs time : times) {
        const WallMs wall = clock.toWall(time);
        const DayNumber day = floorToStep(wall, Step::Day) / dayMs;
        ++counts[size_t(((day + 3) % 7 + 7) % 7)][size_t((wall - day * dayMs) / hourMs)];
    }
    return counts;
}

Series activityOf(const std::vector<UtcMs> &times, const DataSummary &summary)
{
    ActivitySteps steps(summary);
    Series series = steps.zeros({});
    for (const UtcMs time : times)
        if (const qint64 step = steps.stepOf(time); step >= 0)
            series.values[size_t(step)] += 1;
    return series;
}

Series spendOf(const QList<UserEvent> &events, bool isShortened, const DataSummary &summary)
{
    ActivitySteps steps(summary);
    Series series = steps.zeros(summary.currency);
    for (const UserEvent &event : events)
        if (const qint64 step = steps.stepOf(event.time); step >= 0 && !std::isnan(event.amount))
            series.values[size_t(step)] += event.amount;
    if (!isShortened)
        return series;
    const qint64 whole = events.isEmpty() ? series.size() : std::clamp<qint64>(steps.stepOf(events.front().time) + 1, 0, series.size());
    series.values.erase(series.values.begin(), series.values.begin() + std::ptrdiff_t(whole));
    series.axis.start = addSteps(series.axis.start, series.axis.step, whole);
    return series;
}

} // namespace foretrail
