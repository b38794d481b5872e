#pragma once

#include "core/series/Series.h"

#include <optional>

namespace foretrail {

/// The theta method (Assimakopoulos & Nikolopoulos 2000): a share of the straight line through all values, and simple
/// exponential smoothing of what it leaves. With share 1/2 that is half the line and half the smoothed line of theta 2,
/// Z = 2y - line; in general theta = 1 / (1 - share) (Fiorucci, Pellegrini, Louzada, Petropoulos & Koehler 2016).
struct ThetaFit {
    double intercept = 0; ///< of the line at step 0, the first value
    double slope = 0;     ///< of the line, by least squares
    double share = 0.5;   ///< of the line, 0 to 1
    double alpha = 1;
    double level = 0;     ///< of the rest before the first value
    double squared = 0;   ///< sum of squared one-step errors, each with the line through the values before it

    double lineAt(qint64 step) const { return share * (intercept + slope * double(step)); }
};

/// With a given share alpha and level are those of simple exponential smoothing of the values (Hyndman & Billah 2003);
/// without one all three have the least squared one-step errors. Those see only the line through what was before: beside a
/// line through everything the whole line would nearly always look best. At least 3 values.
ThetaFit fitTheta(Values values, std::optional<double> share);

} // namespace foretrail
