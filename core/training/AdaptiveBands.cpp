#include "core/training/AdaptiveBands.h"

#include <algorithm>
#include <cmath>

namespace foretrail {

AdaptiveBands::AdaptiveBands(const QList<double> &promised, int horizon, int stride) : m_stride(stride), m_horizon(size_t(horizon)), m_promised(promised)
{
    for (const double level : promised)
        m_places.emplace_back(m_horizon, Place{AdaptiveLevel(level), {}, 0});
}

QList<double> AdaptiveBands::asked() const
{
    QList<double> levels;
    for (size_t i = 0; i < m_places.size(); ++i)
        for (size_t h = 0; h < m_horizon; ++h)
            levels.append(levelAt(i, h));
    std::sort(levels.begin(), levels.end());
    levels.resize(std::unique(levels.begin(), levels.end()) - levels.begin());
    return levels;
}

Forecast AdaptiveBands::promised(Forecast forecast) const
{
    std::vector<Band> bands;
    for (size_t i = 0; i < m_places.size(); ++i) {
        Band band{m_promised[qsizetype(i)], {}, {}};
        for (size_t h = 0; h < std::min(m_horizon, forecast.mean.size()); ++h) {
            const Band *asked = forecast.band(levelAt(i, h));
            band.low.push_back(asked ? asked->low[h] : missing);
            band.high.push_back(asked ? asked->high[h] : missing);
        }
        bands.push_back(std::move(band));
    }
    forecast.bands = std::move(bands);
    return forecast;
}

double AdaptiveBands::levelAt(size_t i, size_t step) const
{
    double level = 0;
    for (size_t j = 0; j < m_places.size(); ++j)
        if (m_promised[qsizetype(j)] <= m_promised[qsizetype(i)])
            level = std::max(level, m_places[j][step].level.level());
    return level;
}

void AdaptiveBands::tell(const Forecast &promised, Values actual)
{
    for (size_t i = 0; i < m_places.size(); ++i) {
        const Band &band = promised.bands[i];
        for (size_t h = 0; h < m_horizon; ++h) {
            Place &place = m_places[i][h];
            const bool isKnown = h < actual.size() && h < band.low.size() && std::isfinite(actual[h]);
            place.folds.push_back({isKnown, isKnown && (actual[h] < band.low[h] || actual[h] > band.high[h])});
            // Step h + 1 of a fold lies before the origin that is so many strides later.
            for (; place.told < place.folds.size() && (place.folds.size() - place.told) * size_t(m_stride) >= h + 1; ++place.told)
                if (place.folds[place.told].isKnown)
                    place.level.tell(place.folds[place.told].isMissed);
        }
    }
}

} // namespace foretrail
