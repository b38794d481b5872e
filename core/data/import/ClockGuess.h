#pragma once

#include "core/data/ImportPlan.h"
#include "core/data/import/ColumnFacts.h"

namespace foretrail {

/// Whether a column holds times of day and nothing else, so that it cannot say the day.
bool holdsClocks(const SampleRows &sample, size_t column, size_t first);

/// The column that says the time of day of a plan's dates: called so, or beside them and holding nothing else. -1 where
/// there is none, or where the dates have times of day themselves.
int clockColumnOf(const SampleRows &sample, const ImportPlan &plan, const std::vector<ColumnFacts> &facts);

} // namespace foretrail
