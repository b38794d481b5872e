#pragma once

#include "core/evaluation/Normality.h"

#include <vector>

namespace foretrail {

struct HistogramBin { double from = 0; double to = 0; qint64 count = 0; };

/// What the Residuals tab shows. Missing residuals are left out of all but `values`; where all others are alike there
/// is no autocorrelation (lags 0).
struct ResidualDiagnostics {
    std::vector<double> values;   ///< actual - forecast, NaN where there is no forecast
    double mean = missing;
    double deviation = missing; ///< divided by n - 1
    std::vector<HistogramBin> histogram; ///< Freedman-Diaconis bins, at least 5, at most 60
    std::vector<double> autocorrelation; ///< lags 1..K, divided by n, centred
    double autocorrelationBound = missing; ///< 1.96 / sqrt(n)
    double ljungBox = missing;    ///< Q over lags 1..K
    double ljungBoxP = missing;   ///< chi-squared with K degrees of freedom
    int lags = 0;
    std::vector<double> partialAutocorrelation; ///< lags 1..K, by Durbin and Levinson from `autocorrelation`; the same bound
    JarqueBera normality;
    NormalPlot normalPlot;
};

ResidualDiagnostics diagnoseResiduals(Values actual, Values forecast, int maxLag);

} // namespace foretrail
