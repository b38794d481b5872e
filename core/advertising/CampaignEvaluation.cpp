#include "core/advertising/CampaignEvaluation.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

#include <algorithm>

namespace foretrail {
namespace {

struct CampaignEvaluationText { Q_DECLARE_TR_FUNCTIONS(foretrail::CampaignEvaluation) };

QStringList possiblePolicies(const Campaign &campaign)
{
    QStringList possible;
    for (const QString &name : policyNames())
        if (campaign.makePolicy(name))
            possible << name;
    return possible;
}

QString percentOf(double share) { return QLocale().toString(100 * share, 'f', 1); }

} // namespace

int bestPolicy(const QList<JudgedPolicy> &policies)
{
    int best = -1;
    for (int place = 0; place < policies.size(); ++place) {
        const OffPolicyReport &report = policies[place].report;
        const bool isBetter = report.isEnough && report.doublyRobust.low > report.logged.value;
        if (isBetter && (best < 0 || report.doublyRobust.low > policies[best].report.doublyRobust.low))
            best = place;
    }
    return best;
}

QString CampaignEvaluation::sentence(const QString &bestName) const
{
    if (best < 0)
        return CampaignEvaluationText::tr("No policy is shown to be better than what was decided (%1 %).").arg(percentOf(logged.value));
    const JudgedPolicy &judged = policies[best];
    return CampaignEvaluationText::tr("%1 would have earned %2 % (%3 to %4) instead of %5 %.")
        .arg(bestName.isEmpty() ? judged.policy : bestName, percentOf(judged.report.doublyRobust.value), percentOf(judged.report.doublyRobust.low), percentOf(judged.report.doublyRobust.high),
             percentOf(logged.value));
}

QJsonObject CampaignEvaluation::toJson() const
{
    QJsonArray rows;
    for (const JudgedPolicy &judged : policies) {
        QJsonObject row = judged.report.toJson();
        row.insert(QStringLiteral("policy"), judged.policy);
        rows.append(row);
    }
    return {{QStringLiteral("campaign"), campaign}, {QStringLiteral("simulated"), kind == DecisionKind::Simulated}, {QStringLiteral("learnt_from"), learntFrom},
            {QStringLiteral("judged_on"), judgedOn}, {QStringLiteral("left_out"), leftOut}, {QStringLiteral("logged"), logged.toJson()}, {QStringLiteral("policies"), rows},
            {QStringLiteral("best"), best < 0 ? QJsonValue() : QJsonValue(policies[best].policy)}, {QStringLiteral("sentence"), sentence()}};
}

Result<CampaignEvaluation> evaluateLog(const Campaign &campaign, std::span<const LoggedDecision> log, const CampaignEvaluationRequest &request, JobContext &job)
{
    const size_t half = log.size() / 2;
    CampaignEvaluation evaluation;
    evaluation.campaign = campaign.name;
    evaluation.kind = request.kind;
    evaluation.learntFrom = qint64(half);
    evaluation.judgedOn = qint64(log.size() - half);
    const QStringList names = request.policies.isEmpty() ? possiblePolicies(campaign) : request.policies;
    for (const QString &name : names) {
        job.report(evaluation.policies.size(), names.size(), name);
        const Result<std::unique_ptr<AdPolicy>> policy = campaign.makePolicy(name);
        if (!policy)
            return fail(policy.error());
        for (const LoggedDecision &decision : log.first(half))
            (*policy)->learn(decision.context, decision.arm, decision.reward);
        const Result<OffPolicyReport> report = evaluatePolicy(**policy, log.subspan(half), request.options, job);
        if (!report)
            return fail(report.error());
        evaluation.policies.append({name, *report});
        evaluation.logged = report->logged;
    }
    evaluation.best = bestPolicy(evaluation.policies);
    return evaluation;
}

Result<CampaignEvaluation> evaluateCampaign(Workspace &workspace, const Campaign &campaign, const CampaignEvaluationRequest &request, JobContext &job)
{
    Result<QList<StoredDecision>> known = CampaignStore(workspace).decisions(campaign.id, request.kind, DecisionFilter::Known, job);
    if (!known)
        return fail(known.error());
    std::stable_sort(known->begin(), known->end(), [](const StoredDecision &a, const StoredDecision &b) { return a.time < b.time; });
    std::vector<LoggedDecision> log;
    for (const StoredDecision &decision : *known)
        if (!decision.context.isEmpty())
            log.push_back({AdContext::fromJson(decision.context), decision.arm, decision.propensity, *decision.reward});
    Result<CampaignEvaluation> evaluation = evaluateLog(campaign, log, request, job);
    if (evaluation)
        evaluation->leftOut = known->size() - qint64(log.size());
    return evaluation;
}

} // namespace foretrail
