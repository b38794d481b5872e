#pragma once

#include "core/jobs/JobContext.h"
#include "core/preparation/Suggest.h"

namespace foretrail {

/// suggestRecipe() with trials by Theta, a seasonal model that is quick to fit: the error is the WAPE of eight origins before the
/// test part, on the last 2,000 steps at most, against the data before any cleaning. Cancelled.
Result<Suggestion> suggestTriedRecipe(const Series &series, JobContext &job);

} // namespace foretrail
