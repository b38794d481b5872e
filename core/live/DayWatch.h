#pragma once

#include "core/data/Workspace.h"
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

/// Which items and which users a change comes from.
struct ChangeDrivers {
    DriftDrivers items, users; ///< means a day; users by the names that people may see
};

/// Of the four weeks before the day against those from it on until another. Two passes over the log. Cancelled.
Result<ChangeDrivers> driversBehind(Workspace &workspace, Measure measure, WallMs day, WallMs until, JobContext &job);

/// "Since 2024-03-05 days come to 240 less than is forecast ...": the change and what is behind it, in words.
QString driftText(const DriftAlert &alert, WallMs changed, const ChangeDrivers &drivers);

} // namespace foretrail
