#include "core/live/LiveFeed.h"

#include "core/data/feed/OldEvents.h"
#include "core/live/LiveLearner.h"
#include "core/live/LiveShop.h"

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
constexpr qint64 storeAfterMs = 200; ///< lines wait for others at most so long, where nobody watches
constexpr qint64 tryAgainMs = 1000;
constexpr qint64 leastReadForAlert = 20;
constexpr qint64 rejectsAgainMs = 60'000;

class Follower {
public:
    Follower(Workspace &workspace, const FeedSpec &spec, FeedSource &source, FeedWriter &writer, const LiveOptions &options, const std::function<void(const LiveTick &)> &tell,
             JobContext &job)
        : m_workspace(workspace), m_spec(spec), m_source(source), m_writer(writer), m_options(options), m_tell(tell), m_job(job), m_learner(workspace.path(), options.recommender)
    {
    }

    /// What the workspace holds by now. Models that are known stay.
    Result<void> watch()
    {
        const Result<DataSummary> summary = m_workspace.data().summary();
        if (!summary)
            return fail(summary.error());
        m_eventsBefore = summary->events - m_writer.total().stored;
        const SharedModels known = m_shop ? m_shop->models() : m_options.models;
        Result<std::unique_ptr<LiveShop>> shop = LiveShop::open(m_workspace, m_spec, m_job);
        if (!shop)
            return fail(shop.error());
        m_shop = std::move(*shop);
        if (known)
            m_shop->setModels(known);
        if (m_options.onUser)
            m_shop->setListener(m_options.onUser);
        return {};
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
        if (Result<void> told = report(); !told)
            return fail(told.error());
        return m_writer.total();
    }

private:
    bool isOver() const { return m_hasEnded || m_job.stopRequested() || (m_options.forMs > 0 && m_all.elapsed() >= m_options.forMs); }
    bool isPaused() const { return m_options.control && m_options.control->isPaused(); }

    /// The clocks of a replay and of its shop wait as well.
    void followPause()
    {
        if (isPaused() == m_wasPaused)
            return;
        m_wasPaused = !m_wasPaused;
        m_source.setPaused(m_wasPaused);
        if (m_shop)
            m_shop->setPaused(m_wasPaused);
    }

    Result<void> goOn()
    {
        followPause();
        if (isPaused())
            QThread::msleep(takeMs); // whoever sends waits
        else if (m_waiting.lines.size() < FeedSource::chunkBytes)
            if (Result<void> taken = takeIn(); !taken)
                return taken;
        const qint64 patience = m_shop ? 0 : storeAfterMs; // what comes while others are stored and told makes the next batch
        const bool isDue = isPaused() || m_waiting.lines.size() >= FeedSource::chunkBytes || m_sinceStored.elapsed() >= patience;
        if (isDue && !m_waiting.isEmpty())
            if (Result<void> stored = store(); !stored)
                return stored;
        if (m_sinceTick.elapsed() < m_options.tickMs)
            return {};
        if (Result<void> forgot = forgetOldDays(); !forgot)
            return forgot;
        return report();
    }

    /// Once a day of the shop; what is locked or full is tried again at the next look.
    Result<void> forgetOldDays()
    {
        if (m_options.keepDays <= 0 || !m_shop || !m_shop->hasClock() || m_shop->now() / dayMs == m_forgotDay)
            return {};
        const UtcMs now = m_shop->now();
        const Result<qint64> forgot = forgetEventsBefore(m_workspace, now - m_options.keepDays * dayMs, m_job);
        if (!forgot && (forgot.error().isCancelled() || forgot.error().code == ErrorCode::Io || forgot.error().code == ErrorCode::DiskFull))
            return {};
        if (!forgot)
            return fail(forgot.error());
        m_forgotDay = now / dayMs;
        if (*forgot == 0)
            return {};
        m_notes << LiveFeedText::tr("%n event(s) from more than %1 days ago are removed.", nullptr, int(*forgot)).arg(m_options.keepDays);
        return watch();
    }

