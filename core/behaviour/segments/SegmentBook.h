#pragma once

#include "core/behaviour/UserProfile.h"
#include "core/behaviour/segments/SegmentJudge.h"
#include "core/behaviour/segments/UserClusters.h"

#include <optional>

namespace foretrail {

/// A segment with the users in it.
struct SegmentInfo {
    QString key;   ///< "rfm:champions", "state:lapsed", "cluster:1", "saved:NAME"
    QString title; ///< for people
    QString words{}; ///< what it means
    SegmentRule rule{};
    std::shared_ptr<const UserSet> users{}; ///< none where the rule cannot be judged
    double value = 0;         ///< net, of its users
    double share = missing;   ///< of the value of all; NaN without amounts
    QString problem{};        ///< why it cannot be judged
    bool isSaved() const { return key.startsWith(QStringLiteral("saved:")); }
    qint64 count() const { return users ? users->count() : 0; }
};

/// All segments of a workspace: those that scores and states make, clusters where they were made, and those that were saved.
struct SegmentBook {
    SharedBasis basis;
    QList<SegmentInfo> segments;
    std::optional<UserClusters> clusters;
    QString note; ///< what is missing and why, in words; may be empty
    const SegmentInfo *find(const QString &key) const;
};

struct SegmentBookRequest {
    std::optional<int> clusters; ///< how many, 0: as many as are proposed; unset: none
    quint64 seed = 1;
};
Result<SegmentBook> segmentBook(Workspace &workspace, const SegmentBookRequest &request, JobContext &job);

/// NotFound, with the segments there are.
Error unknownSegment(const QString &name, const SegmentBook &book);

/// One segment by its rule. A rule that cannot be judged leaves its problem; Cancelled.
Result<SegmentInfo> segmentOf(const QString &key, const QString &title, const SegmentRule &rule, const SegmentBasis &basis, ShopData &data, JobContext &job);

/// What segments are compared by.
struct SegmentSummary {
    qint64 users = 0, orders = 0, events = 0, sessions = 0, robots = 0;
    double value = 0;
    double share = missing;         ///< of the value of all users
    double basket = missing;        ///< value of an order
    double medianRecency = missing; ///< days; of those who bought (visited, where nobody buys)
    double medianOrders = missing, medianValue = missing;
    QList<NamedCount> categories;   ///< the favourite of so many users, most frequent first; at most 3
    QJsonObject toJson() const;
};
Result<SegmentSummary> summaryOf(const SegmentBasis &basis, const UserSet &users, ShopData &data);
/// Everybody, to compare with.
UserSet everybody(const SegmentBasis &basis);

} // namespace foretrail
