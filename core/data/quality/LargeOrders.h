#pragma once

#include "core/base/Calendar.h"

#include <vector>

namespace foretrail {

/// An order line and the line of the same user and item that took it back soon after.
struct CancelledOrder {
    qint64 item = 0;
    double quantity = 0;
    UtcMs ordered = 0;
    UtcMs cancelled = 0;
};

/// Keeps the lines with the largest quantities while rows go by, and finds those that cancel each other within the hour.
class LargeOrders {
public:
    void add(qint64 user, qint64 item, UtcMs time, double quantity)
    {
        const double size = quantity < 0 ? -quantity : quantity;
        if (size >= m_least)
            keep({size, quantity < 0, user, item, time});
    }
    /// The largest of each item, the largest first.
    std::vector<CancelledOrder> cancelled();

private:
    struct Line {
        double size = 0;
        bool isReturn = false;
        qint64 user = 0, item = 0;
        UtcMs time = 0;
    };
    void keep(const Line &line);
    void shrink();

    double m_least = 2; ///< lines below it are not among the largest
    std::vector<Line> m_lines;
};

} // namespace foretrail
