#include "core/data/PurchaseReader.h"

#include "core/data/OrderCount.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <cmath>

namespace foretrail {
namespace {

struct PurchaseReaderText { Q_DECLARE_TR_FUNCTIONS(foretrail::PurchaseReader) };

constexpr size_t sortBytes = size_t(16) << 20;
constexpr qint64 rowsToAReport = 1 << 16;
constexpr DayNumber year = 365;
constexpr qint64 dayOffset = qint64(1) << 31;
constexpr qint64 fewestRowsToJudge = 20;

QTimeZone calendarOf(const Connection &connection)
{
    Statement query = connection.prepare("SELECT value FROM settings WHERE key = 'timeZone'");
    const QString name = query.step() ? query.text(0) : QString();
    return QTimeZone(name.isEmpty() ? QByteArrayLiteral("UTC") : name.toLatin1());
}

/// The scratch file lies beside the workspace, as all others, unless nothing can be written there.
QString scratchFolder(const Connection &connection)
{
    const QString beside = QFileInfo(connection.path()).absolutePath();
    return QFileInfo(beside).isWritable() ? beside : QDir::tempPath();
}

QString dayText(DayNumber day) { return formatTime(day * dayMs, Step::Day); }

DayNumber lastBefore(const std::map<DayNumber, qint64> &days, DayNumber day) { return std::prev(days.lower_bound(day))->first; }

/// Cuts off the days behind a silence longer than all before it, where a few rows alone lie there; false where there are none.
bool cutBehind(const std::map<DayNumber, qint64> &days, qint64 few, DaySpan &span)
{
    qint64 rows = 0;
    for (DayNumber day = span.last; day > span.first; day = lastBefore(days, day)) {
        rows += days.at(day);
        const DayNumber before = lastBefore(days, day);
        if (rows > few)
            return false;
        if (day - before > std::max(year, before - span.first)) {
            span.last = before;
            return true;
        }
    }
    return false;
}

/// The same in front.
bool cutBefore(const std::map<DayNumber, qint64> &days, qint64 few, DaySpan &span)
{
    qint64 rows = 0;
    for (auto day = days.find(span.first); day->first < span.last; ++day) {
        rows += day->second;
        const DayNumber after = std::next(day)->first;
        if (rows > few)
            return false;
        if (after - day->first > std::max(year, span.last - after)) {
            span.first = after;
            return true;
        }
    }
    return false;
}

} // namespace

DaySpan mainSpan(const std::map<DayNumber, qint64> &rowsByDay)
{
    DaySpan span{rowsByDay.begin()->first, rowsByDay.rbegin()->first};
    qint64 rows = 0;
    for (const auto &[day, count] : rowsByDay)
        rows += count;
    const qint64 few = std::max<qint64>(1, rows / 200);
    while (rows >= fewestRowsToJudge && (cutBehind(rowsByDay, few, span) || cutBefore(rowsByDay, few, span))) {
    }
    return span;
}

PurchaseReader::PurchaseReader(Connection &connection, const PurchaseQuery &query)
    : m_connection(connection), m_query(query), m_clock(calendarOf(connection)), m_pieces(scratchFolder(connection), sortBytes)
{
}

Result<PurchaseHistories> PurchaseReader::read(JobContext &job)
{
    if (const Result<void> done = readRange(); !done)
        return fail(done.error());
    if (const Result<void> done = scan(job); !done)
        return fail(done.error());
    if (const Result<void> done = chooseSpan(); !done)
        return fail(done.error());
    if (const Result<void> done = chooseCalibration(); !done)
        return fail(done.error());
    scanReturns();
    gather(job);
    if (job.stopRequested())
        return fail(Error::cancelled());
    return std::move(m_histories);
}

Result<void> PurchaseReader::readRange()
{
    Statement range = m_connection.prepare("SELECT coalesce(sum(events), 0), max(last_time) FROM imports WHERE undone IS NULL AND has_clock");
    range.step();
    m_events = range.integer(0);
    m_hasClockless = m_connection.integer("SELECT EXISTS (SELECT 1 FROM imports WHERE events > 0 AND NOT has_clock AND undone IS NULL)") != 0;
    if (m_events == 0 && m_hasClockless)
        return fail(ErrorCode::InvalidInput, PurchaseReaderText::tr("The events have no time, only an order: nobody can tell from them how long a "
                                                                    "user has been silent. Import a log with times."));
    if (m_events == 0)
        return fail(ErrorCode::NotFound, PurchaseReaderText::tr("The workspace holds no events. Import a log that says who bought and when."));
    m_lastEventDay = dayOf(range.integer(1));
    return {};
}

Result<void> PurchaseReader::scan(JobContext &job)
{
    StopScope scope(m_connection, job);
    Statement rows = m_connection.prepare("SELECT time, user_id, amount FROM events WHERE kind_id IN " + purchaseKindList(m_connection)
                                          + (m_hasClockless ? " AND import_id IN (SELECT id FROM imports WHERE has_clock)" : ""));
    for (qint64 read = 1; rows.step(); ++read) {
        if (read % rowsToAReport == 0) {
            if (job.stopRequested())
                return fail(Error::cancelled());
            job.report(read, m_events, PurchaseReaderText::tr("Reading purchases"));
        }
        if (!rows.isNull(1))
            add({rows.integer(1)}, rows.integer(0), rows.real(2), true);
    }
    return {};
}

// A sale that was brought back by the calibration end was worth less; what came back later was not known then.
void PurchaseReader::scanReturns()
{
    Statement rows = m_connection.prepare("SELECT s.time, s.user_id, b.time, b.amount FROM reversals r JOIN events s ON s.id = r.sale_id "
                                          "JOIN events b ON b.id = r.return_id WHERE s.kind_id IN " + purchaseKindList(m_connection));
    while (rows.step())
        if (!rows.isNull(1) && dayOf(rows.integer(2)) <= m_histories.calibrationEnd)
            add({rows.integer(1)}, rows.integer(0), rows.real(3), false);
}

Result<void> PurchaseReader::chooseSpan()
{
    if (m_rowsByDay.empty())
        return fail(ErrorCode::NotFound, PurchaseReaderText::tr("No purchase of a known user was found. Import sales (as sales, not as events, where "
                                                                "the file has no kinds) that say who bought, or say which kind of event is a purchase."));
    m_span = mainSpan(m_rowsByDay);
    for (const auto &[day, rows] : m_rowsByDay)
        m_histories.strayRows += day < m_span.first || day > m_span.last ? rows : 0;
    m_histories.firstDay = m_span.first;
    // What others did behind the last purchase was watched too, unless it is as far away as a wrong clock.
    const bool isWatched = m_lastEventDay >= m_span.last && m_lastEventDay - m_span.last <= std::max(year, m_span.last - m_span.first)
                           && m_rowsByDay.rbegin()->first == m_span.last;
    m_histories.lastDay = isWatched ? m_lastEventDay : m_span.last;
    return {};
}

Result<void> PurchaseReader::chooseCalibration()
{
    m_histories.calibrationEnd = m_query.calibrationEnd.value_or(m_histories.lastDay);
    if (m_histories.calibrationEnd < m_histories.firstDay || m_histories.calibrationEnd > m_histories.lastDay)
        return fail(ErrorCode::InvalidInput, PurchaseReaderText::tr("The calibration end %1 lies outside of the data: purchases begin on %2, the data ends on %3.")
                                                 .arg(dayText(m_histories.calibrationEnd), dayText(m_histories.firstDay), dayText(m_histories.lastDay)));
    m_histories.holdoutDays = std::min(m_query.holdoutDays, m_histories.lastDay - m_histories.calibrationEnd);
    return {};
}

void PurchaseReader::gather(JobContext &job)
{
    m_pieces.sort();
    Piece piece;
    bool isMore = m_pieces.next(piece);
    for (qint64 read = 1; isMore && !(read % rowsToAReport == 0 && job.stopRequested()); ++read) {
        const quint64 userDay = piece.userDay;
        double amount = 0;
        for (; isMore && piece.userDay == userDay; isMore = m_pieces.next(piece))
            amount += piece.amount;
        const DayNumber day = DayNumber(userDay & 0xffffffff) - dayOffset;
        if (day >= m_span.first && day <= m_span.last)
            add(UserId{qint64(userDay >> 32)}, day, amount);
    }
}

void PurchaseReader::add(UserId user, DayNumber day, double amount)
{
    std::vector<PurchaseHistory> &users = m_histories.users;
    const bool isKnown = !users.empty() && users.back().user == user;
    if (!isKnown && day > m_histories.calibrationEnd) {
        m_histories.laterUsers += user == m_laterUser ? 0 : 1;
        m_laterUser = user;
    } else if (!isKnown) {
        users.push_back({user, day, day, 0, 0, amount, 0});
    } else if (day <= m_histories.calibrationEnd) {
        users.back().lastDay = day;
        ++users.back().repeats;
        users.back().repeatSpend += amount;
    } else if (day <= m_histories.calibrationEnd + m_histories.holdoutDays) {
        ++users.back().laterDays;
    }
}

void PurchaseReader::add(UserId user, UtcMs time, double amount, bool isRow)
{
    const DayNumber day = dayOf(time);
    if (isRow)
        ++m_rowsByDay[day];
    m_histories.hasAmounts = m_histories.hasAmounts || !std::isnan(amount);
    m_pieces.add({(quint64(user.value) << 32) | quint64(day + dayOffset), std::isnan(amount) ? 0 : amount});
}

DayNumber PurchaseReader::dayOf(UtcMs time) { return floorToStep(m_clock.toWall(time), Step::Day) / dayMs; }

} // namespace foretrail
