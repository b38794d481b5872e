#pragma once

#include "core/base/Result.h"

#include <QJsonObject>

#include <span>
#include <vector>

namespace foretrail {

/// Turns what a model says into probabilities that hold, learnt from cases that the model did not learn from.
class Calibration {
public:
    enum class Kind { None, Platt, Isotonic };

    Calibration() = default; ///< changes nothing
    /// Platt 1999: p = 1 / (1 + exp(-(a s + b))) with s = ln(p / (1 - p)) of what was said, by maximum likelihood with his targets
    /// (n+ + 1) / (n+ + 2) and 1 / (n- + 2), which keep a and b finite. Nothing where one of both classes is missing.
    static Calibration platt(const std::vector<double> &said, const std::vector<bool> &happened);
    /// The nearest rising steps in squares, by pooling adjacent violators (Ayer et al. 1955); straight lines between them.
    static Calibration isotonic(const std::vector<double> &said, const std::vector<bool> &happened);

    double apply(double said) const;
    Kind kind() const { return m_kind; }
    double slope() const { return m_slope; }   ///< a of Platt
    double offset() const { return m_offset; } ///< b
    QJsonObject toJson() const;
    static Result<Calibration> fromJson(const QJsonObject &json);

private:
    Kind m_kind = Kind::None;
    double m_slope = 1, m_offset = 0;
    std::vector<double> m_at, m_values; ///< ascending
};

/// ln(p / (1 - p)), of p kept within [1e-9, 1 - 1e-9].
double logOdds(double probability);
double fromLogOdds(double odds);

} // namespace foretrail
