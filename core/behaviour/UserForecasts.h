#pragma once

#include "core/behaviour/UserOutlook.h"

namespace foretrail {

/// What a model of buyers says of one user, as one number each; NaN: cannot be told.
struct UserForecast {
    float active = float(missing);    ///< P(active)
    float purchases = float(missing); ///< purchase days within the horizon
    float value = float(missing);     ///< of them, in money of today
};

/// The same of all users of a workspace, for lists: equal to CustomerOracle::outlook(), without intervals. Shared, never changed.
struct UserForecasts {
    QString model;
    qint64 horizonDays = 0;
    bool hasValues = false;          ///< false: nothing is known of spend
    std::vector<UserForecast> users; ///< by the id of the user
    UserForecast of(UserId user) const { return user.value > 0 && size_t(user.value) < users.size() ? users[size_t(user.value)] : UserForecast(); }
};

/// `customers` with the histories of all users: withHistories(). `workers` threads (0: all cores) say the same. Cancelled.
Result<UserForecasts> userForecasts(const WorkspaceCustomers &customers, int workers, JobContext &job);

} // namespace foretrail
