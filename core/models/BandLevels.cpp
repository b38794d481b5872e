#include "core/models/BandLevels.h"

#include "core/models/Intervals.h"

#include <algorithm>

namespace foretrail {
namespace {

/// A level as a distance from the middle of the normal distribution, and the edges there; no edges: the mean.
struct LevelEdge {
    double width = 0;
    const Band *band = nullptr;

    double low(const Forecast &forecast, size_t h) const { return band ? band->low[h] : forecast.mean[h]; }
    double high(const Forecast &forecast, size_t h) const { return band ? band->high[h] : forecast.mean[h]; }
};

/// The mean, then the bands, narrowest first.
std::vector<LevelEdge> levelEdges(const Forecast &forecast)
{
    std::vector<LevelEdge> edges{{}};
    for (const Band &band : forecast.bands)
        edges.push_back({normalWidth(band.level), &band});
    std::sort(edges.begin(), edges.end(), [](const LevelEdge &a, const LevelEdge &b) { return a.width < b.width; });
    return edges;
}

} // namespace

std::optional<Band> bandAtLevel(const Forecast &forecast, double level, const ForecastLimits &limits)
{
    if (forecast.bands.empty())
        return {};
    if (const Band *band = forecast.band(level))
        return *band;
    const std::vector<LevelEdge> edges = levelEdges(forecast);
    const double width = normalWidth(level);
    const auto above = std::find_if(edges.begin() + 1, edges.end() - 1, [width](const LevelEdge &edge) { return edge.width > width; });
    const LevelEdge &outer = *above; // above the highest: the last two lead on
    const LevelEdge &inner = *(above - 1);
    const double share = (width - inner.width) / (outer.width - inner.width);
    Forecast one{forecast.mean, {Band{level, {}, {}}}};
    Band &band = one.bands.front();
    for (size_t h = 0; h < forecast.mean.size(); ++h) {
        const double low = inner.low(forecast, h), high = inner.high(forecast, h);
        band.low.push_back(low + share * (outer.low(forecast, h) - low));
        band.high.push_back(high + share * (outer.high(forecast, h) - high));
    }
    return limits.limited(std::move(one)).bands.front();
}

} // namespace foretrail
