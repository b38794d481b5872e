#include "core/advertising/CampaignDecisions.h"

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

/// Decisions of users who were erased have no context and teach nothing.
void learnFrom(AdPolicy &policy, const QList<StoredDecision> &decisions)
{
    for (const StoredDecision &decision : decisions)
        if (!decision.context.isEmpty() && decision.reward && decision.arm < policy.armCount())
            policy.learn(AdContext::fromJson(decision.context), decision.arm, *decision.reward);
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

Result<void> learnReward(Workspace &workspace, const Campaign &campaign, const QHash<qint64, double> &rewards, JobContext &job, SettledRewards &told)
{
    CampaignStore store(workspace);
    const auto learn = [&](const QJsonObject &state, const QList<StoredDecision> &settled) -> Result<QJsonObject> {
        Result<std::unique_ptr<AdPolicy>> policy = learntPolicy(workspace, campaign, state, job);
        if (!policy)
            return fail(policy.error());
        if (!state.isEmpty()) // otherwise it has learnt from all that is known, these included
            learnFrom(**policy, settled);
        return (*policy)->state();
    };
    const Result<QList<StoredDecision>> settled = store.settle(campaign.id, rewards, learn, job);
    if (!settled)
        return fail(settled.error());
    told.settled = settled->size();
    for (const StoredDecision &decision : *settled)
        told.rewards += *decision.reward;
    return {};
}

/// 1, 0, or nothing where the window has not ended.
std::optional<double> rewardBy(const QList<UserEvent> &events, const Campaign &campaign, const StoredDecision &decision, UtcMs knownUntil)
{
    const UtcMs end = decision.time + UtcMs(campaign.windowHours * double(hourMs));
    for (const UserEvent &event : events)
        if (event.time > decision.time && event.time <= end && event.itemKey == campaign.items[decision.arm]
            && (campaign.reward == AdReward::Click ? event.meaning != u"return" && event.meaning != u"adjustment" : event.isPurchase()))
            return 1;
    return knownUntil > end ? std::optional(0.0) : std::nullopt;
}

Result<QHash<qint64, double>> rewardsByLog(Workspace &workspace, const Campaign &campaign, const QList<StoredDecision> &open, UtcMs knownUntil, JobContext &job)
{
    QHash<UserId, QList<StoredDecision>> byUser;
    for (const StoredDecision &decision : open)
        byUser[decision.user].append(decision);
    QHash<qint64, double> rewards;
    for (auto of = byUser.cbegin(); of != byUser.cend(); ++of) {
        Result<QList<UserEvent>> events = of.key().isValid() ? workspace.data().eventsOf(of.key(), job) : QList<UserEvent>();
        if (!events)
            return fail(events.error());
        for (const StoredDecision &decision : *of)
            if (const std::optional<double> reward = rewardBy(*events, campaign, decision, knownUntil))
                rewards.insert(decision.id, *reward);
    }
    return rewards;
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

QJsonObject SettledRewards::toJson() const
{
    return {{QStringLiteral("settled"), settled}, {QStringLiteral("rewards"), rewards}, {QStringLiteral("open"), open}, {QStringLiteral("known_until"), knownUntil}};
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

Result<std::unique_ptr<AdPolicy>> learntPolicy(Workspace &workspace, const Campaign &campaign, const QJsonObject &state, JobContext &job)
{
    Result<std::unique_ptr<AdPolicy>> policy = campaign.makePolicy();
    if (!policy)
        return policy;
    if (!state.isEmpty()) {
        const Result<void> restored = (*policy)->restore(state);
        return restored ? std::move(policy) : fail(restored.error());
    }
    const Result<QList<StoredDecision>> known = CampaignStore(workspace).decisions(campaign.id, DecisionKind::Real, DecisionFilter::Known, job);
    if (!known)
        return fail(known.error());
    learnFrom(**policy, *known);
    return policy;
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
    const auto decide = [&](const DecisionMoment &moment) -> Result<std::optional<StoredDecision>> {
        decision.reason = obstacle(campaign, moment);
        if (!decision.reason.isEmpty())
            return std::optional<StoredDecision>();
        const Result<std::unique_ptr<AdPolicy>> policy = learntPolicy(workspace, campaign, moment.state, job);
        if (!policy)
            return fail(policy.error());
        SampleRandom random = drawOf(campaign, moment.shown);
        const ArmChoice choice = (*policy)->choose(*context, random);
        decision.reason = (*policy)->reason(*context, choice.arm);
        return std::optional(StoredDecision{0, at, row->id, choice.arm, choice.propensity, context->toJson(), {}});
    };
    Result<std::optional<StoredDecision>> shown = CampaignStore(workspace).decide(campaign.id, row->id, decide, job);
    if (!shown)
        return fail(shown.error());
    decision.shown = std::move(*shown);
    if (decision.shown)
        decision.item = campaign.items[decision.shown->arm];
    return decision;
}

Result<SettledRewards> settleRewards(Workspace &workspace, const Campaign &campaign, JobContext &job)
{
    CampaignStore store(workspace);
    const Result<std::optional<UtcMs>> until = store.knownUntil(job);
    if (!until)
        return fail(until.error());
    if (!*until)
        return fail(ErrorCode::InvalidInput, CampaignDecisionsText::tr("The log has no times, so it cannot tell what followed a showing. Say rewards one by one."));
    const Result<QList<StoredDecision>> open = store.decisions(campaign.id, DecisionKind::Real, DecisionFilter::Open, job);
    if (!open)
        return fail(open.error());
    const auto rewards = rewardsByLog(workspace, campaign, *open, **until, job);
    if (!rewards)
        return fail(rewards.error());
    SettledRewards told;
    told.knownUntil = **until;
    if (!rewards->isEmpty())
        if (const Result<void> learnt = learnReward(workspace, campaign, *rewards, job, told); !learnt)
            return fail(learnt.error());
    told.open = open->size() - told.settled;
    return told;
}

Result<void> rewardDecision(Workspace &workspace, const Campaign &campaign, qint64 decision, double reward, JobContext &job)
{
    if (!(reward >= 0 && reward <= 1))
        return fail(ErrorCode::InvalidInput, CampaignDecisionsText::tr("A reward is a number from 0 to 1."));
    const auto stored = CampaignStore(workspace).decision(campaign.id, DecisionKind::Real, decision);
    if (!stored)
        return fail(stored.error());
    if (!*stored)
        return fail(ErrorCode::NotFound, CampaignDecisionsText::tr("The campaign %1 has no decision %2.").arg(campaign.name).arg(decision));
    SettledRewards told;
    if (!(*stored)->reward)
        if (const Result<void> learnt = learnReward(workspace, campaign, {{decision, reward}}, job, told); !learnt)
            return learnt;
    if (told.settled == 0)
        return fail(ErrorCode::InvalidInput, CampaignDecisionsText::tr("The reward of decision %1 is known already.").arg(decision));
    return {};
}

} // namespace foretrail
