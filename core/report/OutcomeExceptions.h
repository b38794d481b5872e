#pragma once

#include "core/evaluation/Exceptions.h"
#include "core/training/Experiment.h"

namespace foretrail {

/// What asks for a person's eyes in one forecast: the one rule behind the list of exceptions, reports and the verb `exceptions`. `earlier`:
/// the forecast of the same steps from a season before, empty where it is not known.
QList<SeriesException> exceptionsOf(const ForecastOutcome &outcome, const std::vector<double> &earlier);

/// The forecast of the steps of now.future from a season before its end; empty where there is too little. Without bands. Cancelled.
Result<std::vector<double>> earlierForecast(const Series &series, const TrainingSpec &spec, const Surroundings &surroundings, const ForecastOutcome &now, JobContext &job);

} // namespace foretrail
