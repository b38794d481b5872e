#pragma once

#include "core/preparation/Recipe.h"
#include "core/series/Series.h"

namespace foretrail {

/// A recipe for one series, and why.
struct Suggestion {
    Recipe recipe;
    QStringList reasons; ///< one sentence for each step of the recipe, with the figure that speaks for it
};

/// Looks at all but the last 15 % of the series, so that a test part does not decide. Every step that is proposed runs on the
/// series; a short one gets few.
Suggestion suggestRecipe(const Series &series);

} // namespace foretrail
