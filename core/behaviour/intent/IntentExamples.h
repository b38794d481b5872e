#pragma once

#include "core/behaviour/intent/IntentTask.h"
#include "core/data/ShopperLog.h"

namespace foretrail {

/// One case: what a user had done at a moment, and what came of it. What comes behind `events` is not known to any model.
struct IntentExample {
    quint32 user = 0;    ///< a place in the log
    quint32 events = 0;  ///< of the user, that are known: those before the moment
    quint32 visit = 0;   ///< first event of the running session among them; for users as a whole the same as `events`
    UtcMs moment = 0;    ///< the cut-off, or the time of the last event of a running session
    bool happened = false;
};

/// What counts as happening, and in how many days.
struct IntentQuestion {
    IntentTask task = IntentTask::Purchase;
    int horizonDays = 7;
    bool ofPurchases = true; ///< of churn: no purchase; false: no event of any kind
};

/// Cases that are learnt from, and a later part of the same that is not: what chooses and calibrates.
struct IntentSplit {
    std::vector<IntentExample> training;
    std::vector<IntentExample> validation;
    int cutOffs = 0;        ///< different moments, of users
    qint64 newcomers = 0;   ///< users of the test who were not there before
    bool byUsers = false;   ///< too few moments: the validation is other users at the same ones
};

/// Days since 1970 on the calendar of the log.
class LogCalendar {
public:
    explicit LogCalendar(const ShopperLog &log) : m_clock(QTimeZone(log.timeZone.toLatin1())) {}
    explicit LogCalendar(const QString &timeZone) : m_clock(QTimeZone(timeZone.toLatin1())) {}
    qint64 dayOf(UtcMs time) { return floorToStep(m_clock.toWall(time), Step::Day) / dayMs; }
    UtcMs startOf(qint64 day) { return m_clock.toUtc(day * dayMs); }
    WallMs wall(UtcMs time) { return m_clock.toWall(time); }

private:
    ZoneClock m_clock;
};

/// The first day that much happens on, of what is known at `end`: the few events before it (1 of 500 at most) may be by wrong clocks.
qint64 firstFullDay(const ShopperLog &log, UtcMs end);

/// All users that were there before `cutOff`, with what they did in the horizon behind it; `happened` is false throughout where the log
/// ends before.
std::vector<IntentExample> usersAt(const ShopperLog &log, const IntentQuestion &question, UtcMs cutOff);

/// Cases of the days before `end` (all of whose outcomes are known by then), at up to 12 cut-offs with the same day of the horizon
/// between them; the latest quarter of the cut-offs is the validation, and what is learnt from lies a horizon before it. TooShort
/// where there is no day to learn from, Cancelled.
Result<IntentSplit> userExamples(const ShopperLog &log, const IntentQuestion &question, UtcMs end, JobContext &job);

/// Sessions that begin in [from, to), as they are known at `to`: after 1, 2, 3, 5, 8, 13 and 21 events, as long as nothing was bought in them.
std::vector<IntentExample> sessionExamples(const ShopperLog &log, UtcMs from, UtcMs to);

/// Days without a purchase (an event) after which a user may be called gone: the 85th percentile of the gaps between days of
/// one user up to `end`, and which of both is meant. At most a third of what the log holds. TooShort with fewer than 20 gaps.
Result<IntentQuestion> churnQuestion(const ShopperLog &log, UtcMs end);

} // namespace foretrail
