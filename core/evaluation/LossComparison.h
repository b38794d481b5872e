#pragma once

#include "core/series/Series.h"

namespace foretrail {

/// How the losses of one model compare with those of another on the same series and folds.
struct LossComparison {
    double betterShare = missing; ///< of the series: in these the first has the smaller mean loss
    double difference = missing;  ///< mean over series of the loss of the first less that of the second; negative: the first is better
    double pValue = missing;      ///< two-sided: of such a difference by chance; NaN where there is too little to tell
    int series = 0;               ///< that could be compared
    int folds = 0;

    static constexpr double significance = 0.05;
    bool isBetter() const { return pValue <= significance && difference < 0; }
    bool isWorse() const { return pValue <= significance && difference > 0; }
    /// One fold of one series, which no test can judge.
    bool isSingle() const { return series <= 1 && folds <= 1; }
};

/// differences[i][k]: loss of the first less that of the second in fold k of series i, NaN where there is none; losses of several
/// series must be on one scale. `overlap`: the forecasts of this many neighbouring folds overlap, 1 where none do.
/// With six series or more the signs of the mean difference of each are flipped at random, a paired test that takes series as
/// independent. Those of one shop are not, so from four folds on the larger p counts, of that test and of Diebold & Mariano's on
/// the mean over the series of each fold. With fewer series the latter tells alone.
LossComparison compareLosses(const std::vector<std::vector<double>> &differences, int overlap, quint64 seed);

/// Two-sided p of the mean of `differences` when each could as well have the other sign: over all combinations of up to 14, else
/// over 9999 random ones and the one that was seen. NaN without any; values are finite.
double signFlipP(Values differences, quint64 seed);

} // namespace foretrail
