#pragma once

#include "core/data/Quality.h"

namespace foretrail {

/// severity,finding,series,count,sentence,remedy,step of every finding. Written whole or not at all.
Result<void> writeFindings(const QList<Finding> &findings, const QString &csvPath);

} // namespace foretrail
