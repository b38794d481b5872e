#pragma once

#include "core/behaviour/segments/LifecycleState.h"
#include "core/behaviour/segments/Rfm.h"
#include "core/behaviour/segments/SegmentRule.h"
#include "core/data/UserSet.h"
#include "core/data/figures/FigureStore.h"

namespace foretrail {

/// What segments are judged by: the figures of all users, their scores and the rule of their states. Shared, never changed.
struct SegmentBasis {
    SharedFigures figures;
    RfmTable rfm;
    LifecycleRule lifecycle;

    LifecycleState stateOf(qint64 user) const;
    /// What is missing in this log and what works all the same, in words; empty where nothing is.
    QString note() const;
};
using SharedBasis = std::shared_ptr<const SegmentBasis>;

SharedBasis basisOf(SharedFigures figures);
/// Counts what is not counted yet. Cancelled.
Result<SharedBasis> segmentBasis(Workspace &workspace, JobContext &job);

/// The number that a condition compares, of one user; NaN where they have none (recency of users without a purchase).
double figureOf(const ShopFigures &figures, const UserFigures &user, const QString &what);

/// Everybody who meets the rule. NotFound for an item, category, kind or attribute that is not there. Cancelled.
Result<UserSet> usersOf(const SegmentRule &rule, const SegmentBasis &basis, ShopData &data, JobContext &job);

} // namespace foretrail
