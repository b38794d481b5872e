#pragma once

#include "core/data/sqlite/Connection.h"

#include <QStringList>

namespace foretrail {

/// At most three keys of `table` that are written nearly like `key`, the nearest first.
QStringList nearestKeys(const Connection &connection, const std::string &table, const QString &key);

/// "There is no user 1785. Near it: 17850, 17851." `what` is "There is no user %1."
Error unknownKey(const Connection &connection, const std::string &table, const QString &what, const QString &key);

} // namespace foretrail
