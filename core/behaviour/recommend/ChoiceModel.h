#pragma once

#include "core/jobs/JobContext.h"

#include <span>
#include <vector>

namespace foretrail {

/// One choice among several things, each described by as many numbers: what a conditional logit learns from.
struct ObservedChoice {
    std::vector<float> features; ///< of the things, one behind the other
    size_t chosen = 0;
};

/// Weights w of P(j) = exp(w x_j) / sum_k exp(w x_k) (McFadden 1974) with the largest likelihood, less half the `penalty` times the
/// square of each weight, by Newton's method. `start` is where it begins. Numbers do not depend on the workers. Cancelled.
Result<std::vector<double>> fitChoices(const std::vector<ObservedChoice> &choices, std::vector<double> start, double penalty, int workers,
                                       JobContext &job);

/// The mean of -log P(chosen).
double choiceLoss(const std::vector<ObservedChoice> &choices, std::span<const double> weights);

} // namespace foretrail
