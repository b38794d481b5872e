#pragma once

#include "core/data/Questions.h"
#include "core/data/sqlite/Connection.h"

namespace foretrail {

/// How many events of a key each user has, by user id. NotFound, with the nearest keys named, for one that is not there. Cancelled.
Result<std::vector<quint32>> countEvents(Connection &connection, const EventCountQuery &query, JobContext &job);

} // namespace foretrail
