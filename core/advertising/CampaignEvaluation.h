#pragma once

#include "core/advertising/CampaignDecisions.h"
#include "core/advertising/OffPolicy.h"

namespace foretrail {

/// One policy on the decisions of a campaign.
struct JudgedPolicy {
    QString policy;
    OffPolicyReport report;
};

/// What policies would have earned on the second half of the known decisions, in the order of their times; what learns has learnt from
/// the first half alone, so that nobody is judged by what they learnt from.
struct CampaignEvaluation {
    QString campaign;
    DecisionKind kind = DecisionKind::Real;
    qint64 learntFrom = 0, judgedOn = 0; ///< decisions
    qint64 leftOut = 0;                  ///< of erased users
    ValueEstimate logged;                ///< of what was shown in the second half
    QList<JudgedPolicy> policies;
    int best = -1; ///< highest lower bound of the doubly robust estimate above the logged mean, with enough evidence; -1: none is shown to be better
    QString sentence(const QString &bestName = {}) const; ///< `bestName`: what people call the best policy; empty: its key
    QJsonObject toJson() const;
};

struct CampaignEvaluationRequest {
    QStringList policies; ///< empty: all that the campaign can have
    DecisionKind kind = DecisionKind::Real;
    OffPolicyOptions options;
};

/// TooShort with too few known rewards; errors of policies that the campaign cannot have. Cancelled.
Result<CampaignEvaluation> evaluateCampaign(Workspace &workspace, const Campaign &campaign, const CampaignEvaluationRequest &request, JobContext &job);
/// The same of a log in memory, in the order of its times.
Result<CampaignEvaluation> evaluateLog(const Campaign &campaign, std::span<const LoggedDecision> log, const CampaignEvaluationRequest &request, JobContext &job);

/// Place of the policy that is shown to be better than what was logged; -1: none.
int bestPolicy(const QList<JudgedPolicy> &policies);

} // namespace foretrail
