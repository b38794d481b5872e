#pragma once

#include "core/models/JudgedEpoch.h"
#include "core/neural/interface/RecurrentNetwork.h"

namespace foretrail {

/// How often values fall into equal bins from `low` to `high`; the ends belong to the outer bins.
struct Histogram {
    double low = -1;
    double high = 1;
    std::vector<qint64> counts;
    qint64 total = 0;
    double mean = missing;

    double centre(size_t bin) const { return low + (double(bin) + 0.5) * (high - low) / double(counts.size()); }
};

/// A network after an epoch: how its weights are distributed, and how open its gates were while it read windows.
struct NetworkHistograms {
    struct Layer {
        Histogram input, recurrent, bias; ///< of the weights; bias: both of LibTorch's
        /// In the order of TracedNetwork: i, f, g, o or r, z, n; sigma from 0 to 1, the candidate from -1 to 1. Over all units,
        /// steps and windows.
        std::vector<Histogram> gates;
    };
    Cell cell = Cell::Lstm;
    int epoch = 0;
    std::vector<Layer> layers;
    Histogram head; ///< weights and bias
    int windows = 0; ///< that the gates were looked at in
};

/// Of the weights of an epoch, with the activity of its gates over the windows of its part. Format where they are damaged or do not fit
/// each other, Cancelled.
Result<NetworkHistograms> networkHistograms(const JudgedEpoch &epoch, const JobContext &job);

} // namespace foretrail
