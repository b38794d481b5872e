#pragma once

#include "core/base/NumberText.h"
#include "core/series/Series.h"

#include <QList>
#include <QLocale>
#include <QStringList>

#include <vector>

namespace foretrail {

/// A place on an axis and what stands there.
struct AxisTick {
    double at = 0;
    QString label;
    bool operator==(const AxisTick &) const = default;
};

/// Round values inside [low, high], at most `most` (2 or more) of them, all labelled in one magnitude: 0, 10k, 20k.
QList<AxisTick> valueTicks(double low, double high, int most, const QLocale &locale = QLocale());

/// The same for an axis of powers of ten from `low` to `high`: 0.001, 0.01, 0.1, with 2 and 5 between them where they fit. Places
/// are powers, labels the values.
QList<AxisTick> powerTicks(double low, double high, int most, const QLocale &locale = QLocale());

/// Round moments between the steps `from` and `to`: hours, days, months or years, whichever leaves at most `most`
/// labels. Without a calendar: round step numbers.
QList<AxisTick> indexTicks(const TimeAxis &axis, double from, double to, int most, const QLocale &locale = QLocale());

/// As many of the named places between the steps `from` and `to` as fit, evenly. texts: one for each step from 0 on; at: the
/// steps that a label may stand on, empty: any.
QList<AxisTick> labelTicks(const QStringList &texts, const std::vector<qint64> &at, double from, double to, int most);

/// Three digits and a magnitude, for where space is short: "253k", "1.2M"; "25.3万" in Chinese. Empty for NaN.
QString shortNumber(double value, const QLocale &locale = QLocale());

/// A step of the axis for people: "Mon 3 Oct 2011", "Week of 3 Oct 2011", "Oct 2011"; the number without a calendar.
QString stepText(const TimeAxis &axis, qint64 index, const QLocale &locale = QLocale());

/// The same where space is short: "3 Oct", "3 Oct 14:00", "Oct 2011".
QString shortStepText(const TimeAxis &axis, qint64 index, const QLocale &locale = QLocale());

/// A day for people: "3 Oct 2011".
QString dateText(WallMs time, const QLocale &locale = QLocale());

/// The step number, with its fraction, of a moment.
double fractionalIndex(const TimeAxis &axis, WallMs time);

} // namespace foretrail
