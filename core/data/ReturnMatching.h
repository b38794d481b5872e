#pragma once

#include "core/data/sqlite/Connection.h"

#include <span>

namespace foretrail {

class MoveLog;

/// Finds the sale that each return of these users reverses, and keeps the pairs in reversals. In the order of time every
/// return takes the latest sale before it of the same user and item with the same quantity, or else the smallest that is at
/// least as large; a sale is taken once. What is stored depends on the events of a user alone, not on the order of imports.
/// Users with more than two million rows keep their returns unmatched. Cancelled.
/// `log`, where it is given and whole: of all events that there are, which spares reading them.
Result<void> matchReturns(Connection &connection, std::span<const qint64> users, JobContext &job, MoveLog *log = nullptr);

/// Of the returns of an import, those whose sale is found at present.
qint64 matchedReturns(Connection &connection, qint64 import);

} // namespace foretrail
