#pragma once

#include "core/series/Holidays.h"

namespace foretrail {

// Parts of readHolidayList() that the readers of both kinds of file share.

/// "line 3: what". InvalidInput.
tl::unexpected<Error> holidayListProblem(int line, const QString &what);
/// The whole-day events of an iCalendar file (RFC 5545), given in lines without their ends. Cancelled events are left out; events
/// that repeat by a rule or have a time of day are errors.
Result<QList<Holiday>> readHolidayCalendar(const QStringList &lines);

} // namespace foretrail
