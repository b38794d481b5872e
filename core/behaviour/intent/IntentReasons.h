#pragma once

#include "core/behaviour/intent/IntentModel.h"

namespace foretrail {

/// What moves the probability of a user, against a user with average features: all that one subject adds, told by one fact.
struct IntentReason {
    QString subject; ///< "visits", "recency", "frequency", "marks", "breadth" or "session"
    QString name;    ///< of the feature that is told
    QString text;    ///< "last seen 2 hours ago (typical: 3 days)"
    double odds = 0; ///< what the subject adds to the log odds by the calibrated regression
};

/// Subjects that say most, the strongest first; at most `most`. Told is the fact of the subject that weighs most among those that lie on
/// its side of what is typical; a subject without one is left out. None where everybody gets the share of all.
std::vector<IntentReason> intentReasons(const IntentModel &model, std::span<const double> features, size_t most);

} // namespace foretrail
