#pragma once

#include "core/data/Questions.h"
#include "core/drift/DriftDrivers.h"
#include "core/drift/DriftMonitor.h"
#include "core/live/LiveToday.h"

namespace foretrail {

/// Tells when days stopped being what their forecasts say.
class DayWatch {
public:
    /// Days in their order; those of the first call are the past, whose changes nobody has to hear of. Returns the last change among them.
    std::optional<DriftAlert> add(const std::vector<ClosedDay> &days);
    WallMs dayOf(qint64 step) const { return m_days[size_t(step)]; } ///< of DriftAlert::at and changedAt
    double score() const { return m_monitor.score(); }

private:
    DriftMonitor m_monitor;
    std::vector<WallMs> m_days; ///< by step of the monitor
    bool m_hasPast = false;
};

/// Which items a change since `day` comes from: means a day of the four weeks before it and since. One pass over the log. Cancelled.
Result<DriftDrivers> itemsBehind(ShopData &data, Measure measure, WallMs day, JobContext &job);

/// "Since 2024-03-05 days come to 240 less than is forecast ...": the change and the items behind it, in words.
QString driftText(const DriftAlert &alert, WallMs changed, const DriftDrivers &drivers);

} // namespace foretrail
