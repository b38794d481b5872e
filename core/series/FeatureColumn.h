#pragma once

#include <QString>

#include <vector>

namespace foretrail {

/// One column beside a series: a value for every step of the series' axis, counted from its first observation.
struct FeatureColumn {
    QString name;               ///< stable and not translated: "weekday_sin", "holiday", "christmas-day_before_2"
    std::vector<double> values; ///< one for each step that was asked for
    bool isKnownAhead = true;   ///< whether the values of steps beyond the data are known, as those of a calendar are
};

} // namespace foretrail
