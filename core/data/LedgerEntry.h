#pragma once

#include "core/data/FactWriter.h"
#include "core/data/sqlite/Connection.h"

namespace foretrail {

/// A new entry in the ledger, for rows that come now. The id of the import.
qint64 openEntry(Connection &connection, const FactWriterOptions &options);
/// Counts what only the end of an import knows: its group, returns whose sale is found, and where rows took the place of earlier
/// rows of the same import, those that are left.
void completeEntry(Connection &connection, ImportReport &entry, bool isSuperseding);
/// Writes it, with the plan and the content by which the import is known.
void keepEntry(Connection &connection, const ImportReport &entry, const QJsonObject &plan, const QByteArray &sha256);

} // namespace foretrail
