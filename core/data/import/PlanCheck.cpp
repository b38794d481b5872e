#include "core/data/import/PlanCheck.h"

#include "core/data/FactWriter.h"
#include "core/data/import/HeaderTimes.h"

#include <QCoreApplication>

namespace foretrail {
namespace {

struct PlanCheckText { Q_DECLARE_TR_FUNCTIONS(foretrail::PlanCheck) };

QString repeatedRole(const ImportPlan &plan)
{
    for (const Role role : {Role::Time, Role::Clock, Role::User, Role::Item, Role::ItemName, Role::Kind, Role::Quantity, Role::Price, Role::Amount,
                            Role::Session, Role::Position, Role::Category}) {
        const QList<int> columns = plan.columnsOf(role);
        if (columns.size() > 1)
            return PlanCheckText::tr("%1 and %2 cannot both be the %3 of a row. Choose one of them.")
                .arg(plan.columns[columns[0]].name, plan.columns[columns[1]].name, roleName(role));
    }
    return {};
}

/// Times of day need days.
QString clockBlocker(const ImportPlan &plan)
{
    const int clock = plan.columnOf(Role::Clock);
    if (clock < 0)
        return {};
    const QString &name = plan.columns[clock].name;
    if (plan.columnOf(Role::Time) < 0)
        return PlanCheckText::tr("%1 holds times of day, and no column holds their dates. Choose the one that does as the time.").arg(name);
    if (plan.dateFormat == QStringLiteral("index") || plan.dateFormat == QStringLiteral("order"))
        return PlanCheckText::tr("%1 holds times of day, and %2 holds no dates. Choose a date format, or leave %1 out.")
            .arg(name, plan.columns[plan.columnOf(Role::Time)].name);
    return {};
}

QString timeBlocker(const ImportPlan &plan)
{
    if (plan.dateFormat == QStringLiteral("order") && plan.kind != SourceKind::Series)
        return {};
    if (plan.columnOf(Role::Time) < 0)
        return PlanCheckText::tr("No column says when. Choose the one that holds the time.");
    if (plan.dateFormat.isEmpty())
        return PlanCheckText::tr("How the dates in %1 are written is not known. Choose a date format.")
            .arg(plan.columns[plan.columnOf(Role::Time)].name);
    return {};
}

QString eventBlocker(const ImportPlan &plan)
{
    if (const QString time = timeBlocker(plan); !time.isEmpty())
        return time;
    const auto has = [&plan](Role role) { return plan.columnOf(role) >= 0; };
    if (plan.kind == SourceKind::Sales && !has(Role::Quantity) && !has(Role::Amount))
        return PlanCheckText::tr("Sales need a column that holds the quantity or the amount. Choose one, or import the rows as events.");
    if (plan.kind == SourceKind::Events && !has(Role::User) && !has(Role::Item) && !has(Role::Kind) && !has(Role::Session))
        return PlanCheckText::tr("Events need a column that names the user, the item, the kind or the session. Choose one.");
    QStringList names;
    for (int column : plan.columnsOf(Role::Attribute)) {
        if (names.contains(plan.columns[column].name))
            return PlanCheckText::tr("Two attributes are called %1. Give one of them another name.").arg(plan.columns[column].name);
        names.append(plan.columns[column].name);
    }
    if (names.size() > maxAttributes)
        return PlanCheckText::tr("At most %1 columns can be attributes. Leave out those that you do not need.").arg(maxAttributes);
    return {};
}

/// Under DuplicateRule::KeyColumns.
QString keyBlocker(const ImportPlan &plan)
{
    for (const ColumnPlan &column : plan.columns)
        if (column.isKey)
            return {};
    return plan.duplicates == DuplicateRule::KeyColumns
             ? PlanCheckText::tr("No column tells rows apart. Choose the key columns, or compare whole rows.") : QString();
}

QString attributesBlocker(const ImportPlan &plan)
{
    int keys = 0;
    for (const Role role : {Role::User, Role::Item, Role::Category, Role::Session, Role::Series})
        keys += int(plan.columnsOf(role).size());
    if (keys != 1)
        return PlanCheckText::tr("A table of attributes has one column that names what it describes: the user, item, category, session or "
                        "series. Choose one.");
    if (plan.columnOf(Role::Attribute) < 0)
        return PlanCheckText::tr("No column holds attributes. Choose those that are to be kept.");
    return {};
}

QString seriesBlocker(const ImportPlan &plan)
{
    if (plan.columnOf(Role::Value) < 0)
        return plan.layout == SeriesLayout::Wide
                 ? PlanCheckText::tr("No column holds numbers, which the values of a wide table are. Choose the columns of the values, or the layout "
                            "of one row a value.")
                 : PlanCheckText::tr("No column holds values. Choose the one that holds those of the series.");
    const bool isUndated = plan.layout == SeriesLayout::Wide && plan.columnOf(Role::Time) < 0;
    if (isUndated && headerTimes(plan).empty())
        return plan.start.has_value() == (plan.step != Step::None)
                 ? QString()
                 : PlanCheckText::tr("A start needs a step, and a step needs a start. Give both, or neither for a plain index.");
    if (isUndated)
        return plan.step != Step::None
                 ? QString()
                 : PlanCheckText::tr("The dates of the columns are not one hour, day, week, month, quarter or year apart. Choose a step.");
    if (const QString time = timeBlocker(plan); !time.isEmpty())
        return time;
    if (plan.step == Step::None && plan.dateFormat != QStringLiteral("index"))
        return PlanCheckText::tr("The dates are not one hour, day, week, month, quarter or year apart. Choose a step.");
    return {};
}

} // namespace

QString blockerOf(const ImportPlan &plan)
{
    if (const QString repeated = repeatedRole(plan); !repeated.isEmpty())
        return repeated;
    if (const QString clock = clockBlocker(plan); !clock.isEmpty() && plan.kind != SourceKind::Attributes)
        return clock;
    if (const QString key = keyBlocker(plan); !key.isEmpty() && plan.kind != SourceKind::Series)
        return key;
    switch (plan.kind) {
    case SourceKind::Series: return seriesBlocker(plan);
    case SourceKind::Attributes: return attributesBlocker(plan);
    default: return eventBlocker(plan);
    }
}

} // namespace foretrail
