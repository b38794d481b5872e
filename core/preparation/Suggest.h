#pragma once

#include "core/preparation/Recipe.h"
#include "core/series/Series.h"

#include <functional>
#include <optional>

namespace foretrail {

/// A recipe for one series, and why.
struct Suggestion {
    Recipe recipe;       ///< a step that a trial spoke against is there, switched off
    QStringList reasons; ///< one sentence for each step of the recipe, with the figure that speaks for it
};

/// The error of a simple forecast with a recipe, `horizon` steps ahead of origins near the end of `known`; none where there can be
/// no such forecast. A share: 0.4 for 40 %.
using RecipeTrial = std::function<std::optional<double>(const Series &known, const Recipe &recipe, int horizon)>;

/// Looks at the training part of the windows that it proposes; that is what counts in reasons are of. Where the main part of the
/// series begins is seen from all of it. A step that changes values is switched off where the trial, which knows nothing of the
/// test part, finds the error to rise; without a trial none is. Every step that is proposed runs on the series; a short one gets
/// few.
Suggestion suggestRecipe(const Series &series, const RecipeTrial &trial = {});

} // namespace foretrail
