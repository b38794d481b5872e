#pragma once

#include "core/data/HashSet64.h"
#include "core/data/sqlite/Connection.h"

#include <span>

namespace foretrail {

/// Finds the sale that each return of these users reverses, and keeps the pairs in reversals. In the order of time every
/// return takes the latest sale before it of the same user and item with the same quantity, or else the smallest that is at
/// least as large; a sale is taken once. What is stored depends on the events of a user alone, not on the order of imports.
/// Users with more than two million rows keep their returns unmatched. Cancelled.
/// `pairs`, where it is given: returnPair() of all returns of these users, which spares a reading of all events.
Result<void> matchReturns(Connection &connection, std::span<const qint64> users, JobContext &job, const HashSet64 *pairs = nullptr);

inline quint64 returnPair(qint64 user, qint64 item) { return (quint64(user) << 32) ^ quint64(item); }
/// More returns than this are matched in parts.
inline constexpr size_t returnsAtOnce = 500'000;
/// Of the returns of an import, those whose sale is found at present.
qint64 matchedReturns(Connection &connection, qint64 import);

} // namespace foretrail
