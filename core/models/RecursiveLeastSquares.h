#pragma once

#include "core/base/Result.h"
#include "core/series/Series.h"

#include <QJsonObject>

#include <vector>

namespace foretrail {

/// How fast a recursion forgets, and where it stops doing so.
struct RlsSettings {
    double forgetting = 0.99;   ///< lambda in (0, 1]: an observation of 1 / (1 - lambda) steps ago counts a third of the newest; 1: none is forgotten
    double delta = 1000;        ///< P_0 = delta I, on inputs of about unit size: 1 / delta is the penalty on the first coefficients' changes
    double largestTrace = 10;   ///< times that of P_0: above it nothing is forgotten, so that inputs which never move do not blow P up
    bool operator==(const RlsSettings &) const = default;
};

/// Least squares of y on inputs x, one observation at a time (Plackett 1950; with exponential forgetting as in Ljung and Soederstroem
/// 1983): k = P x / (lambda + x'P x), theta += k (y - x'theta), P = (P - k x'P) / lambda, P made symmetric after each step.
/// After n steps theta minimises sum_t lambda^(n-t) (y_t - x_t'theta)^2 + lambda^n |theta - theta_0|^2 / delta. A value.
class RecursiveLeastSquares {
public:
    /// inputs >= 1; theta_0 = 0.
    explicit RecursiveLeastSquares(int inputs, const RlsSettings &settings = {});

    int inputs() const { return int(m_coefficients.size()); }
    const RlsSettings &settings() const { return m_settings; }
    const std::vector<double> &coefficients() const { return m_coefficients; }
    /// In place of what was learnt; what is known of the inputs stays. As many as inputs().
    void setCoefficients(std::vector<double> coefficients) { m_coefficients = std::move(coefficients); }
    double covariance(int row, int column) const { return m_covariance[size_t(row) * m_coefficients.size() + size_t(column)]; }
    double trace() const;

    double predicted(Values x) const;
    /// Learns one observation; the error of its prediction before. x has inputs() values; all are finite.
    double learn(Values x, double y);

    QJsonObject toJson() const; ///< coefficients, covariance by rows, forgetting, delta, largestTrace
    static Result<RecursiveLeastSquares> fromJson(const QJsonObject &json); ///< Format names the key that is absent or out of range

private:
    RlsSettings m_settings;
    std::vector<double> m_coefficients; ///< theta
    std::vector<double> m_covariance;   ///< P by rows
};

} // namespace foretrail
