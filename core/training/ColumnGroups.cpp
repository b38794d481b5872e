#include "core/training/ColumnGroups.h"

#include "core/preparation/StepRegistry.h"
#include "core/preparation/SurroundingsRequest.h"

namespace foretrail {

namespace {

/// The names of columns that steps of these kinds make beside a series.
QSet<QString> columnsOfSteps(const Recipe &recipe, const QStringList &kinds, const PreparedSeries &prepared)
{
    QSet<QString> names;
    for (const RecipeStep &step : recipe.steps) {
        if (!step.isOn || !kinds.contains(step.kind))
            continue;
        Frame probe;
        probe.target = prepared.series();
        probe.fitLength = probe.size();
        probe.ahead = prepared.frame().ahead;
        probe.season = prepared.frame().season;
        if (StepRegistry::instance().make(step)->run(probe, {}))
            for (const FeatureColumn &column : probe.columns)
                names.insert(column.name);
    }
    return names;
}

} // namespace

ColumnGroups::ColumnGroups(const Recipe &recipe, const PreparedSeries &prepared)
    : m_holidays(columnsOfSteps(recipe, {QStringLiteral("holidays")}, prepared)),
      m_calendar(columnsOfSteps(recipe, {QStringLiteral("time-encoding"), QStringLiteral("fourier")}, prepared))
{
    for (const ColumnRequest &request : surroundingsRequest(recipe).columns)
        m_joined.insert(request.name);
}

PartKind ColumnGroups::of(const QString &name) const
{
    if (m_joined.contains(name))
        return PartKind::Column;
    if (m_holidays.contains(name) || name == QStringLiteral("holiday"))
        return PartKind::Holiday;
    return m_calendar.contains(name) ? PartKind::Calendar : PartKind::Column;
}

} // namespace foretrail
