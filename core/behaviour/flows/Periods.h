#pragma once

#include "core/behaviour/flows/EventUnits.h"

#include <functional>

namespace foretrail {

/// The days, weeks (from Monday) or months that a log touches, cut by the calendar of the workspace; numbered from 0.
class Periods {
public:
    static constexpr int most = 1500;
    /// Unsupported without a clock, InvalidInput for another step than day, week or month, or one that makes more than `most`.
    static Result<Periods> of(const UserEventLog &log, Step by);

    Step step() const { return m_step; }
    int count() const { return int(m_starts.size()); }
    int of(UtcMs time) const; ///< of an event of the log
    /// "2011-03-07", of months "2011-03": the first day.
    QString label(int period) const;
    WallMs start(int period) const { return m_walls[size_t(period)]; }
    /// Only the last one may not be over: where more than a twentieth of it lies behind the last event (of dates without a time of day:
    /// behind its day).
    bool isFinished(int period) const { return m_isLastFinished || period + 1 < count(); }
    /// What a person should know: a last period that is not over.
    QStringList notes() const;

private:
    Step m_step = Step::Week;
    std::vector<UtcMs> m_starts; ///< moments at which they begin
    std::vector<WallMs> m_walls;
    bool m_isLastFinished = true;
};

/// What makes a user belong or count as there.
enum class FlowActivity { AnyEvent, Purchase };

/// When one user was there.
struct UserPeriods {
    quint32 user = 0;
    int first = -1;          ///< period of the first event (or purchase) that makes the user belong
    std::vector<int> active; ///< periods with activity, ascending, from `first` on
};

/// Calls `visit` for each user who belongs, in the order of their ids. Unsupported where purchases are asked for and no kind means one.
/// Cancelled.
Result<void> forEachUserPeriods(const UserEventLog &log, const Periods &periods, FlowActivity belongs, FlowActivity activity, const UserSet *users,
                                JobContext &job, const std::function<void(const UserPeriods &)> &visit);

} // namespace foretrail
