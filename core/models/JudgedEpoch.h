#pragma once

#include "core/series/Series.h"

#include <QByteArray>

#include <memory>

namespace foretrail {

/// The part of a series that a training is judged by, and some of its windows as the network sees them.
struct JudgedPart {
    QString unit;               ///< of the values; may be empty
    TimeAxis axis;              ///< of the first value
    std::vector<double> actual; ///< NaN where missing
    int lookback = 0;           ///< steps of a window
    int features = 0;           ///< values at each step
    std::vector<float> windows; ///< [window][step][feature]
    int entity = 0;             ///< whose embedding a network over many series sees beside them

    int windowCount() const { return lookback * features > 0 ? int(windows.size()) / (lookback * features) : 0; }
};

/// A network after an epoch: what it says of the part that it is judged by, and all its weights. A value that shares what is large.
struct JudgedEpoch {
    int epoch = 0;                   ///< 0: before it has learnt anything
    double trainingLoss = missing;   ///< NaN before the first epoch
    double validationLoss = missing; ///< NaN without a validation part
    bool isBest = false;             ///< of those so far
    std::shared_ptr<const JudgedPart> part;
    std::vector<double> forecast;    ///< one step ahead, for each value of the part; NaN where it has no whole window
    QByteArray weights;              ///< in the format of core/neural/interface/Weights.h
    QByteArray memory;               ///< what else a training depends on that goes on from here (TrainingRun::memory()); empty: not kept
    bool hasMemory = false;          ///< also where a list of epochs was read without it
};

} // namespace foretrail
