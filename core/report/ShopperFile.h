#pragma once

#include "core/behaviour/UserForecasts.h"
#include "core/behaviour/recommend/RecommendItems.h"
#include "core/behaviour/segments/SegmentJudge.h"

namespace foretrail {

/// Users on their way out of the program, with all that is known of each. What is not there has no columns.
struct ShopperFile {
    std::shared_ptr<const QList<UserRow>> users;
    std::vector<int> order;                                 ///< of them, as they are written
    std::shared_ptr<const UserForecasts> forecasts{};       ///< p_active, expected_purchases, expected_value
    SharedBasis basis{};                                    ///< state, silent_days, risk_after_days, lapsed_after_days
    std::shared_ptr<const FittedRecommender> recommender{}; ///< next_1, name_1, why_1 and so on
    /// Of more users nobody reads what to show each, and why costs a look at the model for each.
    static constexpr size_t mostWithNext = 20'000;
    static constexpr int nextItems = 3;
    bool hasNext() const { return recommender && order.size() <= mostWithNext; }
};

/// user,first_seen,last_seen,events,orders,value and what else is there; times in UTC, empty where a user has none. `workers` threads (0: all
/// cores) write the same file. Whole or not at all. Cancelled.
Result<void> writeShoppers(const ShopperFile &file, ShopData &data, const QString &path, int workers, JobContext &job);

} // namespace foretrail
