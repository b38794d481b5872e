#include "core/advertising/CampaignDecisions.h"

#include "core/advertising/CampaignRewards.h"
#include "core/behaviour/recommend/RecommenderRegistry.h"
#include "core/data/UserEventLog.h"

#include <QCoreApplication>

namespace foretrail {
namespace {

struct CampaignDecisionsText { Q_DECLARE_TR_FUNCTIONS(foretrail::CampaignDecisions) };

/// A draw of its own for each showing, so that nothing but the number of showings is to be kept. The multiplier is that of splitmix64.
SampleRandom drawOf(const Campaign &campaign, qint64 shown)
{
    return SampleRandom(campaign.seed * 0x9e3779b97f4a7c15ULL + quint64(shown));
}

/// Why nothing is shown; empty where something may be.
QString obstacle(const Campaign &campaign, const DecisionMoment &moment)
{
    if (moment.shown >= campaign.budget)
        return CampaignDecisionsText::tr("the budget of %1 showings is spent").arg(campaign.budget);
    if (campaign.perUser > 0 && moment.shownToUser >= campaign.perUser)
        return CampaignDecisionsText::tr("this user has seen it %1 times, which is the limit").arg(moment.shownToUser);
    return {};
}

/// The draw of the policy as it is at this moment, without the time and the user; nothing where something stands against it. Says why in `reason`.
Result<std::optional<StoredDecision>> chosenShowing(Workspace &workspace, const Campaign &campaign, const AdContext &context, const DecisionMoment &moment, QString &reason,
                                                    JobContext &job)
{
    reason = obstacle(campaign, moment);
    if (!reason.isEmpty())
        return std::optional<StoredDecision>();
    const Result<std::unique_ptr<AdPolicy>> policy = learntPolicy(workspace, campaign, moment.state, job);
    if (!policy)
        return fail(policy.error());
    SampleRandom random = drawOf(campaign, moment.shown);
    const ArmChoice choice = (*policy)->choose(context, random);
    reason = (*policy)->reason(context, choice.arm);
    return std::optional(StoredDecision{0, 0, {}, choice.arm, choice.propensity, context.toJson(), {}});
}

Result<void> fillCategories(Workspace &workspace, Campaign &campaign)
{
    campaign.categories.clear();
    campaign.categoryOf.clear();
    for (const QString &item : campaign.items) {
        const Result<QString> category = workspace.data().categoryOf(item);
        if (!category)
            return fail(category.error());
        if (!category->isEmpty() && !campaign.categories.contains(*category))
            campaign.categories << *category;
        campaign.categoryOf.push_back(category->isEmpty() ? -1 : int(campaign.categories.indexOf(*category)));
    }
    return {};
}

} // namespace

QJsonObject CampaignTotals::toJson() const
{
    return {{QStringLiteral("shown"), shown}, {QStringLiteral("known"), known}, {QStringLiteral("rewards"), rewards}, {QStringLiteral("users"), users},
            {QStringLiteral("budget_left"), budgetLeft}, {QStringLiteral("rate"), known > 0 ? QJsonValue(rate.share) : QJsonValue()},
            {QStringLiteral("low"), rate.low}, {QStringLiteral("high"), rate.high}};
}

QJsonObject AdDecision::toJson() const
{
    QJsonObject json{{QStringLiteral("user"), user}, {QStringLiteral("item"), item.isEmpty() ? QJsonValue() : QJsonValue(item)}, {QStringLiteral("reason"), reason}};
    if (!shown)
        return json;
    json.insert(QStringLiteral("decision"), shown->id);
    json.insert(QStringLiteral("propensity"), shown->propensity);
    json.insert(QStringLiteral("context"), shown->context);
    return json;
}

Result<CampaignTotals> totalsOf(Workspace &workspace, const Campaign &campaign, DecisionKind kind)
{
    return CampaignStore(workspace).counts(campaign.id, kind).map([&](const DecisionCounts &counts) {
        return CampaignTotals{counts.shown, counts.known, counts.rewards, counts.users, campaign.budget - counts.shown,
                              wilson(qRound64(counts.rewards), counts.known)};
    });
}

Result<QList<CampaignOverview>> campaignsOf(Workspace &workspace)
{
    const Result<QList<StoredCampaign>> stored = CampaignStore(workspace).list();
    if (!stored)
        return fail(stored.error());
    QList<CampaignOverview> overviews;
    for (const StoredCampaign &one : *stored) {
        const Result<Campaign> campaign = Campaign::from(one);
        if (!campaign)
            return fail(campaign.error());
        const Result<CampaignTotals> totals = totalsOf(workspace, *campaign), simulated = totalsOf(workspace, *campaign, DecisionKind::Simulated);
        if (!totals || !simulated)
            return fail(totals ? simulated.error() : totals.error());
        overviews.append({*campaign, *totals, *simulated});
    }
    return overviews;
}

Result<Campaign> loadCampaign(Workspace &workspace, const QString &name)
{
    const Result<StoredCampaign> stored = CampaignStore(workspace).load(name);
    return stored ? Campaign::from(*stored) : fail(stored.error());
}

Result<Campaign> addCampaign(Workspace &workspace, const Campaign &campaign, JobContext &job)
{
    Result<Campaign> kept = Campaign::fromJson(campaign.toJson());
    if (!kept)
        return kept;
    for (const QString &item : kept->items)
        if (const Result<quint32> id = eventThingId(workspace, EventThing::Item, item); !id)
            return fail(id.error());
    for (const CampaignRule &rule : kept->rules)
        if (rule.when == CampaignRule::When::Bought || rule.when == CampaignRule::When::Seen)
            if (const Result<quint32> id = eventThingId(workspace, EventThing::Category, rule.what); !id)
                return fail(id.error());
    if (const Result<void> filled = fillCategories(workspace, *kept); !filled)
        return fail(filled.error());
    if (!kept->model.isEmpty())
        if (const auto model = makeRecommender(kept->model); !model)
            return fail(model.error());
    Campaign segments = *kept;
    segments.model.clear(); // its name is known; learning it can wait
    if (const Result<ContextReader> reader = ContextReader::of(workspace, segments, 0, job); !reader)
        return fail(reader.error());
    if (const Result<void> added = CampaignStore(workspace).add(kept->name, kept->toJson(), job); !added)
        return fail(added.error());
    return loadCampaign(workspace, kept->name);
}

Result<AdDecision> decideFor(Workspace &workspace, const Campaign &campaign, const ContextReader &reader, const QString &user, UtcMs at, JobContext &job)
{
    const Result<UserRow> row = workspace.data().user(user);
    if (!row)
        return fail(row.error());
    AdDecision decision{{}, row->key, {}, {}};
    if (!reader.isInAudience(row->id)) {
        decision.reason = CampaignDecisionsText::tr("this user is not in the audience");
        return decision;
    }
    const Result<AdContext> context = reader.contextOf(row->id, at, job);
    if (!context)
        return fail(context.error());
    const auto decide = [&](const DecisionMoment &moment) { return chosenShowing(workspace, campaign, *context, moment, decision.reason, job); };
    Result<std::optional<StoredDecision>> shown = CampaignStore(workspace).decide(campaign.id, row->id, at, decide, job);
    if (!shown)
        return fail(shown.error());
    decision.shown = std::move(*shown);
    if (decision.shown)
        decision.item = campaign.items[decision.shown->arm];
    return decision;
}

} // namespace foretrail
