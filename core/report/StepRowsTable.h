#pragma once

#include "core/data/StepRows.h"

namespace foretrail {

/// All rows behind a step (stepRows), the header first. Path "-" is standard output. Whole or not at all. Cancelled.
Result<void> writeStepRows(Workspace &workspace, const StepQuestion &question, const QString &path, JobContext &job);

} // namespace foretrail
