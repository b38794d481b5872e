#include "ui/pages/LearntOfUsers.h"

#include "core/behaviour/KeptCustomers.h"
#include "core/behaviour/recommend/RecommendItems.h"

#include <QLocale>

namespace foretrail {

namespace {

constexpr qint64 mostEventsUnasked = 5'000'000; ///< more of them take minutes and gigabytes

} // namespace

void UserModels::tellIn(UserProfile &profile, const QString &timeZone) const
{
    if (customers)
        profile.outlook = userOutlook(profile.events, timeZone, *customers);
    else
        profile.outlook.sentence = customersNote;
    if (intent)
        profile.intent = intentOutlook(profile.events, *intent);
    else
        profile.intent.sentence = intentNote.isEmpty() ? LearntOfUsers::tr("The model learns who buys next. That is done once for these data.") : intentNote;
}

LearntOfUsers::LearntOfUsers(AppSession &session, QObject *parent)
    : QObject(parent), m_session(session), m_customersJob(session.jobs()), m_intentJob(session.jobs()), m_recommenderJob(session.jobs())
{
}

void LearntOfUsers::forget()
{
    for (LatestJob *job : {&m_customersJob, &m_intentJob, &m_recommenderJob})
        job->cancel();
    m_models = {};
}

void LearntOfUsers::learn()
{
    forget();
    learnCustomers();
    learnIntent();
    learnRecommender();
}

void LearntOfUsers::learnCustomers()
{
    m_session.runLatestOnWorkspace<WorkspaceCustomers>(m_customersJob, {tr("Learning how users come back"), Lane::Learn, false}, &workspaceCustomers, this,
        [this](Result<WorkspaceCustomers> customers) {
            if (!customers && customers.error().isCancelled())
                return;
            if (customers)
                m_models.customers = std::make_shared<const WorkspaceCustomers>(std::move(*customers));
            else
                m_models.customersNote = customers.error().message;
            Q_EMIT learnt();
        });
}

void LearntOfUsers::learnIntent()
{
    m_session.runLatestOnWorkspace<WorkspaceIntent>(m_intentJob, {tr("Learning who buys next"), Lane::Learn, false}, &workspaceIntent, this,
        [this](Result<WorkspaceIntent> intent) {
            if (intent)
                m_models.intent = std::make_shared<const WorkspaceIntent>(std::move(*intent));
            else
                m_models.intentNote = intent.error().isCancelled() ? tr("Learning was stopped.") : intent.error().message;
            Q_EMIT learnt();
        });
    Q_EMIT intentBegins(m_intentJob.id());
}

bool LearntOfUsers::isTooLarge() const { return m_session.summary().events > mostEventsUnasked; }

void LearntOfUsers::lookForRecommender()
{
    if (isTooLarge() && !m_models.recommender)
        learnRecommender();
}

/// The model that the page Recommend begins with; learnt once for both.
void LearntOfUsers::learnRecommender()
{
    using Fitted = std::shared_ptr<const FittedRecommender>;
    const QString model = RecommendRequest().model;
    m_session.runLatestOnWorkspace<Fitted>(m_recommenderJob, {tr("Learning what comes next (%1)").arg(model), Lane::Learn, !isTooLarge()},
        [model, isTooLarge = isTooLarge()](Workspace &workspace, JobContext &job) {
            RecommenderStore &store = RecommenderStore::ofProcess();
            return isTooLarge ? store.kept(workspace.data(), model, {}) : store.fitted(workspace.data(), model, {}, job);
        }, this,
        [this](Result<Fitted> fitted) {
            if (fitted && *fitted)
                m_models.recommender = *fitted;
            else if (fitted)
                m_models.recommenderNote = tr("Learning from %1 events takes minutes. It begins when you open the page Recommend.").arg(QLocale().toString(m_session.summary().events));
            else
                m_models.recommenderNote = fitted.error().isCancelled() ? tr("Learning was stopped.") : fitted.error().message;
            Q_EMIT recommenderLearnt();
        });
}

} // namespace foretrail
