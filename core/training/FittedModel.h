#pragma once

#include "core/training/PreparedSeries.h"

#include <memory>

namespace foretrail {

class Companions;

/// How a model is fitted on `prepared` to forecast `horizon` steps: with what the series beside it (nullptr: none) are known to be
/// when it ends, `heldBack` steps before its data do.
Result<FitOptions> fittingOptions(const PreparedSeries &prepared, int horizon, qint64 heldBack, const Companions *companions, JobContext &job);

/// A model of the registry fitted on a prepared series with its columns. It validates on what lies behind the part that the
/// recipe learnt from.
Result<std::unique_ptr<Forecaster>> fittedModel(const ModelSpec &spec, const PreparedSeries &prepared, FitOptions options, JobContext &job);

/// What a baseline says: fitted on the cleaned series in the unit of the data, whatever the recipe does with it later,
/// and within the limits of the prepared series.
Result<Forecast> forecastUntransformed(const ModelSpec &spec, const PreparedSeries &prepared, int horizon, const QList<double> &levels, JobContext &job);

} // namespace foretrail
