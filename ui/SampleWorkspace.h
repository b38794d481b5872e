#pragma once

#include "core/base/Result.h"
#include "core/jobs/JobContext.h"

namespace foretrail {

/// Where the sample shop of this user lies.
QString sampleWorkspacePath();

/// Makes the sample shop at `path` unless a file is there. Whole or not at all: it is made beside its place and moved
/// when complete. For a job's thread; some seconds.
Result<void> ensureSampleWorkspace(const QString &path, JobContext &job);

} // namespace foretrail
