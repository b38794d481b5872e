#pragma once

#include "core/data/Workspace.h"

namespace foretrail {

/// line,column,value,reason of every rejected row of these imports, one after another. Written whole or not at all.
Result<void> writeRejects(Workspace &workspace, const QList<qint64> &importIds, const QString &csvPath);

} // namespace foretrail
