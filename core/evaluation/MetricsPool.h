#pragma once

#include "core/evaluation/Metrics.h"

namespace foretrail {

/// Gathers the errors of several forecasts into one set of metrics, as if their points were one list: MAE, RMSE, sMAPE
/// and coverage are means over points, WAPE and bias ratios of sums. MASE is the mean over forecasts, each with its own
/// scale, as the M4 competition averages it.
class MetricsPool {
public:
    /// `actual` are the observations that `metrics` were computed from, in the same unit.
    void add(const Metrics &metrics, Values actual);
    Metrics pooled() const;

private:
    struct Mean {
        double sum = 0;
        double weight = 0;
        void add(double value, double by);
        double value() const { return weight > 0 ? sum / weight : missing; }
    };
    Mean m_absolute, m_squared, m_symmetric, m_scaled, m_coverage80, m_coverage95;
    double m_size = 0;
    double m_signed = 0;
    qint64 m_count = 0;
};

} // namespace foretrail
