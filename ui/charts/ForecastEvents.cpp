#include "ui/charts/ForecastEvents.h"

#include "core/preparation/RecipeHolidays.h"
#include "ui/charts/Ticks.h"

#include <algorithm>
#include <cmath>

namespace foretrail {

namespace {

qint64 stepAt(const TimeAxis &axis, WallMs time)
{
    return axis.hasCalendar() ? qint64(std::floor(fractionalIndex(axis, time))) : time - axis.start;
}

QList<Holiday> chosenHolidays(const TimeAxis &axis, qint64 last, const Recipe &recipe, const QString &region)
{
    if (!axis.hasCalendar() || region == u"none")
        return {};
    return region == u"recipe" ? holidaysOf(recipe, axis, last + 1) : listedHolidays(region, {}, axis, last + 1);
}

} // namespace

QList<EventMark> forecastEvents(const TimeAxis &axis, qint64 first, qint64 last, const Recipe &recipe, const QString &region,
                                const QList<Annotation> &notes)
{
    QList<EventMark> events;
    const auto add = [&](const EventMark &event) {
        if (event.index >= first && event.index <= last)
            events += event;
    };
    const WallMs begin = axis.timeAt(first), end = axis.timeAt(last + 1);
    for (const Holiday &holiday : chosenHolidays(axis, last, recipe, region)) {
        const WallMs day = holiday.date.startOfDay(Qt::UTC).toMSecsSinceEpoch();
        if (day >= begin && day < end && !(axis.closed != 0 && axis.isClosed(day)))
            add({stepAt(axis, day), EventKind::Holiday, holiday.name});
    }
    for (const Annotation &note : notes)
        add({stepAt(axis, note.at), EventKind::Note, note.text, note.id});
    std::stable_sort(events.begin(), events.end(), [](const EventMark &a, const EventMark &b) { return a.index < b.index; });
    return events;
}

} // namespace foretrail
