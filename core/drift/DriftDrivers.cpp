#include "core/drift/DriftDrivers.h"

#include <algorithm>
#include <cmath>

namespace foretrail {
namespace {

/// Ties by key, so that the order is the same wherever it is computed.
bool isLarger(const DriftDriver &a, const DriftDriver &b)
{
    return std::abs(a.change) != std::abs(b.change) ? std::abs(a.change) > std::abs(b.change) : a.key < b.key;
}

/// Keeps the largest; what is cut off joins the remainder.
void cut(QList<DriftDriver> &list, int most, DriftDrivers &found)
{
    std::sort(list.begin(), list.end(), isLarger);
    for (qsizetype i = most; i < list.size(); ++i) {
        ++found.remaining;
        found.remainder += list[i].change;
    }
    list.resize(std::min<qsizetype>(list.size(), most));
}

} // namespace

DriftDrivers driftDrivers(const QList<KeyedChange> &keys, int most)
{
    DriftDrivers found;
    QList<DriftDriver> known;
    for (const KeyedChange &one : keys) {
        if (!std::isfinite(one.change()))
            continue;
        found.before += one.before;
        found.after += one.after;
        known.append({one.key, one.before, one.after, one.change(), missing});
    }
    const double whole = found.change();
    for (DriftDriver &one : known) {
        one.share = whole != 0 ? one.change / whole : missing;
        if (one.change == 0)
            ++found.remaining;
        else
            (one.change > 0) == (whole >= 0) ? found.drivers.append(one) : found.counter.append(one);
    }
    cut(found.drivers, std::max(most, 0), found);
    cut(found.counter, std::max(most, 0), found);
    found.remainderShare = whole != 0 ? found.remainder / whole : missing;
    return found;
}

} // namespace foretrail
