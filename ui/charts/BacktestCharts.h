#pragma once

#include "ui/BacktestRun.h"
#include "ui/charts/ChartContent.h"
#include "ui/models/BacktestColumns.h"

namespace foretrail {

/// One line a model, the baseline in the colour of text. Empty where there is one place alone on the axis.
ChartContent backtestFoldChart(const BacktestFindings &findings, BacktestColumn column); ///< by the first day after each origin
ChartContent backtestStepChart(const BacktestFindings &findings, BacktestColumn column); ///< by steps after the origin
ChartContent backtestWeekdayChart(const BacktestFindings &findings, BacktestColumn column);
/// How many series each model is best on; those that are equally good count for each.
BarContent backtestWinnersChart(const BacktestFindings &findings);

/// "4 folds of 28 days"; without a calendar "4 folds of 28 steps".
QString foldsInWords(const BacktestFindings &findings);

} // namespace foretrail
