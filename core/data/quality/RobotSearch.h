#pragma once

#include "core/data/quality/QualityScope.h"

namespace foretrail {

/// A user whose rows no person makes: too many different moments within a minute, or nearly every hour of a day. Lines of
/// one order share their moment and count once.
struct Robot {
    qint64 user = 0;
    qint64 rows = 0;
    qint64 mostInMinute = 0; ///< different moments
    int mostHours = 0;       ///< different hours of one day, on the workspace's calendar
};
inline constexpr qint64 mostMomentsInMinute = 30;
inline constexpr int mostHoursInDay = 19;

/// The busiest first. Walks the index of events by user, so that neither the order of rows in the file nor memory matters.
Result<std::vector<Robot>> findRobots(Connection &connection, const QualityScope &scope, JobContext &job);

} // namespace foretrail
