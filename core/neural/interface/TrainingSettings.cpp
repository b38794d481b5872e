#include "core/neural/interface/TrainingSettings.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace foretrail {

TrainingSettings settingsFrom(const ModelSpec &spec)
{
    TrainingSettings settings;
    settings.loss = spec.loss;
    settings.optimiser = spec.optimiser;
    settings.schedule = spec.schedule;
    settings.learningRate = spec.learningRate;
    settings.weightDecay = spec.weightDecay;
    settings.clipNorm = spec.clipNorm;
    settings.batch = spec.batch;
    settings.epochs = spec.epochs;
    settings.patience = spec.patience;
    settings.seed = spec.seed;
    settings.workers = spec.threads;
    return settings;
}

int outputsPerTarget(const TrainingSettings &settings)
{
    if (settings.loss == Loss::Pinball)
        return std::max(int(settings.quantiles.size()), 1);
    return settings.loss == Loss::NegativeBinomial ? 2 : 1;
}

double scheduledRate(const TrainingSettings &settings, int epoch)
{
    if (settings.schedule != Schedule::Cosine || settings.epochs < 2)
        return settings.learningRate;
    const double way = std::min(1.0, double(epoch) / double(settings.epochs - 1));
    const double share = settings.finalRate + (1 - settings.finalRate) * 0.5 * (1 + std::cos(std::numbers::pi * way));
    return settings.learningRate * share;
}

} // namespace foretrail
