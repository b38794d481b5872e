#pragma once

#include "core/models/Forecaster.h"

#include <functional>

namespace foretrail {

/// How much a network over many series counts beside a model of each.
struct NetworkShare {
    double share = 0; ///< of the network, 0 to a half; 0: it would not lower the error enough
    double gain = 0;  ///< by how much this mix lowers the error, a share of it; where there is none the best, negative where any raises it
    int series = 0;   ///< that it was tried on

    /// Below this a mix is not worth a network.
    static constexpr double leastGain = 0.01;
};

/// Tries mixes on some of the panel's series: `trials` are what a network that had not seen them said of the last values of each
/// (GlobalNetwork::trials), a model from `make` forecasts the same. Cancelled.
Result<NetworkShare> networkShare(const std::vector<std::vector<double>> &trials, const std::function<std::unique_ptr<Forecaster>()> &make, const FitOptions &options, JobContext &job);

} // namespace foretrail
