#pragma once

#include "core/live/LiveToday.h"
#include "ui/charts/ChartContent.h"

namespace foretrail {

/// The running day, hour by hour: what came so far, what the forecast of the morning lets expect, and where the day goes from here with its
/// band, which narrows to what is certain.
ChartContent todayContent(const TodayReading &today);
/// "1,200 GBP so far; 3,000 expected (2,500 to 3,600 with 80 %)."
QString todaySentence(const TodayReading &today);

} // namespace foretrail
