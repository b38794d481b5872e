#pragma once

#include <QtGlobal>

#include <limits>
#include <vector>

namespace foretrail {

/// Magnitudes on a logarithmic scale, four levels to a doubling: few enough to be counted for every item in memory.
int magnitudeOf(double positive);         ///< 0 for 1; grows by 4 when the value doubles
double smallestOfMagnitude(int magnitude); ///< the least value that has it

struct MagnitudeCount {
    int magnitude = 0;
    qint64 count = 0;
};

/// What is usual among values, by median and median absolute deviation of their magnitudes: a few wild values do not move
/// it. Unusual is what lies more than five robust standard deviations, and more than `leastRatio` times, from the median.
struct UsualRange {
    double median = std::numeric_limits<double>::quiet_NaN();
    int lowest = std::numeric_limits<int>::min();  ///< magnitudes from here ...
    int highest = std::numeric_limits<int>::max(); ///< ... to here are usual
    bool isKnown = false; ///< false where there are too few values to say

    bool isAbove(double positive) const { return isKnown && magnitudeOf(positive) > highest; }
    bool isBelow(double positive) const { return isKnown && magnitudeOf(positive) < lowest; }
};
/// Of values with these magnitudes, in any order; a magnitude may come more than once.
UsualRange usualRange(std::vector<MagnitudeCount> counts, double leastRatio);

} // namespace foretrail
