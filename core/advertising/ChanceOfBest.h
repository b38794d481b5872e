#pragma once

#include <vector>

namespace foretrail {

/// What is believed of the value of an item.
struct Belief {
    double mean = 0;
    double deviation = 1; ///< above 0
};

/// The chance of each value to be the largest, where they are independent and normal: the integral of f_a times the product of the
/// others' F, cell by cell (Simpson) on a grid of a quarter of each deviation, 8 deviations to both sides. Adds up to 1.
std::vector<double> chanceOfBestNormal(const std::vector<Belief> &beliefs);

/// The same of Beta(successes + 1, failures + 1).
struct BetaCounts {
    double successes = 0;
    double failures = 0;
    Belief belief() const; ///< mean and deviation of that distribution
};
std::vector<double> chanceOfBestBeta(const std::vector<BetaCounts> &counts);

} // namespace foretrail
