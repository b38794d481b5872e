#pragma once

#include "core/series/Series.h"

namespace foretrail {

/// The values of a moving window in ascending order; answers for medians without sorting again. Adding and removing cost a
/// search by halves and moving what lies behind. Missing and infinite values are never in it.
class SortedWindow {
public:
    void add(double value);
    /// One value equal to `value` that was added before.
    void remove(double value);
    /// The mean of the middle two of an even number; missing where nothing is in the window.
    double median() const;
    /// The median of the distances of all values from `from`.
    double medianDistance(double from) const;

private:
    double distance(double from, size_t rank) const;

    std::vector<double> m_sorted;
};

} // namespace foretrail
