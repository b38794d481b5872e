#pragma once

#include "core/base/Result.h"

#include <QJsonObject>

#include <span>
#include <vector>

namespace foretrail {

/// Ridge regression of the rewards of one item on features, kept up to date one row at a time: A = ridge I + sum of x x', b = sum of
/// r x. The inverse of A is what is kept, by Sherman and Morrison (1950): A^-1 - (A^-1 x)(A^-1 x)' / (1 + x' A^-1 x).
class LinearArm {
public:
    LinearArm(int width, double ridge);
    void learn(std::span<const double> features, double reward);
    double mean(std::span<const double> features) const;  ///< x' A^-1 b
    double error(std::span<const double> features) const; ///< sqrt(x' A^-1 x)
    int width() const { return int(m_rewards.size()); }
    const std::vector<double> &inverse() const { return m_inverse; } ///< width x width
    std::vector<double> weights() const; ///< A^-1 b

    QJsonObject toJson() const;
    /// Format where it is of another width.
    Result<void> restore(const QJsonObject &json);

private:
    std::vector<double> m_inverse;
    std::vector<double> m_rewards; ///< b
};

} // namespace foretrail
