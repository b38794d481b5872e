#include "core/series/Loess.h"

#include <algorithm>
#include <cmath>

namespace foretrail {
namespace {

// Below and above these shares of the reach a tricube weight is taken as one and as zero, as the published program does.
constexpr double nearShare = 0.001;
constexpr double farShare = 0.999;

double tricube(double distance, double reach)
{
    if (distance <= nearShare * reach)
        return 1.0;
    if (distance > farShare * reach)
        return 0.0;
    const double share = distance / reach;
    const double rest = 1.0 - share * share * share;
    return rest * rest * rest;
}

// Weighted sums over a neighbourhood, with distances counted from the place of the fit.
struct Moments {
    double weight = 0, distance = 0, square = 0; // of 1, d, d^2
    double value = 0, product = 0;               // of y, d y

    // least: the smallest spread of the distances that still carries a slope.
    double fit(int degree, double least) const
    {
        const double mean = value / weight;
        if (degree == 0)
            return mean;
        const double centre = distance / weight;
        const double spread = square / weight - centre * centre;
        if (!(spread > least * least))
            return mean;
        return mean - centre / spread * (product / weight - centre * mean);
    }
};

double leastSpread(qint64 n) { return 0.001 * double(n - 1); }

// Straight lines between the fitted places `step` apart.
void joinFits(std::span<double> smoothed, qint64 from, qint64 to)
{
    const double start = smoothed[size_t(from)];
    const double slope = (smoothed[size_t(to)] - start) / double(to - from);
    for (qint64 i = from + 1; i < to; ++i)
        smoothed[size_t(i)] = start + slope * double(i - from);
}

} // namespace

Loess::Loess(const LoessOptions &options, qint64 longest)
    : m_options(options), m_half(std::max(1, (options.window - 1) / 2))
{
    if (options.window > longest)
        return;
    double sum = 0;
    for (qint64 d = 0; d < m_half; ++d) {
        m_kernel.push_back(tricube(double(d), double(m_half)));
        sum += (d == 0 ? 1 : 2) * m_kernel.back();
    }
    m_weighing = m_kernel;
    for (double &weight : m_weighing)
        weight /= sum;
}

Loess::Stretch Loess::nearest(qint64 n, qint64 place) const
{
    const qint64 width = std::min<qint64>(m_options.window, n);
    const qint64 first = std::clamp<qint64>(place - m_half, 0, n - width);
    return {first, first + width - 1};
}

// Near an end the neighbourhood is lopsided, and its farthest observation sets the reach.
std::optional<double> Loess::fitAside(Values y, Values weights, qint64 place, Stretch stretch) const
{
    const auto n = qint64(y.size());
    const qint64 beyond = std::max<qint64>(0, (m_options.window - n) / 2);
    const double reach = double(std::max(place - stretch.first, stretch.last - place) + beyond);
    Moments sums;
    for (qint64 i = stretch.first; i <= stretch.last; ++i) {
        const auto d = double(i - place);
        double weight = tricube(std::abs(d), reach);
        if (!weights.empty())
            weight *= weights[size_t(i)];
        sums.weight += weight;
        sums.distance += weight * d;
        sums.square += weight * d * d;
        sums.value += weight * y[size_t(i)];
        sums.product += weight * d * y[size_t(i)];
    }
    if (!(sums.weight > 0))
        return std::nullopt;
    return sums.fit(m_options.degree, leastSpread(n));
}

// Without other weights an even neighbourhood has no slope to carry: the line there equals the weighted mean.
double Loess::fitInside(const double *y) const
{
    double value = m_weighing[0] * y[0];
    for (qint64 d = 1; d < m_half; ++d)
        value += m_weighing[size_t(d)] * (y[-d] + y[d]);
    return value;
}

std::optional<double> Loess::fitInside(const double *y, const double *weights, double least) const
{
    Moments sums;
    sums.weight = m_kernel[0] * weights[0];
    sums.value = sums.weight * y[0];
    for (qint64 d = 1; d < m_half; ++d) {
        const double before = m_kernel[size_t(d)] * weights[-d];
        const double after = m_kernel[size_t(d)] * weights[d];
        const auto distance = double(d);
        sums.weight += before + after;
        sums.distance += distance * (after - before);
        sums.square += distance * distance * (after + before);
        sums.value += before * y[-d] + after * y[d];
        sums.product += distance * (after * y[d] - before * y[-d]);
    }
    if (!(sums.weight > 0))
        return std::nullopt;
    return sums.fit(m_options.degree, least);
}

double Loess::fitAt(Values y, Values weights, qint64 place) const
{
    const auto n = qint64(y.size());
    const double own = y[size_t(place)];
    if (m_options.window > n || place < m_half || place + m_half >= n)
        return fitAside(y, weights, place, nearest(n, place)).value_or(own);
    if (weights.empty())
        return fitInside(&y[size_t(place)]);
    return fitInside(&y[size_t(place)], &weights[size_t(place)], leastSpread(n)).value_or(own);
}

void Loess::smooth(Values y, Values weights, std::span<double> smoothed) const
{
    const auto n = qint64(y.size());
    if (n < 2) {
        std::copy(y.begin(), y.end(), smoothed.begin());
        return;
    }
    const qint64 jump = std::clamp<qint64>(m_options.jump, 1, n - 1);
    qint64 fitted = 0;
    smoothed[0] = fitAt(y, weights, 0);
    while (fitted < n - 1) {
        const qint64 next = std::min(fitted + jump, n - 1);
        smoothed[size_t(next)] = fitAt(y, weights, next);
        joinFits(smoothed, fitted, next);
        fitted = next;
    }
}

std::optional<double> Loess::at(Values y, Values weights, qint64 place) const
{
    return fitAside(y, weights, place, nearest(qint64(y.size()), place));
}

std::vector<double> loess(Values y, const LoessOptions &options)
{
    std::vector<double> smoothed(y.size());
    Loess(options).smooth(y, {}, smoothed);
    return smoothed;
}

} // namespace foretrail
