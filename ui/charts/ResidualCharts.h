#pragma once

#include "core/evaluation/Residuals.h"
#include "core/training/Experiment.h"
#include "core/training/StepErrors.h"
#include "ui/charts/ColumnDrawing.h"
#include "ui/charts/ScatterDrawing.h"

namespace foretrail {

/// What the charts of residuals are made of; both outlive it.
struct ResidualSource {
    const ResidualDiagnostics &residuals;
    const ForecastOutcome &outcome;
};

/// Of the last 400 at most, as more could not be told apart; the first of them is `firstShownResidual`.
BarContent residualsOverTime(const ResidualSource &source);
size_t firstShownResidual(const ResidualDiagnostics &residuals);
/// Counts, and the normal curve of the same mean and deviation.
std::shared_ptr<const ColumnDrawing> residualDistribution(const ResidualSource &source);
BarContent residualAutocorrelation(const ResidualSource &source, bool isPartial);
/// Means by weekday or month; nullptr where the steps do not tell them apart.
std::shared_ptr<const ColumnDrawing> residualGroups(const ResidualSource &source, bool isByMonth);
/// Sizes of the errors by step ahead: of `errors` over several origins, else of the test part alone.
std::shared_ptr<const ColumnDrawing> residualSteps(const ResidualSource &source, const std::vector<StepError> &errors);
/// Against the quantiles of a normal distribution; numbers of the marks are steps of the history.
std::shared_ptr<const ScatterDrawing> residualNormalPlot(const ResidualSource &source);
/// Against the one-step forecasts; the last 2,000.
std::shared_ptr<const ScatterDrawing> residualsAgainstFitted(const ResidualSource &source);

/// Whether there is a pattern left, and whether residuals are normal, in plain words.
QString residualVerdict(const ResidualDiagnostics &residuals);

} // namespace foretrail
