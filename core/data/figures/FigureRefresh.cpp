#include "core/data/figures/FigureRefresh.h"

#include <QCoreApplication>

#include <algorithm>

namespace foretrail {
namespace {

struct FigureRefreshText { Q_DECLARE_TR_FUNCTIONS(foretrail::FigureRefresh) };

constexpr qint64 rowsBetweenStops = 1 << 15;
constexpr qint64 scanIsQuickerFrom = 6; ///< a row by the index costs as much as so many in their order

} // namespace

Result<bool> FigureRefresh::run(const DataState &now, std::vector<size_t> &blocks, JobContext &job)
{
    if (!hasOnlyMore(now))
        return false;
    if (const Result<void> read = readNew(job); !read)
        return fail(read.error());
    if (!isSpanKept() || !isWorthIt())
        return false;
    m_figures.users.resize(std::max(m_figures.users.size(), size_t(m_connection.integer("SELECT max(id) FROM users")) + 1));
    if (const Result<void> done = redo(job); !done)
        return fail(done.error());
    for (const qint64 user : m_touched)
        if (const size_t block = size_t(user) / EventRecord::usersInBlock; blocks.empty() || blocks.back() != block)
            blocks.push_back(block);
    m_figures.redone = qint64(m_touched.size());
    m_state.data = now;
    m_state.lastId = m_lastId;
    return true;
}

bool FigureRefresh::hasOnlyMore(const DataState &now)
{
    if (now.rest != m_state.data.rest)
        return false;
    for (const auto &[import, text] : m_state.data.imports)
        if (const auto found = now.imports.find(import); found == now.imports.end() || found->second != text)
            return false;
    for (const auto &[import, text] : now.imports)
        if (!m_state.data.imports.contains(import))
            m_added.push_back(import);
    return m_connection.integer("SELECT EXISTS (SELECT 1 FROM imports WHERE NOT has_clock AND events > 0)") == 0;
}

/// Who has new events, and on which days they lie.
Result<void> FigureRefresh::readNew(JobContext &job)
{
    Statement rows = m_connection.prepare("SELECT e.user_id, e.time, e.id FROM event_ranges r CROSS JOIN events e ON e.id BETWEEN r.first_id AND r.last_id "
                                          "AND e.import_id = r.import_id WHERE r.import_id = ?1");
    DayCounts days;
    std::vector<char> isTouched;
    for (const qint64 import : m_added) {
        rows.reset();
        rows.bind(1, import);
        for (qint64 read = 1; rows.step(); ++read) {
            if (read % rowsBetweenStops == 0 && job.stopRequested())
                return fail(Error::cancelled());
            days.add(m_reader.dayOf(rows.integer(1)));
            m_lastId = std::max(m_lastId, rows.integer(2));
            const auto user = size_t(rows.integer(0));
            if (user >= isTouched.size())
                isTouched.resize(user + 1 + user / 2);
            isTouched[user] = 1;
        }
    }
    for (size_t user = 1; user < isTouched.size(); ++user)
        if (isTouched[user])
            m_touched.push_back(qint64(user));
    for (const auto &[day, events] : days.counts())
        m_state.counts.days[day] += events;
    return {};
}

/// Days of before have to count or not to count as they did. New rows must lie behind the old ones in the file, so that one can tell which
/// gaps were counted.
bool FigureRefresh::isSpanKept()
{
    const DaySpan before = m_state.counts.span;
    if (m_state.counts.days.empty())
        return true;
    m_state.counts.span = credibleSpan(m_state.counts.days);
    for (const auto &[day, events] : m_state.counts.days)
        if (before.holds(day) && !m_state.counts.span.holds(day))
            return false;
    // Days outside of the old span that were strays may count now: their users would have to be counted again.
    qint64 oldStrays = 0;
    for (const UserFigures &user : m_figures.users)
        oldStrays += user.strayEvents;
    if (oldStrays > 0 && (m_state.counts.span.first < before.first || m_state.counts.span.last > before.last))
        for (const auto &[day, events] : m_state.counts.days)
            if (!before.holds(day) && m_state.counts.span.holds(day))
                return false;
    Statement first = m_connection.prepare("SELECT min(first_id) FROM event_ranges WHERE import_id = ?1");
    for (const qint64 import : m_added) {
        first.reset();
        first.bind(1, import);
        if (first.step() && first.integer(0) <= m_state.lastId)
            return false;
    }
    return true;
}

bool FigureRefresh::isWorthIt() const
{
    qint64 all = 0, ofTouched = 0;
    for (const auto &[day, events] : m_state.counts.days)
        all += events;
    for (const qint64 user : m_touched)
        ofTouched += size_t(user) < m_figures.users.size() ? m_figures.users[size_t(user)].events : 1;
    return ofTouched * scanIsQuickerFrom <= all;
}

Result<void> FigureRefresh::redo(JobContext &job)
{
    UserWalk before(m_reader.clock(), m_state.counts.span, m_options.sessionGapMs), now = before;
    Statement rows = m_connection.prepare(std::string("SELECT ") + EventRecordReader::columns() + ", id FROM events WHERE user_id = ?1 ORDER BY time, id");
    std::vector<EventRecord> events, earlier;
    for (size_t i = 0; i < m_touched.size(); ++i) {
        if (job.stopRequested())
            return fail(Error::cancelled());
        job.report(qint64(i), qint64(m_touched.size()), FigureRefreshText::tr("Counting users with new events"));
        events.clear();
        earlier.clear();
        rows.reset();
        rows.bind(1, m_touched[i]);
        while (rows.step()) {
            events.push_back(m_reader.record(rows, rows.integer(8) > m_state.lastId));
            if (!events.back().isNew())
                earlier.push_back(events.back());
        }
        (void)before.figures(earlier, -1);
        m_figures.users[size_t(m_touched[i])] = now.figures(events);
    }
    const auto changed = [](const GapCounts &kept, const GapTally &less, const GapTally &more) {
        GapTally tally;
        for (const GapCounts &counts : {kept, less.counts(), more.counts()})
            tally.add(counts);
        return tally.counts();
    };
    m_state.purchaseGaps = changed(m_state.purchaseGaps, before.purchaseGaps(), now.purchaseGaps());
    m_state.visitGaps = changed(m_state.visitGaps, before.visitGaps(), now.visitGaps());
    return {};
}

} // namespace foretrail
