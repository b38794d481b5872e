#pragma once

#include "core/data/ImportPlan.h"

namespace foretrail {

/// What follows from one choice of a person for the rest of a plan.
namespace PlanChanges {

/// A column gets a meaning; of what only one column can be, the column before stops being.
void setRole(ImportPlan &plan, int column, Role role);
/// A column tells rows apart, or no longer; the rule of duplicates follows.
void setKey(ImportPlan &plan, int column, bool isKey);

} // namespace PlanChanges
} // namespace foretrail
