#include "ui/Searches.h"

#include "core/training/KeptTraining.h"

#include <QMutex>

#include <optional>

namespace foretrail {

namespace {

constexpr int searchPollMs = 100;

}

/// The way of trials and epochs from the working thread to the window.
class SearchFeed {
public:
    struct News {
        std::optional<SearchReport> report;
        std::optional<std::pair<TrainingSpec, QList<EpochRecord>>> begun; ///< another trial, and the epochs that it goes on from
        QList<EpochLosses> losses; ///< new ones of the trial under way
    };
    void addTrial(const SearchReport &report)
    {
        const QMutexLocker lock(&m_mutex);
        m_news.report = report;
    }
    void begin(const TrainingSpec &spec, const QList<EpochRecord> &earlier)
    {
        const QMutexLocker lock(&m_mutex);
        m_news.begun.emplace(spec, earlier);
        m_news.losses.clear();
    }
    void addEpoch(const EpochLosses &losses)
    {
        const QMutexLocker lock(&m_mutex);
        m_news.losses.append(losses);
    }
    News take()
    {
        const QMutexLocker lock(&m_mutex);
        return std::exchange(m_news, {});
    }

private:
    QMutex m_mutex;
    News m_news;
};

Searches::Searches(AppSession &session, QObject *parent) : QObject(parent), m_session(session)
{
    m_poll.setInterval(searchPollMs);
    connect(&m_poll, &QTimer::timeout, this, &Searches::poll);
    connect(&session, &AppSession::workspaceChanged, this, [this] {
        m_forgotten.clear();
        m_names.clear();
        if (!isRunning())
            forget();
    });
}

Searches::~Searches() = default;

void Searches::start(const SearchPlan &plan)
{
    if (isRunning())
        return;
    if (m_report.plan.name != plan.name)
        m_report = {};
    m_report.plan = plan;
    m_report.isComplete = false;
    m_isTold = true;
    m_forgotten.removeAll(plan.name);
    m_workspace = m_session.workspacePath();
    m_feed = std::make_shared<SearchFeed>();
    m_control = std::make_shared<TrainingControl>();
    m_training = {};
    m_job = m_session.runOnWorkspace<SearchReport>({tr("Searching: %1", "name of a search").arg(plan.name), Lane::Train, true, true},
        [plan, feed = m_feed, control = m_control](Workspace &workspace, JobContext &job) {
            SearchHooks hooks;
            hooks.onTrial = [&feed](const SearchReport &report) { feed->addTrial(report); };
            hooks.onBegin = [&feed](const TrainingSpec &spec, const QList<EpochRecord> &earlier) { feed->begin(spec, earlier); };
            hooks.onEpoch = [&feed](const EpochLosses &losses) { feed->addEpoch(losses); };
            hooks.control = control.get();
            return runSearch(workspace, plan, job, hooks);
        }, this, [this](const Result<SearchReport> &report) { finish(report); });
    m_poll.start();
    Q_EMIT begun();
    Q_EMIT changed();
}

void Searches::stop() { m_session.jobs().cancel(m_job); }

void Searches::pause()
{
    if (m_control)
        m_control->pause();
    Q_EMIT changed();
}

void Searches::goOn()
{
    if (m_control)
        m_control->resume();
    Q_EMIT changed();
}

bool Searches::isPaused() const { return isRunning() && m_control && m_control->isPaused(); }

bool Searches::isUnderWay(const UnfinishedTraining &kept) const
{
    return isRunning() && m_workspace == m_session.workspacePath() && kept.spec == m_training.spec.toJson();
}

void Searches::forget()
{
    if (isRunning())
        return;
    m_forgotten.append(m_report.plan.name);
    m_isTold = false;
    Q_EMIT changed();
}

QString Searches::freeName() const
{
    int number = 1;
    while (m_names.contains(tr("search %1", "name of a search, numbered").arg(number)))
        ++number;
    return tr("search %1", "name of a search, numbered").arg(number);
}

void Searches::takeStored(const QList<SearchReport> &searches)
{
    m_names.clear();
    for (const SearchReport &search : searches)
        m_names.append(search.plan.name);
    if (isRunning() || searches.isEmpty() || searches.front().isComplete || m_forgotten.contains(searches.front().plan.name))
        return;
    if (m_isTold && m_report.trials.isEmpty() && !m_names.contains(m_report.plan.name))
        return; // one that has no run yet is newer
    if (m_isTold && m_report.isComplete)
        return; // the last one stays until it is put away
    m_report = searches.front();
    m_isTold = true;
    Q_EMIT changed();
}

void Searches::takeBegun(const SearchPlan &plan)
{
    if (isRunning() || m_isTold || m_forgotten.contains(plan.name))
        return;
    m_report = {};
    m_report.plan = plan;
    m_isTold = true;
    Q_EMIT changed();
}

void Searches::poll()
{
    const SearchFeed::News news = m_feed->take();
    if (news.report) {
        m_report = *news.report;
        Q_EMIT trialStored();
        Q_EMIT changed();
    }
    if (news.begun) {
        m_training.spec = news.begun->first;
        m_training.epochs = news.begun->second;
        m_training.title = tr("a trial of %1", "name of a search").arg(m_report.plan.name);
    }
    for (const EpochLosses &losses : news.losses) {
        m_training.epochs.append(epochRecord(losses));
        m_training.epochCount = losses.epochs;
        m_training.windows = losses.windows;
    }
    if (!news.losses.isEmpty())
        Q_EMIT learning(m_training);
}

void Searches::finish(const Result<SearchReport> &report)
{
    poll();
    m_poll.stop();
    m_job = 0;
    if (report) {
        m_report = *report;
        Q_EMIT ended(m_report);
    } else {
        Q_EMIT failed(report.error());
    }
    Q_EMIT changed();
    if (m_workspace != m_session.workspacePath())
        forget();
}

} // namespace foretrail
