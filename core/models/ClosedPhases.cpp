#include "core/models/ClosedPhases.h"

#include <algorithm>
#include <cmath>

namespace foretrail {

ClosedPhases::ClosedPhases(const Series &train, int season) : m_axis(train.axis), m_season(season)
{
    constexpr int fewest = 4;
    constexpr double chance = 1e-3;
    if (train.size() < fewest * qint64(season))
        return;
    std::vector<int> seen(size_t(season), 0), sold(size_t(season), 0);
    for (size_t t = 0; t < train.values.size(); ++t) {
        ++seen[t % size_t(season)];
        sold[t % size_t(season)] += train.values[t] != 0 ? 1 : 0;
    }
    int open = 0, zeros = 0; // of the places at which something happened
    for (size_t place = 0; place < seen.size(); ++place)
        if (sold[place] > 0) {
            open += seen[place];
            zeros += seen[place] - sold[place];
        }
    for (size_t place = 0; place < seen.size() && open > 0; ++place)
        if (sold[place] == 0 && std::pow(double(zeros) / open, seen[place]) <= chance)
            m_places.push_back(double(place));
}

void ClosedPhases::toState(QJsonObject &state) const
{
    state.insert(QStringLiteral("closed"), toJsonArray(m_places));
    state.insert(QStringLiteral("closedSeason"), m_season);
    axisToState(m_axis, state);
}

ClosedPhases ClosedPhases::fromState(StateReader &state)
{
    ClosedPhases closed;
    closed.m_places = state.numbers("closed");
    closed.m_season = state.integer("closedSeason", 1, 1'000'000);
    closed.m_axis = state.axis();
    return closed;
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
