#include "core/neural/engine/LossFunctions.h"

#include "core/base/Logistic.h"

#include <boost/math/special_functions/digamma.hpp>

#include <algorithm>
#include <cmath>

namespace foretrail::neural {
namespace {

constexpr double huberDelta = 0.1;
constexpr double leastDispersion = 1e-6;

double softplus(double x) { return x > 30 ? x : std::log1p(std::exp(x)); }

} // namespace

LossFunction::LossFunction(const TrainingSettings &settings)
    : m_loss(settings.loss), m_quantiles(settings.quantiles.empty() ? std::vector<double>{0.5} : settings.quantiles), m_power(settings.tweediePower),
      m_outputs(foretrail::outputsPerTarget(settings))
{
}

LossFunction::Term LossFunction::simple(double output, double target) const
{
    const double error = output - target;
    const double size = std::abs(error);
    const double sign = error > 0 ? 1 : error < 0 ? -1 : 0;
    if (m_loss == Loss::Mse)
        return {error * error, {2 * error, 0}};
    if (m_loss == Loss::Mae)
        return {size, {sign, 0}};
    if (size <= huberDelta)
        return {0.5 * error * error, {error, 0}};
    return {huberDelta * (size - 0.5 * huberDelta), {huberDelta * sign, 0}};
}

LossFunction::Term LossFunction::negativeBinomial(const float *outputs, double target, double scale) const
{
    const double z = std::max(target * scale, 0.0);
    const double mean = scale * softplus(outputs[0]) + 1e-12;
    const double dispersion = softplus(outputs[1]) / std::sqrt(scale) + leastDispersion;
    const double r = 1 / dispersion;
    const double spread = 1 + dispersion * mean;
    Term term;
    term.loss = std::lgamma(z + 1) + std::lgamma(r) - std::lgamma(z + r) + r * std::log(spread) - z * std::log(dispersion * mean / spread);
    const double byMean = (1 + dispersion * z) / spread - z / mean;
    const double byDispersion = r * r * (boost::math::digamma(z + r) - boost::math::digamma(r) - std::log(spread)) + r * (mean - z) / spread;
    term.gradient[0] = byMean * scale * logistic(outputs[0]);
    term.gradient[1] = byDispersion * logistic(outputs[1]) / std::sqrt(scale);
    return term;
}

LossFunction::Term LossFunction::tweedie(double output, double target) const
{
    const double low = std::exp((1 - m_power) * output);
    const double high = std::exp((2 - m_power) * output);
    return {high / (2 - m_power) - target * low / (1 - m_power), {high - target * low, 0}};
}

double LossFunction::pinball(const float *outputs, double target, float *gradients, double share) const
{
    double sum = 0;
    const double part = 1 / double(m_quantiles.size());
    for (size_t q = 0; q < m_quantiles.size(); ++q) {
        const double error = target - double(outputs[q]);
        const double slope = error < 0 ? m_quantiles[q] - 1 : m_quantiles[q];
        sum += part * error * slope;
        if (gradients)
            gradients[q] = float(error == 0 ? 0 : -share * part * slope);
    }
    return sum;
}

double LossFunction::one(const float *outputs, double target, double scale, float *gradients, double share) const
{
    if (m_loss == Loss::Pinball)
        return pinball(outputs, target, gradients, share);
    const Term term = m_loss == Loss::NegativeBinomial ? negativeBinomial(outputs, target, scale)
        : m_loss == Loss::Tweedie                      ? tweedie(outputs[0], target)
                                                       : simple(outputs[0], target);
    for (int i = 0; gradients && i < m_outputs; ++i)
        gradients[i] = float(share * term.gradient[i]);
    return term.loss;
}

double LossFunction::sum(const float *outputs, const LossTargets &targets, float *gradients, double share) const
{
    double sum = 0;
    for (int r = 0; r < targets.rows; ++r) {
        const double weight = targets.weights ? double(targets.weights[r]) : 1;
        const double scale = targets.scales ? double(targets.scales[r]) : 1;
        for (int t = 0; t < targets.targets; ++t) {
            const size_t at = size_t(r) * size_t(targets.targets) + size_t(t);
            const size_t first = at * size_t(m_outputs);
            float *to = gradients ? gradients + first : nullptr;
            if (const double target = double(targets.values[at]); !std::isnan(target))
                sum += weight * one(outputs + first, target, scale, to, share * weight);
            else if (to)
                std::fill_n(to, m_outputs, 0.0F);
        }
    }
    return sum;
}

} // namespace foretrail::neural
