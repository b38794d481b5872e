#pragma once

#include "core/training/ExplainedForecast.h"

namespace foretrail {

/// ExplainedForecast::sentence.
QString partSentence(const ExplainedForecast &explained, int step);

/// As many decimals as its size makes sense of: "1,310", "31.4", "0.12".
QString partNumber(double value);

} // namespace foretrail
