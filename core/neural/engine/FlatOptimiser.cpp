#include "core/neural/engine/FlatOptimiser.h"

#include "core/neural/engine/Kernels.h"

#include <algorithm>
#include <cmath>

namespace foretrail::neural {
namespace {

constexpr double firstDecay = 0.9;
constexpr double secondDecay = 0.999;
constexpr double meanSquareDecay = 0.99; // of RMSprop

bool isAdam(Optimiser optimiser) { return optimiser == Optimiser::Adam || optimiser == Optimiser::AdamW; }

} // namespace

FlatOptimiser::FlatOptimiser(const TrainingSettings &settings, size_t count)
    : m_settings(settings), m_count(count), m_moments(isAdam(settings.optimiser) ? 2 : 1, std::vector<float>(count, 0.0F))
{
}

void FlatOptimiser::step(float *parameters, const float *gradient, double norm, double rate)
{
    ++m_steps;
    StepSize step;
    step.gradientScale = float(m_settings.clipNorm > 0 ? std::min(1.0, m_settings.clipNorm / (norm + 1e-6)) : 1.0);
    step.rate = float(rate);
    step.penalty = float(m_settings.weightDecay);
    const Kernels &loops = kernels();
    if (isAdam(m_settings.optimiser)) {
        // mean / (1 - b1^t) over (sqrt(square / (1 - b2^t)) + e), with both corrections taken out of the loop.
        const double second = std::sqrt(1 - std::pow(secondDecay, double(m_steps)));
        step.rate = float(rate * second / (1 - std::pow(firstDecay, double(m_steps))));
        step.epsilon = float(1e-8 * second);
        if (m_settings.optimiser == Optimiser::AdamW) {
            step.shrink = float(1 - rate * m_settings.weightDecay);
            step.penalty = 0;
        }
        loops.adam(parameters, m_moments[0].data(), m_moments[1].data(), gradient, m_count, step);
    } else if (m_settings.optimiser == Optimiser::RmsProp) {
        step.secondDecay = float(meanSquareDecay);
        loops.rmsprop(parameters, m_moments[0].data(), gradient, m_count, step);
    } else {
        step.firstDecay = float(m_settings.momentum);
        loops.momentum(parameters, m_moments[0].data(), gradient, m_count, step);
    }
}

bool FlatOptimiser::restore(const std::vector<std::vector<float>> &moments, qint64 steps)
{
    if (moments.size() != m_moments.size() || std::any_of(moments.begin(), moments.end(), [this](const auto &moment) { return moment.size() != m_count; }))
        return false;
    m_moments = moments;
    m_steps = steps;
    return true;
}

} // namespace foretrail::neural
