#include "ui/models/PlanChanges.h"

#include <algorithm>

namespace foretrail::PlanChanges {

namespace {

bool mayRepeat(Role role)
{
    return role == Role::Ignore || role == Role::Attribute || role == Role::Value || role == Role::Series;
}

} // namespace

void setRole(ImportPlan &plan, int column, Role role)
{
    if (column < 0 || column >= plan.columns.size())
        return;
    if (!mayRepeat(role)) {
        for (ColumnPlan &other : plan.columns)
            if (other.role == role)
                other.role = Role::Ignore;
    }
    plan.columns[column].role = role;
}

void setKey(ImportPlan &plan, int column, bool isKey)
{
    if (column < 0 || column >= plan.columns.size())
        return;
    plan.columns[column].isKey = isKey;
    const bool hasKeys = std::any_of(plan.columns.cbegin(), plan.columns.cend(), [](const ColumnPlan &one) { return one.isKey; });
    if (hasKeys)
        plan.duplicates = DuplicateRule::KeyColumns;
    else if (plan.duplicates == DuplicateRule::KeyColumns)
        plan.duplicates = DuplicateRule::WholeRow;
}

} // namespace foretrail::PlanChanges
