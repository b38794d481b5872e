#pragma once

#include "core/advertising/AdSimulator.h"
#include "core/advertising/CampaignDecisions.h"

namespace foretrail {

/// How a campaign's policy learns among users of the workspace whose clicks follow a planted truth.
struct CampaignSimulation {
    QString campaign;
    QString policy;
    qint64 rounds = 0;          ///< users who came
    qint64 shown = 0;
    qint64 capped = 0;          ///< who had seen it often enough
    bool isBudgetSpent = false; ///< before the rounds were over
    double clicks = 0;
    double regret = 0;          ///< sum over showings: chance of the best item less that of the shown one
    double regretFirstHalf = 0; ///< of the showings
    double uniformRegret = 0;   ///< that drawing evenly would have had, for the same users
    double bestValue = 0;       ///< rewards of a showing: the best item for each user
    double uniformValue = 0;
    double policyValue = 0;     ///< of the policy as it is at the end
    QString sentence(const QString &policyName = {}) const; ///< `policyName`: what people call the policy; empty: its key
    QJsonObject toJson() const;
};

struct CampaignSimulationRequest {
    qint64 rounds = 1000;
    quint64 seed = 1;     ///< of the truth, the users and the draws
    int mostUsers = 1000; ///< of the audience, spread evenly over it
};

/// Keeps the decisions, marked as simulated, in place of those of an earlier simulation; real ones and what was learnt from them stay.
/// Features are those at the end of the log. TooShort without users. Cancelled.
Result<CampaignSimulation> simulateCampaign(Workspace &workspace, const Campaign &campaign, const CampaignSimulationRequest &request, JobContext &job);

/// The users of the audience with their features, and a truth in which users like items of the categories that they visit.
struct SimulatedUsers {
    std::vector<UserId> ids;
    AdSimulator simulator;
};
Result<SimulatedUsers> simulatedUsers(Workspace &workspace, const Campaign &campaign, const CampaignSimulationRequest &request, JobContext &job);

} // namespace foretrail
