#pragma once

#include "core/data/ImportPlan.h"
#include "core/jobs/JobContext.h"

namespace foretrail {

/// The delimiter that the text names itself ("sep=;"), or the one that splits the first rows into the same number of columns,
/// without what may stand above the table. The head is read once.
Result<char> guessDelimiter(const QString &path, const ImportPlan &plan, JobContext &job);

} // namespace foretrail
