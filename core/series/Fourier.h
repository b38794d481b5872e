#pragma once

#include "core/series/Series.h"

namespace foretrail {

/// The sines and cosines that describe a season at one place: sin(2 pi k place / period), then the cosine, for k = 1 ..
/// pairs. period: steps in the season, may be broken (365.25). place: steps since any fixed start. The sine of k = period / 2
/// is zero at every whole place and left out; pairs beyond that repeat others and are left out too.
std::vector<double> fourierTerms(double period, int pairs, double place);

/// How many terms fourierTerms() gives: 2 * pairs, one less where pairs reaches half the period.
int fourierTermCount(double period, int pairs);

/// The number of pairs, 0 .. most, of the least squares regression of y on an intercept, a line and these terms with the
/// smallest corrected information criterion, n log(RSS / n) + 2k + 2k(k + 1) / (n - k - 1), k the coefficients and the
/// variance. Missing values are skipped; numbers that leave no freedom are not tried.
int fourierPairsByAicc(Values y, double period, int most);

} // namespace foretrail
