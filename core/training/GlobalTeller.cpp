#include "core/training/GlobalTeller.h"

#include "core/neural/interface/Weights.h"

#include <algorithm>

namespace foretrail {

GlobalTeller::GlobalTeller(const ShownSeries &shown, int values, bool isNonNegative)
    : m_shown(shown), m_first(std::max<qint64>(shown.series.size() - values, 0)), m_isNonNegative(isNonNegative)
{
    const Series &series = shown.series;
    auto part = std::make_shared<JudgedPart>();
    part->unit = series.unit;
    part->axis = series.axis;
    part->axis.start = series.timeAt(m_first);
    part->actual.assign(series.values.begin() + m_first, series.values.end());
    m_part = std::move(part);
}

void GlobalTeller::addWindows(const std::vector<OriginWindows::Origin> &origins, const GlobalShape &shape)
{
    constexpr size_t mostBytes = 1024 * 1024;
    auto part = std::make_shared<JudgedPart>(*m_part);
    const WindowSize size = shape.size();
    part->lookback = size.lookback;
    part->features = size.features;
    part->entity = origins.front().entity;
    const size_t each = size_t(size.lookback) * size_t(size.features);
    std::vector<float> inputs(each), extras(size_t(size.extras));
    WindowBatch batch;
    batch.inputs = inputs.data();
    batch.stride = size.features;
    batch.extras = extras.data();
    for (const OriginWindows::Origin &origin : origins) {
        if ((part->windows.size() + each) * sizeof(float) > mostBytes)
            break;
        writeWindow(*origin.series, origin.known, shape, 0, 1, batch);
        part->windows.insert(part->windows.end(), inputs.begin(), inputs.end());
    }
    m_part = std::move(part);
}

Result<std::vector<double>> GlobalTeller::forecast(const GlobalNetwork &network)
{
    std::vector<double> said(m_part->actual.size(), missing);
    constexpr qint64 fewest = 2; // as many as a series needs to be learnt from
    if (m_first < fewest)
        return said;
    const LevelSeries seen = network.seen(m_shown.series, network.scaleOf(m_shown.series.part(0, m_first), m_shown.beside), m_shown.beside);
    std::vector<OriginWindows::Origin> origins;
    for (size_t i = 0; i < said.size(); ++i)
        origins.push_back({&seen, int(m_first) + int(i), network.entityOf(m_shown.series.key)});
    if (m_part->windows.empty())
        addWindows(origins, network.shape());
    const auto fans = network.ahead(origins);
    if (!fans)
        return fail(fans.error());
    for (size_t i = 0; i < said.size(); ++i) {
        const int origin = origins[i].known;
        const WindowLevel level = WindowLevel::before(seen, origin, network.shape());
        const double value = seen.restored(level.centre + level.width * double((*fans)[i].points.front()), origin);
        said[i] = m_isNonNegative ? std::max(value, 0.0) : value;
    }
    return said;
}

Result<JudgedEpoch> GlobalTeller::epoch(const GlobalNetwork &network, const RecurrentNetwork &learning, const EpochLosses &losses)
{
    return forecast(network).map([&](std::vector<double> said) {
        return JudgedEpoch{losses.epoch, losses.training, losses.validation, losses.isBest, m_part, std::move(said), encodeWeights(learning.tensors()), {}, false};
    });
}

} // namespace foretrail
