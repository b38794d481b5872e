#pragma once

#include "core/base/Result.h"
#include "core/base/Uncopied.h"

#include <atomic>
#include <functional>
#include <memory>

namespace foretrail {

/// How far a job is. total 0 means that the end is not known.
struct Progress {
    qint64 done = 0;
    qint64 total = 0;
    QString what; ///< a few words for a person: "reading line 120,000"
};

/// Where a job stands among others. Called on the job's thread.
class JobPlace : Uncopied {
public:
    virtual ~JobPlace() = default;
    virtual void leave() = 0;    ///< another may run in its place
    virtual void takeBack() = 0; ///< waits for a place; comes back without one where the job is stopped
};

/// What a piece of long work gets from its surroundings: whether to stop, and where to tell how far it is.
/// The work is a plain function of copied inputs that runs on any thread:
///
///     Result<Report> work(const Input &, JobContext &job);
///         if (job.stopRequested()) return fail(Error::cancelled());
///         job.report(done, total);
///
/// A default-constructed context is never stopped and tells nobody: for tests and short calls.
/// Thread-safe: any thread may stop; one working thread (or several) may report.
class JobContext {
public:
    using Sink = std::function<void(const Progress &)>;

    JobContext();
    static constexpr qint64 usualHoldBackMs = 50;
    /// Reports that follow another within `holdBackMs` are not passed on; 0: all are.
    explicit JobContext(Sink sink, qint64 holdBackMs = usualHoldBackMs);

    bool stopRequested() const { return m_stop->load(std::memory_order_relaxed); }
    void requestStop() { m_stop->store(true, std::memory_order_relaxed); }
    /// Passed on at most about 20 times a second, except when done == total.
    void report(qint64 done, qint64 total, const QString &what = {});

    /// From rest() to goOn() the work stands still and another job may run in its place; goOn() waits until there is a place
    /// again, or the job is stopped. Without a place nothing happens.
    void rest();
    void goOn();
    void setPlace(std::shared_ptr<JobPlace> place) { m_place = std::move(place); }

    /// A part of this work: `size` of all `total`, behind the `before` that are done. What it reports counts as a share of its
    /// size and never goes back; `name` is put in front of its words. It stops with this job, which must outlive it.
    JobContext part(qint64 before, qint64 size, qint64 total, const QString &name = {});

    /// The flag itself, for code that must not know JobContext (signal handlers, the neural module).
    std::shared_ptr<std::atomic<bool>> stopFlag() const { return m_stop; }

private:
    JobContext(std::shared_ptr<std::atomic<bool>> stop, Sink sink, qint64 holdBackMs, std::shared_ptr<JobPlace> place)
        : m_stop(std::move(stop)), m_sink(std::move(sink)), m_holdBackMs(holdBackMs), m_place(std::move(place)) {}

    std::shared_ptr<std::atomic<bool>> m_stop;
    Sink m_sink;
    qint64 m_holdBackMs = usualHoldBackMs;
    std::atomic<qint64> m_nextReportMs{0};
    std::shared_ptr<JobPlace> m_place;
};

} // namespace foretrail
