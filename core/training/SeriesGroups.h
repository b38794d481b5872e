#pragma once

#include "core/data/Questions.h"
#include "core/training/Backtest.h"

namespace foretrail {

/// What imported tables (catalogues) say of each series of a question: an item's brand, a store's type. Empty where the series are not
/// items, categories or imported series, or where nothing is known of them.
Result<SeriesGroupings> groupingsOf(ShopData &data, const SeriesQuery &question, const QStringList &keys, JobContext &job);

} // namespace foretrail
