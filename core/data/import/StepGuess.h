#pragma once

#include "core/data/ImportPlan.h"
#include "core/data/import/SampleRows.h"

namespace foretrail {

/// The step between the times of series in the sample; None where it cannot be told.
Step guessStep(const SampleRows &sample, const ImportPlan &plan);

/// Whether times, in their order, are each one step behind the one before.
bool hasEvenSteps(const std::vector<WallMs> &times);

} // namespace foretrail
