#pragma once

#include "core/models/Panel.h"
#include "core/training/Experiment.h"

#include <cmath>
#include <random>

namespace foretrail {

/// Level times a season of seven, each series with a phase and a size of its own, and some noise.
inline Series waveOf(int number, int length, double noise)
{
    std::mt19937 random(unsigned(number) + 1);
    const auto share = [&random] { return double(random() % 100'001) / 100'000.0; };
    Series series;
    series.key = QStringLiteral("s%1").arg(number);
    series.axis = {Step::Day, 0, 0};
    const double size = std::pow(10.0, 1 + number % 4);
    for (int t = 0; t < length; ++t)
        series.values.push_back(size * (2 + std::sin(2 * M_PI * (t + number) / 7)) * (1 + noise * (share() - 0.5)));
    return series;
}

/// A model over many series that learns in a second.
inline ModelSpec quickSpec(const char *model = "lstm-global")
{
    ModelSpec spec;
    spec.model = QString::fromLatin1(model);
    spec.global.units = 16;
    spec.global.epochs = 6;
    spec.global.windows = 1500;
    spec.global.batch = 64;
    spec.global.members = 2;
    spec.global.learningRate = 0.01;
    return spec;
}

struct Waves {
    std::shared_ptr<const Panel> panel; ///< of `known`
    std::vector<Series> known;
    std::vector<Series> whole; ///< `horizon` values more
};

inline Waves wavesOf(int count, int length, int horizon, double noise)
{
    Waves waves;
    for (int i = 0; i < count; ++i) {
        waves.whole.push_back(waveOf(i, length + horizon, noise));
        waves.known.push_back(waves.whole.back().part(0, length));
    }
    waves.panel = std::make_shared<const Panel>(waves.known);
    return waves;
}

/// nullptr where it fails.
inline std::unique_ptr<Forecaster> fitted(const ModelSpec &spec, const Series &series, const std::shared_ptr<const Panel> &panel, int horizon,
                                          QList<EpochLosses> *epochs = nullptr)
{
    FitOptions options;
    options.horizon = horizon;
    options.panel = panel;
    if (epochs)
        options.hooks.onEpoch = [epochs](const EpochLosses &losses) { epochs->append(losses); };
    JobContext job;
    auto model = makeForecaster(spec);
    if (!model || !(*model)->fit(series, options, job))
        return nullptr;
    return std::move(*model);
}

} // namespace foretrail
