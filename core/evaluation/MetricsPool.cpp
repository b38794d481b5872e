#include "core/evaluation/MetricsPool.h"

#include <algorithm>
#include <cmath>

namespace foretrail {

void MetricsPool::Mean::add(double value, double by)
{
    if (std::isnan(value))
        return;
    sum += value * by;
    weight += by;
}

void MetricsPool::add(const Metrics &metrics, Values actual)
{
    if (metrics.count == 0)
        return;
    const double count = double(metrics.count);
    double size = 0;
    for (const double value : actual)
        size += std::isnan(value) ? 0.0 : std::abs(value);
    m_count += metrics.count;
    m_size += size;
    m_signed += std::isnan(metrics.bias) ? 0.0 : metrics.bias * size;
    m_absolute.add(metrics.mae, count);
    m_squared.add(metrics.rmse * metrics.rmse, count);
    m_symmetric.add(metrics.smape, count);
    m_coverage80.add(metrics.coverage80, count);
    m_coverage95.add(metrics.coverage95, count);
    m_scaled.add(metrics.mase, 1);
}

Metrics MetricsPool::pooled() const
{
    Metrics metrics;
    metrics.count = m_count;
    metrics.mae = m_absolute.value();
    metrics.rmse = std::sqrt(m_squared.value());
    metrics.smape = m_symmetric.value();
    metrics.mase = m_scaled.value();
    metrics.coverage80 = m_coverage80.value();
    metrics.coverage95 = m_coverage95.value();
    if (m_size > 0) {
        metrics.wape = m_absolute.sum / m_size;
        metrics.bias = m_signed / m_size;
    }
    return metrics;
}

} // namespace foretrail
