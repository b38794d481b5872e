#pragma once

#include "core/training/Experiment.h"

namespace foretrail {

/// A range test of learning rates (Smith 2017, "Cyclical learning rates", section 3.3): the network is trained from its first weights
/// while the rate grows by the same factor with each epoch, until the loss runs away.
struct RateSearch {
    struct Trial {
        double rate = 0;
        double loss = 0; ///< of the training part, mean over the epoch
    };
    std::vector<Trial> trials; ///< rates grow
    double suggested = 0;      ///< where the smoothed loss falls fastest on a logarithmic axis of rates; 0: it falls nowhere
};

/// For the first series of spec.query; nothing is stored. TooShort and what else training says; Unsupported for models without
/// epochs; Cancelled.
Result<RateSearch> findLearningRate(Workspace &workspace, TrainingSpec spec, JobContext &job);

/// The rate to suggest from trials: for tests and charts.
double suggestedRate(const std::vector<RateSearch::Trial> &trials);

} // namespace foretrail
