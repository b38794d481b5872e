#pragma once

#include "core/behaviour/recommend/ItemNetwork.h"
#include "core/behaviour/recommend/ItemSequences.h"

namespace foretrail {

/// Trains a network to tell the next item after every step of the sequences: batches of pieces of equal length (so that none is filled
/// up), the state 0 at the beginning of each, the next item against those of the batch and drawn ones that stand for all others. Of a
/// hundred pieces one is held back: after `patience` epochs without a lower loss there it ends, with the network of the best epoch. The
/// same seed gives the same network on any number of workers. TooShort where no sequence has two steps; Cancelled.
Result<ItemNetwork> trainItemNetwork(const ItemSequences &sequences, const ItemNetworkSettings &settings, quint64 seed, int workers, JobContext &job);

} // namespace foretrail
