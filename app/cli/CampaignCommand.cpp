#include "app/cli/CampaignOptions.h"
#include "app/cli/CampaignOutput.h"
#include "core/advertising/CampaignRewards.h"
#include "core/advertising/CampaignSimulation.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QLocale>

namespace foretrail::cli {

namespace {

struct CampaignCommandText { Q_DECLARE_TR_FUNCTIONS(foretrail::cli::Campaign) };

struct CampaignCommandOptions {
    std::string workspace, user, at, interval = "bootstrap", outcomes = "ridge";
    CampaignOptions campaign;
    std::vector<std::string> policies;
    std::int64_t decision = 0, rounds = 1000;
    std::uint64_t seed = 1;
    int top = 20;
    double value = -1, clip = 20;
    bool simulated = false, json = false;

    QString name() const { return text(campaign.name); }
    DecisionKind kind() const { return simulated ? DecisionKind::Simulated : DecisionKind::Real; }
};

/// What a verb does with the workspace and, where it names one, the campaign.
using OnWorkspace = std::function<Result<void>(const CampaignCommandOptions &, Workspace &, JobContext &)>;
using OnCampaign = std::function<Result<void>(const CampaignCommandOptions &, Workspace &, const Campaign &, JobContext &)>;

Result<void> listCampaigns(const CampaignCommandOptions &options, Workspace &workspace, JobContext &)
{
    const Result<QList<CampaignOverview>> campaigns = campaignsOf(workspace);
    if (!campaigns)
        return fail(campaigns.error());
    QJsonArray rows;
    for (const CampaignOverview &one : *campaigns) {
        QJsonObject row = one.campaign.toJson();
        row.insert(QStringLiteral("totals"), one.totals.toJson());
        row.insert(QStringLiteral("simulated"), one.simulated.toJson());
        rows.append(row);
        if (options.json)
            continue;
        const QLocale local;
        const QString rate = one.totals.known == 0 ? QString()
            : CampaignCommandText::tr("; %1 % rewarded (%2 to %3)").arg(percents(one.totals.rate.share), percents(one.totals.rate.low), percents(one.totals.rate.high));
        print(CampaignCommandText::tr("%1: %2, %3 items, %4 shown to %5 users, %6 left%7")
                  .arg(one.campaign.name, one.campaign.policy.name, local.toString(one.campaign.armCount()), local.toString(one.totals.shown),
                       local.toString(one.totals.users), local.toString(one.totals.budgetLeft), rate));
    }
    if (options.json)
        printJson({{QStringLiteral("campaigns"), rows}});
    return {};
}

Result<void> addOne(const CampaignCommandOptions &options, Workspace &workspace, JobContext &job)
{
    const Result<Campaign> campaign = options.campaign.read();
    if (!campaign)
        return fail(campaign.error());
    const Result<Campaign> added = addCampaign(workspace, *campaign, job);
    if (!added)
        return fail(added.error());
    if (options.json)
        printJson(added->toJson());
    else
        print(CampaignCommandText::tr("Campaign %1 is kept: %2 decides about %3 items.").arg(added->name, added->policy.name).arg(added->armCount()));
    return {};
}

Result<void> removeOne(const CampaignCommandOptions &options, Workspace &workspace, JobContext &job)
{
    const Result<qint64> removed = CampaignStore(workspace).remove(options.name(), job);
    if (!removed)
        return fail(removed.error());
    print(CampaignCommandText::tr("Campaign %1 is removed, with %2 decisions.").arg(options.name()).arg(*removed));
    return {};
}

/// When it is shown: said by the clock of the workspace, or now.
Result<UtcMs> showingTime(const CampaignCommandOptions &options, Workspace &workspace)
{
    if (options.at.empty())
        return UtcMs(QDateTime::currentMSecsSinceEpoch());
    const Result<WallMs> wall = parseWallTime(text(options.at));
    const Result<DataSummary> summary = workspace.data().summary();
    if (!wall || !summary)
        return fail(wall ? summary.error() : wall.error());
    return ZoneClock(QTimeZone(summary->timeZone.toLatin1())).toUtc(*wall);
}

Result<void> decideOne(const CampaignCommandOptions &options, Workspace &workspace, const Campaign &campaign, JobContext &job)
{
    const Result<UtcMs> at = showingTime(options, workspace);
    if (!at)
        return fail(at.error());
    const Result<ContextReader> reader = ContextReader::of(workspace, campaign, *at, job);
    if (!reader)
        return fail(reader.error());
    const Result<AdDecision> decision = decideFor(workspace, campaign, *reader, text(options.user), *at, job);
    if (!decision)
        return fail(decision.error());
    if (options.json)
        printJson(decision->toJson());
    else if (decision->shown)
        print(CampaignCommandText::tr("%1\tpropensity %2\t%3 (decision %4)")
                  .arg(decision->item, policyNumber(decision->shown->propensity), decision->reason).arg(decision->shown->id));
    else
        print(CampaignCommandText::tr("Nothing is shown: %1.").arg(decision->reason));
    return {};
}

Result<void> rewardAll(const CampaignCommandOptions &options, Workspace &workspace, const Campaign &campaign, JobContext &job)
{
    if (options.decision > 0)
        return rewardDecision(workspace, campaign, options.decision, options.value, job);
    const Result<SettledRewards> settled = settleRewards(workspace, campaign, job);
    if (!settled)
        return fail(settled.error());
    if (options.json)
        printJson(settled->toJson());
    else
        print(CampaignCommandText::tr("%1 decisions are settled by the log, %2 of them rewarded; %3 are open.")
                  .arg(settled->settled).arg(settled->rewards).arg(settled->open));
    return {};
}

Result<void> newestDecisions(const CampaignCommandOptions &options, Workspace &workspace, const Campaign &campaign, JobContext &job)
{
    const auto decisions = CampaignStore(workspace).newest(campaign.id, options.kind(), DecisionFilter::All, options.top, job);
    if (!decisions)
        return fail(decisions.error());
    QJsonArray rows;
    for (const StoredDecision &decision : *decisions) {
        const Result<QString> user = workspace.data().keyOf(QStringLiteral("user"), decision.user.value);
        if (!user)
            return fail(user.error());
        const QString time = QDateTime::fromMSecsSinceEpoch(decision.time, Qt::UTC).toString(Qt::ISODate);
        rows.append(QJsonObject{{QStringLiteral("decision"), decision.id}, {QStringLiteral("time"), time}, {QStringLiteral("user"), *user},
                                {QStringLiteral("item"), campaign.items[decision.arm]}, {QStringLiteral("propensity"), decision.propensity},
                                {QStringLiteral("reward"), decision.reward ? QJsonValue(*decision.reward) : QJsonValue()}});
        if (!options.json)
            print(QStringLiteral("%1\t%2\t%3\t%4\t%5\t%6").arg(QString::number(decision.id), time, *user, campaign.items[decision.arm], policyNumber(decision.propensity),
                                                              decision.reward ? policyNumber(*decision.reward) : QStringLiteral("-")));
    }
    if (options.json)
        printJson({{QStringLiteral("decisions"), rows}});
    return {};
}

Result<void> evaluateOne(const CampaignCommandOptions &options, Workspace &workspace, const Campaign &campaign, JobContext &job)
{
    CampaignEvaluationRequest request;
    request.policies = texts(options.policies);
    request.kind = options.kind();
    request.options.clip = options.clip;
    request.options.seed = options.seed;
    request.options.interval = options.interval == "normal" ? OffPolicyInterval::Normal : OffPolicyInterval::Bootstrap;
    request.options.outcomes.kind = options.outcomes == "logistic" ? OutcomeKind::Logistic : OutcomeKind::Ridge;
    const Result<CampaignEvaluation> evaluation = evaluateCampaign(workspace, campaign, request, job);
    if (!evaluation)
        return fail(evaluation.error());
    if (options.json)
        printJson(evaluation->toJson());
    else
        printEvaluation(*evaluation);
    return {};
}

Result<void> simulateOne(const CampaignCommandOptions &options, Workspace &workspace, const Campaign &campaign, JobContext &job)
{
    CampaignSimulationRequest request;
    request.rounds = options.rounds;
    request.seed = options.seed;
    const Result<CampaignSimulation> simulation = simulateCampaign(workspace, campaign, request, job);
    if (!simulation)
        return fail(simulation.error());
    if (options.json) {
        printJson(simulation->toJson());
        return {};
    }
    print(simulation->sentence());
    if (simulation->isBudgetSpent)
        note(CampaignCommandText::tr("The budget was spent after %1 of %2 rounds.").arg(simulation->rounds).arg(options.rounds));
    note(CampaignCommandText::tr("These decisions are simulated and never mixed with real ones; evaluate --simulated judges policies by them."));
    return {};
}

Result<void> onWorkspace(const CampaignCommandOptions &options, const OnWorkspace &work, JobContext &job)
{
    Result<Workspace> workspace = Workspace::open(text(options.workspace));
    return workspace ? work(options, *workspace, job) : fail(workspace.error());
}

OnWorkspace withCampaign(const OnCampaign &work)
{
    return [work](const CampaignCommandOptions &options, Workspace &workspace, JobContext &job) -> Result<void> {
        const Result<Campaign> campaign = loadCampaign(workspace, options.name());
        return campaign ? work(options, workspace, *campaign, job) : fail(campaign.error());
    };
}

/// Adds the verbs below "campaign WORKSPACE".
class CampaignVerbs {
public:
    CampaignVerbs(CLI::App &verb, Action &action) : m_verb(verb), m_action(action) {}

