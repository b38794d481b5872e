#pragma once

#include "core/data/sqlite/Connection.h"

#include <QJsonObject>

namespace foretrail {

/// Imports that count and told the rows of a log apart by other columns than `plan` (ImportPlan::toJson) does: rows that they
/// hold are not recognised as the same. A sentence for the ledger, empty where there are none.
QString otherRulesNote(Connection &connection, qint64 import, const QJsonObject &plan);

} // namespace foretrail
