#pragma once

#include "core/neural/interface/RecurrentNetwork.h"

#include <algorithm>
#include <cmath>

namespace foretrail::neural {

/// Whether training can go on: what no float can hold has run away, also where sums are kept in double precision.
inline bool isUsable(const EpochResult &batch) { return std::isfinite(float(batch.loss)) && std::isfinite(float(batch.gradientNorm)); }

/// An epoch over windows in this order, some at a time: `runBatch` takes them and gives their mean loss and the gradient's norm.
/// Diverged where a batch is not usable; Cancelled.
template<class RunBatch>
Result<EpochResult> runInBatches(std::span<const qint64> order, int atOnce, JobContext &job, const RunBatch &runBatch)
{
    EpochResult result;
    qint64 batches = 0;
    for (size_t first = 0; first < order.size(); first += size_t(atOnce), ++batches) {
        if (job.stopRequested())
            return fail(Error::cancelled());
        const std::span<const qint64> rows = order.subspan(first, std::min(size_t(atOnce), order.size() - first));
        const EpochResult batch = runBatch(rows);
        if (!isUsable(batch))
            return fail(ErrorCode::Diverged, QStringLiteral("batch %1").arg(batches));
        result.loss += batch.loss * double(rows.size()) / double(order.size());
        result.gradientNorm += batch.gradientNorm;
    }
    result.gradientNorm /= double(std::max<qint64>(batches, 1));
    return result;
}

} // namespace foretrail::neural
