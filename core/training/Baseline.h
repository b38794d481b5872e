#pragma once

#include "core/training/Backtest.h"

namespace foretrail {

/// The simple model that others have to beat over `horizon` steps: "snaive", "naive" or "mean", whichever was closest on the history (the
/// mean distance over as many steps as each looks back). On a random walk the last value is hard to beat, last week is not; of items that
/// sell by chance it is the mean.
QString baselineFor(Values history, int season, int horizon);

/// The same for a backtest: of what lies before the first origin, by most votes of at most twenty series, spread evenly.
QString baselineFor(const QList<Series> &series, const TrainingSpec &spec, const BacktestOptions &options, int season, JobContext &job);

} // namespace foretrail
