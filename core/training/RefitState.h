#pragma once

#include "core/models/Forecaster.h"

#include <optional>

namespace foretrail {

/// A training whose model has learnt without the test part and learns again from everything, for the future: the model that judged the
/// test part, the state that the second learning goes on from, and how many epochs its trainings have at most (0: as many as the
/// settings say).
struct RefitState {
    SavedModel judging;
    QByteArray learning;
    int mostEpochs = 0;

    QByteArray toBytes() const;
    /// None where it is another state.
    static std::optional<RefitState> fromBytes(const QByteArray &bytes);
};

} // namespace foretrail
