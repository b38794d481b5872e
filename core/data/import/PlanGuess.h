#pragma once

#include "core/data/ImportPlan.h"
#include "core/data/import/ColumnFacts.h"

namespace foretrail {

/// What the beginning of a file says about how to read it.
struct GuessedPlan {
    ImportPlan plan;
    std::vector<ColumnFacts> facts; ///< by column
};

/// Header, kind, layout, roles, decimal sign and date format, from the sample alone. Encoding, delimiter and the choices
/// that no file tells (zone, start, conflict) come from `base`.
GuessedPlan guessPlan(const SampleRows &sample, const ImportPlan &base);

/// Names of the columns as the header or their number gives them.
QStringList columnNames(const SampleRows &sample, bool hasHeader);

} // namespace foretrail
