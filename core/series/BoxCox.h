#pragma once

#include "core/base/Result.h"
#include "core/series/Series.h"

namespace foretrail {

/// The power transform of Box & Cox (1964): (value^lambda - 1) / lambda, the logarithm for lambda 0; for a negative value
/// and lambda > 0 (-|value|^lambda - 1) / lambda (Bickel & Doksum 1981). Missing where there is none: a negative value
/// with lambda <= 0.
double boxCox(double value, double lambda);

/// Back to the unit of the series; missing where no value has this transform (lambda < 0 and beyond -1 / lambda). What is
/// transformed and back keeps 9 digits as long as value^lambda lies in 1e-6 .. 1e9.
double inverseBoxCox(double transformed, double lambda);

/// The lambda in [low, high] that makes the spread of a season least dependent on its level: the smallest coefficient of
/// variation of s / m^(1 - lambda) over whole seasons, m and s their means and standard deviations (Guerrero 1993). The
/// seasons end with the series; without a season pairs take their place. As R's forecast::BoxCox.lambda; found within 1e-6.
/// Missing values and seasons whose mean is not positive are skipped; with values <= 0 lambda is at least 0. TooShort for
/// two seasons or less, Degenerate where no spread differs, InvalidInput for a range without a lambda.
Result<double> boxCoxLambda(Values values, int season, double low = -1, double high = 2);

/// The lambda in [low, high] of the largest profile likelihood of a normal regression on a line and, with a season, one
/// level for each place in it (Box & Cox 1964). Missing values are skipped. InvalidInput unless all values are positive;
/// otherwise as boxCoxLambda().
Result<double> boxCoxLambdaByLikelihood(Values values, int season, double low = -1, double high = 2);
/// The lambda of `lambdas` (one at least) with the largest profile likelihood; errors as boxCoxLambdaByLikelihood().
Result<double> likeliestBoxCoxLambda(Values values, int season, std::span<const double> lambdas);

} // namespace foretrail
