#include "ui/pages/LearntOfUsers.h"

#include "core/behaviour/recommend/RecommendItems.h"

#include <QLocale>

#include <tuple>

namespace foretrail {

namespace {

constexpr qint64 mostEventsUnasked = 5'000'000; ///< more of them take minutes and gigabytes

} // namespace

CustomersChoice buyersChoice(const Settings &settings)
{
    CustomersChoice choice;
    const QStringList words = settings.buyersChoice().split(u' ');
    const int days = words.value(1).toInt();
    if (!buyerModelNames().contains(words.front()) || days < 1)
        return choice;
    return {words.front(), days};
}

void setBuyersChoice(Settings &settings, const CustomersChoice &choice)
{
    settings.setBuyersChoice(QStringLiteral("%1 %2").arg(choice.model).arg(choice.horizonDays));
}

void UserModels::tellIn(UserProfile &profile, const DataSummary &summary) const
{
    if (customers)
        tellOutlook(profile, userOutlook({profile.events, customers->historyOf(profile.user.id), summary.timeZone, summary.currency}, *customers));
    else
        profile.outlook.sentence = customersNote;
    if (profile.standing.isRobot)
        profile.intent.sentence = LearntOfUsers::tr("Nothing is told of the days ahead: the model learns from people, and this looks like a robot.");
    else if (intent)
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
    const CustomersChoice choice = buyersChoice(m_session.settings());
    const auto known = m_models.customers ? m_models.customers->histories : nullptr;
    using Told = std::pair<std::shared_ptr<const WorkspaceCustomers>, std::shared_ptr<const UserForecasts>>;
    m_session.runLatestOnWorkspace<Told>(m_customersJob, {tr("Learning how users come back"), Lane::Learn},
        [choice, known](Workspace &workspace, JobContext &job) -> Result<Told> {
            Result<WorkspaceCustomers> customers = workspaceCustomers(workspace, choice, job);
            if (customers && !customers->histories)
                customers->histories = known;
            if (customers)
                customers = withHistories(std::move(*customers), workspace.data(), job);
            if (!customers)
                return fail(customers.error());
            Result<UserForecasts> forecasts = userForecasts(*customers, 1, job);
            if (!forecasts)
                return fail(forecasts.error());
            return Told{std::make_shared<const WorkspaceCustomers>(std::move(*customers)), std::make_shared<const UserForecasts>(std::move(*forecasts))};
        }, this,
        [this](Result<Told> told) {
            if (!told && told.error().isCancelled())
                return;
            if (told)
                std::tie(m_models.customers, m_models.forecasts) = *told;
            else
                m_models.customersNote = told.error().message;
            Q_EMIT forecastsLearnt();
            Q_EMIT learnt();
        });
}

void LearntOfUsers::learnIntent()
{
    m_session.runLatestOnWorkspace<WorkspaceIntent>(m_intentJob, {tr("Learning who buys next"), Lane::Learn},
        [](Workspace &workspace, JobContext &job) { return workspaceIntent(workspace, job); }, this,
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
