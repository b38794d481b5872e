#pragma once

#include "core/base/Result.h"
#include "core/behaviour/segments/KMeans.h"
#include "core/data/figures/UserFigures.h"

#include <QJsonObject>
#include <QStringList>

#include <array>

namespace foretrail {

/// What users are alike by: logarithms of one more than days since the last purchase (visit without one), orders, net value, value of an
/// order, sessions, days with a visit, different items, views.
inline constexpr size_t userFeatureCount = 8;
using UserFeatures = std::array<float, userFeatureCount>;
UserFeatures featuresOf(const ShopFigures &figures, const UserFigures &user);
QString featureTitle(size_t feature);

/// Mean and spread of the features of all users but robots; a feature without spread counts as 0.
struct FeatureScale {
    UserFeatures mean{}, spread{};
    UserFeatures apply(const UserFeatures &features) const;
};
FeatureScale featureScaleOf(const ShopFigures &figures);

/// Clusters of users that any user can be put into.
struct ClusterModel {
    FeatureScale scale;
    PointRows centres;

    int k() const { return int(centres.count()); }
    /// The nearest centre, from 0; -1 for a user that is not there.
    int clusterOf(const ShopFigures &figures, const UserFigures &user) const;
    QJsonObject toJson() const;
    static Result<ClusterModel> fromJson(const QJsonObject &json);
};

struct UserClusters {
    struct Cluster {
        qint64 users = 0;
        double value = 0;
        QString words; ///< by what it differs most from everybody
    };
    ClusterModel model;
    QList<Cluster> clusters; ///< the one with the highest value first
    std::map<int, double> silhouettes; ///< by k, where k was to be proposed
    bool isProposed = false;
    qint64 sample = 0; ///< users that the centres were learnt from
    QString words() const; ///< how k came about
    QJsonObject toJson() const;
};

/// k-means on standardised features, learnt from at most 20,000 users drawn by `seed` (robots left out), then all are put to the nearest
/// centre. k 0: the one of 2 to 8 with the highest mean silhouette of 1,000 users. TooShort with fewer users than clusters, Degenerate
/// where all are alike.
Result<UserClusters> userClusters(const ShopFigures &figures, int k, quint64 seed = 1);

} // namespace foretrail
