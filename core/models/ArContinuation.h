#pragma once

#include "core/models/Forecaster.h"

namespace foretrail {

/// A stored autoregression whose coefficients went on with new observations.
struct ArContinuation {
    SavedModel saved;
    qint64 steps = 0;          ///< that it went on over
    double forgetting = 1;
    double meanBefore = 0, meanAfter = 0;           ///< on the scale of the lags: of the series, or of its differences
    double deviationBefore = 0, deviationAfter = 0; ///< of one step ahead
    double largestMove = 0;    ///< of a coefficient
};

/// What one of "ar", "ar-diff", "ar-seasonal" and "ar-auto" saved, moved on by recursive least squares with forgetting over the observations of `values` from `known` on. It begins
/// with the stored coefficients, and with what the observations before say of the lags; or where it ended last time, if that was at `known`,
/// for the state keeps the recursion. The spread of its errors follows by the same forgetting. Poles up to
/// 2 % outside the unit circle are drawn back to it. TooShort without new observations;
/// Degenerate where the recursion runs away; Format where the state is not that of such a model.
Result<ArContinuation> continuedAr(const SavedModel &saved, const Series &values, qint64 known, double forgetting);

} // namespace foretrail
