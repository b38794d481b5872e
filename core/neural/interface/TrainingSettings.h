#pragma once

#include "core/models/ModelSpec.h"

#include <vector>

namespace foretrail {

/// How a network is trained, apart from its shape and its windows.
struct TrainingSettings {
    Loss loss = Loss::Mse;
    std::vector<double> quantiles; ///< of Loss::Pinball, rising; the head has one output for each of them at each target
    double tweediePower = 1.5;     ///< between 1 (Poisson) and 2 (gamma)
    Optimiser optimiser = Optimiser::Adam;
    Schedule schedule = Schedule::Constant;
    double learningRate = 1e-3;
    double finalRate = 0.1;     ///< of Schedule::Cosine, as a share of the first
    double momentum = 0.9;      ///< of SGD
    double weightDecay = 0;
    double clipNorm = 1;        ///< 0: never
    int batch = 32;
    int epochs = 60;
    int patience = 10;          ///< epochs without a better validation loss before stopping; 0: never
    qint64 windowsAnEpoch = 0;  ///< drawn from all; 0: all of them
    quint64 seed = 1;
    int workers = 2;            ///< threads at most; as many as a trial finds faster
};

TrainingSettings settingsFrom(const ModelSpec &spec);

/// Outputs of the head for each target.
int outputsPerTarget(const TrainingSettings &settings);

/// The learning rate of an epoch (from 0) by the schedule; Schedule::Plateau is decided by what was seen and not here.
double scheduledRate(const TrainingSettings &settings, int epoch);

} // namespace foretrail
