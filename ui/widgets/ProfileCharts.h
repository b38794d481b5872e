#pragma once

#include "core/behaviour/UserProfile.h"
#include "ui/charts/ChartContent.h"

namespace foretrail {

/// Chart of a profile's activity: history, forecast and bands.
ChartContent activityChart(const UserProfile &profile);
/// The same of what the user spent.
ChartContent spendChart(const UserProfile &profile, const QString &currency);
/// Chart of P(active) over time: how each purchase raises it and each silence lowers it, and what silence to come would do.
ChartContent stayChart(const UserProfile &profile);

} // namespace foretrail
