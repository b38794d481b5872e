#pragma once

#include "core/data/RunStore.h"
#include "ui/charts/ChartContent.h"

namespace foretrail {

/// Training loss (solid) and validation loss (dashed) by epoch, with the best epoch marked.
ChartContent lossChart(const QList<EpochRecord> &epochs, const QString &title, const QString &provenance = {});
/// The epoch whose weights are kept: the last that was the best so far; 0 without any.
int bestEpoch(const QList<EpochRecord> &epochs);

} // namespace foretrail
