#pragma once

#include "core/data/HashSet64.h"
#include "core/data/Workspace.h"
#include "core/data/figures/EventRecord.h"

#include <map>

namespace foretrail {

/// What came into a shop on one day.
struct DayInput {
    qint64 events = 0;
    qint64 shopping = 0;  ///< of them, all but returns and corrections
    qint64 users = 0;     ///< distinct known ones
    qint64 purchases = 0; ///< rows
    double value = 0;     ///< of these, before anything came back
    double purchaseShare() const; ///< of what shoppers did; NaN on days of purchases alone, which say nothing of it
    double purchaseValue() const; ///< of one; NaN without purchases or amounts
};

/// The days of a log, as they are and as a feed adds to them.
class DayInputs {
public:
    /// One pass over the events that have a time. `users`: only theirs; nullptr: everybody's. Cancelled.
    static Result<DayInputs> read(Workspace &workspace, const UserSet *users, JobContext &job);

    void add(DayNumber day, UserId user, EventMeaning meaning, double amount);
    DayInput on(DayNumber day) const;
    const std::map<DayNumber, DayInput> &days() const { return m_days; }
    /// Who came on days before it is told apart no more, which frees memory: late events of theirs count no user.
    void closeBefore(DayNumber day);

private:
    std::map<DayNumber, DayInput> m_days;
    HashSet64 m_seen;       ///< day and user
    DayNumber m_open = std::numeric_limits<DayNumber>::min();
};

} // namespace foretrail
