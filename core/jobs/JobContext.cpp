#include "core/jobs/JobContext.h"

#include <chrono>

namespace foretrail {
namespace {

constexpr qint64 reportEveryMs = 50;

qint64 steadyMs()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

} // namespace

JobContext::JobContext() : m_stop(std::make_shared<std::atomic<bool>>(false)) {}

JobContext::JobContext(Sink sink) : m_stop(std::make_shared<std::atomic<bool>>(false)), m_sink(std::move(sink)) {}

void JobContext::report(qint64 done, qint64 total, const QString &what)
{
    if (!m_sink)
        return;
    const qint64 now = steadyMs();
    qint64 next = m_nextReportMs.load(std::memory_order_relaxed);
    const bool isLast = total > 0 && done >= total;
    if (!isLast && (now < next || !m_nextReportMs.compare_exchange_strong(next, now + reportEveryMs)))
        return;
    m_sink(Progress{done, total, what});
}

} // namespace foretrail
