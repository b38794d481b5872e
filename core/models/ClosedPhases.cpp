#include "core/models/ClosedPhases.h"

#include <algorithm>
#include <cmath>

namespace foretrail {

ClosedPhases::ClosedPhases(const Series &train, int season) : m_axis(train.axis), m_season(season)
{
    constexpr int fewest = 4;
    if (train.size() < fewest * qint64(season))
        return;
    std::vector<bool> isOpen(size_t(season), false);
    for (size_t t = 0; t < train.values.size(); ++t)
        if (train.values[t] != 0)
            isOpen[t % size_t(season)] = true;
    for (int place = 0; place < season; ++place)
        if (!isOpen[size_t(place)])
            m_places.push_back(place);
    if (int(m_places.size()) == season)
        m_places.clear();
}

bool ClosedPhases::contains(const Series &series, qint64 index) const
{
    if (m_places.empty())
        return false;
    const double place = std::fmod(double(m_axis.indexOf(series.axis.start) + index), double(m_season));
    return std::find(m_places.begin(), m_places.end(), place < 0 ? place + m_season : place) != m_places.end();
}

void ClosedPhases::close(Forecast &forecast, const Series &history) const
{
    for (int h = 0; h < forecast.horizon(); ++h) {
        if (!contains(history, history.size() + h))
            continue;
        forecast.mean[size_t(h)] = 0;
        for (Band &band : forecast.bands)
            band.low[size_t(h)] = band.high[size_t(h)] = 0;
    }
}

} // namespace foretrail
