#include "core/advertising/CampaignRewards.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace foretrail {
namespace {

struct CampaignRewardsText { Q_DECLARE_TR_FUNCTIONS(foretrail::CampaignRewards) };

/// Decisions of users who were erased have no context and teach nothing.
void learnFrom(AdPolicy &policy, const QList<StoredDecision> &decisions)
{
    for (const StoredDecision &decision : decisions)
        if (!decision.context.isEmpty() && decision.reward && decision.arm < policy.armCount())
            policy.learn(AdContext::fromJson(decision.context), decision.arm, *decision.reward);
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

} // namespace

QJsonObject SettledRewards::toJson() const
{
    return {{QStringLiteral("settled"), settled}, {QStringLiteral("rewards"), rewards}, {QStringLiteral("open"), open}, {QStringLiteral("known_until"), knownUntil}};
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

Result<std::optional<UtcMs>> logKnownUntil(ShopData &data, JobContext &job)
{
    const Result<DataSummary> summary = data.summary();
    if (!summary)
        return fail(summary.error());
    if (!summary->hasClock || !summary->lastEvent)
        return std::optional<UtcMs>();
    return data.credibleTimes(job).map([&](const CredibleTimes &times) { return std::optional(std::min(*summary->lastEvent, times.last)); });
}

Result<SettledRewards> settleRewards(Workspace &workspace, const Campaign &campaign, JobContext &job)
{
    CampaignStore store(workspace);
    const Result<std::optional<UtcMs>> until = logKnownUntil(workspace.data(), job);
    if (!until)
        return fail(until.error());
    if (!*until)
        return fail(ErrorCode::InvalidInput, CampaignRewardsText::tr("The log has no times, so it cannot tell what followed a showing. Say rewards one by one."));
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
        return fail(ErrorCode::InvalidInput, CampaignRewardsText::tr("A reward is a number from 0 to 1."));
    const auto stored = CampaignStore(workspace).decision(campaign.id, DecisionKind::Real, decision);
    if (!stored)
        return fail(stored.error());
    if (!*stored)
        return fail(ErrorCode::NotFound, CampaignRewardsText::tr("The campaign %1 has no decision %2.").arg(campaign.name).arg(decision));
    SettledRewards told;
    if (!(*stored)->reward)
        if (const Result<void> learnt = learnReward(workspace, campaign, {{decision, reward}}, job, told); !learnt)
            return learnt;
    if (told.settled == 0)
        return fail(ErrorCode::InvalidInput, CampaignRewardsText::tr("The reward of decision %1 is known already.").arg(decision));
    return {};
}

} // namespace foretrail
