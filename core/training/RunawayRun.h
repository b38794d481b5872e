#pragma once

#include "core/data/RunStore.h"
#include "core/models/Forecaster.h"

#include <optional>

namespace foretrail {

/// A stored run whose training ran away or came to nothing: it has the weights of its best epoch, and says so.
void keepRunaway(RunSummary &run, const Runaway &runaway);
std::optional<Runaway> runawayOf(const RunSummary &run);

/// "It ran away in epoch 4 at a learning rate of 10: ..., and what to try."
QString runawaySentence(const Runaway &runaway);

} // namespace foretrail
