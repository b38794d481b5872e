#pragma once

#include "core/training/TrainingSpec.h"

namespace foretrail {

/// What a network and its training are made of, before it starts.
struct NetworkCost {
    qint64 parameters = 0;
    double operationsPerWindow = 0; ///< floating-point operations forward and back
    double operationsPerEpoch = 0;
};

/// Of the networks on one series ("lstm", "gru") that see `features` values at each step, learn from `observations` of it and, where spec.direct, say
/// `horizon` steps at once. A multiplication with an addition counts two; the way back costs twice the way forward.
NetworkCost networkCost(const ModelSpec &spec, int features, qint64 observations, int horizon = 1);

/// Of one of the networks over `series` series ("lstm-global", "gru-global", "hybrid") of some `observations` each, without what stands beside the
/// values.
NetworkCost globalNetworkCost(const ModelSpec &spec, Step step, int horizon, qint64 observations, qint64 series);
/// How many epochs all of its trainings take at most where no season is tried.
int globalEpochs(const GlobalSettings &settings);

/// Values at each step without columns: the value, and sines and cosines of the season.
int usualFeatures(const ModelSpec &spec, Step step);

/// Floating-point operations a second that a training does here, by one that takes some hundredths of a second.
Result<double> measuredPace(JobContext &job);

} // namespace foretrail
