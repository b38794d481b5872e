#pragma once

#include "core/data/ImportPlan.h"
#include "core/data/import/ColumnFacts.h"

namespace foretrail {

/// Decimal sign, sign between groups, currency and words for "no value" into a plan, from what its columns hold.
void guessNumbers(ImportPlan &plan, const std::vector<ColumnFacts> &facts);

/// How numbers are read where a person might read them otherwise: currencies, percents, 1.234, ids that lost digits.
QStringList numberNotes(const ImportPlan &plan, const std::vector<ColumnFacts> &facts);

} // namespace foretrail
