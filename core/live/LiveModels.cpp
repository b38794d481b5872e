#include "core/live/LiveModels.h"

#include "core/behaviour/KeptCustomers.h"
#include "core/behaviour/recommend/RecommenderRegistry.h"
#include "core/behaviour/recommend/RecommenderStore.h"

#include <QCoreApplication>

namespace foretrail {
namespace {

struct LiveModelsText { Q_DECLARE_TR_FUNCTIONS(foretrail::LiveModels) };

void learnCustomers(LiveModels &models, Workspace &workspace, JobContext &job)
{
    Result<WorkspaceCustomers> customers = workspaceCustomers(workspace, {}, job);
    if (customers)
        models.customers = std::move(*customers);
    else
        models.missing << LiveModelsText::tr("Whether users stay cannot be told: %1").arg(customers.error().message);
}

void learnSessions(LiveModels &models, Workspace &workspace, JobContext &job)
{
    Result<WorkspaceIntent> intent = workspaceIntent(workspace, job, IntentTask::Session);
    if (intent)
        models.intent = std::move(intent->model);
    else
        models.missing << LiveModelsText::tr("Whether running sessions buy cannot be told: %1").arg(intent.error().message);
}

void learnItems(LiveModels &models, Workspace &workspace, const QString &recommender, JobContext &job)
{
    const auto fitted = RecommenderStore::ofProcess().fitted(workspace.data(), recommender, {}, job);
    if (!fitted) {
        models.missing << LiveModelsText::tr("Next items cannot be told: %1").arg(fitted.error().message);
        return;
    }
    models.recommender = *fitted;
    models.rules = RuleTable::of({}, (*fitted)->shop(), ItemAttributes()).value();
    const QStringList &keys = (*fitted)->shop().log().itemKeys;
    models.items.reserve(keys.size());
    for (qsizetype place = 0; place < keys.size(); ++place)
        models.items.insert(keys[place], quint32(place));
}

} // namespace

Result<SharedModels> learnLiveModels(Workspace &workspace, const QString &recommender, JobContext &job)
{
    if (const auto known = makeRecommender(recommender); !known)
        return fail(known.error());
    const Result<DataSummary> summary = workspace.data().summary();
    if (!summary)
        return fail(summary.error());
    auto models = std::make_shared<LiveModels>();
    models->events = summary->events;
    if (summary->events == 0) {
        models->missing << LiveModelsText::tr("The workspace holds no events yet, so nothing is known of users. It is learnt once enough came in.");
        return SharedModels(models);
    }
    JobContext customers = job.part(0, 1, 4), items = job.part(1, 1, 4), sessions = job.part(2, 2, 4);
    learnCustomers(*models, workspace, customers);
    learnItems(*models, workspace, recommender, items);
    learnSessions(*models, workspace, sessions);
    if (job.stopRequested())
        return fail(Error::cancelled());
    return SharedModels(models);
}

} // namespace foretrail
