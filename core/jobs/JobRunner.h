#pragma once

#include "core/jobs/JobContext.h"

#include <QElapsedTimer>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QThreadPool>

#include <array>
#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <optional>

namespace foretrail {

/// Which jobs wait for each other: one writer of the workspace, one training (or as many as setPlaces() says), a few readers at a
/// time. What pages learn of the data by themselves, for seconds or minutes, has places of its own, so that nobody waits for it who
/// only wants to read. A feed goes on for hours beside all of them.
enum class Lane { Read, Write, Train, Learn, Feed };

using JobId = quint64;

enum class JobState { Waiting, Running, Paused, Stopping };

/// What the Jobs panel shows of one job.
struct JobInfo {
    JobId id = 0;
    QString title;
    Lane lane = Lane::Read;
    JobState state = JobState::Waiting;
    bool hasBegun = false;
    bool isListed = true; ///< false for short reads that a person need not see
    bool asksBeforeClosing = false;
    Progress progress;
    qint64 elapsedMs = 0;    ///< without the time that it was paused
    qint64 remainingMs = -1; ///< -1 while it cannot be told
};

struct JobOptions {
    QString title;
    Lane lane = Lane::Read;
    bool isListed = true;
    bool asksBeforeClosing = false; ///< it changes the workspace, and stopping it loses what a person waited for
    qint64 earlierMs = 0;           ///< spent on what it goes on with: counts as elapsed
};

/// Runs all long work of the window. Lives in the GUI thread; every public function is called there.
/// Each start ends in exactly one call of `done` in the GUI thread, with a value, a failure or Cancelled;
/// a receiver that has been destroyed gets nothing. Exceptions of the work become ErrorCode::Internal.
/// The destructor cancels, waits and delivers what is left.
class JobRunner : public QObject {
    Q_OBJECT
public:
    explicit JobRunner(QObject *parent = nullptr);
    ~JobRunner() override;

    template<class T>
    JobId start(const JobOptions &options, std::function<Result<T>(JobContext &)> work, QObject *receiver,
                std::function<void(Result<T>)> done)
    {
        auto result = std::make_shared<Result<T>>(fail(Error::cancelled()));
        return enqueue(
            options,
            [result, work = std::move(work)](JobContext &context) { *result = guarded<T>(work, context); },
            [result, done = std::move(done), guard = QPointer<QObject>(receiver), hadReceiver = receiver != nullptr] {
                if (!hadReceiver || guard)
                    done(std::move(*result));
            });
    }

    /// Of the jobs of its lane that wait it comes first; nothing where it does not wait any more.
    void runNext(JobId id) { moveWaiting(id, 0); }
    /// The same, behind `place` others.
    void moveWaiting(JobId id, int place);
    /// Jobs of the lane that run at a time, at least 1. Where they become fewer, those that run go on.
    void setPlaces(Lane lane, int places);
    void cancel(JobId id); ///< one that waits ends at once
    void cancelAll();
    bool isRunning(JobId id) const;
    /// Every job that has not ended: those that run, oldest first, then those that wait, in the order of their lanes.
    QList<JobInfo> jobs() const;
    QList<JobInfo> waiting(Lane lane) const; ///< the next first
    std::optional<JobInfo> job(JobId id) const;
    /// Cancels everything and waits; what is delivered is delivered before it returns.
    void shutDown();

Q_SIGNALS:
    void jobStarted(foretrail::JobId id);
    void jobChanged(foretrail::JobId id);
    void jobEnded(foretrail::JobId id);

private:
    struct Entry;
    class Place;
    /// Of one lane, under the mutex. A job that was paused and goes on comes before those that have not begun.
    struct Queue {
        std::deque<std::shared_ptr<Entry>> waiting;   ///< the next first
        std::deque<std::shared_ptr<Entry>> returning;
        int places = 1;
        int taken = 0;
    };

    template<class T>
    static Result<T> guarded(const std::function<Result<T>(JobContext &)> &work, JobContext &context)
    {
        if (context.stopRequested())
            return fail(Error::cancelled());
        try {
            return work(context);
        } catch (const std::bad_alloc &) {
            return fail(outOfMemory());
        } catch (const std::exception &exception) {
            return fail(unexpectedException(exception.what()));
        }
    }
    static Error outOfMemory();
    static Error unexpectedException(const char *what);

    JobId enqueue(const JobOptions &options, std::function<void(JobContext &)> work, std::function<void()> deliver);
    void onProgress(JobId id, const Progress &progress);
    void onState(JobId id, JobState state);
    void onEnded(JobId id);
    Queue &queue(Lane lane) { return m_queues[size_t(lane)]; }
    void admit(Lane lane); ///< fills the places that are free; under the mutex
    void run(const std::shared_ptr<Entry> &entry); ///< on a thread of the lane
    void leavePlace(const std::shared_ptr<Entry> &entry);
    void takePlace(const std::shared_ptr<Entry> &entry);
    void tellState(JobId id, JobState state); ///< from any thread
    bool takeFromWaiting(const std::shared_ptr<Entry> &entry); ///< false where it has begun
    static JobInfo infoOf(const Entry &entry);

    std::map<JobId, std::shared_ptr<Entry>> m_entries;
    mutable std::mutex m_mutex;
    std::condition_variable m_placeTaken; ///< by one that returns, or it was stopped
    std::array<Queue, 5> m_queues;        ///< by lane
    std::array<QThreadPool, 5> m_pools;   ///< a thread for each job that runs or is paused
    JobId m_nextId = 1;
};

/// Keeps only the newest of a kind of request: a new start cancels the one before and its late answer is dropped.
class LatestJob {
public:
    explicit LatestJob(JobRunner &runner) : m_runner(&runner) {}

    template<class T>
    void start(const JobOptions &options, std::function<Result<T>(JobContext &)> work, QObject *receiver,
               std::function<void(Result<T>)> done)
    {
        cancel();
        const quint64 number = ++*m_number;
        m_current = m_runner->start<T>(options, std::move(work), receiver,
            [number, newest = m_number, done = std::move(done)](Result<T> result) {
                if (number == *newest)
                    done(std::move(result));
            });
    }
    /// The running request, if any, is cancelled and its answer will be dropped.
    void cancel();
    bool isRunning() const { return m_runner && m_runner->isRunning(m_current); }
    JobId id() const { return m_current; } ///< of the newest request, 0 before the first

private:
    QPointer<JobRunner> m_runner;
    std::shared_ptr<quint64> m_number = std::make_shared<quint64>(0);
    JobId m_current = 0;
};

} // namespace foretrail
