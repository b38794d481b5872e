#pragma once

#include "core/base/Result.h"
#include "core/jobs/JobContext.h"

namespace foretrail {

/// What is made on the first wish, in the user's data folder.
enum class SampleKind {
    Shop,
    TeachingSeries ///< series whose rules are known, to show what models can and cannot learn
};

/// Where that of this user lies.
QString sampleWorkspacePath(SampleKind kind = SampleKind::Shop);

/// Makes it at `path` unless a file is there. Whole or not at all: it is made beside its place and moved when complete. For a
/// job's thread; some seconds.
Result<void> ensureSampleWorkspace(const QString &path, JobContext &job, SampleKind kind = SampleKind::Shop);

} // namespace foretrail
