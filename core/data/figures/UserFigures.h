#pragma once

#include "core/base/Calendar.h"
#include "core/base/Ids.h"
#include "core/data/PurchaseHistory.h"

#include <QString>

#include <bit>
#include <map>
#include <vector>

namespace foretrail {

/// What a pass over the events of one user leaves. 128 bytes, kept as they are in the workspace.
/// Days are those of the calendar of the workspace; times by a wrong clock and of logs without one count as events only.
struct UserFigures {
    UtcMs firstSeen = 0, lastSeen = 0;
    double value = 0;             ///< net sum of amounts
    qint32 firstDay = 0, lastDay = 0, lastGap = 0;    ///< with a purchase; the gap is the one between the last two of them
    qint32 firstVisit = 0, lastVisit = 0, visitGap = 0; ///< the same of days with any event
    quint32 events = 0;           ///< 0: there is no such user
    quint32 orders = 0;           ///< distinct sessions with a purchase, and purchases without a session
    quint32 sessions = 0;         ///< by the log's own ids; events without one by gaps of 30 minutes
    quint32 purchaseDays = 0;     ///< 0: the days above mean nothing
    quint32 activeDays = 0;       ///< 0: the visits above mean nothing, nor do the times
    quint32 purchases = 0, views = 0, carts = 0, favourites = 0, returns = 0; ///< rows by meaning of their kind
    quint32 items = 0;            ///< distinct
    quint32 item = 0, category = 0; ///< rows of those bought most, of those met most where nothing was bought; 0: none
    quint32 hours = 0;            ///< a bit for each hour of the day with an event
    float sessionMinutes = 0;     ///< mean length of the sessions that have times
    quint8 weekdays = 0;          ///< a bit for each weekday, Monday the lowest
    quint8 isRobot = 0;           ///< no person makes such rows: core/data/quality/RobotSearch
    quint16 strayEvents = 0;      ///< by a wrong clock, at most 65,535
    quint32 spare[4] = {0, 0, 0, 0};

    bool exists() const { return events > 0; }
    bool operator==(const UserFigures &) const = default;
};
static_assert(sizeof(UserFigures) == 128 && std::endian::native == std::endian::little);

inline constexpr qint64 usualSessionGapMs = 30 * 60'000;

struct FigureOptions {
    int workers = 0;                ///< threads; 0: all cores. The figures do not depend on it
    qint64 sessionGapMs = usualSessionGapMs;
    size_t bytes = size_t(1) << 30; ///< of events in memory; more of them are read in several passes
};

/// The gaps in days and how often each came.
using GapCounts = std::map<qint32, qint64>;

/// The figures of all users of a workspace, and what judges one of them needs of all. Shared, never changed.
struct ShopFigures {
    std::vector<UserFigures> users; ///< by the id of the user
    GapCounts purchaseGaps, visitGaps;
    DayNumber firstDay = 0, lastDay = 0; ///< of the data, without what lies far off by a wrong clock
    qint64 strayEvents = 0;  ///< events far off all others: their times are left out
    bool hasClock = true;    ///< false: no event has a time
    bool hasPurchases = false;
    bool hasAmounts = false;
    qint64 count = 0;        ///< users that exist
    qint64 redone = 0;       ///< users whose figures were counted now, not read

    const UserFigures &of(UserId user) const { return users[size_t(user.value)]; }
    bool has(UserId user) const { return user.value > 0 && size_t(user.value) < users.size() && of(user).exists(); }
};

} // namespace foretrail
