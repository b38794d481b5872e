#include "core/online/LiveUpdater.h"

#include <chrono>
#include <exception>

namespace foretrail {

namespace {

constexpr std::chrono::milliseconds betweenLooksAtStop{100};

Result<UpdateReport> updatedIn(const QString &path, const UpdateRequest &request, JobContext &job)
{
    try {
        Result<Workspace> workspace = Workspace::open(path);
        return workspace ? updateRun(*workspace, request, job) : fail(workspace.error());
    } catch (const std::exception &exception) { // of a thread of its own it would end the program
        return fail(ErrorCode::Internal, QString::fromLocal8Bit(exception.what()));
    }
}

} // namespace

LiveUpdater::LiveUpdater(QString path, QList<FollowedSchedule> runs) : m_path(std::move(path)), m_runs(std::move(runs)), m_thread([this] { work(); }) {}

LiveUpdater::~LiveUpdater()
{
    m_job.requestStop();
    {
        const std::lock_guard lock(m_mutex);
        m_isOver = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

void LiveUpdater::look(WallMs now)
{
    {
        const std::lock_guard lock(m_mutex);
        m_now = std::max(m_now, now);
    }
    m_changed.notify_all();
}

QList<FollowedUpdate> LiveUpdater::take()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_done, {});
}

void LiveUpdater::finish(const JobContext &job)
{
    std::unique_lock lock(m_mutex);
    while (!isIdle() && !job.stopRequested())
        m_changed.wait_for(lock, betweenLooksAtStop);
}

FollowedSchedule *LiveUpdater::nextDue()
{
    for (FollowedSchedule &one : m_runs)
        if (m_now != 0 && one.isDue(m_now))
            return &one;
    return nullptr;
}

bool LiveUpdater::isIdle() { return m_isOver || (!m_isUpdating && !nextDue()); }

void LiveUpdater::work()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_changed.wait(lock, [this] { return m_isOver || nextDue(); });
        if (m_isOver)
            return;
        FollowedSchedule *due = nextDue();
        const UpdateRequest request = followRequest(*due, m_now);
        due->look(m_now);
        const FollowedSchedule followed = *due;
        m_isUpdating = true;
        lock.unlock();
        Result<UpdateReport> report = updatedIn(m_path, request, m_job);
        lock.lock();
        m_isUpdating = false;
        if (report || !report.error().isCancelled())
            m_done.append({followed, *request.until, std::move(report)});
        m_changed.notify_all();
    }
}

} // namespace foretrail
