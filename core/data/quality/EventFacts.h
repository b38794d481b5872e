#pragma once

#include "core/data/quality/LargeOrders.h"
#include "core/data/quality/QualityScope.h"
#include "core/data/quality/TradingDays.h"
#include "core/data/quality/UsualRange.h"

#include <limits>
#include <optional>

namespace foretrail {

/// What one pass tells of an item. Times are those that had come when they were imported, of logs with a clock.
struct ItemFacts {
    UtcMs first = std::numeric_limits<UtcMs>::max();
    UtcMs last = std::numeric_limits<UtcMs>::min();
    quint32 rows = 0;
    float largestQuantity = 0;                                ///< without its sign
    float largestPrice = 0;
    float smallestPrice = std::numeric_limits<float>::max();  ///< of those above zero
    bool hasAmount = false;
    bool hasValue = false;                                    ///< an amount that is not zero
    UsualRange quantities{};                                  ///< not known of what is no product
    UsualRange prices{};
    quint32 outliers = 0;                                     ///< rows outside one of them
};

/// What one pass over events tells.
struct EventFacts {
    qint64 rows = 0, users = 0, items = 0;
    std::optional<UtcMs> first, last;          ///< of all rows with a clock
    std::vector<DayRows> days;                 ///< on the workspace's calendar, of those that had come when they were imported
    MainDays mainDays{};                       ///< the days that are no strays
    qint64 strays = 0;                         ///< rows outside them
    UtcMs mainFrom = 0, mainTo = 0;            ///< from the first moment of the first to the first after the last
    qint64 negativeQuantity = 0;
    qint64 negativeAmount = 0;                 ///< with no negative quantity
    double largestQuantity = 0;                ///< without its sign
    qint64 withPrice = 0, zeroPrice = 0;
    qint64 withoutUser = 0, future = 0, returns = 0;
    qint64 nonProductRows = 0;
    double nonProductAmount = 0;
    std::vector<ItemFacts> byItem;             ///< by row id
    std::vector<CancelledOrder> cancelled;     ///< large orders that were taken back within the hour
};

/// The days that hold the log.
inline std::span<const DayRows> daysOf(const EventFacts &facts)
{
    return std::span(facts.days).subspan(facts.mainDays.from, facts.mainDays.to - facts.mainDays.from);
}

/// One row as the pass and the search for outliers read it.
struct EventView {
    qint64 importId = 0;
    UtcMs time = 0;
    qint64 user = 0, item = 0, kind = 0; ///< 0 where there is none
    double quantity = 0, price = 0, amount = 0; ///< NaN where there is none
    static constexpr auto columns = "e.import_id, e.time, e.user_id, e.item_id, e.kind_id, e.quantity, e.price, e.amount";
    static EventView from(const Statement &row);
};

/// Reads the events of the scope once, in the order they are stored.
Result<EventFacts> gatherEvents(Connection &connection, const QualityScope &scope, JobContext &job);

/// Whether the quantity or the price of a row is far from what is usual for its item.
bool isOutlier(const EventFacts &facts, qint64 item, double quantity, double price);

} // namespace foretrail
