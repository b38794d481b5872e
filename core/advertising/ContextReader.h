#pragma once

#include "core/advertising/Campaign.h"
#include "core/data/UserSet.h"

namespace foretrail {

class FittedRecommender;

/// Reads what a campaign's policies look at, by what users did before a moment. Segments are looked up, and the model of the scores is
/// learnt, once; then a user costs a read of their own events. Belongs to the thread of the workspace, which must outlive it.
class ContextReader {
public:
    /// The model learns from the log before the day (UTC) of `at`. Errors of segments and of the model; Cancelled.
    static Result<ContextReader> of(Workspace &workspace, const Campaign &campaign, UtcMs at, JobContext &job);

    bool isInAudience(UserId user) const { return !m_audience || m_audience->contains(user); }
    /// Features (0 to 1 each): constant 1; recency exp(-days since the last event / 30), 0 without one; activity log(1 + events) / log 1001 and purchases
    /// log(1 + purchases) / log 101, at most 1; purchases / events; the share of events with each category. Events at `at` and behind it count nowhere.
    Result<AdContext> contextOf(UserId user, UtcMs at, JobContext &job) const;

private:
    ContextReader(Workspace &workspace, const Campaign &campaign) : m_workspace(&workspace), m_campaign(campaign) {}
    std::vector<double> featuresOf(const QList<UserEvent> &events, UtcMs at) const;
    std::vector<bool> fitsOf(UserId user, const QList<UserEvent> &events) const;
    std::vector<double> scoresOf(UserId user) const;

    Workspace *m_workspace;
    Campaign m_campaign;
    std::shared_ptr<const UserSet> m_audience;                ///< none: everybody
    std::vector<std::shared_ptr<const UserSet>> m_ruleUsers;  ///< of each rule; none where it speaks of no segment
    std::shared_ptr<const FittedRecommender> m_model;         ///< none: no scores
};

} // namespace foretrail
