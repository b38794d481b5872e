#pragma once

#include "core/base/Ids.h"
#include "core/data/CredibleTimes.h"
#include "core/jobs/JobContext.h"

#include <optional>
#include <vector>

namespace foretrail {

struct PurchaseQuery {
    std::optional<DayNumber> calibrationEnd; ///< the last day that is known; unset: the last day of the data
    qint64 holdoutDays = 0;                  ///< days behind it that are counted apart; fewer where the data ends before
    std::optional<UserId> user{};            ///< nobody else is read; what is said of all users is then said of this one
};

/// When one user bought, days with any number of orders counted once.
struct PurchaseHistory {
    UserId user;
    DayNumber firstDay = 0;
    DayNumber lastDay = 0;   ///< up to the calibration end
    int repeats = 0;         ///< days with a purchase behind the first, up to the calibration end
    int laterDays = 0;       ///< days with a purchase in the holdout
    double firstSpend = 0;   ///< net amount of the first day
    double repeatSpend = 0;  ///< net amount of all repeats

    bool operator==(const PurchaseHistory &) const = default;
};

/// The histories of all users whose first purchase was known at the calibration end, in the order of their ids. Amounts are
/// less what was brought back by then (returns that were matched to a sale).
struct PurchaseHistories {
    std::vector<PurchaseHistory> users;
    DayNumber firstDay = 0; ///< with a purchase
    DayNumber lastDay = 0;  ///< of the data: somebody did something, if only looked
    DayNumber calibrationEnd = 0;
    qint64 holdoutDays = 0; ///< that the data has, at most those asked for
    qint64 laterUsers = 0;  ///< bought first behind the calibration end: not among the users
    DaySpan days;           ///< that the times of the log credibly cover
    qint64 strayRows = 0;   ///< purchases outside of them: left out
    bool hasAmounts = false;
};

} // namespace foretrail
