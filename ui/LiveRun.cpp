#include "ui/LiveRun.h"

#include "core/live/FeedPlan.h"

#include <QPointer>

namespace foretrail {

namespace {

constexpr qint64 ticksMs = 250;
constexpr qint64 leastMs = 10'000, mostMs = 300'000; ///< between two times that other pages read anew

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
    m_stored = m_told = 0;
    m_sinceTold.start();
    const quint64 number = ++m_number;
    // Called on the thread of the feed, which may outlive this object, but not the session: only the GUI thread looks whether it is still there.
    const auto tell = [session = &m_session, run = QPointer<LiveRun>(this), number](const LiveTick &tick) {
        QMetaObject::invokeMethod(session, [run, number, tick] {
            if (!run || run->m_number != number)
                return;
            run->m_stored = tick.total.stored;
            Q_EMIT run->ticked(tick);
            run->tellOthers();
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

/// Other pages read anew once there is anything, where the log has doubled, and every few minutes: not with each event.
void LiveRun::tellOthers()
{
    const qint64 known = m_session.summary().events, fresh = m_stored - m_told, passed = m_sinceTold.elapsed();
    const bool isFirst = known == 0 && m_told == 0, hasDoubled = fresh >= known && passed >= leastMs;
    if (!m_isRunning || fresh <= 0 || !(isFirst || hasDoubled || passed >= mostMs))
        return;
    m_told = m_stored;
    m_sinceTold.start();
    m_session.reloadData();
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
