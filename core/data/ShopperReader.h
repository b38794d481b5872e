#pragma once

#include "core/data/ShopperLog.h"
#include "core/data/sqlite/Connection.h"

namespace foretrail {

/// Reads the log once, in the order it was stored, and puts it together by user. InvalidInput where events have no time, NotFound
/// where no event names a user, Cancelled.
Result<ShopperLog> readShoppers(Connection &connection, JobContext &job);

} // namespace foretrail
