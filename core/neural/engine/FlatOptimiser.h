#pragma once

#include "core/neural/interface/TrainingSettings.h"

#include <QtGlobal>

#include <vector>

namespace foretrail::neural {

/// Moves all parameters in one pass over one array. The rules and their usual numbers are LibTorch's: Adam (Kingma & Ba 2015) with
/// weight decay in the gradient, AdamW (Loshchilov & Hutter 2019) beside it, RMSprop (Hinton 2012, decay 0.99), SGD with momentum.
class FlatOptimiser {
public:
    FlatOptimiser(const TrainingSettings &settings, size_t count);
    /// `norm`: of the gradient; a larger one than settings.clipNorm is scaled down to it.
    void step(float *parameters, const float *gradient, double norm, double rate);

    qint64 steps() const { return m_steps; }
    const std::vector<std::vector<float>> &moments() const { return m_moments; }
    /// False where they are not those of this optimiser.
    bool restore(const std::vector<std::vector<float>> &moments, qint64 steps);

private:
    const TrainingSettings m_settings;
    const size_t m_count;
    std::vector<std::vector<float>> m_moments;
    qint64 m_steps = 0;
};

} // namespace foretrail::neural
