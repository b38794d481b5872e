#pragma once

#include "core/base/Result.h"
#include "core/series/Series.h"

namespace foretrail {

enum class MissingRule { Zero, Previous, Linear, Seasonal };
enum class NegativeRule { Keep, Zero, Missing };
enum class OutlierRule { Keep, Clip, Missing };

/// What is done to a series before a model sees it. Duplicate rows are dealt with at import.
struct Cleaning {
    MissingRule missing = MissingRule::Linear;
    NegativeRule negative = NegativeRule::Keep;
    OutlierRule outliers = OutlierRule::Keep;
    double outlierWidth = 3.0; ///< in interquartile ranges beyond the quartiles
    bool operator==(const Cleaning &) const = default;
};

QString missingRuleName(MissingRule rule);   ///< "zero", "previous", "linear", "seasonal"
QString negativeRuleName(NegativeRule rule); ///< "keep", "zero", "missing"
QString outlierRuleName(OutlierRule rule);   ///< "keep", "clip", "missing"
Result<MissingRule> missingRuleFromName(const QString &name);
Result<NegativeRule> negativeRuleFromName(const QString &name);
Result<OutlierRule> outlierRuleFromName(const QString &name);

/// How many observations each rule changed.
struct CleaningReport {
    qint64 filled = 0;
    qint64 negatives = 0;
    qint64 outliers = 0;
    qint64 cut = 0; ///< leading missing observations cut off
};

struct CleanedSeries {
    Series series; ///< the same grid, nothing missing
    CleaningReport report;
};

/// Limits (quartiles) are taken from the first `fitLength` observations only, so that the test part cannot leak.
/// Negatives are treated first, then outliers, then what is missing. Quartiles that are equal give no limits. Gaps
/// inside the first `fitLength` are filled from those alone; at an end the last value is carried on. Leading missing
/// values are cut off (the axis moves with them), infinite ones count as missing. Degenerate when nothing is left.
Result<CleanedSeries> clean(const Series &series, const Cleaning &cleaning, qint64 fitLength, int season);

} // namespace foretrail
