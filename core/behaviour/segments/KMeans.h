#pragma once

#include <QtGlobal>

#include <span>
#include <vector>

namespace foretrail {

/// Points of `width` numbers, one behind the other.
struct PointRows {
    std::vector<float> values;
    size_t width = 0;
    size_t count() const { return width > 0 ? values.size() / width : 0; }
    std::span<const float> row(size_t i) const { return {values.data() + i * width, width}; }
};

struct KMeansFit {
    PointRows centres;
    std::vector<int> labels; ///< by point: the nearest centre
    double inertia = 0;      ///< sum of the squared distances to them
};

double squaredDistance(std::span<const float> a, std::span<const float> b);

/// The best of `tries` runs of k-means from seeds drawn by k-means++ (Arthur and Vassilvitskii 2007), Lloyd's steps until nothing moves.
/// k at most the number of points. The same seed gives the same clusters.
KMeansFit kMeans(const PointRows &points, int k, quint64 seed, int tries = 5);

/// Mean silhouette (Rousseeuw 1987): (b - a) / max(a, b) by the mean distances to the own cluster and to the nearest other one; 0 for a
/// point that is alone. NaN with fewer than two clusters. Looks at all pairs.
double meanSilhouette(const PointRows &points, const std::vector<int> &labels);

} // namespace foretrail
