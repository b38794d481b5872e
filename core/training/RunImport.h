#pragma once

#include "core/training/Experiment.h"

namespace foretrail {

/// Adds the run in a file to the workspace once its model was restored from it. What loadRunFile() and RunStore::add() say; Format,
/// with the file's name and what is wrong, where its settings, its numbers or its weights do not fit each other.
Result<RunId> importRun(Workspace &workspace, const QString &path, JobContext &job);

/// Whether a run can be opened: its settings and its outcome can be read, and its model be restored.
Result<void> checkRun(const RunRecord &run);

} // namespace foretrail
