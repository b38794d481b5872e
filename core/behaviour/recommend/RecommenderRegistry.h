#pragma once

#include "core/behaviour/recommend/Recommender.h"

namespace foretrail {

/// The names that makeRecommender() takes, simplest first.
QStringList recommenderNames();
/// Those of them that learn in seconds: all but the networks.
QStringList quickRecommenders();
/// NotFound, with the names there are.
Result<std::unique_ptr<Recommender>> makeRecommender(const QString &name);

} // namespace foretrail
