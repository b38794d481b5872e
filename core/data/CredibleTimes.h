#pragma once

#include "core/base/Calendar.h"
#include "core/base/Result.h"

#include <limits>
#include <map>

namespace foretrail {

class Connection;
class JobContext;

/// Days since 1970-01-01 on the calendar of the workspace.
using DayNumber = qint64;

/// From a first to a last day, both of them in it.
struct DaySpan {
    DayNumber first = 0;
    DayNumber last = 0;
    bool holds(DayNumber day) const { return day >= first && day <= last; }
    bool operator==(const DaySpan &) const = default;
};

/// The days that the times of a log credibly cover, from the rows of each day with any: the one rule by which events with a wrong clock are
/// told. The middle of the log are its days without the first and the last two-hundredth of the rows (2 rows at least); from
/// there it goes on day by day until a silence that is longer than 31 days and than three times the middle. What lies behind that silence is
/// stray. Where two rows are more than a two-hundredth (fewer than 400 rows), a silence of less than a year parts nothing, and fewer than 20
/// rows are not judged. `rowsByDay` is not empty.
DaySpan credibleSpan(const std::map<DayNumber, qint64> &rowsByDay);

/// What the times of a log credibly cover, of all its events that have a time. As it is made it holds every time.
struct CredibleTimes {
    DaySpan days;
    UtcMs first = std::numeric_limits<UtcMs>::min(); ///< of a credible event
    UtcMs last = std::numeric_limits<UtcMs>::max();
    qint64 strays = 0; ///< events outside

    bool holds(UtcMs time) const { return time >= first && time <= last; }
    /// What a person should know where anything is left out; empty where nothing is.
    QString note() const;
};

/// "3 events lie outside of 2017-11-25 to 2017-12-03 ...": the sentence for any number of events that were left out.
QString strayNote(const DaySpan &days, qint64 events);

/// Takes times one after the other, and judges them.
class TimesTally {
public:
    explicit TimesTally(const QTimeZone &zone) : m_clock(zone) {}
    void add(UtcMs time);
    CredibleTimes times() const; ///< holds every time where none was added

private:
    struct Day {
        qint64 rows = 0;
        UtcMs first = 0, last = 0;
    };
    ZoneClock m_clock;
    std::map<DayNumber, Day> m_days;
    UtcMs m_from = 1, m_to = 0; ///< of the day of the time that came last
    Day *m_day = nullptr;
};

/// Of all events of a workspace. Where the first and the last times of users and imports leave no long silence, they alone tell; else one
/// pass over the times. Cancelled.
Result<CredibleTimes> credibleTimes(Connection &connection, JobContext &job);

} // namespace foretrail
