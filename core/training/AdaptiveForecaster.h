#pragma once

#include "core/models/Forecaster.h"

namespace foretrail {

/// A model whose intervals follow the data that came in since it was fitted: before each forecast it is asked at the origins behind what
/// it was fitted on, the last hundred at most and one step apart, and each step ahead is asked for at the level that they earned
/// (AdaptiveBands). So the intervals of a stored model keep what they promise while events come in. What it was fitted on says nothing of
/// that: its intervals come from there. Without later observations the intervals are those of the model.
std::unique_ptr<Forecaster> withAdaptiveIntervals(std::unique_ptr<Forecaster> model);

} // namespace foretrail
