#include "core/data/CredibleTimes.h"

#include "core/data/sqlite/Connection.h"
#include "core/jobs/JobContext.h"

#include <QCoreApplication>
#include <QTimeZone>

#include <algorithm>
#include <vector>

namespace foretrail {
namespace {

struct CredibleTimesText { Q_DECLARE_TR_FUNCTIONS(foretrail::CredibleTimes) };

constexpr qint64 fewestRowsToJudge = 20;
constexpr qint64 partAtAnEnd = 200; ///< one row in so many at either end may have a wrong clock
constexpr qint64 leastAtAnEnd = 2;
constexpr DayNumber shortestSilence = 31;
constexpr DayNumber shortestSilenceOfFew = 365;
constexpr DayNumber middlesOfSilence = 3;
constexpr qint64 timesBetweenLooks = 1 << 16;

/// The day of the row with that number, counted from 0 in the order of the iterators.
template<class Iterator>
Iterator dayOfRow(Iterator day, qint64 row)
{
    for (; row >= day->second; ++day)
        row -= day->second;
    return day;
}

/// Whether strays may lie behind a silence between these days, UTC ones, from which those of a calendar differ by one at most.
bool hasSilence(std::vector<DayNumber> &days)
{
    std::ranges::sort(days);
    return std::ranges::adjacent_find(days, [](DayNumber a, DayNumber b) { return b - a >= shortestSilence; }) != days.end();
}

QTimeZone zoneOfTimes(const Connection &connection)
{
    Statement query = connection.prepare("SELECT value FROM settings WHERE key = 'timeZone'");
    const QString name = query.step() ? query.text(0) : QString();
    return QTimeZone(name.isEmpty() ? QByteArrayLiteral("UTC") : name.toLatin1());
}

/// The first and the last times of users and imports: each stray is behind or before all credible times of somebody.
std::vector<UtcMs> outermostTimes(const Connection &connection)
{
    std::vector<UtcMs> times;
    for (const char *sql : {"SELECT first_seen, last_seen FROM users WHERE events > 0 AND first_seen IS NOT NULL",
                            "SELECT first_time, last_time FROM imports WHERE undone IS NULL AND has_clock AND events > 0"}) {
        Statement rows = connection.prepare(sql);
        while (rows.step()) {
            times.push_back(rows.integer(0));
            times.push_back(rows.integer(1));
        }
    }
    return times;
}

} // namespace

DaySpan credibleSpan(const std::map<DayNumber, qint64> &rowsByDay)
{
    qint64 rows = 0;
    for (const auto &[day, count] : rowsByDay)
        rows += count;
    if (rows < fewestRowsToJudge)
        return {rowsByDay.begin()->first, rowsByDay.rbegin()->first};
    const qint64 few = std::max(leastAtAnEnd, rows / partAtAnEnd);
    auto low = dayOfRow(rowsByDay.begin(), few);
    auto high = std::prev(dayOfRow(rowsByDay.rbegin(), few).base());
    const DayNumber shortest = rows < leastAtAnEnd * partAtAnEnd ? shortestSilenceOfFew : shortestSilence;
    const DayNumber silence = std::max(shortest, middlesOfSilence * (high->first - low->first + 1));
    while (low != rowsByDay.begin() && low->first - std::prev(low)->first <= silence)
        --low;
    while (std::next(high) != rowsByDay.end() && std::next(high)->first - high->first <= silence)
        ++high;
    return {low->first, high->first};
}

QString strayNote(const DaySpan &days, qint64 events)
{
    return CredibleTimesText::tr("%n event(s) lie far outside of %1 to %2, as by a wrong clock: what rests on times leaves them out.", nullptr,
                                 int(std::min<qint64>(events, std::numeric_limits<int>::max())))
        .arg(formatTime(days.first * dayMs, Step::Day), formatTime(days.last * dayMs, Step::Day));
}

QString CredibleTimes::note() const { return strays > 0 ? strayNote(days, strays) : QString(); }

void TimesTally::add(UtcMs time)
{
    if (time < m_from || time >= m_to) {
        const DayNumber day = floorToStep(m_clock.toWall(time), Step::Day) / dayMs;
        m_from = m_clock.toUtc(day * dayMs);
        m_to = m_clock.toUtc((day + 1) * dayMs);
        m_day = &m_days.try_emplace(day, Day{0, time, time}).first->second;
    }
    ++m_day->rows;
    m_day->first = std::min(m_day->first, time);
    m_day->last = std::max(m_day->last, time);
}

CredibleTimes TimesTally::times() const
{
    CredibleTimes times;
    if (m_days.empty())
        return times;
    std::map<DayNumber, qint64> rows;
    for (const auto &[number, day] : m_days)
        rows.emplace(number, day.rows);
    times.days = credibleSpan(rows);
    times.first = m_days.at(times.days.first).first;
    times.last = m_days.at(times.days.last).last;
    for (const auto &[number, day] : m_days)
        times.strays += times.days.holds(number) ? 0 : day.rows;
    return times;
}

Result<CredibleTimes> credibleTimes(Connection &connection, JobContext &job)
{
    const QTimeZone zone = zoneOfTimes(connection);
    TimesTally outermost(zone);
    std::vector<DayNumber> days;
    for (const UtcMs time : outermostTimes(connection)) {
        outermost.add(time);
        days.push_back(floorToStep(time, Step::Day) / dayMs);
    }
    if (!hasSilence(days))
        return outermost.times();
    TimesTally all(zone);
    StopScope scope(connection, job);
    Statement rows = connection.prepare("SELECT time FROM events WHERE import_id IN (SELECT id FROM imports WHERE has_clock)");
    for (qint64 read = 1; rows.step(); ++read) {
        if (read % timesBetweenLooks == 0 && job.stopRequested())
            return fail(Error::cancelled());
        all.add(rows.integer(0));
    }
    return all.times();
}

} // namespace foretrail