    Result<void> takeIn()
    {
        const bool hasSome = !m_waiting.isEmpty();
        Result<FeedChunk> chunk = m_source.next(hasSome ? 1 : takeMs);
        if (!chunk)
            return fail(chunk.error());
        if (!hasSome)
            m_sinceArrival.start();
        m_notes += chunk->notes;
        m_hasEnded = chunk->hasEnded;
        m_waiting.lines += chunk->lines;
        m_waiting.tooLong += chunk->tooLong;
        m_waiting.position = chunk->position;
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
                return show(*stored);
            }
            const ErrorCode code = stored.error().code;
            if (m_job.stopRequested() || (code != ErrorCode::Io && code != ErrorCode::DiskFull))
                return fail(stored.error());
            m_notes << stored.error().message + u' ' + LiveFeedText::tr("It is tried again; the feed waits.");
            if (Result<void> told = report(); !told)
                return told;
            QThread::msleep(tryAgainMs);
        }
    }

    Result<void> show(const ImportReport &stored)
    {
        if (m_shop && m_writer.changesByOthers() != std::exchange(m_changesByOthers, m_writer.changesByOthers()))
            return watch(); // their rows count as well, or no more
        if (!m_shop || stored.stored == 0)
            return {};
        return m_shop->take({m_writer.total().importId}, stored.stored - stored.replaced, stored.replaced > 0, double(m_sinceArrival.nsecsElapsed()) / 1e6);
    }

    /// What the learner has; what a person should hear of the feed.
    void lookAround()
    {
        if (m_options.learns) {
            m_learner.look(m_eventsBefore + m_writer.total().stored);
            if (SharedModels models = m_learner.take())
                m_shop->setModels(std::move(models));
            for (const QString &problem : m_learner.takeProblems())
                m_shop->alert(QStringLiteral("feed"), problem);
        }
        for (const QString &note : m_notes)
            m_shop->alert(QStringLiteral("feed"), note);
        const bool isTimeForRejects = !m_sinceRejects.isValid() || m_sinceRejects.elapsed() > rejectsAgainMs;
        if (isTimeForRejects && m_since.read >= leastReadForAlert && m_since.rejected * 10 > m_since.read) {
            m_sinceRejects.start();
            m_shop->alert(QStringLiteral("rejects"), LiveFeedText::tr("%1 of the last %2 lines were rejected: page Data says why.").arg(m_since.rejected).arg(m_since.read));
        }
    }

    Result<void> report()
    {
        LiveTick tick;
        if (m_shop) {
            lookAround();
            Result<LiveSnapshot> shop = m_shop->snapshot({m_options.control ? m_options.control->watched() : 0});
            if (!shop)
                return fail(shop.error());
            shop->learning = m_learner.progress();
            tick.shop = std::make_shared<const LiveSnapshot>(std::move(*shop));
        }
        tick.time = QDateTime::currentMSecsSinceEpoch();
        tick.seconds = double(m_sinceTick.restart()) / 1000;
        tick.since = std::exchange(m_since, {});
        tick.total = m_writer.total();
        tick.lines = m_writer.state().lines;
        tick.notes = std::exchange(m_notes, {});
        tick.isPaused = isPaused();
        m_job.report(0, 0, LiveFeedText::tr("%Ln event(s) stored", nullptr, int(tick.total.stored)));
        m_tell(tick);
        return {};
    }

    Workspace &m_workspace;
    const FeedSpec &m_spec;
    FeedSource &m_source;
    FeedWriter &m_writer;
    const LiveOptions &m_options;
    const std::function<void(const LiveTick &)> &m_tell;
    JobContext &m_job;
    LiveLearner m_learner;
    std::unique_ptr<LiveShop> m_shop; ///< nullptr: nobody watches
    qint64 m_eventsBefore = 0;
    qint64 m_changesByOthers = 0;
    qint64 m_forgotDay = -1; ///< of the shop's clock
    FeedChunk m_waiting; ///< read and not stored
    ImportReport m_since;
    QStringList m_notes;
    bool m_hasEnded = false, m_wasPaused = false;
    QElapsedTimer m_sinceRejects; ///< were told
    QElapsedTimer m_all, m_sinceTick, m_sinceStored, m_sinceArrival;
};

} // namespace

QJsonObject LiveTick::toJson() const
{
    QJsonObject json{{QStringLiteral("time"), QDateTime::fromMSecsSinceEpoch(time, Qt::UTC).toString(Qt::ISODateWithMs)},
            {QStringLiteral("events_per_second"), seconds > 0 ? double(since.stored) / seconds : 0},
            {QStringLiteral("read"), since.read}, {QStringLiteral("stored"), since.stored}, {QStringLiteral("duplicate"), since.duplicate},
            {QStringLiteral("rejected"), since.rejected}, {QStringLiteral("filtered"), since.filtered},
            {QStringLiteral("stored_in_all"), total.stored}, {QStringLiteral("lines_of_feed"), lines},
            {QStringLiteral("notes"), QJsonArray::fromStringList(notes)}};
    if (shop)
        json.insert(QStringLiteral("shop"), shop->toJson());
    return json;
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
    Follower follower(workspace, spec, **source, **writer, options, tell, job);
    if (options.watchesShop)
        if (Result<void> watched = follower.watch(); !watched)
            return fail(watched.error());
    return follower.run();
}

} // namespace foretrail
