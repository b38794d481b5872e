#pragma once

#include "core/preparation/Frame.h"
#include "core/preparation/WindowPlan.h"

#include <QStringList>

namespace foretrail {

/// First targets of all windows inside [first, end), oldest first: each window has `lookback` observations before its first
/// target and `horizon` targets that end before `end`. Windows that touch a missing value are left out.
std::vector<qint64> windowTargets(const Frame &frame, const WindowPlan &plan, qint64 first, qint64 end);

/// One window as a network sees it, and what it is to predict.
struct FeatureTable {
    QStringList columns;                    ///< "value", then the names of the columns
    std::vector<qint64> places;             ///< observation of each row; the lookback first, then the targets
    std::vector<std::vector<double>> rows;  ///< [lookback + horizon][columns]; NaN where a target row has nothing known ahead
    qint64 lookback = 0;                    ///< rows from here on are targets
    double centre = 0;                      ///< of the window's own scaling: shown = (value - centre) / width
    double width = 1;
};

/// `target` is the first target of the window, as windowTargets gives it; it may be frame.size() for the window that forecasts.
FeatureTable featureTable(const Frame &frame, const WindowPlan &plan, qint64 target);

} // namespace foretrail
