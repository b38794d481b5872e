#pragma once

#include "core/series/Series.h"

#include <vector>

namespace foretrail {

/// A point of a line: x is the index of the observation.
struct LinePoint {
    double x = 0;
    double y = 0;
    bool operator==(const LinePoint &) const = default;
};

/// Points to be joined; a line of one point is a dot.
using Polyline = std::vector<LinePoint>;

/// The lines that look on `columns` pixel columns as all of `values` would between the indices `from` and `to`:
/// of each column the first, smallest, largest and last observation, so that no spike is lost. One observation
/// beyond each side is kept, so that lines run to the edges. Missing observations split the line where the gap is at
/// least one column wide. Time grows with the visible observations only; at most 4 * columns + 2 points.
/// Empty when columns < 1 or from >= to.
std::vector<Polyline> decimate(Values values, double from, double to, int columns);

} // namespace foretrail
