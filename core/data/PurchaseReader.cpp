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
constexpr qint64 dayOffset = qint64(1) << 31;

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

/// Why nobody is found to have bought, and what to do.
QString whatIsMissing(const Connection &connection)
{
    if (connection.integer("SELECT coalesce(sum(events), 0) FROM kinds WHERE meaning = 'purchase'") > 0)
        return PurchaseReaderText::tr("The purchases of this log name no users, so that nobody's return can be followed. Import them with the column that "
                                      "says who bought.");
    return PurchaseReaderText::tr("No event of this log is a purchase. Say on the page Data which kind means one, or import sales that say who bought. "
                                  "States by visits, segments, funnel, retention and paths work without.");
}

QString dayText(DayNumber day) { return formatTime(day * dayMs, Step::Day); }

} // namespace

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
    if (const Result<void> done = chooseSpan(job); !done)
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
    Statement range = m_connection.prepare("SELECT coalesce(sum(events), 0) FROM imports WHERE undone IS NULL AND has_clock");
    range.step();
    m_events = range.integer(0);
    m_hasClockless = m_connection.integer("SELECT EXISTS (SELECT 1 FROM imports WHERE events > 0 AND NOT has_clock AND undone IS NULL)") != 0;
    if (m_events == 0 && m_hasClockless)
        return fail(ErrorCode::InvalidInput, PurchaseReaderText::tr("The events have no time, only an order: nobody can tell from them how long a "
                                                                    "user has been silent. Import a log with times."));
    if (m_events == 0)
        return fail(ErrorCode::NotFound, PurchaseReaderText::tr("The workspace holds no events. Import a log that says who bought and when."));
    return {};
}

/// A condition of SQL; empty where all users are asked for.
std::string PurchaseReader::onlyOf(const char *userColumn) const
{
    return m_query.user ? std::string(" AND ") + userColumn + " = " + std::to_string(m_query.user->value) : std::string();
}

Result<void> PurchaseReader::scan(JobContext &job)
{
    StopScope scope(m_connection, job);
    Statement rows = m_connection.prepare("SELECT time, user_id, amount FROM events WHERE kind_id IN " + purchaseKindList(m_connection) + onlyOf("user_id")
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
                                          "JOIN events b ON b.id = r.return_id WHERE s.kind_id IN " + purchaseKindList(m_connection) + onlyOf("s.user_id"));
    while (rows.step())
        if (!rows.isNull(1) && dayOf(rows.integer(2)) <= m_histories.calibrationEnd)
            add({rows.integer(1)}, rows.integer(0), rows.real(3), false);
}

// What others did behind the last purchase was watched too.
Result<void> PurchaseReader::chooseSpan(JobContext &job)
{
    const Result<CredibleTimes> times = credibleTimes(m_connection, job);
    if (!times)
        return fail(times.error());
    m_histories.days = times->days;
    for (const auto &[day, rows] : m_rowsByDay)
        m_histories.strayRows += times->days.holds(day) ? 0 : rows;
    const auto first = m_rowsByDay.lower_bound(times->days.first);
    if (first == m_rowsByDay.end() || first->first > times->days.last)
        return fail(ErrorCode::NotFound, whatIsMissing(m_connection));
    m_histories.firstDay = first->first;
    m_histories.lastDay = times->days.last;
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
        if (m_histories.days.holds(day))
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
