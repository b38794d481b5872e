#pragma once

#include "core/series/Series.h"

#include <QHash>

namespace foretrail {

/// A series that joins another as a column.
struct JoinedSeries {
    Series series;            ///< on any axis of the same step
    bool isKnownAhead = true; ///< a promotion plan, a price list, a holiday: known when the forecast is made
};

/// What a recipe needs beside the series itself, read before it runs, so that running touches neither database nor disk.
struct Surroundings {
    QHash<QString, JoinedSeries> columns; ///< by the id that the step asks for
};

} // namespace foretrail
