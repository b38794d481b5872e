#pragma once

#include "core/data/sample/SampleRandom.h"
#include "core/data/sample/SampleTruth.h"

namespace foretrail {

/// What is decided before the first customer comes: items, prices, promotions, stock-outs, holidays. Users are drawn
/// while the shop runs.
SampleTruth planSampleShop(const SampleSettings &settings, SampleRandom &random);

} // namespace foretrail
