#pragma once

#include "core/models/Panel.h"

namespace foretrail {

/// The fit of `shape` on the windows of `series`, at most some ten thousand, spread evenly; windows in which nothing happens are
/// left out; without any, a window says that its centre goes on. The centre and the penalty (a share of the mean of the Gram matrix's
/// diagonal) are chosen by the scaled absolute error on each series' last window, which the fits to choose from have not seen.
std::shared_ptr<const PooledFit> fitPooled(const std::vector<Values> &series, const PooledShape &shape);

} // namespace foretrail
