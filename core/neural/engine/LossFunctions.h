#pragma once

#include "core/neural/interface/TrainingSettings.h"

#include <vector>

namespace foretrail::neural {

/// What the outputs of some windows are judged by. Targets that are not numbers count for nothing.
struct LossTargets {
    int rows = 0;
    int targets = 1;              ///< of each row
    const float *values = nullptr;  ///< [rows][targets]
    const float *scales = nullptr;  ///< [rows]: what one unit of a target is in counts
    const float *weights = nullptr; ///< [rows]
};

/// Losses of outputs [rows][targets][outputsPerTarget] and how they change with each.
///
///     MSE, MAE, Huber  of the difference; Huber's is quadratic up to a tenth of the normalised range
///     pinball          mean over the quantiles: rho_q(e) = e (q - 1{e < 0}), e = target - output (Koenker & Bassett 1978)
///     negative binomial  minus the log likelihood of counts target x scale with mean scale x softplus(a) and
///                      dispersion softplus(b) / sqrt(scale) (Salinas et al. 2020)
///     Tweedie          half the deviance without what does not depend on the output exp(a) (Jorgensen 1987)
class LossFunction {
public:
    explicit LossFunction(const TrainingSettings &settings);
    int outputsPerTarget() const { return m_outputs; }
    /// The sum over rows and targets. `gradients` (as outputs; nullptr: not wanted) get `share` times its derivatives.
    double sum(const float *outputs, const LossTargets &targets, float *gradients, double share) const;

private:
    struct Term {
        double loss = 0;
        double gradient[2] = {0, 0};
    };
    Term simple(double output, double target) const;
    Term negativeBinomial(const float *outputs, double target, double scale) const;
    Term tweedie(double output, double target) const;
    double pinball(const float *outputs, double target, float *gradients, double share) const;
    double one(const float *outputs, double target, double scale, float *gradients, double share) const;

    const Loss m_loss;
    const std::vector<double> m_quantiles;
    const double m_power;
    const int m_outputs;
};

} // namespace foretrail::neural
