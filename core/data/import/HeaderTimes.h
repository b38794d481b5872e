#pragma once

#include "core/data/ImportPlan.h"

#include <vector>

namespace foretrail {

/// Times of the value columns of a wide table by their headers; empty when they are not all dates of the format.
std::vector<WallMs> headerTimes(const ImportPlan &plan);

/// The date format of these headers: of several that fit, the one that makes them steps of equal length. Empty: they are no
/// dates.
QString headerFormat(ImportPlan plan);

} // namespace foretrail
