#pragma once

#include "core/training/RunAccuracy.h"
#include "ui/charts/ColumnDrawing.h"

#include <memory>

namespace foretrail {

/// Forecasts as they were made, beside what happened: of one run, or (run -1) of the six that began last. Of the history as much is shown as
/// was forecast.
ChartContent thenAndNowChart(const SeriesAccuracy &accuracy, qsizetype run);

/// The size of the error by step ahead: of one run, or (run -1) of all together; in the unit of the data or as a share of what happened.
std::shared_ptr<const ColumnDrawing> accuracyBars(const SeriesAccuracy &accuracy, qsizetype run, bool asShare);

} // namespace foretrail
