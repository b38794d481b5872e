#pragma once

#include "core/models/Forecaster.h"
#include "core/models/StateReader.h"

namespace foretrail {

/// Places in a season at which nothing ever happens, such as weekdays on which a shop is closed: a forecast of them is zero.
class ClosedPhases {
public:
    ClosedPhases() = default;
    /// Those of `train`: zero each time, four times at least, and so often that with the share of zeros at other places it would be
    /// chance once in a thousand. None where nothing happened at all, which says nothing of days.
    ClosedPhases(const Series &train, int season);
    /// Under "closed" and "closedSeason", with the axis of the training part.
    void toState(QJsonObject &state) const;
    static ClosedPhases fromState(StateReader &state);

    int season() const { return m_season; }
    bool isEmpty() const { return m_places.empty(); }
    const std::vector<double> &places() const { return m_places; } ///< 0 is that of the first value of the training part
    /// Whether step `index` of `series` is one; it may lie before its first value or behind its last.
    bool contains(const Series &series, qint64 index) const;
    /// Zeros where they belong in a forecast of what follows `history`.
    void close(Forecast &forecast, const Series &history) const;

private:
    TimeAxis m_axis;
    int m_season = 1;
    std::vector<double> m_places;
};

} // namespace foretrail
