#pragma once

#include "core/base/Result.h"

#include <QJsonObject>

#include <span>
#include <vector>

namespace foretrail {

/// Turns what a model says into probabilities that hold, learnt from cases that the model did not learn from.
class Calibration {
public:
    enum class Kind { None, Platt, Beta, Isotonic };

    Calibration() = default; ///< changes nothing
    /// Platt 1999: p = 1 / (1 + exp(-(a s + b))) with s = ln(p / (1 - p)) of what was said, by maximum likelihood with his targets
    /// (n+ + 1) / (n+ + 2) and 1 / (n- + 2), which keep a and b finite. Nothing where one of both classes is missing.
    static Calibration platt(const std::vector<double> &said, const std::vector<bool> &happened);
    /// Beta calibration (Kull, Silva Filho and Flach 2017): p = 1 / (1 + exp(-(a ln p - b ln(1 - p) + c))), a and b not below 0: the lower and
    /// the upper end bend apart, so that scores may be right in the middle and too bold at the top. By maximum likelihood with Platt's
    /// targets, a and b drawn to 1 as by a ridge of 1. Nothing where one of both classes is missing.
    static Calibration beta(const std::vector<double> &said, const std::vector<bool> &happened);
    /// The nearest rising steps in squares, by pooling adjacent violators (Ayer et al. 1955); straight lines between them.
    static Calibration isotonic(const std::vector<double> &said, const std::vector<bool> &happened);
    /// The same steps, each drawn towards Platt's curve as if 50 more cases had happened as that says: a step of few cases, as at the very
    /// top, is no certainty. Nothing where one of both classes is missing.
    static Calibration steadySteps(const std::vector<double> &said, const std::vector<bool> &happened);
    /// Platt's curve, that of beta, or the steady steps: what told the fifths of the cases that it was not learnt from with the lower log loss (fifths in the
    /// order of the cases: of time, or of users). Platt's where fewer than 100 cases ended one way.
    static Calibration chosen(const std::vector<double> &said, const std::vector<bool> &happened);

    double apply(double said) const;
    Kind kind() const { return m_kind; }
    double slope() const { return m_slope; }   ///< a of Platt
    double upperSlope() const { return m_upperSlope; } ///< b of beta
    double offset() const { return m_offset; } ///< b of Platt, c of beta
    QJsonObject toJson() const;
    static Result<Calibration> fromJson(const QJsonObject &json);

private:
    static Calibration steps(const std::vector<double> &said, const std::vector<bool> &happened, const Calibration *towards);
    Kind m_kind = Kind::None;
    double m_slope = 1, m_upperSlope = 1, m_offset = 0;
    std::vector<double> m_at, m_values; ///< ascending
};

/// ln(p / (1 - p)), of p kept within [1e-9, 1 - 1e-9].
double logOdds(double probability);

} // namespace foretrail
