#pragma once

#include "core/series/Series.h"

#include <QList>

namespace foretrail {

/// What one user or item had before a change and has since: the mean of its values, or of its errors.
struct KeyedChange {
    QString key;
    double before = 0;
    double after = 0;
    double change() const { return after - before; }
};

struct DriftDriver {
    QString key;
    double before = 0;
    double after = 0;
    double change = 0;
    double share = missing; ///< of the whole change, below 0 of what goes against it; NaN where the whole is 0
    bool operator==(const DriftDriver &) const = default;
};

/// Which keys a change comes from: their shares and that of the remainder sum to 1.
struct DriftDrivers {
    double before = 0;          ///< sums over all keys
    double after = 0;
    QList<DriftDriver> drivers; ///< that change as the whole does, the largest first
    QList<DriftDriver> counter; ///< that change the other way, the largest first
    qint64 remaining = 0;       ///< keys that are in neither list
    double remainder = 0;       ///< their change
    double remainderShare = missing;
    double change() const { return after - before; }
    bool isEmpty() const { return drivers.isEmpty() && counter.isEmpty(); }
    bool operator==(const DriftDrivers &) const = default;
};

/// At most `most` of each list. Where the whole does not change, rises are the drivers. Keys that do not change are in the remainder; those
/// with a value that is missing are left out.
DriftDrivers driftDrivers(const QList<KeyedChange> &keys, int most = 10);

} // namespace foretrail
