#pragma once

#include <QtGlobal>

#include <array>
#include <span>
#include <vector>

namespace foretrail {

/// A stretch of trading days without a row. Days count from 1970-01-01.
struct DayGap {
    qint64 first = 0;
    qint64 last = 0;
    qint64 days = 0; ///< trading days in it: closed weekdays inside do not count
    bool operator==(const DayGap &) const = default;
};

/// How many rows a day has.
struct DayRows {
    qint64 day = 0;
    qint64 rows = 0;
    bool operator==(const DayRows &) const = default;
};
/// The part of `days` (ascending) that holds the log, by credibleSpan(): days before and after it are strays. From an index to one past
/// the last.
struct MainDays {
    size_t from = 0, to = 0;
};
MainDays mainDays(const std::vector<DayRows> &days);

/// On which days of its span a log has rows, and on which it should have.
struct TradingDays {
    struct Weekday {
        qint64 days = 0; ///< in the span
        qint64 open = 0; ///< of them with rows
        bool isClosed = false;
    };
    std::array<Weekday, 7> weekdays{}; ///< Monday first
    qint64 first = 0, last = 0;
    qint64 open = 0;    ///< days with rows
    qint64 missing = 0; ///< trading days without rows
    std::vector<DayGap> gaps;
};
/// `days`: those with rows, ascending and each once; not empty. A weekday is closed when at most one in ten of at least four
/// has rows; where most days have none, no weekday is.
TradingDays tradingDays(std::span<const DayRows> days);
int weekdayOf(qint64 day); ///< 0 is Monday

} // namespace foretrail
