#include "ui/LiveRun.h"

#include "core/live/FeedPlan.h"

#include <QPointer>

namespace foretrail {

namespace {

constexpr qint64 ticksMs = 250;

} // namespace

LiveRun::LiveRun(AppSession &session, QObject *parent) : QObject(parent), m_session(session)
{
    connect(&session, &AppSession::workspaceChanged, this, [this] {
        ++m_number;
        stop();
    });
}

void LiveRun::start(const FeedSpec &spec, const QString &like, const QString &recommender)
{
    if (m_isRunning)
        return;
    m_spec = spec;
    m_control = std::make_shared<LiveControl>();
    m_isRunning = true;
    m_isStopping = false;
    m_stored = 0;
    const quint64 number = ++m_number;
    const auto tell = [run = QPointer<LiveRun>(this), number](const LiveTick &tick) {
        if (run)
            QMetaObject::invokeMethod(run.data(), [run, number, tick] {
                if (!run || run->m_number != number)
                    return;
                run->m_stored = tick.total.stored;
                Q_EMIT run->ticked(tick);
            }, Qt::QueuedConnection);
    };
    m_job = m_session.runOnWorkspace<ImportReport>({tr("Following %1").arg(spec.text()), Lane::Feed, true},
        [spec, like, recommender, tell, control = m_control](Workspace &workspace, JobContext &job) -> Result<ImportReport> {
            Result<std::optional<ImportPlan>> plan = guessedFeedPlan(workspace, spec, like, job);
            if (!plan)
                return fail(plan.error());
            LiveOptions options;
            options.plan = std::move(*plan);
            options.tickMs = ticksMs;
            options.watchesShop = true;
            options.recommender = recommender;
            options.control = control;
            return followFeed(workspace, spec, options, tell, job);
        }, this, [this, number](Result<ImportReport> total) {
            m_isRunning = m_isStopping = false;
            const bool isOfNow = number == m_number;
            if (total && isOfNow)
                Q_EMIT ended(*total);
            else if (isOfNow)
                Q_EMIT failed(total.error());
            Q_EMIT stateChanged();
            if (m_stored > 0 && isOfNow && m_session.hasWorkspace())
                m_session.reloadData();
        });
    Q_EMIT stateChanged();
}

void LiveRun::setPaused(bool isPaused)
{
    m_control->setPaused(isPaused);
    Q_EMIT stateChanged();
}

void LiveRun::stop()
{
    if (!m_isRunning || m_isStopping)
        return;
    m_isStopping = true;
    m_session.jobs().cancel(m_job);
    Q_EMIT stateChanged();
}

} // namespace foretrail
