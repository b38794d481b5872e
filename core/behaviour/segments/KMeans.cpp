#include "core/behaviour/segments/KMeans.h"

#include "core/series/Series.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

namespace foretrail {
namespace {

constexpr int mostLloydSteps = 100;

/// In [0, 1), the same everywhere, unlike the distributions of the standard library.
double uniform(std::mt19937_64 &random) { return double(random() >> 11) * 0x1.0p-53; }

/// The nearest centre and its squared distance.
std::pair<int, double> nearest(const PointRows &centres, std::span<const float> point)
{
    std::pair<int, double> best{0, std::numeric_limits<double>::max()};
    for (size_t centre = 0; centre < centres.count(); ++centre)
        if (const double distance = squaredDistance(centres.row(centre), point); distance < best.second)
            best = {int(centre), distance};
    return best;
}

void addCentre(PointRows &centres, std::span<const float> point) { centres.values.insert(centres.values.end(), point.begin(), point.end()); }

/// Each next centre is a point drawn by its squared distance to those that are there.
PointRows seeded(const PointRows &points, int k, std::mt19937_64 &random)
{
    PointRows centres{{}, points.width};
    addCentre(centres, points.row(size_t(uniform(random) * double(points.count()))));
    std::vector<double> distances(points.count(), std::numeric_limits<double>::max());
    while (int(centres.count()) < k) {
        double sum = 0;
        for (size_t i = 0; i < points.count(); ++i)
            sum += distances[i] = std::min(distances[i], squaredDistance(points.row(i), centres.row(centres.count() - 1)));
        double left = uniform(random) * sum;
        size_t chosen = 0;
        while (chosen + 1 < points.count() && (left -= distances[chosen]) >= 0)
            ++chosen;
        addCentre(centres, points.row(chosen));
    }
    return centres;
}

/// An empty cluster keeps its centre.
void moveCentres(const PointRows &points, KMeansFit &fit)
{
    std::vector<double> sums(fit.centres.values.size());
    std::vector<qint64> counts(fit.centres.count());
    for (size_t i = 0; i < points.count(); ++i) {
        const auto label = size_t(fit.labels[i]);
        ++counts[label];
        for (size_t column = 0; column < points.width; ++column)
            sums[label * points.width + column] += double(points.row(i)[column]);
    }
    for (size_t i = 0; i < sums.size(); ++i)
        if (counts[i / points.width] > 0)
            fit.centres.values[i] = float(sums[i] / double(counts[i / points.width]));
}

KMeansFit oneRun(const PointRows &points, int k, std::mt19937_64 &random)
{
    KMeansFit fit{seeded(points, k, random), std::vector<int>(points.count(), -1), 0};
    for (int step = 0; step < mostLloydSteps; ++step) {
        bool hasMoved = false;
        fit.inertia = 0;
        for (size_t i = 0; i < points.count(); ++i) {
            const auto [label, distance] = nearest(fit.centres, points.row(i));
            hasMoved = hasMoved || label != fit.labels[i];
            fit.labels[i] = label;
            fit.inertia += distance;
        }
        if (!hasMoved)
            break;
        moveCentres(points, fit);
    }
    return fit;
}

} // namespace

double squaredDistance(std::span<const float> a, std::span<const float> b)
{
    double sum = 0;
    for (size_t i = 0; i < a.size(); ++i)
        sum += (double(a[i]) - double(b[i])) * (double(a[i]) - double(b[i]));
    return sum;
}

KMeansFit kMeans(const PointRows &points, int k, quint64 seed, int tries)
{
    if (points.count() == 0)
        return {};
    k = std::clamp(k, 1, int(points.count()));
    std::mt19937_64 random(seed);
    KMeansFit best = oneRun(points, k, random);
    for (int next = 1; next < tries; ++next)
        if (KMeansFit fit = oneRun(points, k, random); fit.inertia < best.inertia)
            best = std::move(fit);
    return best;
}

double meanSilhouette(const PointRows &points, const std::vector<int> &labels)
{
    const int clusters = labels.empty() ? 0 : *std::ranges::max_element(labels) + 1;
    std::vector<qint64> sizes(size_t(std::max(clusters, 0)));
    for (const int label : labels)
        ++sizes[size_t(label)];
    if (std::ranges::count_if(sizes, [](qint64 size) { return size > 0; }) < 2)
        return missing;
    double total = 0;
    std::vector<double> sums(sizes.size());
    for (size_t i = 0; i < points.count(); ++i) {
        std::ranges::fill(sums, 0.0);
        for (size_t j = 0; j < points.count(); ++j)
            sums[size_t(labels[j])] += std::sqrt(squaredDistance(points.row(i), points.row(j)));
        const auto own = size_t(labels[i]);
        if (sizes[own] < 2)
            continue;
        const double inside = sums[own] / double(sizes[own] - 1);
        double outside = std::numeric_limits<double>::max();
        for (size_t other = 0; other < sums.size(); ++other)
            if (other != own && sizes[other] > 0)
                outside = std::min(outside, sums[other] / double(sizes[other]));
        if (std::max(inside, outside) > 0)
            total += (outside - inside) / std::max(inside, outside);
    }
    return total / double(points.count());
}

} // namespace foretrail
