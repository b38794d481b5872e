#pragma once

#include <QJsonObject>

namespace foretrail {

/// The JSON form of recipes as a JSON Schema (draft 2020-12), made from the registry: every step with its parameters, what they
/// mean, their ranges and initial values.
QJsonObject recipeSchema();

} // namespace foretrail
