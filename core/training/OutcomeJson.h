#pragma once

#include "core/training/Experiment.h"

namespace foretrail {

/// Reads what ForecastOutcome::toJson wrote; history, actual, saved and epochs stay empty. Format names the
/// missing part.
Result<ForecastOutcome> outcomeFromJson(const QJsonObject &json);

/// A forecast as outcomes keep it: mean, and level, low and high of each band.
QJsonObject forecastToJson(const Forecast &forecast);
Forecast forecastFromJson(const QJsonValue &json);

/// ForecastOutcome::earlier; null where there is none.
QJsonValue earlierToJson(const std::optional<LossComparison> &comparison);
std::optional<LossComparison> earlierFrom(const QJsonValue &json);

} // namespace foretrail
