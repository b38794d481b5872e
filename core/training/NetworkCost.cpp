#include "core/training/NetworkCost.h"

#include "core/training/GlobalNetwork.h"
#include "core/training/SeasonInputs.h"

#include <algorithm>

namespace foretrail {

NetworkCost networkCost(const ModelSpec &spec, int features, qint64 observations)
{
    const qint64 gates = (spec.model.startsWith(QStringLiteral("gru")) ? 3 : 4) * qint64(spec.units);
    qint64 weights = 0, biases = 0;
    for (int layer = 0; layer < spec.layers; ++layer) {
        const qint64 inputs = layer == 0 ? features : spec.units;
        weights += gates * (inputs + spec.units);
        biases += 2 * gates;
    }
    NetworkCost cost;
    cost.parameters = weights + biases + spec.units + 1;
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

} // namespace foretrail
