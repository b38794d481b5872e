#pragma once

#include "core/training/AdjustedForecast.h"
#include "core/training/Experiment.h"
#include "ui/charts/ChartContent.h"

namespace foretrail {

/// What an outcome looks like: history, one step ahead and the forecast over the test part, the future with its bands,
/// and where test part and future begin. Used by the Forecast page and by the export of a run.
ChartContent forecastChart(const ForecastOutcome &outcome, const TrainingSpec &spec, const QString &provenance);
/// A line more where people corrected the forecast, from its origin on.
void addAdjusted(ChartContent &content, const AdjustedForecast &adjusted, qint64 origin);

/// "revenue", "active users": a measure for people.
QString measureTitle(Measure measure);
inline QString capitalised(QString text) { return text.isEmpty() ? text : text.replace(0, 1, text.front().toUpper()); }
/// "Daily revenue of Home decor"; "Daily revenue" for the total.
QString questionTitle(const SeriesQuery &query, const Series &series);
/// "ar-fourier is 12 % closer than repeating last week (WAPE 18.4 % v 20.9 %)."
QString modelSentence(const ForecastOutcome &outcome, const QString &model);

} // namespace foretrail
