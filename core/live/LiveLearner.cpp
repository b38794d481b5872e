#include "core/live/LiveLearner.h"

#include <QCoreApplication>

#include <algorithm>
#include <exception>

namespace foretrail {
namespace {

struct LiveLearnerText { Q_DECLARE_TR_FUNCTIONS(foretrail::LiveLearner) };

} // namespace

LiveLearner::~LiveLearner()
{
    if (m_job)
        m_job->requestStop();
    if (m_thread.joinable())
        m_thread.join();
}

void LiveLearner::look(qint64 events)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_isLearning && !m_hasEnded)
            return;
    }
    m_isLearning = false;
    const bool isLate = m_sinceLearnt.isValid() && m_sinceLearnt.elapsed() > dayMs && events > m_learntFrom;
    if (events < std::max(leastEvents, 2 * m_learntFrom) && !isLate)
        return;
    if (m_thread.joinable())
        m_thread.join();
    m_sinceLearnt.start();
    m_learntFrom = events;
    m_isLearning = true;
    m_hasEnded = false;
    m_job = std::make_shared<JobContext>([this](const Progress &progress) {
        const std::lock_guard lock(m_mutex);
        m_progress = progress.what;
    });
    m_thread = std::thread([this, job = m_job] { learn(job); });
}

void LiveLearner::learn(std::shared_ptr<JobContext> job)
{
    Result<SharedModels> models = [&]() -> Result<SharedModels> {
        try {
            Result<Workspace> workspace = Workspace::open(m_path);
            return workspace ? learnLiveModels(*workspace, m_recommender, *job) : fail(workspace.error());
        } catch (const std::exception &exception) { // of a thread of its own it would end the program
            return fail(ErrorCode::Internal, QString::fromLocal8Bit(exception.what()));
        }
    }();
    const std::lock_guard lock(m_mutex);
    m_hasEnded = true;
    if (models)
        m_models = std::move(*models);
    else if (!models.error().isCancelled())
        m_problems << LiveLearnerText::tr("What users do next was not learnt: %1").arg(models.error().message);
}

SharedModels LiveLearner::take()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_models, nullptr);
}

QString LiveLearner::progress() const
{
    const std::lock_guard lock(m_mutex);
    if (!m_isLearning || m_hasEnded)
        return {};
    return m_progress.isEmpty() ? LiveLearnerText::tr("Learning from the log") : LiveLearnerText::tr("Learning from the log: %1").arg(m_progress);
}

QStringList LiveLearner::takeProblems()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_problems, {});
}

} // namespace foretrail
