#pragma once

#include <vector>

namespace foretrail {

/// Pearson's; NaN where one of the two does not vary.
double correlation(const std::vector<double> &one, const std::vector<double> &other);

/// The area under the curve of Receiver Operating Characteristic (Mann & Whitney): how often a user who did has a higher score
/// than one who did not, equal scores as half. NaN where all or none did.
double areaUnderCurve(const std::vector<double> &scores, const std::vector<bool> &did);

} // namespace foretrail
