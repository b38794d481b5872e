#include "core/training/NetworkCost.h"

#include "core/training/Experiment.h"
#include "core/training/GlobalNetwork.h"
#include "core/training/SeasonInputs.h"

#include <algorithm>
#include <cmath>

namespace foretrail {

NetworkCost networkCost(const ModelSpec &spec, int features, qint64 observations, int horizon)
{
    const qint64 gates = (spec.model.startsWith(QStringLiteral("gru")) ? 3 : 4) * qint64(spec.units);
    qint64 weights = 0, biases = 0;
    for (int layer = 0; layer < spec.layers; ++layer) {
        const qint64 inputs = layer == 0 ? features : spec.units;
        weights += gates * (inputs + spec.units);
        biases += 2 * gates;
    }
    NetworkCost cost;
    const int outputs = spec.direct ? horizon : 1;
    cost.parameters = weights + biases + outputs * (qint64(spec.units) + 1);
    cost.operationsPerWindow = 6.0 * double(weights) * double(spec.lookback);
    cost.operationsPerEpoch = cost.operationsPerWindow * double(std::max<qint64>(0, observations - spec.lookback));
    return cost;
}

NetworkCost globalNetworkCost(const ModelSpec &spec, Step step, int horizon, qint64 observations, qint64 series)
{
    const GlobalSettings &global = spec.global;
    const int season = spec.season > 0 ? spec.season : usualSeason(step);
    const GlobalShape shape = GlobalShape::usual(global, season, season, horizon, observations);
    const qint64 gates = (spec.model.startsWith(QStringLiteral("gru")) ? 3 : 4) * qint64(global.units);
    qint64 weights = 0;
    for (int layer = 0; layer < global.layers; ++layer)
        weights += gates * ((layer == 0 ? shape.features() + global.embedding : global.units) + global.units);
    const qint64 outputs = horizon * qint64(global.loss == Loss::Pinball ? globalQuantiles.size() : global.loss == Loss::NegativeBinomial ? 2 : 1);
    const qint64 base = spec.model == QStringLiteral("hybrid") ? horizon : 0;
    const qint64 head = outputs * (global.units + shape.extras() + base);
    NetworkCost cost;
    cost.parameters = weights + 2 * gates * global.layers + head + outputs + (global.embedding > 0 ? global.embedding * (series + 1) : 0);
    cost.operationsPerWindow = 6.0 * (double(weights) * double(shape.steps()) + double(head));
    cost.operationsPerEpoch = cost.operationsPerWindow * double(std::min<qint64>(global.windows, series * std::max<qint64>(0, observations - shape.lookback / 2)));
    return cost;
}

int globalEpochs(const GlobalSettings &settings) { return settings.epochs * 2 * settings.members; }

int usualFeatures(const ModelSpec &spec, Step step)
{
    return spec.seasonInputs ? SeasonInputs::forSeason(spec.season > 0 ? spec.season : usualSeason(step)).features() : 1;
}

Result<double> measuredPace(JobContext &job)
{
    constexpr int values = 500;
    ModelSpec spec;
    spec.model = QStringLiteral("lstm");
    spec.layers = 1;
    spec.units = 32;
    spec.lookback = 28;
    spec.epochs = 3;
    spec.patience = 0;
    spec.seasonInputs = false;
    Series wave;
    for (int t = 0; t < values; ++t)
        wave.values.push_back(std::sin(0.9 * t));
    double fastest = 0;
    FitOptions options;
    options.hooks = TrainingHooks([&](const EpochLosses &losses) { fastest = std::max(fastest, double(losses.windows) / losses.seconds); });
    const auto model = makeForecaster(spec);
    if (!model)
        return fail(model.error());
    if (const Result<void> done = (*model)->fit(wave, options, job); !done)
        return fail(done.error());
    return fastest * networkCost(spec, 1, values).operationsPerWindow;
}

} // namespace foretrail
