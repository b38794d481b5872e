#pragma once

#include "core/training/AdjustedForecast.h"
#include "core/training/Experiment.h"

namespace foretrail {

/// What the workspace keeps of corrections of one series, and what they make of its forecast.
struct KeptAdjustments {
    QString question;           ///< see overrideQuestion()
    QList<Override> overrides;  ///< all, those of steps that are past by now too
    AdjustedForecast forecast;  ///< of ForecastOutcome::future
};
Result<KeptAdjustments> keptAdjustments(Workspace &workspace, const TrainingSpec &spec, const ForecastOutcome &outcome);

} // namespace foretrail
