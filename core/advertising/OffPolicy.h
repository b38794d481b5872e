#pragma once

#include "core/advertising/AdPolicy.h"
#include "core/advertising/OutcomeModel.h"

#include <limits>

namespace foretrail {

enum class OffPolicyInterval { Normal, Bootstrap };

struct OffPolicyOptions {
    double clip = 20;              ///< no weight counts more than this
    OffPolicyInterval interval = OffPolicyInterval::Bootstrap;
    int resamples = 1000;          ///< of the bootstrap over decisions: percentiles 2.5 and 97.5; outcomes are not learnt again
    quint64 seed = 1;
    OutcomeOptions outcomes;
};

/// Reward of a showing, with its 95 % interval.
struct ValueEstimate {
    double value = std::numeric_limits<double>::quiet_NaN();
    double low = std::numeric_limits<double>::quiet_NaN();
    double high = std::numeric_limits<double>::quiet_NaN();
    QJsonObject toJson() const;
};

/// What a policy would have earned on the decisions that another one made. w = chance of the shown item by this policy / its
/// propensity, at most `clip`; q = the expected reward of an item for a user, learnt from other decisions.
struct OffPolicyReport {
    qint64 decisions = 0;
    ValueEstimate logged;       ///< mean reward of what was shown
    ValueEstimate ips;          ///< mean of w r (Horvitz & Thompson 1952)
    ValueEstimate snips;        ///< sum of w r / sum of w (Swaminathan & Joachims 2015)
    ValueEstimate direct;       ///< mean of sum over items of chance q; the interval tells nothing of how wrong q is
    ValueEstimate doublyRobust; ///< mean of that sum + w (r - q of the shown item) (Dudik, Langford & Li 2011)
    double effectiveSize = 0;   ///< (sum of w)^2 / sum of w^2
    double meanWeight = 0;      ///< 1 but for chance; far less where the log hardly has what the policy would show
    double largestWeight = 0;   ///< before it was clipped
    qint64 clipped = 0;         ///< decisions whose weight was
    bool isEnough = false;      ///< effectiveSize and meanWeight reach the least ones below
    QJsonObject toJson() const;
};

/// With fewer decisions' worth of evidence an estimate says nothing.
inline constexpr double leastEffectiveSize = 50;
/// The effective size cannot see what was never shown; the mean weight does.
inline constexpr double leastMeanWeight = 0.5;

/// TooShort with fewer decisions than folds; InvalidInput for a decision without a propensity, of another arm or with other features. Cancelled.
Result<OffPolicyReport> evaluatePolicy(const AdPolicy &policy, std::span<const LoggedDecision> log, const OffPolicyOptions &options, JobContext &job);

} // namespace foretrail
