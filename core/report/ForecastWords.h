#pragma once

#include "core/report/Provenance.h"
#include "core/training/AdjustedForecast.h"
#include "core/training/Experiment.h"

namespace foretrail {

/// "revenue", "active users": a measure for people.
QString measureTitle(Measure measure);
/// Whether values of several steps or series add up to something: not those of distinct users, nor of series of any kind.
bool addsUp(Measure measure);
inline QString capitalised(QString text) { return text.isEmpty() ? text : text.replace(0, 1, text.front().toUpper()); }
/// "Daily revenue of Home decor"; "Daily revenue" for the total.
QString questionTitle(const SeriesQuery &query, const Series &series);
/// What people call a series; its key where the data has no name.
inline QString seriesTitle(const Series &series) { return series.name.isEmpty() ? series.key : series.name; }
/// "28 days"; "28 steps" without a calendar.
QString stepsWords(Step step, qint64 count);
/// "data from 2024-01-01 to 2024-03-24 (84 days)"
QString dataRangeWords(const Series &history);
/// "12.3 %"; a dash for NaN.
QString percentWords(double share, int decimals = 1);
/// "ar-fourier is 12 % closer than repeating last week (WAPE 18.4 % v 20.9 %)."
QString modelSentence(const ForecastOutcome &outcome, const QString &model);

/// "3 of 28 steps were corrected by hand: 1,250 in total in place of 1,200 (promotion; stock-out)." Empty where none is.
QString correctionsSentence(const AdjustedForecast &adjusted);

/// How much of the test part lay in the band of a level.
struct BandHeld {
    double level = 80; ///< percent that it promised
    double held = missing; ///< share
};
/// One for each level that the test part was forecast with; none without a test part.
QList<BandHeld> bandsHeld(const ForecastOutcome &outcome);

/// The small print of exports. First what was forecast: range of the data, model, error beside the baseline's, promised and achieved
/// coverage, and how many steps a person corrected; then where it comes from, as Provenance tells it.
QStringList forecastFooter(const ForecastOutcome &outcome, const TrainingSpec &spec, const Provenance &provenance, const AdjustedForecast &adjusted = {});

/// What a chart of the outcome shows, for those who cannot see it: ranges, last value, where the forecast goes.
QString forecastDescription(const ForecastOutcome &outcome, const TrainingSpec &spec);

} // namespace foretrail
