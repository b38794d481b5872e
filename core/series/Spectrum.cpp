#include "core/series/Spectrum.h"

#include "core/series/FastFourier.h"
#include "core/series/Gaps.h"
#include "core/series/Statistics.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace foretrail {
namespace {

void removeLine(std::vector<double> &values, bool withSlope)
{
    const double mean = meanOf(values);
    const double middle = double(values.size() - 1) / 2.0;
    double product = 0, squares = 0;
    for (size_t t = 0; t < values.size(); ++t) {
        product += (double(t) - middle) * (values[t] - mean);
        squares += (double(t) - middle) * (double(t) - middle);
    }
    const double slope = withSlope && squares > 0 ? product / squares : 0.0;
    for (size_t t = 0; t < values.size(); ++t)
        values[t] -= mean + slope * (double(t) - middle);
}

} // namespace

Spectrum periodogram(Values values, bool detrend)
{
    auto filled = filledLinearly(values);
    if (!filled || values.size() < 3)
        return {};
    removeLine(*filled, detrend);
    const auto transformed = fastFourier(*filled);
    const auto n = double(values.size());
    Spectrum spectrum;
    for (size_t k = 1; k <= values.size() / 2; ++k) {
        const double sides = 2 * k == values.size() ? 1 : 2; // a frequency and its mirror image
        spectrum.frequency.push_back(double(k) / n);
        spectrum.power.push_back(sides * std::norm(transformed[k]) / (n * n));
    }
    return spectrum;
}

std::vector<double> withoutLine(Values values)
{
    std::vector<double> rest(values.begin(), values.end());
    removeLine(rest, true);
    return rest;
}

std::vector<SpectrumPeak> strongestPeaks(const Spectrum &spectrum, int most)
{
    const std::vector<double> &power = spectrum.power;
    const double sum = std::accumulate(power.begin(), power.end(), 0.0);
    std::vector<SpectrumPeak> peaks;
    for (size_t i = 0; i < power.size(); ++i) {
        const bool isRising = i == 0 || power[i] > power[i - 1];
        const bool isFalling = i + 1 == power.size() || power[i] >= power[i + 1];
        if (isRising && isFalling && power[i] > 0)
            peaks.push_back({1.0 / spectrum.frequency[i], power[i], power[i] / sum});
    }
    std::stable_sort(peaks.begin(), peaks.end(), [](const auto &a, const auto &b) { return a.power > b.power; });
    peaks.resize(std::min(peaks.size(), size_t(std::max(most, 0))));
    return peaks;
}

double fisherG(Values power)
{
    const double sum = std::accumulate(power.begin(), power.end(), 0.0);
    if (power.size() < 2 || !(sum > 0))
        return 1.0;
    const double share = *std::max_element(power.begin(), power.end()) / sum;
    const auto count = double(power.size());
    // The sum of (-1)^(j-1) C(count, j) (1 - j share)^(count - 1). Its first term is a bound that beyond 20 only says "1",
    // where the later ones would cancel each other without a digit left.
    if (std::log(count) + (count - 1) * std::log1p(-std::min(share, 1.0)) > std::log(20.0))
        return 1.0;
    double probability = 0, choices = 0, sign = 1; // choices: the logarithm of C(count, j)
    for (double j = 1; j <= count && j * share < 1; ++j, sign = -sign) {
        choices += std::log((count - j + 1) / j);
        probability += sign * std::exp(choices + (count - 1) * std::log1p(-j * share));
    }
    return std::clamp(probability, 0.0, 1.0);
}

} // namespace foretrail
