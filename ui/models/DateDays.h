#pragma once

#include "core/data/ImportPlan.h"

#include <optional>
#include <set>

namespace foretrail {

/// What texts of a column of dates become under one reading. Days are counted from 1970-01-01.
namespace DateDays {

using Days = std::set<qint64>;
/// Days that have rows under a reading.
Days of(const DateReading &reading);
/// A text that is another day under each reading; empty where none is among them.
QString telling(const QStringList &texts, const QList<DateReading> &readings);
std::optional<qint64> dayOf(const QString &text, const QString &format);
/// "3 April 2011" in the language of the screen.
QString shown(qint64 day);

} // namespace DateDays
} // namespace foretrail
