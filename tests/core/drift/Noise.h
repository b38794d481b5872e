#pragma once

#include <cmath>
#include <numbers>
#include <random>

namespace foretrail::test {

/// Seeded noise of variance 1, the same with any library: normal after Box & Muller (1958), Student's t with 5 degrees by its definition.
class Noise {
public:
    explicit Noise(unsigned seed) : m_random(seed) {}

    double uniform() { return (double(m_random()) + 0.5) / 4294967296.0; }
    double normal() { return std::sqrt(-2 * std::log(uniform())) * std::cos(2 * std::numbers::pi * uniform()); }
    double student5()
    {
        double squares = 0;
        const double numerator = normal();
        for (int i = 0; i < 5; ++i)
            squares += std::pow(normal(), 2);
        return numerator / std::sqrt(squares / 5) * std::sqrt(3.0 / 5);
    }

private:
    std::mt19937 m_random;
};

} // namespace foretrail::test
