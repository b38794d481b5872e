#pragma once

#include "core/behaviour/UserOutlook.h"
#include "core/behaviour/intent/KeptIntent.h"
#include "core/behaviour/recommend/FittedRecommender.h"

#include <QHash>

namespace foretrail {

/// What is asked about users who are about: each may be missing, and then `missing` says why. Learnt once from what a workspace holds, never
/// changed, shared by any number of threads.
struct LiveModels {
    std::optional<WorkspaceCustomers> customers; ///< whether they stay
    std::optional<IntentModel> intent;           ///< whether they buy in the running session
    std::shared_ptr<const FittedRecommender> recommender;
    std::optional<RuleTable> rules;              ///< of its lists
    QHash<QString, quint32> items;               ///< places in the log of the recommender, by key
    qint64 events = 0;                           ///< that the workspace held then
    QStringList missing;                         ///< in words
};
using SharedModels = std::shared_ptr<const LiveModels>;

inline constexpr const char *usualLiveRecommender = "session-knn";

/// Reads or learns them all. NotFound for a recommender that is not there; Cancelled. What cannot be learnt is left out.
Result<SharedModels> learnLiveModels(Workspace &workspace, const QString &recommender, JobContext &job);

} // namespace foretrail
