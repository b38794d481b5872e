#pragma once

#include "core/training/BesideForecasts.h"
#include "ui/charts/ChartContent.h"

namespace foretrail {

/// A forecast and what stands beside it.
struct BesideSet {
    QString model; ///< of the forecast that is shown
    double mae = missing; ///< its own on the test part
    QList<BesideForecast> others;
};

/// Puts the others on the chart of a forecast, a curve each over their test part and what they said would follow, in the order of the list, which
/// decides how they look. The closest one on the test part is marked; what is to say of that goes behind the sentence.
void addBeside(ChartContent &content, const BesideSet &beside);

/// Those that are marked, without the forecast itself.
QList<BesideChoice> closestChoices(const BesideSet &beside);

/// "Of 3 forecasts theta is closest on the test part (MAE 12.3, next auto 13.1)." Empty where nothing stands beside it.
QString closestSentence(const BesideSet &beside);

/// Bands of any level in place of those that the forecasts hold.
void setBandLevel(ChartContent &content, const ForecastOutcome &outcome, const TrainingSpec &spec, double level);

} // namespace foretrail
