#pragma once

#include "core/behaviour/intent/IntentExamples.h"

namespace foretrail {

/// How much lower the log loss of one model is than that of another on the same cases, and its standard error by users: the cases of one
/// user are not independent, so that the differences are summed by user first.
struct LossGain {
    double loss = 0;  ///< of the other
    double gain = 0;  ///< mean difference; below 0 where the other is better
    double error = 0; ///< infinite with fewer than two users

    double share() const { return loss > 0 ? gain / loss : 0; }
    /// More than `least` of the loss and more than one standard error: what a model that is harder to understand must gain.
    bool isWorth(double least) const { return gain >= least * loss && gain >= error && gain > 0; }
};

/// A probability, and whether it happened, for each example.
LossGain lossGain(const std::vector<double> &other, const std::vector<double> &one, const std::vector<bool> &happened,
                  const std::vector<IntentExample> &examples);

} // namespace foretrail
