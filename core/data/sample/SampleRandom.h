#pragma once

#include <QtGlobal>

#include <cmath>
#include <cstddef>
#include <random>
#include <vector>

namespace foretrail {

/// Random draws that are the same on every platform: the standard fixes the engine's numbers but not those of its
/// distributions, so these are our own.
class SampleRandom {
public:
    explicit SampleRandom(quint64 seed) : m_engine(seed) {}

    quint64 bits() { return m_engine(); }
    /// [0, 1), 53 bits.
    double uniform() { return double(m_engine() >> 11) * 0x1.0p-53; }
    double uniform(double low, double high) { return low + (high - low) * uniform(); }
    bool chance(double probability) { return uniform() < probability; }
    /// 0 .. count - 1.
    int below(int count) { return int(uniform() * count); }
    /// Mean 1.
    double exponential() { return -std::log1p(-uniform()); }
    /// Number of failures before a success; mean as given.
    int geometric(double mean) { return int(std::log1p(-uniform()) / std::log(mean / (1 + mean))); }
    /// Standard normal (Box and Muller 1958).
    double normal() { return std::sqrt(2 * exponential()) * std::cos(6.283185307179586 * uniform()); }
    /// An index with a chance in proportion to its weight, from the running sums of the weights.
    int pick(const std::vector<double> &sums);

private:
    std::mt19937_64 m_engine;
};

inline int SampleRandom::pick(const std::vector<double> &sums)
{
    const double mark = uniform() * sums.back();
    std::size_t low = 0;
    std::size_t high = sums.size() - 1;
    while (low < high) {
        const std::size_t middle = (low + high) / 2;
        if (sums[middle] > mark)
            high = middle;
        else
            low = middle + 1;
    }
    return int(low);
}

} // namespace foretrail
