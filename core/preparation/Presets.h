#pragma once

#include "core/preparation/Recipe.h"

#include <optional>

namespace foretrail {

/// A recipe that comes with the program.
struct Preset {
    QString id;          ///< as on the command line: standard, article, retail-daily, retail-weekly, hourly, intermittent
    Recipe recipe;       ///< its name is translated
    QString explanation; ///< one sentence: for which data
};

QList<Preset> presets();
std::optional<Preset> presetById(const QString &id);

/// What is done where nobody chose: gaps become lines between their neighbours.
Recipe standardRecipe();

} // namespace foretrail
