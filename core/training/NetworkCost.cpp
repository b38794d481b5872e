#include "core/training/NetworkCost.h"

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

int usualFeatures(const ModelSpec &spec, Step step)
{
    return spec.seasonInputs ? SeasonInputs::forSeason(spec.season > 0 ? spec.season : usualSeason(step)).features() : 1;
}

} // namespace foretrail
