#pragma once

#include "core/series/Series.h"

namespace foretrail {

/// One change of the errors of a model, told once.
struct DriftAlert {
    qint64 at = 0;          ///< the value that raised it, counted from 0
    qint64 changedAt = 0;   ///< where the change began
    QString detector;       ///< code name: page-hinkley, adwin, ddm
    double before = missing, after = missing; ///< mean error before and since, on the scale of the series; of adwin and ddm the mean size of errors
    double score = 0;
    QString sentence() const; ///< in words, translated
    bool operator==(const DriftAlert &) const = default;
};

} // namespace foretrail
