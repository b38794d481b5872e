#include "core/jobs/JobContext.h"

#include <QCoreApplication>

#include <algorithm>
#include <chrono>

namespace foretrail {
namespace {

qint64 steadyMs()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

} // namespace

JobContext::JobContext() : m_stop(std::make_shared<std::atomic<bool>>(false)) {}

JobContext::JobContext(Sink sink, qint64 holdBackMs)
    : m_stop(std::make_shared<std::atomic<bool>>(false)), m_sink(std::move(sink)), m_holdBackMs(holdBackMs) {}

void JobContext::report(qint64 done, qint64 total, const QString &what)
{
    if (!m_sink)
        return;
    const qint64 now = steadyMs();
    qint64 next = m_nextReportMs.load(std::memory_order_relaxed);
    const bool isLast = total > 0 && done >= total;
    if (!isLast && (now < next || !m_nextReportMs.compare_exchange_strong(next, now + m_holdBackMs)))
        return;
    m_sink(Progress{done, total, what});
}

JobContext JobContext::part(qint64 before, qint64 size, qint64 total, const QString &name)
{
    const auto furthest = std::make_shared<std::atomic<qint64>>(0);
    constexpr qint64 coarse = 20, steps = 1000;
    if (total < coarse) { // one of four moves on too while it works
        before *= steps;
        size *= steps;
        total *= steps;
    }
    return JobContext(m_stop, [this, before, size, total, name, furthest](const Progress &progress) {
        const double share = progress.total > 0 ? std::clamp(double(progress.done) / double(progress.total), 0.0, 1.0) : 0.0;
        qint64 known = furthest->load();
        const qint64 done = qint64(share * double(size));
        while (done > known && !furthest->compare_exchange_weak(known, done)) {}
        const bool isNamed = !name.isEmpty() && !progress.what.isEmpty();
        report(before + std::max(done, known), total,
               isNamed ? QCoreApplication::translate("foretrail::JobContext", "%1: %2", "part of a job, what it does").arg(name, progress.what)
                       : name + progress.what);
    }, m_holdBackMs, m_place);
}

void JobContext::rest()
{
    if (m_place)
        m_place->leave();
}

void JobContext::goOn()
{
    if (m_place)
        m_place->takeBack();
}

} // namespace foretrail
