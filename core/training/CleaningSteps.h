#pragma once

#include "core/preparation/Recipe.h"

namespace foretrail {

/// The recipe that does what the settings {missing, negative, outliers, outlierWidth} did before there were recipes: negative
/// values first, then outliers, then what is missing. `path` stands before the keys in errors.
Result<Recipe> stepsFromCleaning(const QJsonObject &cleaning, const QString &path);

} // namespace foretrail
