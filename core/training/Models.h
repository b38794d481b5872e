#pragma once

#include "core/models/ModelRegistry.h"

namespace foretrail {

/// Every model there is, the recurrent ones included.
const ModelRegistry &modelRegistry();

/// A model of the registry with the intervals that its spec asks for. NotFound lists the names there are.
Result<std::unique_ptr<Forecaster>> makeForecaster(const ModelSpec &spec);

/// Threads that work on `series` series with these models at the same time, where `asked` are wanted (0: one for each core).
/// LibTorch and its seed are one for the whole program, so networks are trained one after the other.
int workersFor(const QStringList &models, int asked, qint64 series);

} // namespace foretrail
