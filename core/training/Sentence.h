#pragma once

#include "core/evaluation/LossComparison.h"
#include "core/evaluation/Metrics.h"

#include <optional>

namespace foretrail {

/// On one fold of one series nothing can be tested: there a difference from the baseline is named, and said to be too little to tell, only
/// where the errors differ by at least this share.
inline constexpr double singleFoldMargin = 0.05;

/// The share by which the model's WAPE is smaller than the baseline's (MAE where that has no meaning); NaN where either is not known,
/// minus infinity where the baseline alone is exact.
double gainOver(const Metrics &model, const Metrics &baseline);

/// How a model did beside its baseline ("mixed": each series beside its own), in words: "12 % closer than repeating last week (WAPE 18.4 % v 20.9 %)". MAE
/// stands in where WAPE has no meaning. Empty without a test part. Where several series or folds were compared, closer and further
/// off are said only of a difference that chance brings about in one of twenty cases at most; the p stands beside the figures.
/// `earlier`: the comparison at other origins that has to confirm a single fold in which the model is closer.
QString comparisonSentence(const Metrics &model, const Metrics &baseline, const QString &baselineName, Step step, int season,
                           const std::optional<LossComparison> &comparison = {}, const std::optional<LossComparison> &earlier = {});

} // namespace foretrail
