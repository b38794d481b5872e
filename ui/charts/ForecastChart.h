#pragma once

#include "core/report/ForecastWords.h"
#include "core/training/AdjustedForecast.h"
#include "ui/charts/ChartContent.h"

namespace foretrail {

/// What an outcome looks like: history, one step ahead over all of it, the forecast over the test part, the future with its bands,
/// and where test part and future begin. Used by the Forecast page, by the export of a run and by reports. `provenance`: lines of small print.
ChartContent forecastChart(const ForecastOutcome &outcome, const TrainingSpec &spec, const QString &provenance);
/// A line more where people corrected the forecast, from its origin on.
void addAdjusted(ChartContent &content, const AdjustedForecast &adjusted, qint64 origin);

} // namespace foretrail
