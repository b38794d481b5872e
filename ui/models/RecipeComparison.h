#pragma once

#include "core/preparation/Recipe.h"

namespace foretrail {

/// One line of what sets two recipes apart, in words.
struct RecipeDifference {
    QString step;
    QString what;  ///< a parameter; empty: the step as a whole
    QString here;
    QString there;
    bool operator==(const RecipeDifference &) const = default;
};

/// Steps that only one has, steps that are off in one, parameters that differ; in the order of the first. Steps of a kind are
/// compared with each other in their order.
QList<RecipeDifference> differences(const Recipe &here, const Recipe &there);

} // namespace foretrail
