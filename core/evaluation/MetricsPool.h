#pragma once

#include "core/evaluation/Metrics.h"

#include <array>

namespace foretrail {

/// Gathers the errors of several forecasts into one set of metrics, as if their points were one list: MAE, RMSE, sMAPE, MAPE,
/// coverage and the scores of bands are means over points, WAPE and bias ratios of sums. MASE, RMSSE and MSIS are means over
/// forecasts, each with its own scale, as the M competitions average them. There is no skill without a baseline.
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
    static constexpr std::array perPoint{&Metrics::mae, &Metrics::smape, &Metrics::coverage80, &Metrics::coverage95,
                                         &Metrics::pinball025, &Metrics::pinball10, &Metrics::pinball50, &Metrics::pinball90,
                                         &Metrics::pinball975, &Metrics::crps, &Metrics::winkler80, &Metrics::winkler95};
    static constexpr std::array perForecast{&Metrics::mase, &Metrics::rmsse, &Metrics::msis95};
    std::array<Mean, perPoint.size()> m_points;
    std::array<Mean, perForecast.size()> m_forecasts;
    Mean m_squared, m_relative;
    double m_absolute = 0;
    double m_size = 0;
    double m_signed = 0;
    qint64 m_count = 0;
};

} // namespace foretrail
