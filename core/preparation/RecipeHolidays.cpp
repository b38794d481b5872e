#include "core/preparation/RecipeHolidays.h"

#include "core/preparation/StepRegistry.h"
#include "core/series/NamedDays.h"

#include <QCoreApplication>
#include <QDateTime>

namespace foretrail {
namespace {

struct RecipeHolidaysText { Q_DECLARE_TR_FUNCTIONS(foretrail::CalendarColumns) };

} // namespace

QList<Holiday> listedHolidays(const QString &region, const QStringList &own, const TimeAxis &axis, qint64 count)
{
    const auto yearOf = [](WallMs time) { return QDateTime::fromMSecsSinceEpoch(time, Qt::UTC).date().year(); };
    QList<Holiday> list;
    if (region != u"none") // a year more at either end: leads and lags reach over New Year
        list = holidays(region, yearOf(axis.start) - 1, yearOf(axis.timeAt(count)) + 1);
    for (const QString &range : own) {
        const std::optional<NamedDays> days = namedDaysFrom(range);
        if (!days)
            continue; // a recipe with such a step does not run
        const QString id = days->name.isEmpty() ? QStringLiteral("own") : holidayId(days->name);
        for (QDate day = days->first; day <= days->last; day = day.addDays(1))
            list.append({day, days->name.isEmpty() ? RecipeHolidaysText::tr("Own day") : days->name, id});
    }
    return list;
}

QList<Holiday> holidaysOf(const Recipe &recipe, const TimeAxis &axis, qint64 count)
{
    QList<Holiday> list;
    if (!axis.hasCalendar())
        return list;
    const StepInfo *info = StepRegistry::instance().find(QStringLiteral("holidays"));
    for (const RecipeStep &step : recipe.steps) {
        if (!step.isOn || step.kind != info->kind)
            continue;
        const StepParameters parameters(*info, step.parameters);
        list += listedHolidays(parameters.text("region"), parameters.texts("own"), axis, count);
    }
    return list;
}

} // namespace foretrail
