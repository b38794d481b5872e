#pragma once

#include "core/behaviour/segments/SegmentJudge.h"

namespace foretrail {

/// user,first_seen,last_seen,events,orders,value,sessions,recency_days,R,F,M,rfm,state of the users of a segment; times in UTC, "-" is
/// standard output. Whole or not at all. Cancelled.
Result<void> writeSegment(const QString &csvPath, const SegmentBasis &basis, const UserSet &users, ShopData &data, JobContext &job);

} // namespace foretrail
