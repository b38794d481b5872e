#include "core/evaluation/Normality.h"

#include "core/series/Statistics.h"

#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/normal.hpp>

#include <algorithm>
#include <cmath>

namespace foretrail {
namespace {

/// Medians of the order statistics of n uniform values.
std::vector<double> uniformMedians(size_t n)
{
    std::vector<double> medians(n);
    medians.back() = std::pow(0.5, 1.0 / double(n));
    medians.front() = 1 - medians.back();
    for (size_t i = 1; i + 1 < n; ++i)
        medians[i] = (double(i + 1) - 0.3175) / (double(n) + 0.365);
    return medians;
}

void fitLine(NormalPlot &plot)
{
    const double x = meanOf(plot.quantiles), y = meanOf(plot.ordered);
    double along = 0, across = 0;
    for (size_t i = 0; i < plot.ordered.size(); ++i) {
        along += (plot.quantiles[i] - x) * (plot.quantiles[i] - x);
        across += (plot.quantiles[i] - x) * (plot.ordered[i] - y);
    }
    plot.slope = across / along;
    plot.intercept = y - plot.slope * x;
}

} // namespace

JarqueBera jarqueBera(Values values)
{
    JarqueBera test;
    const double mean = meanOf(values), n = double(values.size());
    double second = 0, third = 0, fourth = 0;
    for (const double value : values) {
        const double square = (value - mean) * (value - mean);
        second += square / n;
        third += square * (value - mean) / n;
        fourth += square * square / n;
    }
    if (values.size() < 2 || !(second > 0))
        return test;
    test.skewness = third / std::pow(second, 1.5);
    test.kurtosis = fourth / (second * second);
    test.statistic = n / 6 * (test.skewness * test.skewness + (test.kurtosis - 3) * (test.kurtosis - 3) / 4);
    test.p = boost::math::cdf(boost::math::complement(boost::math::chi_squared(2), test.statistic));
    return test;
}

NormalPlot normalPlot(Values values)
{
    NormalPlot plot;
    if (values.size() < 2)
        return plot;
    const boost::math::normal normal;
    for (const double median : uniformMedians(values.size()))
        plot.quantiles.push_back(boost::math::quantile(normal, median));
    plot.ordered.assign(values.begin(), values.end());
    std::sort(plot.ordered.begin(), plot.ordered.end());
    fitLine(plot);
    return plot;
}

double normalCount(double n, double mean, double deviation, double from, double to)
{
    if (!(deviation > 0))
        return missing;
    const boost::math::normal normal(mean, deviation);
    return n * (boost::math::cdf(normal, to) - boost::math::cdf(normal, from));
}

} // namespace foretrail
