#include "core/evaluation/Residuals.h"

#include "core/series/Statistics.h"

#include <boost/math/distributions/chi_squared.hpp>

#include <algorithm>
#include <cmath>

namespace foretrail {
namespace {

constexpr int fewestBins = 5;
constexpr int mostBins = 60;

// Freedman & Diaconis (1981): bins of width 2 IQR / n^(1/3).
int binCount(const std::vector<double> &sorted)
{
    const double width = 2.0 * (sortedQuantile(sorted, 0.75) - sortedQuantile(sorted, 0.25)) / std::cbrt(double(sorted.size()));
    const double range = sorted.back() - sorted.front();
    if (!(width > 0))
        return fewestBins;
    return int(std::clamp(std::ceil(range / width), double(fewestBins), double(mostBins)));
}

std::vector<HistogramBin> histogramOf(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    double low = values.front();
    double range = values.back() - low;
    const int bins = binCount(values);
    if (!(range > 0)) { // all alike: a unit wide, around the one value
        low -= 0.5;
        range = 1.0;
    }
    std::vector<HistogramBin> result(static_cast<size_t>(bins));
    for (int i = 0; i < bins; ++i)
        result[size_t(i)] = {low + range * i / bins, low + range * (i + 1) / bins, 0};
    for (double value : values)
        ++result[size_t(std::clamp(int((value - low) / range * bins), 0, bins - 1))].count;
    return result;
}

std::vector<double> autocorrelations(const std::vector<double> &values, double mean, int lags)
{
    double variance = 0;
    for (double value : values)
        variance += (value - mean) * (value - mean);
    if (!(variance > 0))
        return {};
    std::vector<double> result;
    for (int lag = 1; lag <= lags; ++lag) {
        double sum = 0;
        for (size_t i = size_t(lag); i < values.size(); ++i)
            sum += (values[i] - mean) * (values[i - size_t(lag)] - mean);
        result.push_back(sum / variance);
    }
    return result;
}

/// phi_kk = (r_k - sum phi_{k-1,j} r_{k-j}) / (1 - sum phi_{k-1,j} r_j) (Durbin 1960).
std::vector<double> partialAutocorrelations(const std::vector<double> &r)
{
    std::vector<double> result, phi, before;
    for (size_t k = 1; k <= r.size(); ++k) {
        double above = r[k - 1], below = 1;
        for (size_t j = 1; j < k; ++j) {
            above -= phi[j - 1] * r[k - j - 1];
            below -= phi[j - 1] * r[j - 1];
        }
        if (!(std::abs(below) > 1e-12)) // the lags so far tell everything
            break;
        before = phi;
        phi.push_back(above / below);
        for (size_t j = 1; j < k; ++j)
            phi[j - 1] = before[j - 1] - phi.back() * before[k - j - 1];
        result.push_back(phi.back());
    }
    return result;
}

// Ljung & Box (1978): Q = n (n + 2) sum r_k^2 / (n - k).
void testWhiteness(ResidualDiagnostics &diagnostics, double n)
{
    double sum = 0;
    for (size_t i = 0; i < diagnostics.autocorrelation.size(); ++i)
        sum += diagnostics.autocorrelation[i] * diagnostics.autocorrelation[i] / (n - double(i + 1));
    diagnostics.ljungBox = n * (n + 2.0) * sum;
    const boost::math::chi_squared distribution(double(diagnostics.autocorrelation.size()));
    diagnostics.ljungBoxP = boost::math::cdf(boost::math::complement(distribution, diagnostics.ljungBox));
}

} // namespace

ResidualDiagnostics diagnoseResiduals(Values actual, Values forecast, int maxLag)
{
    ResidualDiagnostics diagnostics;
    std::vector<double> known;
    for (size_t i = 0; i < std::min(actual.size(), forecast.size()); ++i) {
        const double residual = actual[i] - forecast[i];
        diagnostics.values.push_back(std::isfinite(residual) ? residual : missing);
        if (std::isfinite(residual))
            known.push_back(residual);
    }
    if (known.empty())
        return diagnostics;
    const auto n = double(known.size());
    diagnostics.mean = meanOf(known);
    double squared = 0;
    for (double value : known)
        squared += (value - diagnostics.mean) * (value - diagnostics.mean);
    diagnostics.deviation = known.size() > 1 ? std::sqrt(squared / (n - 1.0)) : missing;
    diagnostics.histogram = histogramOf(known);
    diagnostics.autocorrelationBound = 1.96 / std::sqrt(n);
    diagnostics.autocorrelation = autocorrelations(known, diagnostics.mean, std::min(maxLag, int(known.size()) - 1));
    diagnostics.lags = int(diagnostics.autocorrelation.size());
    diagnostics.partialAutocorrelation = partialAutocorrelations(diagnostics.autocorrelation);
    diagnostics.normality = jarqueBera(known);
    diagnostics.normalPlot = normalPlot(known);
    if (diagnostics.lags > 0)
        testWhiteness(diagnostics, n);
    return diagnostics;
}

} // namespace foretrail
