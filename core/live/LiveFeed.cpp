#include "core/live/LiveFeed.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QThread>

#include <algorithm>

namespace foretrail {
namespace {

struct LiveFeedText { Q_DECLARE_TR_FUNCTIONS(foretrail::LiveFeed) };

constexpr int takeMs = 100;
constexpr qint64 storeAfterMs = 200; ///< lines wait for others at most so long
constexpr qint64 tryAgainMs = 1000;

class Follower {
public:
    Follower(FeedSource &source, FeedWriter &writer, const LiveOptions &options, const std::function<void(const LiveTick &)> &tell, JobContext &job)
        : m_source(source), m_writer(writer), m_options(options), m_tell(tell), m_job(job)
    {
    }

    Result<ImportReport> run()
    {
        m_all.start();
        m_sinceTick.start();
        m_sinceStored.start();
        while (!isOver()) {
            if (Result<void> went = goOn(); !went)
                return fail(went.error());
        }
        if (Result<void> stored = store(); !stored && !stored.error().isCancelled())
            return fail(stored.error());
        report();
        return m_writer.total();
    }

private:
    bool isOver() const { return m_hasEnded || m_job.stopRequested() || (m_options.forMs > 0 && m_all.elapsed() >= m_options.forMs); }

    Result<void> goOn()
    {
        if (m_waiting.lines.size() < FeedSource::chunkBytes) {
            Result<FeedChunk> chunk = m_source.next(takeMs);
            if (!chunk)
                return fail(chunk.error());
            m_notes += chunk->notes;
            m_hasEnded = chunk->hasEnded;
            m_waiting.lines += chunk->lines;
            m_waiting.tooLong += chunk->tooLong;
            m_waiting.position = chunk->position;
        }
        const bool isDue = m_waiting.lines.size() >= FeedSource::chunkBytes || m_sinceStored.elapsed() >= storeAfterMs;
        if (isDue && !m_waiting.isEmpty())
            if (Result<void> stored = store(); !stored)
                return stored;
        if (m_sinceTick.elapsed() >= m_options.tickMs)
            report();
        return {};
    }

    Result<void> store()
    {
        if (m_waiting.isEmpty())
            return {};
        JobContext whole; // what was read is stored, also where the job is to stop
        for (;;) {
            const Result<ImportReport> stored = m_writer.store(m_waiting.lines, m_waiting.position, m_waiting.tooLong, whole);
            if (stored) {
                m_since.addCounts(*stored);
                m_waiting = {};
                m_source.confirm();
                m_sinceStored.restart();
                return {};
            }
            const ErrorCode code = stored.error().code;
            if (m_job.stopRequested() || (code != ErrorCode::Io && code != ErrorCode::DiskFull))
                return fail(stored.error());
            m_notes << stored.error().message + u' ' + LiveFeedText::tr("It is tried again; the feed waits.");
            report();
            QThread::msleep(tryAgainMs);
        }
    }

    void report()
    {
        LiveTick tick;
        tick.time = QDateTime::currentMSecsSinceEpoch();
        tick.seconds = double(m_sinceTick.restart()) / 1000;
        tick.since = std::exchange(m_since, {});
        tick.total = m_writer.total();
        tick.lines = m_writer.state().lines;
        tick.notes = std::exchange(m_notes, {});
        m_tell(tick);
    }

    FeedSource &m_source;
    FeedWriter &m_writer;
    const LiveOptions &m_options;
    const std::function<void(const LiveTick &)> &m_tell;
    JobContext &m_job;
    FeedChunk m_waiting; ///< read and not stored
    ImportReport m_since;
    QStringList m_notes;
    bool m_hasEnded = false;
    QElapsedTimer m_all, m_sinceTick, m_sinceStored;
};

} // namespace

QJsonObject LiveTick::toJson() const
{
    return {{QStringLiteral("time"), QDateTime::fromMSecsSinceEpoch(time, Qt::UTC).toString(Qt::ISODateWithMs)},
            {QStringLiteral("events_per_second"), seconds > 0 ? double(since.stored) / seconds : 0},
            {QStringLiteral("read"), since.read}, {QStringLiteral("stored"), since.stored}, {QStringLiteral("duplicate"), since.duplicate},
            {QStringLiteral("rejected"), since.rejected}, {QStringLiteral("filtered"), since.filtered},
            {QStringLiteral("stored_in_all"), total.stored}, {QStringLiteral("lines_of_feed"), lines},
            {QStringLiteral("notes"), QJsonArray::fromStringList(notes)}};
}

Result<ImportReport> followFeed(Workspace &workspace, const FeedSpec &spec, const LiveOptions &options, const std::function<void(const LiveTick &)> &tell,
                                JobContext &job)
{
    Result<std::unique_ptr<FeedWriter>> writer = FeedWriter::open(workspace, spec.text(), options.plan);
    if (!writer)
        return fail(writer.error());
    Result<std::unique_ptr<FeedSource>> source = FeedSource::open(spec, (*writer)->state().position, (*writer)->state().plan);
    if (!source)
        return fail(source.error());
    return Follower(**source, **writer, options, tell, job).run();
}

} // namespace foretrail
