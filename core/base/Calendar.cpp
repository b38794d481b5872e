#include "core/base/Calendar.h"

#include <QCoreApplication>
#include <QDateTime>

#include <array>
#include <limits>
#include <utility>

namespace foretrail {
namespace {

constexpr qint64 weekMs = 7 * dayMs;
constexpr qint64 firstMondayMs = 4 * dayMs; // 1970-01-05

struct StepEntry {
    Step step;
    const char *name;
    int season;
};
constexpr std::array steps{
    StepEntry{Step::None, "index", 1},  StepEntry{Step::Hour, "hour", 24},  StepEntry{Step::Day, "day", 7},
    StepEntry{Step::Week, "week", 52},  StepEntry{Step::Month, "month", 12}, StepEntry{Step::Quarter, "quarter", 4},
    StepEntry{Step::Year, "year", 1},
};

qint64 floorTo(qint64 value, qint64 unit, qint64 anchor)
{
    const qint64 shifted = value - anchor;
    const qint64 rest = ((shifted % unit) + unit) % unit;
    return value - rest;
}

qint64 fixedLength(Step step)
{
    switch (step) {
    case Step::Hour: return hourMs;
    case Step::Day: return dayMs;
    case Step::Week: return weekMs;
    default: return 0;
    }
}

int monthsOf(Step step)
{
    switch (step) {
    case Step::Month: return 1;
    case Step::Quarter: return 3;
    case Step::Year: return 12;
    default: return 0;
    }
}

QDateTime wallToDateTime(WallMs time) { return QDateTime::fromMSecsSinceEpoch(time, Qt::UTC); }

WallMs dateToWall(QDate date) { return QDateTime(date, QTime(0, 0), Qt::UTC).toMSecsSinceEpoch(); }

} // namespace

QString stepName(Step step)
{
    return QString::fromLatin1(steps.at(static_cast<size_t>(step)).name);
}

Result<Step> stepFromName(const QString &name)
{
    for (const StepEntry &entry : steps)
        if (name.compare(QLatin1String(entry.name), Qt::CaseInsensitive) == 0)
            return entry.step;
    return fail(ErrorCode::InvalidInput,
                QCoreApplication::translate("foretrail::Calendar",
                    "\"%1\" is not a step. Use hour, day, week, month, quarter or year.").arg(name));
}

int usualSeason(Step step) { return steps.at(static_cast<size_t>(step)).season; }

WallMs floorToStep(WallMs time, Step step)
{
    if (step == Step::None)
        return time;
    if (const qint64 unit = fixedLength(step))
        return floorTo(time, unit, step == Step::Week ? firstMondayMs : 0);
    const QDate date = wallToDateTime(time).date();
    const int months = monthsOf(step);
    return dateToWall(QDate(date.year(), (date.month() - 1) / months * months + 1, 1));
}

WallMs addSteps(WallMs time, Step step, qint64 count)
{
    if (step == Step::None)
        return time + count;
    if (const qint64 unit = fixedLength(step))
        return time + unit * count;
    return wallToDateTime(time).addMonths(static_cast<int>(count * monthsOf(step))).toMSecsSinceEpoch();
}

qint64 stepsBetween(WallMs from, WallMs to, Step step)
{
    if (step == Step::None)
        return to - from;
    if (const qint64 unit = fixedLength(step))
        return (to - from) / unit;
    const QDate a = wallToDateTime(from).date();
    const QDate b = wallToDateTime(to).date();
    return ((b.year() - a.year()) * 12 + b.month() - a.month()) / monthsOf(step);
}

QString formatTime(WallMs time, Step step)
{
    if (step == Step::None)
        return {};
    return wallToDateTime(time).toString(step == Step::Hour ? QStringLiteral("yyyy-MM-ddTHH:mm:ss")
                                                            : QStringLiteral("yyyy-MM-dd"));
}

Result<WallMs> parseWallTime(const QString &text)
{
    QString iso = text.trimmed();
    iso.replace(QLatin1Char(' '), QLatin1Char('T'));
    QDateTime parsed = QDateTime::fromString(iso, Qt::ISODate);
    if (!parsed.isValid())
        return fail(ErrorCode::InvalidInput,
                    QCoreApplication::translate("foretrail::Calendar",
                        "\"%1\" is not a date. Write it as 2011-09-30 or 2011-09-30T13:00:00.").arg(text));
    return QDateTime(parsed.date(), parsed.time(), Qt::UTC).toMSecsSinceEpoch();
}

ZoneClock::ZoneClock(const QTimeZone &zone) : m_zone(zone.isValid() ? zone : QTimeZone::utc()) {}

void ZoneClock::lookUp(UtcMs utc)
{
    std::swap(m_recent, m_other);
    if (m_recent.holds(utc))
        return;
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(utc, Qt::UTC);
    m_recent = {std::numeric_limits<qint64>::min(), std::numeric_limits<qint64>::max(), qint64(m_zone.offsetFromUtc(at)) * 1000};
    if (!m_zone.hasTransitions())
        return;
    const auto before = m_zone.previousTransition(at.addMSecs(1));
    const auto after = m_zone.nextTransition(at);
    if (before.atUtc.isValid())
        m_recent.from = before.atUtc.toMSecsSinceEpoch();
    if (after.atUtc.isValid())
        m_recent.to = after.atUtc.toMSecsSinceEpoch();
}

WallMs ZoneClock::toWall(UtcMs utc)
{
    if (!m_recent.holds(utc))
        lookUp(utc);
    return utc + m_recent.offsetMs;
}

UtcMs ZoneClock::toUtc(WallMs wall, Shown &shown)
{
    const UtcMs early = wall - (toWall(wall - dayMs) - (wall - dayMs));
    const UtcMs late = wall - (toWall(wall + dayMs) - (wall + dayMs));
    shown = Shown::Once;
    if (early == late)
        return early;
    const bool isEarly = toWall(early) == wall;
    const bool isLate = toWall(late) == wall;
    shown = isEarly && isLate ? Shown::Twice : isEarly || isLate ? Shown::Once : Shown::Never;
    return isEarly || !isLate ? early : late;
}

bool isKnownZone(const QString &name)
{
    const QByteArray id = name.toLatin1();
    return QTimeZone(id).isValid() && (id.startsWith("UTC") || QTimeZone::availableTimeZoneIds().contains(id));
}

} // namespace foretrail
