#pragma once

#include "core/jobs/JobContext.h"
#include "core/models/Panel.h"

#include <QJsonObject>

namespace foretrail {

/// Pooled autoregressions that a network over many series learns to correct (METHODS section 6, "AR + LSTM residual"). What they miss
/// of a series is to be out of sample, so each series has the one that was fitted without its block; a series alone has that of its
/// first half.
class CrossFit {
public:
    /// Of `series` without their last `cut` values. Cancelled.
    static Result<CrossFit> of(const std::vector<Series> &series, const ModelSpec &spec, int horizon, int cut, JobContext &job);

    const std::shared_ptr<const PooledFit> &whole() const { return m_whole; } ///< of all series
    const std::shared_ptr<const PooledFit> &without(size_t series) const { return m_blocks[m_blockOf[series]]; }

private:
    std::shared_ptr<const PooledFit> m_whole;
    std::vector<std::shared_ptr<const PooledFit>> m_blocks;
    std::vector<size_t> m_blockOf; ///< by series
};

/// The `horizon` values behind the first `origin` of a series by an autoregression of one step, forecasts standing for values; before the
/// beginning of the series its first value.
std::vector<double> pooledAhead(const PooledFit &fit, Values series, int origin, int horizon);

QJsonObject pooledFitJson(const PooledFit &fit);
/// Of one step ahead; nullptr where it is damaged.
std::shared_ptr<const PooledFit> pooledFitFrom(const QJsonObject &json);

} // namespace foretrail
