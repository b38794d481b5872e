#include "core/advertising/CampaignSimulation.h"

#include "core/advertising/CampaignRewards.h"
#include "core/advertising/SimplePolicies.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace foretrail {
namespace {

struct CampaignSimulationText { Q_DECLARE_TR_FUNCTIONS(foretrail::CampaignSimulation) };

constexpr qint64 simulatedBlock = 2000, simulatedStepMs = 60'000;
constexpr quint64 drawsOfShowings = 0x5deece66dULL; ///< apart from those of the truth

/// Plays the rounds and hands decisions on in blocks.
class CampaignPlay {
public:
    CampaignPlay(Workspace &workspace, const Campaign &campaign, const SimulatedUsers &users, AdPolicy &policy, UtcMs from, quint64 seed)
        : m_store(workspace), m_campaign(campaign), m_users(users), m_policy(policy), m_uniform(campaign.armCount()), m_from(from), m_random(seed ^ drawsOfShowings),
          m_seen(users.ids.size(), 0)
    {
    }

    Result<CampaignSimulation> play(qint64 rounds, JobContext &job)
    {
        if (const Result<qint64> cleared = m_store.clearSimulated(m_campaign.id, job); !cleared)
            return fail(cleared.error());
        while (m_told.rounds < rounds && !m_told.isBudgetSpent) {
            if (job.stopRequested())
                return fail(Error::cancelled());
            playRound();
            job.report(m_told.rounds, rounds, CampaignSimulationText::tr("Simulating"));
            if (m_block.size() >= simulatedBlock)
                if (const Result<void> kept = keepBlock(job); !kept)
                    return fail(kept.error());
        }
        if (const Result<void> kept = keepBlock(job); !kept)
            return fail(kept.error());
        return told();
    }

private:
    void playRound()
    {
        const AdSimulator &simulator = m_users.simulator;
        const size_t user = simulator.drawUser(m_random);
        const UtcMs time = m_from + m_told.rounds++ * simulatedStepMs;
        if (m_campaign.perUser > 0 && m_seen[user] >= m_campaign.perUser) {
            ++m_told.capped;
            return;
        }
        const SimulatedShowing showing = simulator.show(user, m_policy, m_random);
        const AdContext &context = simulator.users()[user];
        m_policy.learn(context, showing.choice.arm, showing.reward);
        ++m_seen[user];
        m_told.clicks += showing.reward;
        m_regrets.push_back(showing.regret);
        double even = 0;
        for (int arm = 0; arm < m_campaign.armCount(); ++arm)
            even += simulator.truth().chance(context, arm) / m_campaign.armCount();
        m_told.uniformRegret += showing.regret + simulator.truth().chance(context, showing.choice.arm) - even;
        m_block.append({0, time, m_users.ids[user], showing.choice.arm, showing.choice.propensity, context.toJson(), showing.reward});
        m_told.isBudgetSpent = qint64(m_regrets.size()) >= m_campaign.budget;
    }
    Result<void> keepBlock(JobContext &job)
    {
        const Result<void> kept = m_store.append(m_campaign.id, DecisionKind::Simulated, m_block, job);
        m_block.clear();
        return kept;
    }
    CampaignSimulation told()
    {
        m_told.campaign = m_campaign.name;
        m_told.policy = m_policy.name();
        m_told.shown = qint64(m_regrets.size());
        for (size_t i = 0; i < m_regrets.size(); ++i) {
            m_told.regret += m_regrets[i];
            m_told.regretFirstHalf += i < m_regrets.size() / 2 ? m_regrets[i] : 0;
        }
        m_told.bestValue = m_users.simulator.bestValue();
        m_told.uniformValue = m_users.simulator.valueOf(m_uniform);
        m_told.policyValue = m_users.simulator.valueOf(m_policy);
        return m_told;
    }

