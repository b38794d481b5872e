#pragma once

#include "core/data/OverrideStore.h"

#include <QJsonObject>

namespace foretrail {

/// What corrections of one layer for one reason were worth: the error with them against the error of what they were applied to, at the
/// steps whose actual is known now ("forecast value added"; M. Gilliland, The Business Forecasting Deal, 2010).
struct OverrideValue {
    OverrideLayer layer = OverrideLayer::Analyst;
    bool isTotal = false;     ///< of all reasons of the layer together
    QString reason;           ///< empty in a total, and of those that were made without one
    int steps = 0;
    int better = 0;           ///< steps at which the correction came closer
    double errorBefore = missing; ///< mean absolute error of what lay beneath
    double errorAfter = missing;  ///< of what the correction made of it
    double added() const { return errorBefore - errorAfter; } ///< above zero: it helped

    QJsonObject toJson() const; ///< a total has no key "reason"; "reason" is null where none was given
};

/// One a layer over all its reasons, then one a reason, those without one first; layers and reasons without a known step are left out.
/// `actual` is the series of today. What was corrected is taken as it was when the correction was made.
QList<OverrideValue> overrideValues(const QList<Override> &overrides, const Series &actual);
/// {"layers": [totals], "reasons": [the others]}
QJsonObject overrideValuesJson(const QList<OverrideValue> &values);

} // namespace foretrail
