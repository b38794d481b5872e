#pragma once

#include "core/advertising/ContextReader.h"
#include "core/behaviour/recommend/ResponseBands.h"

namespace foretrail {

/// What became of a campaign so far.
struct CampaignTotals {
    qint64 shown = 0;
    qint64 known = 0;      ///< of them, with a reward that is known
    double rewards = 0;    ///< sum of them
    qint64 users = 0;
    qint64 budgetLeft = 0;
    ShareEstimate rate;    ///< rewards / known, with Wilson's 95 % interval
    QJsonObject toJson() const;
};

struct CampaignOverview {
    Campaign campaign;
    CampaignTotals totals;     ///< of real decisions
    CampaignTotals simulated;  ///< of the latest simulation
};

/// All of a workspace, by name.
Result<QList<CampaignOverview>> campaignsOf(Workspace &workspace);
/// NotFound names those there are.
Result<Campaign> loadCampaign(Workspace &workspace, const QString &name);
Result<CampaignTotals> totalsOf(Workspace &workspace, const Campaign &campaign, DecisionKind kind = DecisionKind::Real);

/// Looks up items, segments and the model, fills in the categories of the items and keeps the campaign. NotFound for what is not there,
/// InvalidInput where the name is taken.
Result<Campaign> addCampaign(Workspace &workspace, const Campaign &campaign, JobContext &job);

/// What a user is shown and why. Nothing is shown where the budget is spent, the user has seen enough or is not in the audience.
struct AdDecision {
    std::optional<StoredDecision> shown;
    QString user; ///< key
    QString item; ///< key; empty: nothing
    QString reason;
    QJsonObject toJson() const;
};

/// Decides and keeps the decision; neither budget nor limit is ever exceeded, whoever else decides meanwhile. The draw follows from
/// the seed of the campaign and the number of showings before. NotFound for an unknown user.
Result<AdDecision> decideFor(Workspace &workspace, const Campaign &campaign, const ContextReader &reader, const QString &user, UtcMs at, JobContext &job);

} // namespace foretrail
