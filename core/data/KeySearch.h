#pragma once

#include "core/data/sqlite/Connection.h"
#include "core/jobs/JobContext.h"

namespace foretrail {

/// The table of a dimension: user, item, category or session.
std::string tableOfKeys(const QString &dimension);

/// Rows whose key contains the text, whatever the case, ascending; users by the names that people see. Cancelled.
Result<std::vector<qint64>> rowsWithText(Connection &connection, const QString &dimension, const QString &text, JobContext &job);

} // namespace foretrail
