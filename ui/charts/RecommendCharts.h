#pragma once

#include "core/behaviour/recommend/Audience.h"
#include "core/behaviour/recommend/RecommendEvaluation.h"
#include "ui/charts/ChartContent.h"

namespace foretrail {

/// Share that responded, by part of the order, with its 95 % interval and the line of picking at random.
ChartContent responseChart(const Audience &audience);
/// Hit rate of each model at one length, popularity among them.
BarContent hitRateBars(const RecommendReport &report, int k);

} // namespace foretrail
