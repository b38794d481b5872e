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

/// Equally spaced points: observation i stands at start + i steps. With Step::None start is an index.
struct TimeAxis {
    Step step = Step::None;
    WallMs start = 0;

    WallMs timeAt(qint64 index) const { return addSteps(start, step, index); }
    qint64 indexOf(WallMs time) const { return stepsBetween(start, time, step); }
    bool hasCalendar() const { return step != Step::None; }
    bool operator==(const TimeAxis &) const = default;
};

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
