#pragma once

#include <cstdint>
#include <numeric>
#include <random>
#include <utility>
#include <vector>

namespace foretrail::neural {

/// Numbers that are the same with every standard library: the engine is fixed by the standard, the distributions are
/// not, so they are written out here.
class Random {
public:
    explicit Random(uint64_t seed) : m_engine(seed) {}

    /// In [0, 1), 53 random bits.
    double uniform() { return double(m_engine() >> 11) * 0x1.0p-53; }
    double uniform(double low, double high) { return low + (high - low) * uniform(); }

    /// In [0, bound), without bias: draws from the incomplete last stretch are repeated.
    uint64_t below(uint64_t bound)
    {
        const uint64_t limit = UINT64_MAX - UINT64_MAX % bound;
        uint64_t draw = m_engine();
        while (draw >= limit)
            draw = m_engine();
        return draw % bound;
    }

    /// 0..count-1 in random order (Fisher and Yates, in Durstenfeld's form).
    std::vector<int64_t> permutation(int64_t count)
    {
        std::vector<int64_t> order(size_t(count), 0);
        std::iota(order.begin(), order.end(), int64_t(0));
        for (auto i = uint64_t(count); i > 1; --i)
            std::swap(order[i - 1], order[below(i)]);
        return order;
    }

private:
    std::mt19937_64 m_engine;
};

} // namespace foretrail::neural