    CLI::App &add(const char *name, const char *words, const OnWorkspace &work, bool hasName = true)
    {
        CLI::App *verb = m_verb.add_subcommand(name, words);
        if (hasName)
            verb->add_option("name", m_options->campaign.name, "The campaign")->required();
        verb->add_flag("--json", m_options->json, "One JSON object on standard output");
        verb->callback([options = m_options, work, &action = m_action] { action = [options, work](JobContext &job) { return onWorkspace(*options, work, job); }; });
        return *verb;
    }
    CampaignCommandOptions &options() { return *m_options; }

private:
    CLI::App &m_verb;
    Action &m_action;
    std::shared_ptr<CampaignCommandOptions> m_options = std::make_shared<CampaignCommandOptions>();
};

void addShowing(CampaignVerbs &verbs)
{
    CampaignCommandOptions &options = verbs.options();
    CLI::App &decide = verbs.add("decide", "Which item a user sees now; the decision is kept", withCampaign(decideOne));
    decide.add_option("--user", options.user, "Key of the user")->required();
    decide.add_option("--at", options.at, "When it is shown, such as 2025-12-31T10:00, by the clock of the workspace (default: now)");
    CLI::App &reward = verbs.add("reward", "Fill in rewards by the log, or one by hand", withCampaign(rewardAll));
    CLI::Option *decision = reward.add_option("--decision", options.decision, "Number of a decision")->check(CLI::PositiveNumber);
    CLI::Option *value = reward.add_option("--value", options.value, "Its reward, 0 to 1")->check(CLI::Range(0.0, 1.0))->needs(decision);
    decision->needs(value);
    CLI::App &decisions = verbs.add("decisions", "The newest decisions: number, time, user, item, propensity, reward", withCampaign(newestDecisions));
    decisions.add_option("--top", options.top, "How many")->check(CLI::Range(1, 1'000'000))->capture_default_str();
    decisions.add_flag("--simulated", options.simulated, "Those of the latest simulation");
}

void addJudging(CampaignVerbs &verbs)
{
    CampaignCommandOptions &options = verbs.options();
    CLI::App &evaluate = verbs.add("evaluate", "What policies would have earned on the decisions that were made (IPS, SNIPS, doubly robust)", withCampaign(evaluateOne));
    std::vector<std::string> known;
    for (const QString &name : policyNames())
        known.push_back(name.toStdString());
    evaluate.add_option("--policy", options.policies, "Only these, separated by commas (default: all that the campaign can have)")->delimiter(',')->check(CLI::IsMember(known));
    evaluate.add_flag("--simulated", options.simulated, "By the decisions of the latest simulation");
    evaluate.add_option("--clip", options.clip, "No weight counts more")->check(CLI::Range(1.0, 1e9))->capture_default_str();
    evaluate.add_option("--interval", options.interval, "bootstrap or normal")->check(CLI::IsMember({"bootstrap", "normal"}))->capture_default_str();
    evaluate.add_option("--outcomes", options.outcomes, "Regression of rewards: ridge or logistic")->check(CLI::IsMember({"ridge", "logistic"}))->capture_default_str();
    evaluate.add_option("--seed", options.seed, "Of the bootstrap")->capture_default_str();
    CLI::App &simulate = verbs.add("simulate", "Let the policy learn among the users of the workspace, whose clicks follow a planted truth", withCampaign(simulateOne));
    simulate.add_option("--rounds", options.rounds, "Users who come")->check(CLI::Range(std::int64_t(1), std::int64_t(10'000'000)))->capture_default_str();
    simulate.add_option("--seed", options.seed, "Of the truth, the users and the draws")->capture_default_str();
}

} // namespace

void addCampaign(CLI::App &app, Action &action)
{
    CLI::App *verb = app.add_subcommand("campaign", "Advertising: who sees which item, decided by a policy and logged so that other policies can be judged");
    CampaignVerbs verbs(*verb, action);
    verb->add_option("workspace", verbs.options().workspace, "Workspace file (*.foretrail)")->required();
    verb->require_subcommand(1);
    verbs.options().campaign.addTo(verbs.add("add", "Keep a new campaign", addOne, false));
    verbs.add("list", "Campaigns with what became of them", listCampaigns, false);
    verbs.add("remove", "Remove a campaign with its decisions", removeOne);
    addShowing(verbs);
    addJudging(verbs);
}

} // namespace foretrail::cli
