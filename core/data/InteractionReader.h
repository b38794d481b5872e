#pragma once

#include "core/data/InteractionLog.h"
#include "core/data/sqlite/Connection.h"

namespace foretrail {

/// Reads the log once, in the order it was stored. Cancelled.
Result<InteractionLog> readInteractions(Connection &connection, JobContext &job);

} // namespace foretrail
