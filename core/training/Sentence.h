#pragma once

#include "core/evaluation/Metrics.h"
#include "core/series/Series.h"

namespace foretrail {

/// How a model did beside its baseline, in words: "12 % closer than repeating last week (WAPE 18.4 % v 20.9 %)". MAE
/// stands in where WAPE has no meaning. Empty without a test part.
QString comparisonSentence(const Metrics &model, const Metrics &baseline, const QString &baselineName, Step step,
                           int season);

} // namespace foretrail
