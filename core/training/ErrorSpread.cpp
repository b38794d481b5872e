#include "core/training/ErrorSpread.h"

#include "core/series/Statistics.h"

#include <algorithm>
#include <cmath>

namespace foretrail {
namespace {

constexpr size_t quantileCount = 201;

// The share-th of `sorted` counted among one more that is not there yet: as wide as what comes next needs on average
// (split conformal prediction); the largest where the share asks for more than was seen.
double conformalQuantile(Values sorted, double share)
{
    const double rank = std::ceil(share * double(sorted.size() + 1));
    return sorted[size_t(std::clamp(rank, 1.0, double(sorted.size()))) - 1];
}

} // namespace

ErrorSpread::ErrorSpread(const std::vector<std::vector<double>> &errors)
{
    for (const std::vector<double> &atStep : errors) {
        if (atStep.empty())
            break;
        double squared = 0;
        for (double error : atStep)
            squared += error * error;
        const double scale = std::sqrt(squared / double(atStep.size()));
        m_scales.push_back(std::max(scale, m_scales.empty() ? 0.0 : m_scales.back()));
    }
    std::vector<double> ratios;
    for (size_t h = 0; h < m_scales.size(); ++h)
        for (double error : errors[h])
            ratios.push_back(m_scales[h] > 0 ? std::abs(error) / m_scales[h] : 0.0);
    if (ratios.empty())
        return;
    std::sort(ratios.begin(), ratios.end());
    for (size_t i = 0; i < quantileCount; ++i)
        m_quantiles.push_back(conformalQuantile(ratios, double(i) / double(quantileCount - 1)));
}

ErrorSpread::ErrorSpread(std::vector<double> scales, std::vector<double> quantiles)
{
    const auto isFine = [](const std::vector<double> &values) {
        return !values.empty() && values.front() >= 0 && std::is_sorted(values.begin(), values.end());
    };
    if (!isFine(scales) || !isFine(quantiles) || quantiles.size() != quantileCount)
        return;
    m_scales = std::move(scales);
    m_quantiles = std::move(quantiles);
}

double ErrorSpread::radius(int h, double level) const
{
    const int measured = int(m_scales.size());
    const double growth = h > measured ? std::sqrt(double(h) / measured) : 1.0;
    return m_scales[size_t(std::min(h, measured)) - 1] * growth * sortedQuantile(m_quantiles, level / 100.0);
}

Forecast ErrorSpread::around(std::vector<double> mean, std::span<const double> levels, bool isNonNegative) const
{
    const double floor = isNonNegative ? 0.0 : -std::numeric_limits<double>::infinity();
    Forecast forecast;
    for (double &value : mean)
        value = std::max(value, floor);
    for (double level : levels) {
        Band band{level, {}, {}};
        for (size_t k = 0; k < mean.size(); ++k) {
            const double reach = radius(int(k) + 1, level);
            band.low.push_back(std::max(mean[k] - reach, floor));
            band.high.push_back(mean[k] + reach);
        }
        forecast.bands.push_back(std::move(band));
    }
    forecast.mean = std::move(mean);
    return forecast;
}

} // namespace foretrail
