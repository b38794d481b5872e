#pragma once

#include "core/base/Calendar.h"

#include <QString>

#include <limits>
#include <span>
#include <vector>

namespace foretrail {

using Values = std::span<const double>;

/// Marks a missing observation inside Series::values.
inline constexpr double missing = std::numeric_limits<double>::quiet_NaN();

/// Equally spaced points: observation i stands at start + i steps. With Step::None start is an index. Days on which a shop
/// never opens may be left out of a daily axis: then the steps are its open days.
struct TimeAxis {
    Step step = Step::None;
    WallMs start = 0;
    quint8 closed = 0; ///< weekdays left out, bit 0 is Monday; only with Step::Day, never all seven, and start is an open day

    WallMs timeAt(qint64 index) const { return closed == 0 ? addSteps(start, step, index) : openDayAt(index); }
    /// The first observation at or after `time` where days are left out.
    qint64 indexOf(WallMs time) const { return closed == 0 ? stepsBetween(start, time, step) : openDaysUntil(time); }
    bool hasCalendar() const { return step != Step::None; }
    int openDaysInWeek() const;
    bool isClosed(WallMs day) const;
    bool operator==(const TimeAxis &) const = default;

private:
    WallMs openDayAt(qint64 index) const;
    qint64 openDaysUntil(WallMs time) const;
};

/// The season length that data of this axis usually has: that of its step, less the closed days of a week.
int usualSeason(const TimeAxis &axis);

/// One time series: a value, copyable and comparable. Missing observations are NaN.
struct Series {
    QString key;  ///< stable, unique inside one question: "total", an item code, "1/7" for Store 1, Dept 7
    QString name; ///< for people; the key where nothing better is known
    QString unit; ///< "GBP", "pieces", "orders"; may be empty
    TimeAxis axis;
    std::vector<double> values;

    qint64 size() const { return qint64(values.size()); }
    WallMs timeAt(qint64 index) const { return axis.timeAt(index); }
    /// Observations [first, first + count), on the same grid.
    Series part(qint64 first, qint64 count) const;
};

} // namespace foretrail
