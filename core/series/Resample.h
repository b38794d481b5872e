#pragma once

#include "core/base/Result.h"
#include "core/series/Series.h"

#include <QDate>

namespace foretrail {

/// What the values of a longer step are made of. Count is the number of observations that are not missing.
enum class ResampleRule { Sum, Mean, Last, Count, Min, Max };

struct Resampled {
    Series series;                   ///< on the grid of the longer step
    qint64 cutFirst = 0;             ///< observations of the source that were cut off before its first whole period
    qint64 cutLast = 0;              ///< and behind its last one
    std::vector<qint64> sourceCount; ///< for each period: how many observations of the source are in it and not missing
    std::vector<qint64> sourceSteps; ///< and how many with those that are missing
};

/// The series on a longer step: hours to days to weeks or months, quarters, years. The same step changes nothing.
/// Weeks begin on `weekStart`; Monday is what EventSeries counts by. A week belongs to the month, quarter or year that holds its
/// fourth day, as ISO 8601 does with years. Days of the wall calendar have 24 hours, so the hours that EventSeries counts add up to
/// its days also where the clocks change.
/// Missing values are skipped. A period is missing where it has only missing ones, whatever the rule, and under Sum where more than
/// half are: what is there would pass for the whole. Sum makes up for none of them.
/// A first or last period that the source covers only in part is kept, unless `cutPartial`.
/// InvalidInput for a shorter step or a plain index; TooShort where nothing is left.
Result<Resampled> resample(const Series &series, Step to, ResampleRule rule, bool cutPartial, Qt::DayOfWeek weekStart = Qt::Monday);

} // namespace foretrail
