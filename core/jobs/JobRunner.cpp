#include "core/jobs/JobRunner.h"

#include "core/base/Logging.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>

namespace foretrail {

struct JobRunner::Entry {
    JobInfo info;
    QElapsedTimer clock;
    std::unique_ptr<JobContext> context;
    std::function<void(JobContext &)> work;
    std::function<void()> deliver;
};

namespace {

constexpr int readers = 2;

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
    m_pools[size_t(Lane::Read)].setMaxThreadCount(readers);
    m_pools[size_t(Lane::Write)].setMaxThreadCount(1);
    m_pools[size_t(Lane::Train)].setMaxThreadCount(1);
    m_pools[size_t(Lane::Train)].setThreadPriority(QThread::LowPriority);
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
    entry->work = std::move(work);
    entry->deliver = std::move(deliver);
    entry->context = std::make_unique<JobContext>([this, id](const Progress &progress) {
        QMetaObject::invokeMethod(this, [this, id, progress] { onProgress(id, progress); }, Qt::QueuedConnection);
    });
    m_entries.emplace(id, entry);
    {
        const std::lock_guard lock(m_mutex);
        m_waiting[size_t(options.lane)].push_back(entry);
    }
    Q_EMIT jobStarted(id);
    // A thread that becomes free takes whichever job waits first by then.
    m_pools[size_t(options.lane)].start([this, lane = options.lane] {
        const std::shared_ptr<Entry> next = takeWaiting(lane);
        const JobId begun = next->info.id;
        QMetaObject::invokeMethod(this, [this, begun] { onStarted(begun); }, Qt::QueuedConnection);
        next->work(*next->context);
        next->work = {};
        QMetaObject::invokeMethod(this, [this, begun] { onEnded(begun); }, Qt::QueuedConnection);
    });
    return id;
}

std::shared_ptr<JobRunner::Entry> JobRunner::takeWaiting(Lane lane)
{
    const std::lock_guard lock(m_mutex);
    std::deque<std::shared_ptr<Entry>> &waiting = m_waiting[size_t(lane)];
    std::shared_ptr<Entry> next = std::move(waiting.front());
    waiting.pop_front();
    return next;
}

void JobRunner::runNext(JobId id)
{
    {
        const std::lock_guard lock(m_mutex);
        for (std::deque<std::shared_ptr<Entry>> &waiting : m_waiting) {
            const auto found = std::ranges::find_if(waiting, [id](const std::shared_ptr<Entry> &entry) { return entry->info.id == id; });
            if (found != waiting.end())
                std::rotate(waiting.begin(), found, found + 1);
        }
    }
    Q_EMIT jobChanged(id);
}

void JobRunner::onStarted(JobId id)
{
    const auto found = m_entries.find(id);
    if (found == m_entries.end())
        return;
    found->second->clock.start();
    if (found->second->info.state == JobState::Waiting)
        found->second->info.state = JobState::Running;
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
    found->second->context->requestStop();
    found->second->info.state = JobState::Stopping;
    Q_EMIT jobChanged(id);
}

void JobRunner::cancelAll()
{
    for (const JobInfo &job : jobs())
        cancel(job.id);
}

bool JobRunner::isRunning(JobId id) const { return m_entries.contains(id); }

QList<JobInfo> JobRunner::jobs() const
{
    QList<JobInfo> list;
    const auto add = [&list](const Entry &entry) {
        JobInfo info = entry.info;
        info.elapsedMs = entry.clock.isValid() ? entry.clock.elapsed() : 0;
        info.remainingMs = remainingMs(info.progress, info.elapsedMs);
        list.append(info);
    };
    const std::lock_guard lock(m_mutex);
    std::set<JobId> waiting;
    for (const auto &lane : m_waiting)
        for (const std::shared_ptr<Entry> &entry : lane)
            waiting.insert(entry->info.id);
    for (const auto &[id, entry] : m_entries)
        if (!waiting.contains(id))
            add(*entry);
    for (const auto &lane : m_waiting)
        for (const std::shared_ptr<Entry> &entry : lane)
            add(*entry);
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
