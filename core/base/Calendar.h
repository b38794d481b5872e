#pragma once

#include "core/base/Result.h"

#include <QDate>
#include <QString>
#include <QTimeZone>

namespace foretrail {

/// A point in time: milliseconds since 1970-01-01 UTC.
using UtcMs = qint64;

/// A calendar reading without a zone: the milliseconds since 1970-01-01 that a clock on the wall would show.
/// Series live on this clock, so a day has 24 hours and a step never meets daylight saving.
using WallMs = qint64;

inline constexpr qint64 hourMs = 3'600'000;
inline constexpr qint64 dayMs = 24 * hourMs;

/// The distance between two observations. None is a plain index without a calendar.
enum class Step { None, Hour, Day, Week, Month, Quarter, Year };

/// "hour", "day" ... as on the command line; "index" for None.
QString stepName(Step step);
Result<Step> stepFromName(const QString &name);
/// The season length that data of this step usually has: 24, 7, 52, 12, 4, 1; 1 for None.
int usualSeason(Step step);

/// Start of the hour, day, week (Monday), month, quarter or year that holds `time`. None returns `time`.
WallMs floorToStep(WallMs time, Step step);
/// `time` moved by `count` steps; months are clamped to their last day as QDate does.
WallMs addSteps(WallMs time, Step step, qint64 count);
/// Whole steps from `from` to `to` (both on the grid of `step`).
qint64 stepsBetween(WallMs from, WallMs to, Step step);

/// "2011-09-30" for steps of a day and longer, "2011-09-30T13:00:00" for hours; empty for None.
QString formatTime(WallMs time, Step step);
/// Reads "2011-09-30", "2011-09-30 13:00", "2011-09-30T13:00:00".
Result<WallMs> parseWallTime(const QString &text);

/// Whether a zone of this name is known: "Europe/London", "UTC", "UTC+08:00". QTimeZone itself takes any word for a zone of
/// its own, without an offset.
bool isKnownZone(const QString &name);

/// Turns UTC into wall time of one zone quickly: offsets are looked up once per stretch between two transitions.
/// Not thread-safe; make one per thread.
class ZoneClock {
public:
    explicit ZoneClock(const QTimeZone &zone);
    WallMs toWall(UtcMs utc);
    /// A wall time that does not exist (spring gap) is read with the offset before the gap; one that exists
    /// twice is read as the first.
    UtcMs toUtc(WallMs wall)
    {
        Shown ignored = Shown::Once;
        return toUtc(wall, ignored);
    }
    /// How often the clocks of the zone showed a time: never in the gap of spring, twice in autumn.
    enum class Shown { Once, Never, Twice };
    UtcMs toUtc(WallMs wall, Shown &shown);

private:
    struct Stretch {
        UtcMs from = 1, to = 0;
        qint64 offsetMs = 0;
        bool holds(UtcMs utc) const { return utc >= from && utc < to; }
    };
    void lookUp(UtcMs utc);
    QTimeZone m_zone;
    Stretch m_recent, m_other; ///< two, since days around a change of the clock ask for both sides of it
};

} // namespace foretrail