    CampaignStore m_store;
    const Campaign &m_campaign;
    const SimulatedUsers &m_users;
    AdPolicy &m_policy;
    const UniformPolicy m_uniform;
    const UtcMs m_from;
    SampleRandom m_random;
    std::vector<qint64> m_seen;
    std::vector<double> m_regrets;
    QList<StoredDecision> m_block;
    CampaignSimulation m_told;
};

/// The end of the log; the beginning of time where it has no clock.
Result<UtcMs> endOfLog(Workspace &workspace, JobContext &job)
{
    return logKnownUntil(workspace.data(), job).map([](const std::optional<UtcMs> &until) { return until.value_or(0) + 1; });
}

Result<std::vector<UserId>> chosenUsers(Workspace &workspace, const ContextReader &reader, int most, JobContext &job)
{
    const Result<QList<UserRow>> rows = workspace.data().users(job);
    if (!rows)
        return fail(rows.error());
    std::vector<UserId> audience, chosen;
    for (const UserRow &row : *rows)
        if (reader.isInAudience(row.id))
            audience.push_back(row.id);
    std::sort(audience.begin(), audience.end());
    const size_t count = std::min(audience.size(), size_t(most));
    for (size_t i = 0; i < count; ++i)
        chosen.push_back(audience[i * audience.size() / count]);
    if (chosen.empty())
        return fail(ErrorCode::TooShort, CampaignSimulationText::tr("Nobody is in the audience of the campaign."));
    return chosen;
}

} // namespace

Result<SimulatedUsers> simulatedUsers(Workspace &workspace, const Campaign &campaign, const CampaignSimulationRequest &request, JobContext &job)
{
    const Result<UtcMs> end = endOfLog(workspace, job);
    if (!end)
        return fail(end.error());
    const Result<ContextReader> reader = ContextReader::of(workspace, campaign, *end, job);
    if (!reader)
        return fail(reader.error());
    Result<std::vector<UserId>> ids = chosenUsers(workspace, *reader, request.mostUsers, job);
    if (!ids)
        return fail(ids.error());
    std::vector<AdContext> contexts;
    for (const UserId user : *ids) {
        Result<AdContext> context = reader->contextOf(user, *end, job);
        if (!context)
            return fail(context.error());
        contexts.push_back(std::move(*context));
    }
    std::vector<int> own;
    for (int arm = 0; arm < campaign.armCount(); ++arm)
        own.push_back(campaign.featureOf(arm));
    return SimulatedUsers{std::move(*ids), AdSimulator(std::move(contexts), ClickTruth::planted(int(campaign.featureNames().size()), own, request.seed))};
}

Result<CampaignSimulation> simulateCampaign(Workspace &workspace, const Campaign &campaign, const CampaignSimulationRequest &request, JobContext &job)
{
    const Result<SimulatedUsers> users = simulatedUsers(workspace, campaign, request, job);
    if (!users)
        return fail(users.error());
    const Result<UtcMs> end = endOfLog(workspace, job);
    const Result<std::unique_ptr<AdPolicy>> policy = campaign.makePolicy();
    if (!end || !policy)
        return fail(end ? policy.error() : end.error());
    return CampaignPlay(workspace, campaign, *users, **policy, *end, request.seed).play(request.rounds, job);
}

QString CampaignSimulation::sentence(const QString &policyName) const
{
    const auto percent = [](double share) { return QLocale().toString(100 * share, 'f', 1); };
    const QLocale local;
    return CampaignSimulationText::tr("%1: %2 of %3 showings clicked; regret %4, evenly drawn items %5. At the end a showing earns %6 %; even draws %7 %, the best item for each user %8 %.")
        .arg(policyName.isEmpty() ? policy : policyName, local.toString(clicks, 'f', 0), local.toString(shown), local.toString(regret, 'f', 1), local.toString(uniformRegret, 'f', 1), percent(policyValue),
             percent(uniformValue), percent(bestValue));
}

QJsonObject CampaignSimulation::toJson() const
{
    return {{QStringLiteral("campaign"), campaign}, {QStringLiteral("policy"), policy}, {QStringLiteral("simulated"), true}, {QStringLiteral("rounds"), rounds},
            {QStringLiteral("shown"), shown}, {QStringLiteral("capped"), capped}, {QStringLiteral("budget_spent"), isBudgetSpent}, {QStringLiteral("clicks"), clicks},
            {QStringLiteral("regret"), regret}, {QStringLiteral("regret_first_half"), regretFirstHalf}, {QStringLiteral("regret_second_half"), regret - regretFirstHalf},
            {QStringLiteral("uniform_regret"), uniformRegret}, {QStringLiteral("truth"), QJsonObject{{QStringLiteral("policy"), policyValue},
             {QStringLiteral("uniform"), uniformValue}, {QStringLiteral("best"), bestValue}}}};
}

} // namespace foretrail
