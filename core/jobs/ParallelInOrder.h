#pragma once

#include "core/jobs/JobContext.h"

namespace foretrail {

/// Puts what was computed where it belongs. Called on the thread that asked, in the order of the indexes.
using OrderedKeep = std::function<Result<void>()>;
/// The part of the work that any thread may do.
using OrderedWork = std::function<Result<OrderedKeep>()>;

/// How many threads `asked` stands for: 0 is one for each core of the machine. At least 1.
int workerCount(int asked);

/// Work on 0 .. count - 1 by `workers` threads, with results as if one had done it after the other: `begin` and what it leads
/// to are asked for on the calling thread in ascending order, so that they may read a database, and only the work between them
/// runs elsewhere. No more than a few indexes a worker are under way at a time, which bounds the memory. With one worker
/// everything runs on the calling thread.
/// The first failure by index, not by time, is the result, whatever the number of workers; nothing behind it is kept. Cancelled
/// where `job` was stopped before everything had begun. Exceptions come out as from the calling thread.
Result<void> parallelInOrder(qint64 count, int workers, JobContext &job, const std::function<Result<OrderedWork>(qint64 index)> &begin);

} // namespace foretrail
