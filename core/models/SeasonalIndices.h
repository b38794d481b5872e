#pragma once

#include "core/series/Series.h"

namespace foretrail {

/// Whether a season of `season` steps stands out of the noise: |r_m| > 1.645 sqrt((1 + 2 sum_{i<m} r_i^2) / n) with the
/// autocorrelations r (Makridakis, Spiliotis & Assimakopoulos 2020, the M4 competition). Never with a season of one step, below
/// three whole seasons or for a constant series.
struct SeasonTest {
    double correlation = 0; ///< r_m
    double limit = 0;       ///< 0 where nothing was tested
    bool isSeasonal() const;
};
SeasonTest testSeason(Values values, int season);

/// One number for each place in a season; place 0 is that of the first value.
struct SeasonalIndices {
    bool isMultiplicative = false;
    std::vector<double> index; ///< mean 1 when multiplicative, else 0; empty: no season

    int season() const { return int(index.size()); }
    double without(double value, qint64 place) const;
    /// All of `values` without it; the first of them lies at `place`.
    std::vector<double> removedFrom(Values values, qint64 place) const;
    double with(double value, qint64 place) const;
    /// What a deviation of a value without season becomes at `place`.
    double scaleAt(qint64 place) const;

private:
    double at(qint64 place) const;
};

/// Classical decomposition: values against a centred moving average of one season, averaged for each place, normalised.
/// At least two seasons of values; multiplicative needs values above zero.
SeasonalIndices classicalIndices(Values values, int season, bool isMultiplicative);

/// The indices to take off before a model without season: none where the test says no; multiplicative where all values
/// are above zero and `isOriginalScale`, else additive.
SeasonalIndices indicesToRemove(Values values, int season, bool isOriginalScale);

/// The centred moving average of one season: element i stands for value i + season / 2. An even season counts both ends half.
std::vector<double> seasonalTrend(Values values, int season);

} // namespace foretrail
