#pragma once

#include "core/advertising/Campaign.h"

namespace foretrail {

struct SettledRewards {
    qint64 settled = 0;
    double rewards = 0;    ///< sum of them
    qint64 open = 0;       ///< windows that have not ended yet
    UtcMs knownUntil = 0;  ///< of the log
    QJsonObject toJson() const;
};

/// Rewards by the log: 1 where the user did with the item what counts after the showing and within the window, 0 where the log goes
/// beyond the window without it; the policy learns them. InvalidInput for a log without a clock.
Result<SettledRewards> settleRewards(Workspace &workspace, const Campaign &campaign, JobContext &job);
/// One reward that is known from elsewhere, 0 to 1. NotFound for a decision that is not there; InvalidInput where its reward is known already.
Result<void> rewardDecision(Workspace &workspace, const Campaign &campaign, qint64 decision, double reward, JobContext &job);

/// The policy as it has learnt from all real rewards so far.
Result<std::unique_ptr<AdPolicy>> learntPolicy(Workspace &workspace, const Campaign &campaign, const QJsonObject &state, JobContext &job);
/// The time of the latest event whose time is credible; none without events or without a clock.
Result<std::optional<UtcMs>> logKnownUntil(ShopData &data, JobContext &job);

} // namespace foretrail
