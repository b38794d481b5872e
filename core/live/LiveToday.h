#pragma once

#include "core/data/Questions.h"
#include "core/data/figures/EventRecord.h"

#include <array>

namespace foretrail {

/// What the running day comes to, as it looks at a moment. Sums from the day's beginning; NaN: cannot be told.
struct TodayReading {
    WallMs day = 0;
    Measure measure = Measure::Revenue; ///< or Events, of logs without amounts
    QString unit;
    double soFar = 0;
    double share = missing;    ///< of a usual day's sum that is there at this time of day
    double forecast = missing; ///< of the whole day, as it looked in the morning
    double expected = missing; ///< of the whole day, as it looks now
    double low = missing, high = missing; ///< what the day comes to with 80 %; narrower by the hour
    std::vector<double> actual;           ///< sums at the end of each hour that is over, then of now
    std::array<double, 24> usual{};       ///< the sum that the forecast of the morning lets expect at the end of each hour; NaN without one
    QString note;                         ///< why there is no forecast; may be empty
    bool isKnown() const { return expected == expected; }
};

/// A day that is over, and what was forecast of it in its morning; NaN: nothing was.
struct ClosedDay {
    WallMs day = 0;
    double actual = 0;
    double forecast = missing;
    double error() const { return actual - forecast; }
};

/// Follows the running day of a shop: what a model of daily sums expected in the morning, and what came since. The sum at a time of day
/// becomes the sum of the whole day by a blend: A + (1 - s)((1 - s) F + A), where A is the sum so far, s the share of a usual day that is there
/// by now and F the forecast of the morning; early on F counts, later the pace. The band holds the middle of what this rule missed at the
/// same time of the last 60 days: 80 %, or as much more or less as kept the promise on those days (AdaptiveLevel).
class LiveToday {
public:
    /// What the workspace holds; without a clock nothing can be told, and `reading.note` says so. Cancelled.
    static Result<LiveToday> read(ShopData &data, JobContext &job);

    void add(const EventRecord &event); ///< of a credible time
    bool needsCurrency() const { return m_measure == Measure::Revenue && m_unit.isEmpty(); }
    void setCurrency(const QString &currency) { m_unit = currency; }
    TodayReading at(UtcMs now);
    /// Days that ended since the last call, oldest first; at first the last ones that the model of the first morning looks back on.
    std::vector<ClosedDay> takeClosed();
    Measure measure() const { return m_measure; }
    WallMs wallOf(UtcMs time) { return m_clock.toWall(time); }

private:
    explicit LiveToday(const DataSummary &summary);
    struct DayModel {
        qint64 day = -1; ///< it is of: hours of the days before are over
        double forecast = missing;
        std::array<double, 25> shares{}; ///< of a usual day, before each hour
        std::array<double, 25> low{}, high{}; ///< what was missed at that time, with 80 %
        QString note;
    };
    void take(const Series &hourly, const DaySpan &days);
    void learn(qint64 day);
    void learnShares(const std::vector<double> &days);
    void learnErrors(const std::vector<double> &days, const std::vector<double> &forecasts);
    void close(qint64 day, const std::vector<double> &days, const std::vector<double> &forecasts, const DayModel &before);
    double promisedLevel(const std::vector<double> &days, const std::vector<double> &forecasts) const;
    double sumBefore(qint64 day, int hour) const;
    void countMoney();

    ZoneClock m_clock;
    Measure m_measure = Measure::Events;
    QString m_unit;
    bool m_hasClock = true;
    WallMs m_start = 0;          ///< of the first hour: midnight
    std::vector<double> m_hours; ///< sums
    bool m_isUndecided = false;  ///< it began with nothing, and no amount came yet
    DayModel m_model;
    std::vector<ClosedDay> m_closed;
    qint64 m_openDay = -1;       ///< days before it were told as closed
};

} // namespace foretrail
