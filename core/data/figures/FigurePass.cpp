#include "core/data/figures/FigurePass.h"

#include "core/data/sqlite/ReadTransaction.h"
#include "core/jobs/ParallelInOrder.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <algorithm>
#include <atomic>
#include <numeric>
#include <thread>

namespace foretrail {
namespace {

struct FigurePassText { Q_DECLARE_TR_FUNCTIONS(foretrail::FigurePass) };

constexpr qint64 eventsBetweenLooks = 1 << 15;
constexpr qint64 fewestForThreads = 100'000;
constexpr quint32 inBlock = EventRecord::usersInBlock;

} // namespace

DataState dataStateOf(Connection &connection, qint64 sessionGapMs)
{
    DataState state;
    Statement imports = connection.prepare("SELECT id, sha256, started, report, events, has_clock FROM imports WHERE undone IS NULL AND events > 0");
    while (imports.step()) {
        QCryptographicHash hash(QCryptographicHash::Sha256);
        for (int column = 1; column < 6; ++column)
            hash.addData(imports.text(column).toUtf8() + '\n');
        state.imports.emplace(imports.integer(0), hash.result().toHex().left(16));
    }
    QCryptographicHash rest(QCryptographicHash::Sha256);
    Statement kinds = connection.prepare("SELECT key, meaning FROM kinds WHERE events > 0 AND meaning <> 'other' ORDER BY id");
    while (kinds.step())
        rest.addData((kinds.text(0) + QLatin1Char('=') + kinds.text(1)).toUtf8() + '\n');
    Statement zone = connection.prepare("SELECT value FROM settings WHERE key = 'timeZone'");
    rest.addData(zone.step() ? zone.text(0).toUtf8() : QByteArrayLiteral("UTC"));
    rest.addData(QByteArray::number(sessionGapMs));
    state.rest = rest.result().toHex().left(16);
    return state;
}

void sortByUser(std::vector<EventRecord> &events, std::vector<quint32> &starts)
{
    starts.assign(inBlock + 1, 0);
    for (const EventRecord &event : events)
        ++starts[event.user() + 1];
    std::partial_sum(starts.begin(), starts.end(), starts.begin());
    std::vector<EventRecord> sorted(events.size());
    std::vector<quint32> next(starts.begin(), std::prev(starts.end()));
    for (const EventRecord &event : events)
        sorted[next[event.user()]++] = event;
    const auto isEarlier = [](const EventRecord &a, const EventRecord &b) { return a.time < b.time; };
    for (quint32 user = 0; user < inBlock; ++user) {
        const auto first = sorted.begin() + starts[user], last = sorted.begin() + starts[user + 1];
        if (!std::is_sorted(first, last, isEarlier))
            std::stable_sort(first, last, isEarlier);
    }
    events = std::move(sorted);
}

Result<ShopFigures> FigurePass::run(JobContext &job, FigureCounts &counts)
{
    if (const Result<void> planned = plan(); !planned)
        return fail(planned.error());
    const size_t blocks = (m_figures.users.size() + inBlock - 1) / inBlock;
    m_passes = std::clamp<size_t>((size_t(m_events) * sizeof(EventRecord) + m_options.bytes - 1) / std::max<size_t>(m_options.bytes, 1), 1, std::max<size_t>(blocks, 1));
    for (m_passNumber = 0; m_passNumber < m_passes; ++m_passNumber) {
        m_firstBlock = blocks * m_passNumber / m_passes;
        m_lastBlock = blocks * (m_passNumber + 1) / m_passes;
        if (const Result<void> read = readAll(job); !read)
            return fail(read.error());
        if (m_passNumber == 0) {
            for (const Part &part : m_parts)
                for (const auto &[day, events] : part.days.counts())
                    counts.days[day] += events;
            if (!counts.days.empty())
                counts.span = credibleSpan(counts.days);
        }
        walkAll(EventRecordReader(m_workspace.connection()).clock(), counts);
    }
    return std::move(m_figures);
}

Result<void> FigurePass::plan()
{
    Connection &connection = m_workspace.connection();
    m_events = connection.integer("SELECT coalesce(sum(events), 0) FROM imports WHERE undone IS NULL");
    m_firstId = connection.integer("SELECT min(id) FROM events");
    m_lastId = connection.integer("SELECT max(id) FROM events");
    m_figures.users.assign(size_t(connection.integer("SELECT max(id) FROM users")) + 1, {});
    return {};
}

bool FigurePass::isSameData(Connection &other) const
{
    return dataStateOf(other, m_options.sessionGapMs) == dataStateOf(m_workspace.connection(), m_options.sessionGapMs);
}

/// On another thread, by a connection of its own; a workspace that cannot be opened once more is read here.
void FigurePass::readElsewhere(size_t part, JobContext &job)
{
    const Result<Workspace> workspace = Workspace::open(m_workspace.path(), Workspace::Mode::ReadOnly);
    if (!workspace) {
        m_parts[part].outcome = fail(workspace.error());
        return;
    }
    Connection &connection = const_cast<Workspace &>(*workspace).connection();
    m_parts[part].outcome = connection.guarded([&]() -> Result<void> {
        ReadTransaction snapshot(connection);
        if (!isSameData(connection)) // somebody wrote in between
            return fail(ErrorCode::Io, FigurePassText::tr("The workspace changed while it was read."));
        return readPart(connection, part, job);
    });
}

Result<void> FigurePass::readAll(JobContext &job)
{
    const size_t workers = m_events < fewestForThreads ? 1 : size_t(workerCount(m_options.workers));
    m_parts.clear();
    m_parts.resize(workers);
    m_read.assign(workers, 0);
    {
        std::vector<std::jthread> threads;
        for (size_t part = 1; part < workers; ++part)
            threads.emplace_back([this, part, &job] { readElsewhere(part, job); });
        m_parts[0].outcome = readPart(m_workspace.connection(), 0, job);
    }
    for (size_t part = 0; part < workers; ++part) {
        if (job.stopRequested())
            return fail(Error::cancelled());
        if (!m_parts[part].outcome && part > 0) // not to be had twice: read by this connection
            m_parts[part] = {}, m_parts[part].outcome = readPart(m_workspace.connection(), part, job);
        if (!m_parts[part].outcome)
            return m_parts[part].outcome;
    }
    return {};
}

Result<void> FigurePass::readPart(Connection &connection, size_t part, JobContext &job)
{
    Part &mine = m_parts[part];
    const auto parts = qint64(m_parts.size());
    const qint64 ids = m_lastId - m_firstId + 1;
    EventRecordReader reader(connection);
    mine.blocks.resize(m_lastBlock - m_firstBlock);
    const size_t usual = size_t(m_events) / std::max<size_t>(1, (m_figures.users.size() / inBlock + 1) * m_parts.size()) * 17 / 16;
    for (Block &block : mine.blocks)
        block.reserve(usual);
    Statement rows = connection.prepare(std::string("SELECT ") + EventRecordReader::columns() + " FROM events WHERE id BETWEEN ?1 AND ?2");
    rows.bind(1, m_firstId + ids * qint64(part) / parts);
    rows.bind(2, m_firstId + ids * qint64(part + 1) / parts - 1);
    for (qint64 read = 1; rows.step(); ++read) {
        if (read % eventsBetweenLooks == 0) {
            if (job.stopRequested())
                return fail(Error::cancelled());
            m_read[part] = read;
            if (part == 0)
                job.report(qint64(m_passNumber) * m_events + std::min(read * parts, m_events), qint64(m_passes) * m_events * 10 / 9,
                           FigurePassText::tr("Reading events of all users"));
        }
        const EventRecord event = reader.record(rows, false);
        if (m_passNumber == 0 && event.hasClock())
            mine.days.add(reader.dayOf(event.time));
        const auto user = size_t(rows.integer(1));
        const size_t block = user / inBlock;
        if (user != 0 && block >= m_firstBlock && block < m_lastBlock)
            mine.blocks[block - m_firstBlock].push_back(event);
    }
    return {};
}

void FigurePass::walkAll(const ZoneClock &clock, const FigureCounts &counts)
{
    std::atomic<size_t> next{m_firstBlock};
    std::vector<UserWalk> walks(m_parts.size(), UserWalk(clock, counts.span, m_options.sessionGapMs));
    const auto serve = [&](UserWalk &walk) {
        for (size_t block = next++; block < m_lastBlock; block = next++)
            walkBlock(block, walk);
    };
    {
        std::vector<std::jthread> threads;
        for (size_t other = 1; other < walks.size(); ++other)
            threads.emplace_back([&, other] { serve(walks[other]); });
        serve(walks[0]);
    }
    GapTally purchases, visits;
    purchases.add(m_figures.purchaseGaps);
    visits.add(m_figures.visitGaps);
    for (const UserWalk &walk : walks) {
        purchases.add(walk.purchaseGaps().counts());
        visits.add(walk.visitGaps().counts());
    }
    m_figures.purchaseGaps = purchases.counts();
    m_figures.visitGaps = visits.counts();
}

void FigurePass::walkBlock(size_t block, UserWalk &walk)
{
    Block events = std::move(m_parts[0].blocks[block - m_firstBlock]);
    for (size_t part = 1; part < m_parts.size(); ++part) {
        Block &more = m_parts[part].blocks[block - m_firstBlock];
        events.insert(events.end(), more.begin(), more.end());
        Block().swap(more);
    }
    std::vector<quint32> starts;
    sortByUser(events, starts);
    for (quint32 user = 0; user < inBlock; ++user)
        if (starts[user] < starts[user + 1])
            m_figures.users[block * inBlock + user] = walk.figures(std::span(events).subspan(starts[user], starts[user + 1] - starts[user]));
}

} // namespace foretrail
