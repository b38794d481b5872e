#pragma once

#include "core/models/ForecastParts.h"
#include "core/models/ModelSpec.h"
#include "core/series/Series.h"

#include <vector>

namespace foretrail {

/// y_t - mean = sum_i coefficients[i-1] (y_{t-i} - mean) + e_t
struct ArFit {
    double mean = 0;
    std::vector<double> coefficients; ///< of lag 1, 2, ...
    double variance = 0;              ///< of e, as the estimator gives it: a sum of squares divided by its terms

    int order() const { return int(coefficients.size()); }
    bool operator==(const ArFit &) const = default;
};

/// The fits of order 0, 1, ... maxOrder around `mean`; fewer when a series is predicted exactly by a lower order
/// (a constant one by order 0). maxOrder must be below the number of values. Yule-Walker by Levinson and Durbin's
/// recursion, Burg by his; least squares on the rows after maxOrder, from one Gram matrix for all orders.
std::vector<ArFit> arPath(Values values, double mean, int maxOrder, ArEstimator estimator);

/// n log v + 2k + 2k(k+1)/(n-k-1), k = order + 1 + otherParameters (Hurvich & Tsai 1989); infinite where n <= k + 1.
double aicc(double variance, qint64 n, int parameters);

/// n log v + k log n (Schwarz 1978).
double bic(double variance, qint64 n, int parameters);

/// n log v + 2k, k as in aicc() (Akaike 1974).
double aic(double variance, qint64 n, int parameters);

/// The fit of the path with the smallest AICc; the path is not empty.
const ArFit &bestByAicc(const std::vector<ArFit> &path, qint64 n, int otherParameters);

/// By the criterion; by AICc for ArCriterion::Rolling, which needs more than the fits.
const ArFit &bestBy(ArCriterion criterion, const std::vector<ArFit> &path, qint64 n, int otherParameters);

/// Whether the companion matrix of the coefficients has a spectral radius above `radius`: by the reflection coefficients of
/// coefficients[i-1] / radius^i (Schur and Cohn), so that a walk (radius 1) is not explosive.
bool isExplosive(Values coefficients, double radius = 1 + 1e-6);

/// Changes against `lag` values before; shorter by `lag`.
std::vector<double> changesOf(Values values, int lag);

/// The coefficients of the values themselves where `coefficients` are those of their changes: phi(B) (1 - B^lag).
std::vector<double> integratedCoefficients(Values coefficients, int lag);

/// psi_0 = 1, psi_j = sum_i coefficients[i-1] psi_{j-i}: `count` weights of past shocks.
std::vector<double> psiWeights(Values coefficients, int count);

/// The next `horizon` values of a zero-mean autoregression after `past`; values before the first count as 0.
std::vector<double> arContinue(Values past, Values coefficients, int horizon);

/// What of arContinue() each value of the past does: [h][i], h from 0, i = 0 for the last value.
std::vector<std::vector<double>> arLagWeights(Values coefficients, int horizon);

/// The parts of arContinue(past less centre): of `kind`, one for each lag.
void addLags(ForecastParts &parts, PartKind kind, Values past, double centre, Values coefficients);

/// The last `season` values of `past` again and again: their mean as the level, the rest as the season.
void addLastSeason(Values past, int season, ForecastParts &parts);

/// sum_i coefficients[i-1] past[n-i], the prediction after `past` (n >= order).
double arNext(Values past, Values coefficients);

/// The largest order tried when the caller does not say: 10 log10 n as in R; two steps beyond two seasons (up to a season
/// of 28) or beyond one (up to 58) where that is more; never above a quarter of the length.
int usualMaxArOrder(qint64 n, int season);

} // namespace foretrail
