#pragma once

#include "core/data/Questions.h"

#include <array>

namespace foretrail {

/// Events by weekday (Monday first) and hour, on the calendar of a workspace.
using WeekClock = std::array<std::array<qint64, 24>, 7>;

WeekClock weekClock(const std::vector<UtcMs> &times, const QString &timeZone);

/// Events a step over all the data, as the series of Measure::Events of one user: by the week from half a year of data on, else by the
/// day. Empty without a clock. Events of logs without a clock count nowhere.
Series activityOf(const std::vector<UtcMs> &times, const DataSummary &summary);

/// The net amounts on the same steps; where `isShortened`, from the first step of which all events are there.
Series spendOf(const QList<UserEvent> &events, bool isShortened, const DataSummary &summary);

} // namespace foretrail
