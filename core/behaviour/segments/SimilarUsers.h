#pragma once

#include "core/behaviour/segments/UserClusters.h"
#include "core/data/Questions.h"
#include "core/data/figures/FigureStore.h"

namespace foretrail {

struct SimilarUser {
    UserId user;
    QString key{};
    double similarity = 0; ///< 0 to 1
    qint64 sharedItems = 0;
    QString why{}; ///< in words
};

/// Who is like a user: of the 60 that are nearest by the standardised features of clusters, those first whose mean of 1 / (1 + distance)
/// and of the share of items in common (Jaccard) is largest. Made once for all users of a workspace; any thread may ask.
class SimilarUsers {
public:
    explicit SimilarUsers(SharedFigures figures);
    /// At most `most`. Empty for a user that is not there. Cancelled.
    Result<QList<SimilarUser>> of(UserId user, ShopData &data, int most, JobContext &job) const;

private:
    std::vector<std::pair<double, qint64>> nearest(UserId user) const;
    QString why(qint64 user, qint64 other, qint64 sharedItems) const;

    SharedFigures m_figures;
    std::vector<UserFeatures> m_features; ///< by the id of the user, standardised
};

} // namespace foretrail
