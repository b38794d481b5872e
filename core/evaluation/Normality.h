#pragma once

#include "core/series/Series.h"

#include <vector>

namespace foretrail {

/// Whether values may come from a normal distribution, by skewness and kurtosis (Jarque and Bera 1987). NaN for fewer than two values
/// and where all are alike. The p is of a chi-squared distribution with two degrees of freedom, which small samples reach slowly.
struct JarqueBera {
    double skewness = missing; ///< third central moment over the second to 3/2, divided by n
    double kurtosis = missing; ///< fourth central moment over the squared second: 3 for a normal distribution
    double statistic = missing; ///< n / 6 (skewness^2 + (kurtosis - 3)^2 / 4)
    double p = missing;
};

/// `values`: without missing ones.
JarqueBera jarqueBera(Values values);

/// A plot of ordered values against the quantiles that as many normal values would have (Filliben's estimate of the medians of order
/// statistics, 1975), and the least squares line through it.
struct NormalPlot {
    std::vector<double> quantiles; ///< of the standard normal distribution, ascending
    std::vector<double> ordered;   ///< the values, ascending
    double slope = missing;
    double intercept = missing;
};

/// `values`: without missing ones; empty for fewer than two.
NormalPlot normalPlot(Values values);

/// How many of `n` normal values with this mean and standard deviation lie between the two, on average. NaN without a deviation.
double normalCount(double n, double mean, double deviation, double from, double to);

} // namespace foretrail
