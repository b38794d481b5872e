#pragma once

#include "core/models/Forecaster.h"

namespace foretrail {

/// "ar-fourier": trend and Fourier terms with autoregressive errors, on levels or first differences, all chosen by AICc
/// (dynamic harmonic regression). Seasons: the main one of the spec; besides it 168 for hours (24) from three weeks
/// on, and 365.25 for days (7) from two years on. A place in the season at which every training value is zero (a day on
/// which the shop is closed) stays zero. A series above zero throughout is modelled in logarithms; then `mean`
/// is the median of the forecast distribution, which absolute errors reward. Intervals are normal on the modelled
/// scale, from the psi weights; the uncertainty of the coefficients is in the divisor of the variance only.
std::unique_ptr<Forecaster> makeArFourier(const ModelSpec &spec);

} // namespace foretrail
