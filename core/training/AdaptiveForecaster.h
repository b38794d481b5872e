#pragma once

#include "core/models/Forecaster.h"

namespace foretrail {

/// A model whose intervals follow the data: before each forecast it is asked at the last hundred origins of the history, one step
/// apart, without being fitted again, and each step ahead is asked for at the level that these origins earned (AdaptiveBands).
/// A history that grew since the model was fitted counts, so the intervals of a stored model keep what they promise while events
/// come in. Where there is no room for origins the intervals are those of the model.
std::unique_ptr<Forecaster> withAdaptiveIntervals(std::unique_ptr<Forecaster> model);

} // namespace foretrail
