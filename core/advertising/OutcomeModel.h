#pragma once

#include "core/advertising/AdContext.h"
#include "core/base/Result.h"
#include "core/jobs/JobContext.h"

#include <span>

namespace foretrail {

/// A decision whose reward is known.
struct LoggedDecision {
    AdContext context;
    int arm = 0;
    double propensity = 1;
    double reward = 0; ///< 0 to 1
};

enum class OutcomeKind {
    Ridge,   ///< mean reward + x' beta, kept within 0 and 1
    Logistic ///< core/behaviour/intent/LogisticRegression
};

struct OutcomeOptions {
    OutcomeKind kind = OutcomeKind::Ridge;
    double ridge = 1;
    int folds = 5; ///< decision i is in fold i modulo this
};

/// The reward that each item would be expected to get, of each decision (count x arms, one decision behind the other): a regression for each item, learnt from
/// the other folds alone. An item that was not shown there gets their mean reward. Cancelled.
Result<std::vector<double>> crossFittedOutcomes(std::span<const LoggedDecision> log, int arms, const OutcomeOptions &options, JobContext &job);

} // namespace foretrail
