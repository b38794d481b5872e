#pragma once

#include "core/evaluation/Metrics.h"
#include "core/training/PreparedSeries.h"

namespace foretrail {

/// Errors of forecasts that a stored network makes inside its validation part, in the unit of the data whatever loss it learnt by: from
/// up to eight origins spread over the part, each as far as the horizon or the end of the part. Nothing of the test part is read.
/// TooShort where the spec has no validation part, Format where the model cannot be restored.
Result<Metrics> validationErrors(const PreparationTask &task, const SavedModel &saved);

} // namespace foretrail
