#pragma once

#include "core/data/UserSet.h"
#include "core/jobs/JobContext.h"

namespace foretrail {

/// Who is behind a number; worked out on a job's thread.
using UserQuestion = std::function<Result<UserSet>(JobContext &job)>;

} // namespace foretrail
