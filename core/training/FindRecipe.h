#pragma once

#include "core/data/Workspace.h"
#include "core/preparation/Recipe.h"

namespace foretrail {

/// The recipe that a person means: a file (a name that ends with .json or holds a slash), one of the workspace, or one that
/// comes with the program (Presets.h), in this order. NotFound lists what there is.
Result<Recipe> findRecipe(Workspace &workspace, const QString &name);

/// InvalidInput for a name that findRecipe() would take for something else: a file, or a recipe of the program.
Result<void> checkRecipeName(const QString &name);

/// Tells prepared data apart: what the workspace holds and what the recipe does with it. Stamped on runs and exports.
QString preparedFingerprint(const QString &data, const Recipe &recipe);

} // namespace foretrail
