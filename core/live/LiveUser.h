#pragma once

#include "core/data/figures/UserFigures.h"
#include "core/live/LiveModels.h"

namespace foretrail {

/// The visit that a user is in: what came with no more than the session gap between.
struct LiveVisit {
    UtcMs start = 0, last = 0;
    qint32 events = 0, views = 0, carts = 0, purchases = 0;
    double value = 0;     ///< net sum of amounts
    quint32 lastItem = 0; ///< row of the item; 0: none
};

/// What is known of a user who is about, as of the last event.
struct LiveUser {
    UserId id;
    UserFigures figures;              ///< recency, frequency, value: of all the user's events
    LiveVisit visit;
    double active = missing;          ///< P(active): not gone for good; NaN: cannot be told
    double purchases = missing;       ///< purchase days expected within the horizon of the model
    double intent = missing;          ///< that the running session buys; NaN: it has bought, or cannot be told
    double averagedIntent = missing;  ///< the mean of what stood here before and of `intent`: the simplest way to follow
    std::vector<quint32> next;        ///< items, places in the log of the recommender; the best first
    std::vector<double> scores;       ///< of those; 0: popular of late
    qint32 updates = 0;               ///< since the user came
    double updateMs = 0;              ///< that the last one took
};

} // namespace foretrail
