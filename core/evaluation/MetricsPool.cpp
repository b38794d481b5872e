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
    m_absolute += metrics.mae * count;
    m_signed += std::isnan(metrics.bias) ? 0.0 : metrics.bias * size;
    m_squared.add(metrics.rmse * metrics.rmse, count);
    m_relative.add(metrics.mape, double(std::count_if(actual.begin(), actual.end(), [](double value) { return !std::isnan(value) && value != 0; })));
    for (size_t i = 0; i < perPoint.size(); ++i)
        m_points[i].add(metrics.*perPoint[i], count);
    for (size_t i = 0; i < perForecast.size(); ++i)
        m_forecasts[i].add(metrics.*perForecast[i], 1);
}

Metrics MetricsPool::pooled() const
{
    Metrics metrics;
    metrics.count = m_count;
    for (size_t i = 0; i < perPoint.size(); ++i)
        metrics.*perPoint[i] = m_points[i].value();
    for (size_t i = 0; i < perForecast.size(); ++i)
        metrics.*perForecast[i] = m_forecasts[i].value();
    metrics.rmse = std::sqrt(m_squared.value());
    metrics.mape = m_relative.value();
    if (m_size > 0) {
        metrics.wape = m_absolute / m_size;
        metrics.bias = m_signed / m_size;
    }
    return metrics;
}

} // namespace foretrail
