#include "core/jobs/JobRunner.h"

#include "core/base/Logging.h"

#include <QCoreApplication>

#include <algorithm>
#include <unordered_set>

namespace foretrail {

struct JobRunner::Entry {
    JobInfo info;
    qint64 pastMs = 0;   ///< before the clock was started last
    QElapsedTimer clock; ///< not valid while it waits or is paused
    bool hasPlace = false; ///< under the mutex
    std::unique_ptr<JobContext> context;
    std::function<void(JobContext &)> work;
    std::function<void()> deliver;
};

/// Held by the context of the entry, so it must not keep the entry alive.
class JobRunner::Place : public JobPlace {
public:
    Place(JobRunner &runner, std::weak_ptr<Entry> entry) : m_runner(runner), m_entry(std::move(entry)) {}
    void leave() override { m_runner.leavePlace(m_entry.lock()); }
    void takeBack() override { m_runner.takePlace(m_entry.lock()); }

private:
    JobRunner &m_runner;
    const std::weak_ptr<Entry> m_entry;
};

namespace {

constexpr int readers = 2, learners = 2;
constexpr int mostThreads = 1000; ///< of a lane: those that are paused keep theirs

qint64 remainingMs(const Progress &progress, qint64 elapsedMs)
{
    if (progress.total <= 0 || progress.done <= 0 || elapsedMs < 500)
        return -1;
    const double share = double(progress.done) / double(progress.total);
    return share >= 1.0 ? 0 : qint64(double(elapsedMs) * (1.0 - share) / share);
}

} // namespace

JobRunner::JobRunner(QObject *parent) : QObject(parent)
{
    qRegisterMetaType<foretrail::JobId>("foretrail::JobId");
    queue(Lane::Read).places = readers;
    queue(Lane::Learn).places = learners;
    for (QThreadPool &pool : m_pools)
        pool.setMaxThreadCount(mostThreads);
    for (const Lane lane : {Lane::Train, Lane::Learn})
        m_pools[size_t(lane)].setThreadPriority(QThread::LowPriority);
}

JobRunner::~JobRunner() { shutDown(); }

Error JobRunner::outOfMemory()
{
    return {ErrorCode::Internal,
            QCoreApplication::translate("foretrail::JobRunner", "The machine ran out of memory. Close other programs or take a smaller part of the data."), {}};
}

Error JobRunner::unexpectedException(const char *what)
{
    const QString text = QString::fromLocal8Bit(what);
    qCWarning(logJobs) << "a job ended with an exception:" << text;
    return {ErrorCode::Internal,
            QCoreApplication::translate("foretrail::JobRunner", "Something unforeseen happened: %1").arg(text.section(QLatin1Char('\n'), 0, 0)), text};
}

JobId JobRunner::enqueue(const JobOptions &options, std::function<void(JobContext &)> work, std::function<void()> deliver)
{
    const JobId id = m_nextId++;
    auto entry = std::make_shared<Entry>();
    entry->info.id = id;
    entry->info.title = options.title;
    entry->info.lane = options.lane;
    entry->info.isListed = options.isListed;
    entry->info.asksBeforeClosing = options.asksBeforeClosing;
    entry->pastMs = options.earlierMs;
    entry->work = std::move(work);
    entry->deliver = std::move(deliver);
    entry->context = std::make_unique<JobContext>([this, id](const Progress &progress) {
        QMetaObject::invokeMethod(this, [this, id, progress] { onProgress(id, progress); }, Qt::QueuedConnection);
    });
    entry->context->setPlace(std::make_shared<Place>(*this, entry));
    m_entries.emplace(id, entry);
    {
        const std::lock_guard lock(m_mutex);
        queue(options.lane).waiting.push_back(entry);
    }
    Q_EMIT jobStarted(id);
    const std::lock_guard lock(m_mutex);
    admit(options.lane);
    return id;
}

void JobRunner::admit(Lane lane)
{
    Queue &queue = this->queue(lane);
    for (; queue.taken < queue.places && !queue.returning.empty(); ++queue.taken) {
        queue.returning.front()->hasPlace = true;
        queue.returning.pop_front();
        m_placeTaken.notify_all();
    }
    for (; queue.taken < queue.places && !queue.waiting.empty(); ++queue.taken) {
        const std::shared_ptr<Entry> entry = queue.waiting.front();
        queue.waiting.pop_front();
        entry->hasPlace = true;
        m_pools[size_t(lane)].start([this, entry] { run(entry); });
    }
}

void JobRunner::run(const std::shared_ptr<Entry> &entry)
{
    const JobId id = entry->info.id;
    tellState(id, JobState::Running);
    entry->work(*entry->context);
    entry->work = {};
    QMetaObject::invokeMethod(this, [this, id] { onEnded(id); }, Qt::QueuedConnection); // before the next can end
    const std::lock_guard lock(m_mutex);
    queue(entry->info.lane).taken -= entry->hasPlace ? 1 : 0;
    admit(entry->info.lane);
}

void JobRunner::leavePlace(const std::shared_ptr<Entry> &entry)
{
    tellState(entry->info.id, JobState::Paused);
    const std::lock_guard lock(m_mutex);
    queue(entry->info.lane).taken -= entry->hasPlace ? 1 : 0;
    entry->hasPlace = false;
    admit(entry->info.lane);
}

void JobRunner::takePlace(const std::shared_ptr<Entry> &entry)
{
    tellState(entry->info.id, JobState::Waiting);
    {
        std::unique_lock lock(m_mutex);
        std::deque<std::shared_ptr<Entry>> &returning = queue(entry->info.lane).returning;
        returning.push_back(entry);
        admit(entry->info.lane);
        m_placeTaken.wait(lock, [&] { return entry->hasPlace || entry->context->stopRequested(); });
        std::erase(returning, entry);
    }
    tellState(entry->info.id, JobState::Running);
}

void JobRunner::setPlaces(Lane lane, int places)
{
    const std::lock_guard lock(m_mutex);
    queue(lane).places = std::max(1, places);
    admit(lane);
}

void JobRunner::moveWaiting(JobId id, int place)
{
    {
        const std::lock_guard lock(m_mutex);
        for (Queue &queue : m_queues) {
            auto &waiting = queue.waiting;
            const auto found = std::ranges::find_if(waiting, [id](const std::shared_ptr<Entry> &entry) { return entry->info.id == id; });
            if (found == waiting.end())
                continue;
            const auto to = waiting.begin() + std::clamp<std::ptrdiff_t>(place, 0, std::ssize(waiting) - 1);
            to <= found ? std::rotate(to, found, found + 1) : std::rotate(found, found + 1, to + 1);
        }
    }
    Q_EMIT jobChanged(id);
}

void JobRunner::tellState(JobId id, JobState state)
{
    QMetaObject::invokeMethod(this, [this, id, state] { onState(id, state); }, Qt::QueuedConnection);
}

void JobRunner::onState(JobId id, JobState state)
{
    const auto found = m_entries.find(id);
    if (found == m_entries.end())
        return;
    Entry &entry = *found->second;
    if (entry.clock.isValid())
        entry.pastMs += entry.clock.elapsed();
    state == JobState::Running ? entry.clock.start() : entry.clock.invalidate();
    entry.info.hasBegun = true;
    if (entry.info.state != JobState::Stopping)
        entry.info.state = state;
    Q_EMIT jobChanged(id);
}

void JobRunner::onProgress(JobId id, const Progress &progress)
{
    const auto found = m_entries.find(id);
    if (found == m_entries.end())
        return;
    found->second->info.progress = progress;
    Q_EMIT jobChanged(id);
}

void JobRunner::onEnded(JobId id)
{
    const auto node = m_entries.extract(id);
    if (node.empty())
        return;
    Q_EMIT jobEnded(id);
    node.mapped()->deliver();
}

void JobRunner::cancel(JobId id)
{
    const auto found = m_entries.find(id);
    if (found == m_entries.end())
        return;
    const std::shared_ptr<Entry> entry = found->second;
    entry->context->requestStop();
    entry->info.state = JobState::Stopping;
    if (takeFromWaiting(entry)) {
        entry->work(*entry->context); // sees that it was stopped before anything else
        entry->work = {};
        QMetaObject::invokeMethod(this, [this, id] { onEnded(id); }, Qt::QueuedConnection);
    }
    Q_EMIT jobChanged(id);
}

bool JobRunner::takeFromWaiting(const std::shared_ptr<Entry> &entry)
{
    const std::lock_guard lock(m_mutex);
    m_placeTaken.notify_all(); // under the mutex: one that wants to return has looked whether it was stopped, or will see it
    return std::erase(queue(entry->info.lane).waiting, entry) > 0;
}

void JobRunner::cancelAll()
{
    for (const JobInfo &job : jobs())
        cancel(job.id);
}

bool JobRunner::isRunning(JobId id) const { return m_entries.contains(id); }

JobInfo JobRunner::infoOf(const Entry &entry)
{
    JobInfo info = entry.info;
    info.elapsedMs = entry.pastMs + (entry.clock.isValid() ? entry.clock.elapsed() : 0);
    info.remainingMs = remainingMs(info.progress, info.elapsedMs);
    return info;
}

std::optional<JobInfo> JobRunner::job(JobId id) const
{
    const auto found = m_entries.find(id);
    return found == m_entries.end() ? std::optional<JobInfo>() : infoOf(*found->second);
}

QList<JobInfo> JobRunner::waiting(Lane lane) const
{
    QList<JobInfo> list;
    const std::lock_guard lock(m_mutex);
    for (const std::shared_ptr<Entry> &entry : m_queues[size_t(lane)].waiting)
        list.append(infoOf(*entry));
    return list;
}

QList<JobInfo> JobRunner::jobs() const
{
    QList<JobInfo> list;
    const std::lock_guard lock(m_mutex);
    std::unordered_set<JobId> waiting;
    for (const Queue &queue : m_queues)
        for (const std::shared_ptr<Entry> &entry : queue.waiting)
            waiting.insert(entry->info.id);
    for (const auto &[id, entry] : m_entries)
        if (!waiting.contains(id))
            list.append(infoOf(*entry));
    for (const Queue &queue : m_queues)
        for (const std::shared_ptr<Entry> &entry : queue.waiting)
            list.append(infoOf(*entry));
    return list;
}

void JobRunner::shutDown()
{
    cancelAll();
    for (QThreadPool &pool : m_pools)
        pool.waitForDone();
    QCoreApplication::sendPostedEvents(this, QEvent::MetaCall);
}

void LatestJob::cancel()
{
    ++*m_number;
    if (m_runner && m_current)
        m_runner->cancel(m_current);
}

} // namespace foretrail
