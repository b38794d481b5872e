#pragma once

#include "core/training/TracedNetwork.h"

namespace foretrail {

/// How much each input of each step moved the output away from that of a window in which every input keeps its own mean:
/// integrated gradients (Sundararajan, Taly & Yan 2017). Their sum is the difference of the two outputs (completeness).
struct LagMoves {
    int features = 1;
    std::vector<double> moves;   ///< [step][feature], in the unit of the outputs
    std::vector<double> extras;  ///< of what reaches the head directly
    double output = 0;           ///< of the window
    double baselineOutput = 0;   ///< of the window of means
    int points = 0;              ///< that the integral was taken from

    double difference() const { return output - baselineOutput; }
    double sum() const;
    /// Of all inputs of a step; the last step is lag 1.
    double ofStep(int step) const;
    double of(int step, int feature) const { return moves[size_t(step) * size_t(features) + size_t(feature)]; }
};

/// `baseline`: the same window with what the moves are measured from. The integral is refined until sum and difference agree within
/// 1e-6 of the difference, at most 640 points. Cancelled where the job is stopped.
Result<LagMoves> lagMoves(const TracedNetwork &network, const TracedWindow &window, const TracedWindow &baseline, const JobContext &job);
/// `window`: [steps][features], of a network that sees nothing else; against the mean of each feature. `output`: of the head.
Result<LagMoves> lagMoves(const TracedNetwork &network, std::span<const double> window, const JobContext &job, int output = 0);

} // namespace foretrail
